"""Watching a story: whenever it was saved it is read anew, in a thread of its own, and handed over.

1. What is handed over was read from files that held still meanwhile, so no half of a save is ever told as a mistake.
2. The promises of a story take longer than its reading. They come after it, and are given up for the next change.
3. Nothing that goes wrong in the thread is lost: it is handed over as well.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from threading import Event, Thread
from typing import Final, TypeAlias

from game.authoring.load import Loaded, load
from game.authoring.problems import Problem
from game.authoring.promises import broken
from game.authoring.rhythm import Rhythm
from game.authoring.stamp import Stamp, folders, stamp
from game.authoring.whereabouts import Whereabouts
from game.insight.exact.limits import Limits

ATTEMPTS: Final = 3
"""How often a story is read that is written to meanwhile, before it is taken as it is."""

LOOK: Final = 0.05
"""Seconds between two looks at files that are about to be read."""

SECONDS: Final = 5.0
"""How long the promises of a story are looked into."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A story as it was read, with the `stamp` of its files. `whole` tells whether its promises were looked into.

    `broken` are the promises that it does not keep; `places` is None if it cannot be played.
    """

    loaded: Loaded
    stamp: Stamp
    places: Whereabouts | None = None
    broken: tuple[Problem, ...] = ()
    whole: bool = False

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is known to be wrong."""
        return (*self.loaded.problems, *self.broken)


Handed: TypeAlias = Reading | Exception
"""What the thread hands over: a story as it was read, or what went wrong with the watching itself."""


def reading(path: Path) -> Reading:
    """Read the story at a path, when it holds still."""
    for _attempt in range(ATTEMPTS):
        before = stamp(path)
        loaded = load(path)
        if stamp(path) == before:
            break
    places = Whereabouts(loaded, loaded.story) if loaded.story else None
    return Reading(loaded, before, places)


def promised(read: Reading, limits: Limits) -> Reading | None:
    """Return a reading with the promises that it breaks; None if there was no time for them."""
    found = broken(read.loaded, limits)
    cut = isinstance(limits, _UntilSaved) and limits.passed() and limits.saved()
    return None if cut else replace(read, broken=found, whole=True)


@dataclass(frozen=True, slots=True)
class _UntilSaved(Limits):
    """Limits that are passed as well when the story is saved."""

    saved: Callable[[], bool] = lambda: False
    _looked: list[float] = field(default_factory=lambda: [0.0])

    def passed(self, states: int = 0) -> bool:
        """Tell whether a limit is passed, with a look at the files now and then."""
        if Limits.passed(self, states):
            return True
        now = time.monotonic()
        if now - self._looked[0] < LOOK:
            return False
        self._looked[0] = now
        return self.saved()


class Watch:
    """Reads the story at `path` anew whenever it was saved since `first`, and hands it to `take`, in its own thread.

    `rings` yields whenever something may have changed, until the event that it is given is set; see `doorbell`.
    """

    def __init__(
        self,
        path: Path,
        first: Reading,
        take: Callable[[Handed], None],
        rings: Callable[[Callable[[], dict[Path, tuple[int, int]]], Event], Iterator[None]],
    ) -> None:
        self._path = path
        self._first = first
        self._take = take
        self._rings = rings
        self._rhythm = Rhythm(first.stamp, time.monotonic())
        self._stop = Event()
        self._thread = Thread(target=self._run, name="watch", daemon=True)

    def start(self) -> None:
        """Begin to watch."""
        self._thread.start()

    def stop(self) -> None:
        """Watch no more; what is being read is not handed over."""
        self._stop.set()

    def _run(self) -> None:
        try:
            self._promises(self._first)
            for _ring in self._rings(partial(folders, self._path), self._stop):
                self._look()
        except Exception as error:  # noqa: BLE001  # rule 3
            self._take(error)

    def _look(self) -> None:
        """Read the story until nothing about it is new."""
        while not self._stop.is_set():
            wait = self._rhythm.wait(stamp(self._path), time.monotonic())
            if wait is None:
                return
            if wait:
                self._stop.wait(min(wait, LOOK))
                continue
            read = reading(self._path)
            self._rhythm.take(read.stamp, time.monotonic())
            if not self._stop.is_set():
                self._take(read)
                self._promises(read)

    def _promises(self, read: Reading) -> None:
        """Look into the promises of what was read, unless it is saved again meanwhile."""
        looked = promised(read, _UntilSaved(seconds=SECONDS, saved=self._saved))
        if looked:
            self._take(looked)

    def _saved(self) -> bool:
        return self._stop.is_set() or stamp(self._path) != self._rhythm.taken
