"""Renaming: an id is changed wherever a story uses it, and nothing else is."""
