"""The gallery: every screen as a picture, drawn by the window's own code from a story that stays as it is.

`python -m tests.gallery` draws `docs/gallery/` and its page anew; `tests/window/test_golden.py` holds what the window
draws now against it.
"""
