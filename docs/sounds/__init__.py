"""Composes the music, the room tone and the small sounds of the game. Needs numpy, and `oggenc` to keep them.

`python -m sounds [NAME …]`, called in `docs/`, writes all of them, or those named, to `assets/sounds/`.

1. Everything is arithmetic: sines and seeded noise. Nothing was recorded, and nothing was taken from elsewhere.
2. What is played over and over is made on a ring: an echo that runs past the end goes on at the beginning, so that
   nobody hears where it closes.
3. The same seed gives the same samples; `tests/test_composed.py` holds the shipped files to them.
"""
