"""What will be needed soon, made a little at a time while nothing else happens: the next page, then others."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Final

from game.host import Refusal

AT_ONCE: Final = 0.004
"""Seconds that are spent on pieces of a page at once; a key that is pressed meanwhile waits for the last of them."""


class Ahead:
    """Work that can wait: the pieces of the next page, and then `others`, each of them once."""

    def __init__(self, others: Iterable[Callable[[], object]]) -> None:
        self._others = [*others]
        self._pieces: Iterator[None] = iter(())

    def turn(self, pieces: Iterator[None]) -> None:
        """Make another page from now on; taking a piece makes it."""
        self._pieces = pieces

    def work(self) -> None:
        """Do a little."""
        until = time.monotonic() + AT_ONCE
        for _piece in self._pieces:
            if time.monotonic() >= until:
                return
        if self._others:
            with suppress(Refusal):
                # Whoever asks for it in earnest reads the refusal.
                self._others.pop(0)()
