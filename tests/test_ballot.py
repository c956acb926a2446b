"""What follows from a vote."""

from __future__ import annotations

import pytest

from game.ballot import MOST, Ballot, ballot

OPTIONS = ("dinner.noodles", "dinner.phone", "dinner.wait")


@pytest.mark.parametrize(
    ("hands", "again", "outcome", "leading"),
    [
        ((0, 0, 0, 0), False, "uncounted", ()),
        ((0, 0, 0, 4), False, "passed", ()),
        ((1, 0, 0, 20), False, "decided", OPTIONS[:1]),
        ((3, 9, 8, 2), False, "decided", OPTIONS[1:2]),
        ((9, 2, 9, 0), False, "tie", (OPTIONS[0], OPTIONS[2])),
        ((9, 2, 9, 0), True, "coin", (OPTIONS[0], OPTIONS[2])),
        ((0, 0, 0, 4), True, "passed", ()),
    ],
)
def test_most_hands_decide(hands: tuple[int, ...], again: bool, outcome: str, leading: tuple[str, ...]) -> None:  # noqa: FBT001
    """Passing outvotes nobody; a second tie is left to a coin."""
    counted = Ballot(OPTIONS, hands, again)
    assert counted.outcome == outcome
    assert counted.leading == leading


def test_hands_stay_within_bounds() -> None:
    """There is no less than none, and no more than can be shown; the other rows stay as they are."""
    empty = ballot(OPTIONS)
    assert empty.counted(1, -3).hands == (0, 0, 0, 0)
    assert empty.counted(3, 10**6).hands == (0, 0, 0, MOST)


def test_the_others_are_those_that_somebody_is_for() -> None:
    """They are heard before the majority acts; an option without a hand has nobody to speak for it."""
    counted = Ballot(OPTIONS, (3, 9, 0, 2))
    assert counted.others("dinner.phone") == ("dinner.noodles",)
    assert counted.letter("dinner.phone") == "B"
