"""For readers at a prompt."""
