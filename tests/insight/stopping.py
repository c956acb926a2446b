"""Limits that are passed when a test wants them to be: at each of the looks at the clock that some work takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from game.insight.exact.limits import Limits, StoppedError


@dataclass(frozen=True, slots=True)
class Stopping(Limits):
    """Limits that are passed after so many looks at the clock; `taken` are those that were taken."""

    looks: int = 0
    taken: list[int] = field(default_factory=list)

    def passed(self, states: int = 0) -> bool:
        """Tell whether that many looks were taken."""
        self.taken.append(states)
        return len(self.taken) > self.looks or Limits.passed(self, states)


def all_or_nothing(work: Callable[[Limits], object], whole: object, nothing: object = StoppedError) -> int:
    """Stop some work at each of its looks, see that it finds `nothing` then, and return how many looks it takes."""
    looks = 0
    while True:
        limits = Stopping(looks=looks)
        found = _found(work, limits)
        if len(limits.taken) <= looks:
            assert found == whole
            return looks
        assert found == nothing
        looks += 1


def _found(work: Callable[[Limits], object], limits: Limits) -> object:
    try:
        return work(limits)
    except StoppedError:
        return StoppedError
