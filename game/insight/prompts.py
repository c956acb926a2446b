"""What a group may talk about: the prompts of scenes, a few from each. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, zip_longest

from game.story import engine
from game.story.model import Story
from game.story.state import State
from game.story.text import Text, settle


def prompts(story: Story, state: State, scenes: Iterable[str], most: int) -> tuple[Text, ...]:
    """Return at most so many prompts, settled by a state: the first of each scene, then the second of each, and on."""
    rounds = zip_longest(*(story.scenes[scene].prompts for scene in dict.fromkeys(scenes)))
    wanted: Iterator[Text] = (settle(prompt, state) for each in rounds for prompt in each if prompt)
    return tuple(islice(wanted, most))


def state_after(story: Story, picks: Sequence[str]) -> State:
    """Return the state in which a run of these picks stands. Raises `engine.NotOfferedError`."""
    state, _events = engine.begin(story)
    for pick in picks:
        state, _events = engine.step(story, state, pick)
    return state
