"""What a whole class reads from one screen is set larger. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from game.window.layout import Look

PROJECTED: Final = 140
"""The size of text, in percent, that a class reads from a projector at least."""


def projected(look: Look) -> Look:
    """Return a look in which text is as large as the last row of a room needs it; larger text stays as it is."""
    size = max(PROJECTED, look.settings.text_size)
    return look._replace(settings=replace(look.settings, text_size=size))
