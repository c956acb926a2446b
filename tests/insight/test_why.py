"""Which moments a reveal tells, and in which words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from game.insight.crossroads import crossroads
from game.insight.patterns import PATTERNS
from game.insight.reveal import Moment, Reveal, reveal
from game.insight.what_if import what_if
from game.insight.why import Why, explain, told, why
from game.insight.wording import DISCLAIMER, DYNAMIC_WORDS, PATTERN_WORDS
from game.settings import Settings, names_for
from game.story.text import NameOf, Words
from tests.samples import STORY


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


CALLED = names_for(STORY, Settings())


def test_a_moment_is_told_by_its_pattern() -> None:
    """When it was and what was done, how it moved each meter, and the pattern's words where the story has none."""
    noodles, phone = reveal(STORY, ["dinner.noodles"]).moments[0], reveal(STORY, ["dinner.phone"]).moments[0]
    own = PATTERN_WORDS["decide_together"]
    pattern = PATTERNS["decide_together"].name
    pull = "Me: a little more; we: much more."
    words_of = (own.protected, own.cost_me, own.for_us, own.other_move)
    told_first = Why(1, "dinner.noodles", 1, 2, "At dinner", "At dinner, you said noodles.", pattern, pull, *words_of)
    assert why(noodles, CALLED) == told_first
    assert why(phone, CALLED).did == "At dinner, you chose: “Pass it.”"
    assert why(phone, CALLED).pull == "Me: much less; we: a little less."


def test_a_story_s_own_words_go_before_a_pattern_s() -> None:
    """What it protected, what it cost and how it landed; what was said aloud is quoted as that."""
    sam = NameOf("sam")
    said = replace(STORY.options["dinner.noodles"], text=(sam, Words("?")), spoken=True, recall=None)
    own = (sam, Words(" and noodles")), (sam, Words(" an hour")), (sam, Words(" sang."))
    option = replace(said, protects=own[0], costs=own[1], lands=own[2])
    scenes = {id_: replace(scene, at=(sam, Words(" first"))) for id_, scene in STORY.scenes.items()}
    moment = reveal(replace(STORY, scenes=scenes, options={**STORY.options, option.id: option}), [option.id]).moments[0]
    told_as = why(moment, CALLED)
    assert (told_as.at, told_as.did) == ("Sam first", "Sam first, you said: “Sam?”")
    assert (told_as.protected, told_as.cost, told_as.landed) == ("Sam and noodles", "Sam an hour", "Sam sang.")


def test_an_explanation_has_the_words_of_its_dynamic() -> None:
    """And its moments, the question of the story, and what could have followed as far as that is known."""
    picks = ["dinner.noodles", "offer.go"]
    meaning = reveal(STORY, picks)
    dynamic = DYNAMIC_WORDS["interdependence"]
    explained = explain(STORY, meaning, CALLED)
    assert (explained.dynamic, explained.heading, explained.plain) == (meaning.dynamic, dynamic.title, dynamic.plain)
    assert (explained.voice, explained.kept) == (dynamic.voice, dynamic.kept)
    assert (explained.price, explained.next_move) == (dynamic.price, dynamic.next_move)
    assert explained.moments == (why(meaning.moments[0], CALLED),)
    assert (explained.against, explained.question, explained.disclaimer) == (None, "Which one?", DISCLAIMER)
    assert (explained.roads, explained.settled, explained.settled_at, explained.open) == ((), "", None, "")


@pytest.mark.parametrize("picks", [["dinner.noodles"], ["dinner.noodles", "offer.go"]])
def test_what_could_have_followed_belongs_to_an_explanation(picks: list[str]) -> None:
    """Its roads, since when it was settled, what is open, all with everybody named."""
    scenes = {id_: replace(scene, at=(NameOf("sam"), Words(" and you"))) for id_, scene in STORY.scenes.items()}
    named = replace(STORY, scenes=scenes)
    beside = what_if(named, picks)
    known, further = explain(named, reveal(named, picks), CALLED, beside), crossroads(named, beside, CALLED)
    assert (known.roads, known.settled, known.settled_at, known.open) == further
    assert known.moments == (why(reveal(named, picks).moments[0], CALLED),)
    assert known.roads[0].changes[0].at == "Sam and you"
    assert bool(known.open) != bool(known.settled)


def test_an_explanation_names_what_lay_between_and_what_pulled_against() -> None:
    """In between, by the titles of both dynamics; else by the moment that pulled the other way."""
    wide = replace(STORY, dead_zone=(9, 9))
    between = explain(wide, reveal(wide, ["dinner.noodles", "offer.go"]), CALLED)
    assert (between.heading, between.between) == ("In between", ("Interdependence", "Independence"))
    options = {**STORY.options, "offer.stay": replace(STORY.options["offer.stay"], me=-1, we=-1)}
    options["dinner.noodles"] = replace(options["dinner.noodles"], me=2, we=2)
    scenes = {id_: replace(scene, at=(NameOf("sam"), Words(" later"))) for id_, scene in STORY.scenes.items()}
    mixed = replace(STORY, scenes=scenes, options=options)
    meaning = reveal(mixed, ["dinner.noodles", "offer.stay"])
    assert explain(mixed, meaning, CALLED).against == why(meaning.moments[1], CALLED)
