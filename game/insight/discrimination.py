"""Telling the dynamics apart, scored as discrimination: right calls minus false alarms. Pure.

1. A right call names the dynamic that a vignette shows. A false alarm names another dynamic for what only looks like
   one: a healthy look-alike, which is interdependence. “Can't tell” is neither.
2. The score is the share of vignettes called rightly minus the share of look-alikes that raised a false alarm, from -1
   to 1. So neither naming nothing (0) nor suspecting everything gains.
3. Confidence is set beside the calls: the share of right ones among those that were called sure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from game.story.names import DYNAMICS

SURE: Final = 3
"""The highest confidence; 1 is a guess."""


@dataclass(frozen=True, slots=True)
class Call:
    """An answer to one item: `named` is a dynamic, or None for "can't tell"; `confidence` is 1 to 3, 0 if not told."""

    shows: str
    lookalike: bool
    named: str | None
    confidence: int = 0

    @property
    def right(self) -> bool:
        """Whether the dynamic was named."""
        return self.named == self.shows

    @property
    def alarm(self) -> bool:
        """Whether something healthy was taken for something else."""
        return self.lookalike and self.named is not None and not self.right


@dataclass(frozen=True, slots=True)
class Score:
    """The mean over sheets of each share; `sure_right` is None if nobody was sure of anything."""

    sheets: int
    right: float
    alarms: float
    score: float
    sure: float
    sure_right: float | None
    by_dynamic: tuple[tuple[str, float], ...]


def score(calls: Iterable[Call]) -> float:
    """Return the score of one sheet, from -1 to 1."""
    told = list(calls)
    return _right(told) - _alarms(told)


def scored(sheets: Sequence[Sequence[Call]]) -> Score:
    """Return what some sheets come to; there has to be one at least."""
    calls = [call for sheet in sheets for call in sheet]
    sure = [call for call in calls if call.confidence == SURE]
    return Score(
        len(sheets),
        _mean([_right(sheet) for sheet in sheets]),
        _mean([_alarms(sheet) for sheet in sheets]),
        _mean([score(sheet) for sheet in sheets]),
        len(sure) / len(calls),
        _mean([call.right for call in sure]) if sure else None,
        tuple((each, _right([call for call in calls if call.shows == each])) for each in DYNAMICS),
    )


def _right(calls: Sequence[Call]) -> float:
    return _mean([call.right for call in calls if not call.lookalike])


def _alarms(calls: Sequence[Call]) -> float:
    return _mean([call.alarm for call in calls if call.lookalike])


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
