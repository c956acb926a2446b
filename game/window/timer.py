"""A timer for talking, which a teacher may set. Nothing follows from its end: no choice is ever timed."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import Final

from game.language import N_, _, ngettext
from game.window.column import Column
from game.window.commands import Command

TIMER: Final = "timer"

MINUTES: Final = (0, 1, 2, 3, 5, 10)
"""What it can be set to; 0 is off."""

_OVER: Final = N_("over; finish your sentence")


class Timer:
    """Off, running, or over. `clock` gives seconds; a new setting begins at once."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.minutes = 0
        self._clock = clock
        self._began = 0.0
        self._shown = 0

    @property
    def left(self) -> int:
        """The seconds that are left, rounded up; 0 when it is over or off."""
        return max(0, math.ceil(60 * self.minutes - (self._clock() - self._began))) if self.minutes else 0

    def step(self, way: int) -> None:
        """Go to the next setting or the one before, and begin."""
        self.minutes = MINUTES[(MINUTES.index(self.minutes) + way) % len(MINUTES)]
        self._began = self._clock()

    @property
    def ticked(self) -> bool:
        """Whether another second is left than was told last."""
        return self.left != self._shown

    def set_in(self, column: Column) -> None:
        """Set the timer as something to step through, below what stands in the column."""
        column.setting(TIMER, _("Timer"), self.told(), Command(TIMER))

    def told(self) -> str:
        """Return what is left in words."""
        self._shown = self.left
        if not self.minutes:
            return _("off")
        if not self.left:
            return _(_OVER)
        whole = ngettext("{count} minute", "{count} minutes", self.minutes).format(count=self.minutes)
        return _("{left} of {whole}").format(left=f"{self.left // 60}:{self.left % 60:02}", whole=whole)
