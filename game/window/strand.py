"""One strand of what is heard, music or room tone, as it fades: by values, a step at a time. Pure."""

from __future__ import annotations

from typing import Final

STEP: Final = 0.04
"""Seconds between two steps of a fade: too short to be heard as steps."""

FADE: Final = 1.6
"""Seconds from nothing to everything, or back."""

_BY: Final = STEP / FADE


class Strand:
    """What plays (`name`, "" for nothing) and at which share, on its way to what was aimed at.

    Another sound than the one that plays begins once that has gone; the same one goes on from where it is.
    """

    def __init__(self) -> None:
        self.name = ""
        self._share = 0.0
        self._loud = 0.0
        self._goal = ("", 0.0)
        self._lost = frozenset[str]()

    @property
    def level(self) -> float:
        """How loud it is now, from 0 to 1; slow at first and last, as an ear hears it."""
        return self._loud * self._share**2

    @property
    def rests(self) -> bool:
        """Whether it has come where it was to go."""
        name, share = self._goal
        return self._share == self._target and (self.name == name or not name or not share)

    def aim(self, name: str, loud: float, share: float) -> None:
        """Go to another sound, or another share of it; `loud` holds at once, but for 0, which is gone to as well."""
        self._goal = (name if loud and name not in self._lost else "", share)
        self._loud = loud or self._loud

    def step(self) -> str:
        """Take a step; returns the name of a sound that is to begin now, or ""."""
        name, share = self._goal
        if name and share and self.name != name and self._share == 0.0:
            self.name = name
            return name
        goal = self._target
        self._share = min(goal, self._share + _BY) if self._share < goal else max(goal, self._share - _BY)
        return ""

    def lost(self) -> None:
        """Give up the sound that was to begin: it cannot be had."""
        self._lost |= {self.name}
        self.name, self._goal = "", ("", self._goal[1])

    @property
    def _target(self) -> float:
        """The share that what plays now is to come to."""
        name, share = self._goal
        return share if name and self.name == name else 0.0
