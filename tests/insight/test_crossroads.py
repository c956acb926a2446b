"""What could have followed, in words: each wording, and the figures behind it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.insight.crossroads import NUMBERS, ChangeWords, Crossroads, _places, crossroads, number
from game.insight.what_if import what_if
from game.settings import Settings, names_for
from game.story.model import Assign, Branch, Choose, Story
from game.story.text import Either, NameOf, Words
from tests.samples import ATE, STORY, words

WHOLE = ("dinner.wait", "dinner.noodles", "offer.go")


def told(picks: tuple[str, ...], story: Story = STORY) -> Crossroads:
    """Return what could have followed some picks."""
    return crossroads(story, what_if(story, picks), names_for(story, Settings()))


def test_a_road_says_how_many_answers_and_where() -> None:
    """One other answer, at the scene's own time, and the dynamic by its name."""
    dependence, codependence = told(WHOLE).roads
    assert dependence.words == "One other answer, at dinner, and this would have been Dependence."
    assert codependence.words == "One other answer, at offer, and this would have been Codependence."


def test_a_road_keeps_what_came_before() -> None:
    """It parts before its first other answer, without waiting that changed nothing; its path is that of its own run."""
    _, road = told(WHOLE).roads
    assert (road.parts_at, road.run[:1], road.path) == (1, ("dinner.noodles",), ((0, 0), (1, 2), (-1, 3)))
    assert road.changes == (ChangeWords("at offer", "you chose: “Go.”", 3, "Stay."),)


def test_a_road_may_need_an_answer_that_was_never_asked_for() -> None:
    """After the phone there was no offer: both answers are counted, the second replaces nothing."""
    road = told(("dinner.phone",)).roads[0]
    assert road.words == "Two other answers, at dinner and at offer, and this would have been Interdependence."
    assert [(change.instead_of, change.number) for change in road.changes] == [("you chose: “Pass it.”", 1), ("", 0)]


def test_a_road_ahead_is_counted_from_here() -> None:
    """Before any answer nothing has to be another one, and all that can be reached is open."""
    beside = told(())
    assert [(road.heading, road.words) for road in beside.roads] == [
        ("Interdependence", "Two answers from here can lead to Interdependence."),
        ("Dependence", "One answer from here can lead to Dependence."),
        ("Codependence", "Two answers from here can lead to Codependence."),
    ]
    assert beside.open == "Still open from here: Interdependence, Dependence and Codependence."


def test_a_road_may_take_several_other_answers_before_the_end() -> None:
    """They are told with their times while the run can still become something else."""
    phone = replace(STORY.options["dinner.phone"], target=10)
    road = told(("dinner.noodles",), replace(STORY, options={**STORY.options, phone.id: phone})).roads[0]
    assert road.words == "Two other answers, at dinner and at offer, and this can become Dependence."


@pytest.mark.parametrize(
    ("times", "where"),
    [
        (["at noon"], "at noon"),
        (["at noon", "at noon"], "both at noon"),
        (["at noon"] * 3, "all at noon"),
        (["at noon", "at night"], "at noon and at night"),
        (["at noon", "at noon", "at night"], "the first at noon"),
        (["at noon", "at dusk", "at night"], "the first at noon"),
    ],
)
def test_where_other_answers_were_given(times: list[str], where: str) -> None:
    """All at one time, one at each of two, or else the first."""
    assert _places(tuple(ChangeWords(at, "", 0, "") for at in times)) == where


@pytest.mark.parametrize(
    ("picks", "sentence"),
    [
        (("dinner.phone",), "At dinner, you chose: “Pass it.” Until then, more than one ending was open."),
        (("dinner.skip", "offer.go"), "At offer, you chose: “Go.” Until then, more than one ending was open."),
        (("dinner.noodles",), ""),
    ],
)
def test_settling_is_told_by_the_answer(picks: tuple[str, ...], sentence: str) -> None:
    """With its time and what was done; nothing while more than one ending is open."""
    assert told(picks).settled == sentence


def test_leaving_the_rest_out_can_settle_it() -> None:
    """Then it is told as what was done."""
    stay = replace(STORY.options["offer.stay"], me=2, we=-2)
    found = told(("dinner.skip", "offer.go"), replace(STORY, options={**STORY.options, stay.id: stay}))
    left_out = "At dinner, you left the rest of the scene out. From there, every road led to Independence."
    assert (found.settled, found.settled_at) == (left_out, 0)


def test_texts_are_those_of_the_run_with_everybody_named() -> None:
    """A time and a recall as they were after the answer, words as they were offered, spoken ones as spoken."""
    sam = NameOf("sam")
    at, recall = ((sam, Either(ATE, words(" eats"), words(" waits"))), (sam, Either(ATE, words(" ate"), ())))
    changed = (
        replace(STORY.options["dinner.phone"], recall=recall),
        replace(STORY.options["dinner.noodles"], text=(sam, Words("?")), recall=None, spoken=True),
    )
    story = replace(
        STORY,
        scenes={id_: replace(scene, at=at) for id_, scene in STORY.scenes.items()},
        options={**STORY.options, **{option.id: option for option in changed}},
    )
    assert told(("dinner.phone",), story).settled.startswith("Sam eats, Sam ate.")
    road = told(("dinner.phone",), story).roads[0]
    assert road.changes[0] == ChangeWords("Sam waits", "Sam ate", 1, "Sam?")
    assert told(WHOLE, story).roads[0].changes[0] == ChangeWords("Sam eats", "you said: “Sam?”", 2, "Pass it.")


