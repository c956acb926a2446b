"""Starting in the middle: which values a trial takes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.host import Refusal
from game.story.events import Entered
from game.story.model import Assign, Stage, Variable
from game.trial import lonely, trial
from tests.samples import NODES, STORY

SAVING = replace(STORY, variables=(*STORY.variables, Variable("savings", 1, 0, 2), Variable("booked", start=False)))


def test_a_trial_starts_with_its_values() -> None:
    """Words that some step sets, numbers within their bounds, flags and meters; blanks do not count."""
    session = trial(SAVING, "offer", "ate=takeaway, savings = 2,booked=true,me=-3,we=4", 1)
    assert session.state.values == ("takeaway", 2, True)
    assert (session.state.me, session.state.we) == (-3, 4)


def test_a_passage_lies_in_its_scene() -> None:
    """A trial from a passage has the title and the picture of the scene, like one from the scene."""
    assert trial(STORY, "dinner.takeaway", "", 1).frames[0].events[:2] == (
        Entered("dinner"),
        Entered("dinner.takeaway"),
    )
    assert trial(STORY, "offer", "", 1).frames[0].events[:2] == (Entered("offer"), Entered("offer.table"))


def test_a_word_that_is_only_asked_for_will_do() -> None:
    """A scene played on its own asks for what other scenes set."""
    alone = replace(STORY, nodes=tuple(Stage("time", "day", 6) if isinstance(each, Assign) else each for each in NODES))
    assert trial(alone, "offer", "ate=takeaway", 1).state.values == ("takeaway",)


@pytest.mark.parametrize(
    ("having", "sentence"),
    [
        ("savings=3", "savings lies between 0 and 2, and 3 does not."),
        ("savings=two", "savings is a whole number, not “two”."),
        ("booked=yes", "booked is true or false, not “yes”."),
        ("ate=takeaways", "ate never holds “takeaways”. Did you mean “takeaway”?"),
        ("ate=", "ate never holds “”. There are: nothing, takeaway."),
        ("booked", "Write --with NAME=VALUE, such as “booked=1”, not “booked” alone."),
    ],
)
def test_a_value_that_cannot_be_is_refused(having: str, sentence: str) -> None:
    """A trial shows what the story can do, so it starts with nothing that the story cannot hold."""
    with pytest.raises(Refusal) as refused:
        trial(SAVING, "offer", having, 1)
    assert str(refused.value) == sentence


def test_values_need_a_place() -> None:
    """Values alone are refused; without either there is nothing to say."""
    lonely(None, "")
    lonely("offer", "me=1")
    with pytest.raises(Refusal, match="--at SCENE"):
        lonely(None, "me=1")
