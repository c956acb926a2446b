"""What a lesson needs of the short stories: six choices, a quarter of an hour to read, and endings alike in length."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from statistics import fmean

import pytest

from game.insight.dynamics import verdict
from game.insight.patterns import PATTERNS
from game.library import MAIN_STORY, Library
from game.session import Session
from game.settings import Settings, names_for
from game.story import engine
from game.story.events import Event, Offered, Said
from game.story.model import Story
from game.story.names import DYNAMICS
from game.story.text import Text, plain

CLASS_STORIES = tuple(card.id for card in Library(None).stories() if card.id != MAIN_STORY)
PLAYS = 200


def texts(events: tuple[Event, ...]) -> Iterator[Text]:
    """Yield what a reader reads of these events: prose, and the options of a choice."""
    for event in events:
        if isinstance(event, Said):
            yield event.text
        if isinstance(event, Offered):
            yield from (offer.text for offer in event.options)


def words(story: Story, events: tuple[Event, ...]) -> int:
    """Return how many words a reader reads of these events."""
    called = names_for(story, Settings())
    return sum(len(plain(text, called).split()) for text in texts(events))


def epilogue(story: Story, session: Session) -> tuple[str, int]:
    """Return what a finished play ended in, and how many words the epilogue has."""
    state = session.state
    dynamic = verdict(state.me, state.we, story.dead_zone)
    return dynamic, words(story, engine.tell(story, state, story.endings[dynamic])[1])


def played(story: Story) -> Iterator[Session]:
    """Yield finished plays of somebody who picks evenly."""
    chance = random.Random(6)  # noqa: S311  # no secret: the same plays each time
    for seed in range(PLAYS):
        session = Session(story, seed)
        while session.offered:
            session.pick(chance.choice(session.offered.options).id)
        yield session


@pytest.fixture(params=CLASS_STORIES)
def story(request: pytest.FixtureRequest) -> Story:
    """Each of the class stories."""
    return Library(None).story(request.param)[0]


def test_there_are_three_after_the_main_story() -> None:
    """The picker and the prompt offer the main story first."""
    assert [card.id for card in Library(None).stories()] == [MAIN_STORY, "flatmates", "six-evenings", "standing-by"]


def test_a_play_fits_into_a_lesson(story: Story) -> None:
    """Every play has six scored answers, and 1,100 to 1,500 words with options and epilogue."""
    for session in played(story):
        assert sum(story.options[pick].scored for pick in session.picks) == 6
        read = sum(words(story, frame.events) for frame in session.frames) + epilogue(story, session)[1]
        assert 1100 <= read <= 1500


def test_no_epilogue_is_longer_than_another(story: Story) -> None:
    """On average over plays, each of the five is within a tenth of their mean."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for session in played(story):
        dynamic, length = epilogue(story, session)
        found[dynamic].append(length)
    means = [fmean(lengths) for lengths in found.values()]
    assert len(means) == 5
    assert max(means) <= 1.1 * fmean(means)
    assert min(means) >= 0.9 * fmean(means)


def test_no_dynamic_is_offered_more_often_than_another(story: Story) -> None:
    """Over a story the four are offered equally often, and all six situations are touched."""
    shown = [PATTERNS[option.shows] for option in story.options.values() if option.shows]
    offered = Counter(pattern.dynamic for pattern in shown)
    assert set(offered) == set(DYNAMICS)
    assert len(set(offered.values())) == 1
    assert len({pattern.situation for pattern in shown}) == 6
