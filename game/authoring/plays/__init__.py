"""Plays of a story that are kept beside it in `plays.yaml`, and played again by `test`."""
