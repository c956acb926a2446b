"""Which moments a reveal tells."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from game.insight.reveal import Moment, Reveal
from game.insight.why import told


def meant(pulls: Sequence[int]) -> Reveal:
    """Return a reveal whose picks, in the order of play, had these pulls."""
    moments = [_moment(number, pull) for number, pull in enumerate(pulls, 1)]
    finished = True
    moments.sort(key=lambda moment: (-moment.pull, moment.number))
    return Reveal("codependence", finished, -9, 9, ((0, 0),), tuple(moments), None, ())


def _moment(number: int, pull: int) -> Moment:
    text, spoken = (), False
    return Moment(number, f"a.o{number}", "absorb_blame", -1, 1, pull, text, text, spoken, None, None, None, None)


@pytest.mark.parametrize(
    ("pulls", "numbers"),
    [
        ((3, 3), [1, 2]),
        ((1, 2, 3, 1), [3, 2, 1]),
        ((3,) * 9, [1, 5, 9]),
        ((2, 2, 2, 3, 2, 2, 2), [4, 1, 7]),
        ((3, 1, 1, 1, 1, 3), [1, 6, 3]),
        ((3, -3, 0), [1]),
        ((0, -1), []),
        ((), []),
    ],
)
def test_the_strongest_are_told_and_of_equals_those_furthest_apart(pulls: Sequence[int], numbers: list[int]) -> None:
    """Strongest first, equals in the order of play, and none that pulled nowhere or the other way."""
    assert [moment.number for moment in told(meant(pulls))] == numbers
