"""Promise 19: in every shipped story every answer can be given, and every play comes to an end."""

from __future__ import annotations

from random import Random

import pytest

from game.insight.census import census
from game.library import Library
from game.session import Session
from game.story.events import Entered
from game.story.model import Story

MOST_ANSWERS = 500
LIBRARY = Library(None)
STORIES = [card.id for card in LIBRARY.stories()]


def played(story: Story, count: int) -> set[str]:
    """Play a story so often at random; returns what was picked and entered. Fails for a play without an end."""
    met: set[str] = set()
    for number in range(count):
        session, rng = Session(story, number), Random(number)  # noqa: S311  # no secret hangs on it
        while offered := session.offered:
            session.pick(rng.choice(offered.options).id)
            assert len(session.picks) <= MOST_ANSWERS
        assert session.finished
        met.update(session.picks)
        met.update(event.id for frame in session.frames for event in frame.events if isinstance(event, Entered))
    return met


@pytest.mark.parametrize("name", STORIES)
def test_every_answer_can_be_given_and_every_passage_met(name: str) -> None:
    """The census walks all playthroughs: no option is out of reach, no choice has all of its options closed."""
    story = LIBRARY.story(name)[0]
    found = census(story)
    assert found.complete
    passages = {passage.id for scene in story.scenes.values() for passage in scene.passages}
    assert {met.id for met in found.options if met.chance} == set(story.options)
    assert {met.id for met in found.passages if met.chance} == passages
    assert (found.closed, found.endless) == ((), 0.0)


@pytest.mark.parametrize("name", STORIES)
def test_random_plays_come_to_an_end(name: str) -> None:
    """A few, with all their words."""
    assert played(LIBRARY.story(name)[0], 30)


@pytest.mark.slow
@pytest.mark.timeout(3_600)
@pytest.mark.parametrize("name", STORIES)
def test_10_000_random_plays_meet_everything(name: str) -> None:
    """Every option and every passage is met by somebody who picks at random."""
    story = LIBRARY.story(name)[0]
    met = played(story, 10_000)
    passages = {passage.id for scene in story.scenes.values() for passage in scene.passages}
    assert met >= set(story.options) | passages
