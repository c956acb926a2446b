"""From a session's events to stretches of prose with their pictures."""

from __future__ import annotations

from itertools import pairwise

import pytest

from game.session import Session
from game.settings import Settings, names_for
from game.story.text import Words
from game.window.compose import View
from game.window.prose import POSE, opened, option_spans, stretches
from game.window.typeset import Span
from tests.gallery import stage as gallery
from tests.samples import STORY

CALLED = names_for(STORY, Settings())


def told(*picks: str) -> list[list[str]]:
    """Return the words of each stretch after these answers."""
    session = Session(STORY, 1)
    session.replay(picks)
    return [
        [block.name or "".join(span.words for span in block.spans) for block in stretch.blocks]
        for stretch in stretches(session, CALLED)
    ]


def test_a_story_begins_with_its_first_scene() -> None:
    """The season above the heading, the prose below."""
    assert told() == [["Spring", "Dinner", "They lean"]]


@pytest.mark.parametrize(
    ("words", "caps"),
    [
        ("It rains for a week.", "It rains for"),
        ("March, ten to eight.", "March,"),
        ("Ten past seven. Nobody eats.", "Ten past seven."),
        ("It only rains.", ""),
        ("", ""),
    ],
)
def test_a_scene_opens_in_small_caps(words: str, caps: str) -> None:
    """Its first words, as far as the first pause; no letter is lost, and what begins with stress is left as it is."""
    spans = opened((Span(words, "prose"),))
    assert "".join(span.words for span in spans) == words
    assert "".join(span.words for span in spans if span.style == "opening") == caps
    assert opened((Span(words, "stress"),)) == (Span(words, "stress"),)


def test_only_what_follows_a_heading_opens() -> None:
    """Once in each scene."""
    session = Session(gallery.story(), 1)
    session.replay(gallery.YEAR[:2])
    blocks = [block for stretch in stretches(session, CALLED) for block in stretch.blocks]
    for before, block in pairwise(blocks):
        assert ("opening" in {span.style for span in block.spans}) == (before.role == "heading")


def test_an_answer_begins_a_stretch_and_a_scene_another() -> None:
    """What was answered is told with what followed; the next scene is a page of its own."""
    first, answer, scene = told("dinner.noodles")
    assert first[1] == "Dinner"
    assert answer == ["You: Say noodles.", "Sam (low): You eat late."]
    assert scene == ["Spring", "Offer"]


def test_a_scene_left_out_is_said() -> None:
    """So that the history is whole."""
    assert any(words.startswith("You left the rest of this scene out.") for words in told("dinner.skip")[1])


def test_pictures_follow_the_stage() -> None:
    """A scene's place and season, the usual pose, and what a direction changes."""
    session = Session(STORY, 1)
    session.replay(("dinner.noodles",))
    views = [stretch.view for stretch in stretches(session, CALLED)]
    assert views[0] == View("kitchen", "spring", None, POSE)
    assert views[-1] == View("kitchen", "spring", None, "apart")


def test_leaves_count_the_scenes() -> None:
    """What belongs to one scene stands on one leaf."""
    session = Session(STORY, 1)
    session.replay(("dinner.wait", "dinner.noodles"))
    assert [stretch.leaf for stretch in stretches(session, CALLED)] == [1, 1, 1, 2]


def test_what_is_said_stands_in_quotation_marks() -> None:
    """An act does not."""
    text = (Words("Curry."),)
    assert "".join(span.words for span in option_spans(text, CALLED, spoken=True)) == "“Curry.”"
    assert "".join(span.words for span in option_spans(text, CALLED, spoken=False)) == "Curry."
