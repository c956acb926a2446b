"""A vote at one choice: the hands for each option and for passing, and what follows from them. Pure.

1. What is counted is how many hands there are, never whose. Nothing of it goes into a run.
2. Most hands decide. Passing is counted and shown; it decides only where nobody did anything else.
3. A tie is talked over and voted again. What is level a second time is left to a coin.
"""

from __future__ import annotations

from string import ascii_uppercase
from typing import Final, NamedTuple

LETTERS: Final = ascii_uppercase
"""What the options of a choice are called, in the order of the run."""

MOST: Final = 999
"""Hands that can be counted for one option."""


class Ballot(NamedTuple):
    """The hands at one choice: `hands` has a number for each of the `options` (ids), and a last one for passing.

    `again` tells that this is the second vote, after a tie.
    """

    options: tuple[str, ...]
    hands: tuple[int, ...]
    again: bool = False

    @property
    def passed(self) -> int:
        """How many passed."""
        return self.hands[-1]

    @property
    def answered(self) -> int:
        """How many answered."""
        return sum(self.hands[:-1])

    @property
    def leading(self) -> tuple[str, ...]:
        """The options with the most hands: none if there are no hands, several if they are level."""
        most = max(self.hands[:-1], default=0)
        return tuple(each for each, hands in zip(self.options, self.hands, strict=False) if most and hands == most)

    @property
    def outcome(self) -> str:
        """What follows: "uncounted", "passed", "decided", "tie", or "coin" for a second tie."""
        if not self.answered:
            return "passed" if self.passed else "uncounted"
        if len(self.leading) == 1:
            return "decided"
        return "coin" if self.again else "tie"

    def others(self, chosen: str) -> tuple[str, ...]:
        """Return the options beside `chosen` that somebody is for."""
        with_hands = (each for each, hands in zip(self.options, self.hands, strict=False) if hands)
        return tuple(each for each in with_hands if each != chosen)

    def letter(self, option: str) -> str:
        """Return what an option is called."""
        return LETTERS[self.options.index(option)]

    def counted(self, row: int, hands: int) -> Ballot:
        """Return the ballot with so many hands in a row, counted from 0; the last row is passing."""
        held = max(0, min(MOST, hands))
        return self._replace(hands=(*self.hands[:row], held, *self.hands[row + 1 :]))


def ballot(options: tuple[str, ...], *, again: bool = False) -> Ballot:
    """Return a ballot on which nothing is counted yet."""
    return Ballot(options, (0,) * (len(options) + 1), again)
