"""Conditions over a row of the plane: each field is what `holds` says of its point."""

from __future__ import annotations

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.insight.exact.columns import Fields, columns
from game.insight.exact.regions import Point
from game.insight.exact.row_frames import WholeRows
from game.insight.exact.rows import NONE, Windows
from game.story.conditions import SIGNS, And, Compare, Condition, Constant, Meter, Not, Or, Picked, holds

METERS = st.sampled_from(["me", "we"]).map(Meter)
TERMS = METERS | st.integers(-4, 4).map(Constant)
CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    st.builds(Compare, st.sampled_from(sorted(SIGNS)), METERS, TERMS)
    | st.builds(Compare, st.sampled_from(sorted(SIGNS)), TERMS, METERS),
    lambda part: (
        st.builds(Not, part)
        | st.lists(part, min_size=1, max_size=3).map(lambda parts: And(tuple(parts)))
        | st.lists(part, min_size=1, max_size=3).map(lambda parts: Or(tuple(parts)))
    ),
    max_leaves=4,
)


@given(CONDITIONS, st.integers(-6, 6), st.integers(-7, 3), st.integers(1, 12), st.sampled_from([1, 3, 64]))
def test_a_field_is_set_where_the_condition_holds(when: Condition, me: int, low: int, count: int, width: int) -> None:
    """All of its bits, or none of them, and none beside the fields."""
    bits = columns(when, me, Fields(low, count, width))
    whole = (1 << width) - 1
    for column in range(count):
        expected = whole if holds(when, Point(me=me, we=low + column)) else 0
        assert bits >> column * width & whole == expected
    assert bits >> count * width == 0


def test_what_reads_more_than_the_meters_is_refused() -> None:
    """Whoever asks has settled everything else before."""
    with pytest.raises(ValueError, match=r"dinner\.phone"):
        columns(And((Compare(">", Meter("me"), Constant(0)), Picked("dinner.phone"))), 0, Fields(0, 8, 1))


def test_whole_numbers_are_counted_and_never_shared_out() -> None:
    """A factor other than one would lose what stands behind the point."""
    with pytest.raises(ValueError, match=r"0\.5"):
        WholeRows(cast(Windows, None), [], {}).times(0, NONE, 0.5, 64)
