"""Checks of a story that could be built, one a file."""
