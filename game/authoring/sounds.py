"""Sounds that lie with a story: it brings none of its own, so each is told of. In a pack they are left out as it is.

Looked for are files with the usual endings, beside the scenes and in the folders there; none is opened.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Final

from game.authoring.desk import Desk
from game.authoring.places import Span
from game.authoring.shelf import Shelf
from game.story.names import SOUNDS

ENDINGS: Final = (".ogg", ".oga", ".opus", ".wav", ".mp3", ".flac", ".m4a", ".aac", ".aif", ".aiff", ".mid", ".midi")

_START: Final = Span(1, 1)


def tell_of_sounds(desk: Desk, shelf: Shelf) -> None:
    """Tell of each sound that lies with a story."""
    for file in _sounds(shelf):
        desk.report(shelf.shown(file)).add("sound-unheard", _START, found=file, known=", ".join(SOUNDS))


def _sounds(shelf: Shelf) -> Iterator[str]:
    for name in shelf.names():
        if name.lower().endswith(ENDINGS):
            yield name
        elif "." not in name and shelf.kind(name) == "folder":
            with suppress(OSError):
                # What lies in a folder that may not be seen is no part of the story either.
                yield from (f"{name}/{each}" for each in shelf.names(name) if each.lower().endswith(ENDINGS))
