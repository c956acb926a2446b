"""Voices that write down what they are to say, for tests of whoever speaks."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from game.window.speaker import Speaker

PATIENCE = 5.0
"""Seconds in which a thread has surely had its turn."""


class FakeMouth:
    """Writes down what it is to say, and in which thread; `broken` is a mouth that does not answer."""

    def __init__(self) -> None:
        self.said: list[tuple[str, int]] = []
        self.asked = self.hushed = self.loud = 0
        self.threads: set[str] = set()
        self.broken = False
        self.busy = threading.Lock()

    def say(self, words: str, speed: int, loud: int) -> None:
        """Write it down."""
        self.asked += 1
        self.loud = loud
        if self.broken:
            raise OSError("gone")
        with self.busy:
            self.said.append((words, speed))
            self.threads.add(threading.current_thread().name)

    def hush(self) -> None:
        """Count."""
        self.hushed += 1


def until(fact: Callable[[], object]) -> None:
    """Wait until something holds."""
    end = time.monotonic() + PATIENCE
    while not fact() and time.monotonic() < end:
        time.sleep(0.002)
    assert fact()


class FakeSpeaker(Speaker):
    """A speaker that only writes down."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.hushed = 0

    def say(self, words: str, speed: int, loud: int = 100) -> None:  # noqa: ARG002  # only real mouths are loud
        """Write it down."""
        self.said.append(f"{speed}: {words}")

    def hush(self) -> None:
        """Count."""
        self.hushed += 1