def test_settled_before_the_end_and_before_the_beginning() -> None:
    """With options worth more, noodles settle it; with a dead zone that nothing leaves, nobody does."""
    options = dict(STORY.options)
    options["dinner.noodles"] = replace(options["dinner.noodles"], me=9, we=9)
    heavy = replace(STORY, options=options)
    finished, unfinished = told(("dinner.noodles", "offer.go"), heavy), told(("dinner.noodles",), heavy)
    assert finished.settled == "At dinner, you said noodles. From there, every road led to Interdependence."
    assert unfinished.settled == "At dinner, you said noodles. From there, every road leads to Interdependence."
    assert (finished.settled_at, unfinished.settled_at, unfinished.open) == (1, 1, "")
    wide = told(("dinner.noodles", "offer.go"), replace(STORY, dead_zone=(99, 99)))
    assert wide.settled == "Every road through this story leads to an ending in between."
    assert (wide.settled_at, wide.roads) == (0, ())


def test_an_unfinished_run_says_what_is_open() -> None:
    """Its roads lead on from here, or tell which answers would have to be other ones."""
    beside = told(("dinner.noodles",))
    assert beside.open == "Still open from here: Interdependence and Codependence."
    assert beside.settled_at is None
    words = {road.dynamic: road.words for road in beside.roads}
    assert words["codependence"] == "One answer from here can lead to Codependence."
    assert words["dependence"] == "One other answer, at dinner, and this can become Dependence."


def test_a_road_may_be_the_run_itself_with_an_answer_left_out() -> None:
    """Without waiting the bags never come, and with them no offer: nothing else has to be answered otherwise."""
    nodes = list(STORY.nodes)
    nodes[8:10] = [Assign(0, "takeaway", 3), Branch(((ATE, 10),), 14)]
    options = {**STORY.options, "offer.go": replace(STORY.options["offer.go"], me=-9, we=-9)}
    story = replace(STORY, nodes=tuple(nodes), options=options)
    road = told(WHOLE, story).roads[0]
    assert road.words == "With an answer left out, this would have been Interdependence."
    assert (road.run, road.changes, road.parts_at) == (("dinner.noodles",), (), 0)


def test_a_road_keeps_what_came_before_an_answer_left_out() -> None:
    """Up to there it is the player's own run: noodles, then going without having stayed for a while."""
    nodes = list(STORY.nodes)
    nodes[3] = Choose("dinner", ("dinner.noodles", "dinner.phone"), fixed_order=False, next=4)
    last = Choose("dinner", ("dinner.curry",), fixed_order=False, next=14)
    nodes += [Assign(0, "takeaway", 13), Branch(((ATE, 18),), 14), last]
    changed = (
        replace(STORY.options["offer.stay"], target=16, again=True, shows=None, me=0, we=0),
        replace(STORY.options["offer.go"], target=17),
        replace(STORY.options["dinner.curry"], target=14, when=None, me=-9, we=-9),
    )
    options = {**STORY.options, **{option.id: option for option in changed}}
    story = replace(STORY, nodes=tuple(nodes), options=options)
    road = told(("dinner.noodles", "offer.stay", "offer.go", "dinner.curry"), story).roads[0]
    assert (road.run, road.changes, road.parts_at) == (("dinner.noodles", "offer.go"), (), 1)


def test_where_no_road_ends_nothing_is_open() -> None:
    """In a circle that no pick leaves there is no ending to name."""
    waiting = Choose("dinner", ("dinner.wait",), fixed_order=False, next=4)
    story = replace(STORY, nodes=(*STORY.nodes[:3], waiting, *STORY.nodes[4:]))
    assert told(("dinner.wait",), story) == Crossroads()


def test_an_answer_is_quoted_as_it_was_offered() -> None:
    """Also where it changes what its own words ask for; on a road it is what would have been offered there."""
    text = (Either(ATE, words("Bags."), words("Pass it.")),)
    story = replace(STORY, options={**STORY.options, "dinner.phone": replace(STORY.options["dinner.phone"], text=text)})
    road = told(("dinner.phone",), story).roads[0]
    assert road.changes[0].instead_of == "you chose: “Pass it.”"
    assert told(WHOLE, story).roads[0].changes[0].choose == "Pass it."


def test_numbers_are_words_up_to_twelve() -> None:
    """And digits beyond."""
    assert [number(many) for many in (1, 12, 13)] == ["one", "twelve", "13"]
    assert len(NUMBERS) == 13
