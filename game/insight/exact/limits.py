"""How far an exact analysis may go before it says that it stopped."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, TypeVar

Item = TypeVar("Item")

Found = TypeVar("Found")

_OFTEN: Final = 32
"""After so many items the clock is looked at."""


class StoppedError(Exception):
    """A limit cut an analysis short that is of no use in part."""


@dataclass(frozen=True, slots=True)
class Limits:
    """At most so many merged states, and so many seconds from now on; None is no limit."""

    states: int | None = 500_000
    seconds: float | None = None
    _since: float = field(default_factory=time.monotonic, repr=False)

    def passed(self, states: int = 0) -> bool:
        """Tell whether a limit is passed."""
        if self.states is not None and states > self.states:
            return True
        return self.seconds is not None and time.monotonic() - self._since > self.seconds

    def each(self, items: Iterable[Item]) -> Iterator[Item]:
        """Yield `items`, one after the other. Raises `StoppedError` once a limit is passed."""
        for number, item in enumerate(items):
            if not number % _OFTEN:
                self.insist()
            yield item

    def insist(self) -> None:
        """Raise `StoppedError` if a limit is passed."""
        if self.passed():
            raise StoppedError


def or_if_stopped(work: Callable[[], Found], nothing: Found) -> Found:
    """Return what `work` finds, or `nothing` if a limit stops it."""
    try:
        return work()
    except StoppedError:
        return nothing
