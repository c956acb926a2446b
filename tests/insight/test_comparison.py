"""Two runs side by side: where they parted, what was alike, and what only one of them met."""

from __future__ import annotations

from random import Random

import pytest

from game.insight.comparison import compare
from game.insight.side_by_side import side_by_side
from game.settings import Settings, names_for
from tests.classroom.class_of import read
from tests.samples import STORY
from tests.stories import drawn

ONE = ("dinner.noodles", "offer.go")


def kinds(one: tuple[str, ...], other: tuple[str, ...]) -> list[str]:
    """Return how each row of a comparison is called."""
    told = side_by_side(STORY, compare(STORY, one, other), names_for(STORY, Settings()))
    return [row.kind for row in told.rows]


def test_the_same_run_is_alike_throughout() -> None:
    """It never parts."""
    found = compare(STORY, ONE, ONE)
    assert (found.alike, found.unlike, found.parted) == (2, 0, None)
    assert "never parted" in side_by_side(STORY, found, names_for(STORY, Settings())).parted


def test_the_first_other_answer_is_where_they_parted() -> None:
    """What came before is alike, and what follows may be again."""
    found = compare(STORY, ONE, ("dinner.noodles", "offer.stay"))
    assert found.parted is not None
    assert found.parted.scene == "offer"
    assert (found.alike, found.unlike) == (1, 1)


def test_what_one_run_met_alone_is_told_as_that() -> None:
    """After the phone there is no offer."""
    assert kinds(ONE, ("dinner.phone",)) == ["unlike", "one"]
    assert kinds(("dinner.phone",), ONE) == ["unlike", "other"]


def test_two_runs_without_an_answer_have_nothing_to_talk_about() -> None:
    """They are alike, and no scene was played whose prompts could be told."""
    told = side_by_side(STORY, compare(STORY, (), ()), names_for(STORY, Settings()))
    assert (told.rows, told.prompts) == ((), ())
    assert "never parted" in told.parted


def test_a_choice_met_again_is_another_meeting() -> None:
    """Waiting leads back to the fridge."""
    assert kinds(("dinner.wait", *ONE), ONE) == ["unlike", "one", "alike"]


def test_a_scene_left_out_is_an_answer() -> None:
    """It is told as what it is."""
    told = side_by_side(STORY, compare(STORY, ONE, ("dinner.skip", "offer.go")), names_for(STORY, Settings()))
    assert told.rows[0].other is not None
    assert told.rows[0].other.words == "The rest of the scene was left out."


def test_an_unfinished_run_has_not_parted_from_the_one_that_goes_on() -> None:
    """It simply stops."""
    told = side_by_side(STORY, compare(STORY, ONE[:1], ONE), names_for(STORY, Settings()))
    assert told.parted == "They have not parted: B goes on where the other stops."
    assert told.endings.startswith("A is not finished")


@pytest.mark.parametrize("seed", range(40))
def test_every_answer_stands_once_and_both_ways_agree(seed: int) -> None:
    """Each pick of each run is in one meeting, in its order; swapping the runs swaps the sides."""
    story, random = drawn(seed), Random(seed)  # noqa: S311  # the same each time
    one, other = read(story, random), read(story, random)
    found, back = compare(story, one, other), compare(story, other, one)
    assert tuple(met.one.pick for met in found.meetings if met.one) == one
    assert sorted(met.other.pick for met in found.meetings if met.other) == sorted(other)
    assert (found.alike, found.unlike) == (back.alike, back.unlike)
    if found.parted:
        before = found.parted.one.number - 1 if found.parted.one else -1
        assert one[:before] == other[:before]
        assert one[before] != other[before]
