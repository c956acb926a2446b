"""For players: the pygame window."""
