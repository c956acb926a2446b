"""Statistics: what a story is made of, for its author."""
