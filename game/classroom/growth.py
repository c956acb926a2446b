"""What a class told apart before and after: sheets without names, from two small tables. Pure.

The sheets are not paired, since they bear no names; so classes are compared, not pupils.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.classroom.sheets import Sheet
from game.classroom.tally import FEWEST
from game.insight.discrimination import Score, scored


@dataclass(frozen=True, slots=True)
class Growth:
    """The scores of a class before and after; None where there are fewer than five sheets. `sheets` counts both."""

    before: Score | None
    after: Score | None
    sheets: tuple[int, int]


def growth(before: Sequence[Sheet], after: Sequence[Sheet]) -> Growth:
    """Return what a class told apart before and after."""
    return Growth(_score(before), _score(after), (len(before), len(after)))


def _score(sheets: Sequence[Sheet]) -> Score | None:
    return scored([calls for sheet in sheets for calls in [sheet.calls()]]) if len(sheets) >= FEWEST else None
