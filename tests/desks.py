"""Desks that write down what they are to play, for tests of whatever sounds."""

from __future__ import annotations

import threading
from typing import Final

from game.window.sound import MUSIC, TONE, Heard, Sounds
from game.window.strand import FADE
from tests.mouths import until

LONG: Final = 3 * FADE
"""Seconds in which any fade is over."""


class FakeDesk:
    """Writes down what begins, what is loud, and in which thread. Sounds in `missing` cannot be had."""

    def __init__(self, *missing: str) -> None:
        self.missing = missing
        self.begun: list[str] = []
        self.signs: list[tuple[str, float]] = []
        self.levels: dict[str, list[float]] = {MUSIC: [], TONE: []}
        self.threads: set[str] = set()
        self.closed = self.gone = False

    def begin(self, strand: str, name: str) -> None:  # noqa: ARG002  # what begins is told by its name
        """Write it down."""
        if name in self.missing:
            raise OSError(name)
        self.begun.append(name)
        self.threads.add(threading.current_thread().name)

    def level(self, strand: str, share: float) -> None:
        """Write it down."""
        if self.gone:
            raise OSError("gone")
        self.levels[strand].append(share)

    def sign(self, name: str, share: float) -> None:
        """Write it down."""
        if name in self.missing:
            raise OSError(name)
        self.signs.append((name, share))

    def close(self) -> None:
        """Note it."""
        self.closed = True

    def loud(self, strand: str) -> float:
        """How loud a strand is now."""
        return self.levels[strand][-1] if self.levels[strand] else 0.0


class FakeSounds(Sounds):
    """Sounds that only write down what was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Heard] = []
        self.signs: list[tuple[str, float]] = []

    def hear(self, heard: Heard) -> None:
        """Write it down, once."""
        if not self.heard or self.heard[-1] != heard:
            self.heard.append(heard)

    def sign(self, name: str, share: float) -> None:
        """Write it down."""
        self.signs.append((name, share))


def settled(desk: FakeDesk, strand: str, share: float) -> None:
    """Wait until a strand is as loud as that."""
    until(lambda: abs(desk.loud(strand) - share) < 1e-6)
