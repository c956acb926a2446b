"""The census of stories with something rare in them, which hardly any that is drawn by chance has."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.insight import census as census_module
from game.insight.census import census, watched
from game.story.conditions import Compare, Meter, ValueOf
from game.story.model import Assign, Choose, Enter, Finish, Option, Story
from tests.insight.brute import Everything
from tests.insight.test_census import compare, stories
from tests.samples import STORY
from tests.stories import Draft, words


def same_as_brute_force(story: Story) -> None:
    """Compare the census of a story with what playing everything tells."""
    compare(Everything(story), census(story))


def beginning_at(draft: Draft, place: int) -> Story:
    """Return the story of a draft, of one scene that begins at a place."""
    draft.scene("scene", [("scene.all", draft.add(Enter("scene.all", place)))], 0)
    return draft.story()


def choice(draft: Draft, name: str, targets: list[int], place: int | None = None) -> int:
    """Add a choice with an option to each of some targets, at a place or at the end, and return where it is."""
    ids = tuple(f"scene.{name}_{number}" for number in range(len(targets)))
    for number, (id_, target) in enumerate(zip(ids, targets, strict=True)):
        draft.options[id_] = Option(id_, words(id_), spoken=False, target=target, me=number % 3 - 1, we=1 - number % 2)
    choose = Choose("scene", ids, fixed_order=False, next=0)
    if place is None:
        return draft.add(choose)
    draft.nodes[place] = choose
    return place


def test_ways_that_meet_in_parts_of_13_and_17() -> None:
    """No small multiple suits both, so that what comes together is rounded, and lost by less than any reader sees."""
    draft = Draft()
    last = choice(draft, "last", [0, 0])
    ways = [choice(draft, f"of_{many}", [last] * many) for many in (13, 17)]
    same_as_brute_force(beginning_at(draft, choice(draft, "first", ways)))


def test_a_circle_that_is_gone_round_more_often_than_it_has_ways() -> None:
    """The way out opens once it was gone round; what leaves comes in smaller parts than what came, as exactly."""
    draft = Draft()
    last = choice(draft, "last", [0, 0, 0])
    near = draft.add(Finish())
    far = choice(draft, "far", [near, last])
    choice(draft, "near", [far], near)
    for id_, target in (("scene.near_0", far), ("scene.far_0", draft.add(Assign(0, value=True, next=near)))):
        draft.options[id_] = replace(draft.options[id_], target=target, again=True, me=0, we=0)
    draft.options["scene.far_1"] = replace(draft.options["scene.far_1"], when=ValueOf(0, "booked"))
    same_as_brute_force(beginning_at(draft, near))


def test_a_story_may_end_in_several_places() -> None:
    """The meters of all of them are told together."""
    ends = (*STORY.nodes, Finish(), Finish())
    options = dict(STORY.options)
    for id_, place in (("offer.go", 16), ("dinner.phone", 17)):
        options[id_] = replace(options[id_], target=place)
    same_as_brute_force(replace(STORY, nodes=ends, options=options))


def test_a_meter_may_be_compared_with_itself() -> None:
    """It is as large as it is, wherever it is."""
    for sign, open_ in (("==", True), ("<", False)):
        same = Compare(sign, Meter("we"), Meter("we"))
        options = {**STORY.options, "offer.go": replace(STORY.options["offer.go"], when=same)}
        story = replace(STORY, options=options)
        same_as_brute_force(story)
        (go,) = (met for met in census(story).options if met.id == "offer.go")
        assert go.reachable == open_


@pytest.mark.parametrize("together", [1, 2])
def test_what_can_be_repeated_is_watched_in_several_walks(monkeypatch: pytest.MonkeyPatch, together: int) -> None:
    """However few things one walk may watch, the chance of meeting each is the same."""
    monkeypatch.setattr(census_module, "TOGETHER", together)
    several = 0
    for brute in stories(80_000, 40):
        several += len(list(watched(brute.story))) > 1
        compare(brute, census(brute.story))
    assert several
