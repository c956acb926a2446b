"""Two runs of one story side by side: choice by choice, where they parted, and what each ended in.

1. Everything is computed by replaying both runs through `step`.
2. A meeting is one choice of the story, met for the nth time; it was met by both runs or by one of them.
3. Meetings stand in the order of play; what only the other run met stands before the next that both met.
4. The runs parted at the first pick in which they differ. Up to there they were one run, so both met that choice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from game.insight.reveal import Reveal, reveal
from game.story import engine
from game.story.model import Story
from game.story.state import State

Key: TypeAlias = tuple[int, int]
"""A choice of the story by its node, and the how-manieth time it was met."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A pick with the states around it; `number` counts a run's picks from 1."""

    pick: str
    number: int
    before: State
    after: State


@dataclass(frozen=True, slots=True)
class Meeting:
    """A choice that at least one of the two runs answered; None stands for a run that did not."""

    scene: str
    one: Answer | None
    other: Answer | None

    @property
    def both(self) -> bool:
        """Whether both runs met it."""
        return self.one is not None and self.other is not None

    @property
    def alike(self) -> bool:
        """Whether both gave the same answer."""
        return self.one is not None and self.other is not None and self.one.pick == self.other.pick


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs compared. `parted` is the meeting at which they parted, None while one only goes on from the other."""

    one: Reveal
    other: Reveal
    meetings: tuple[Meeting, ...]
    parted: Meeting | None

    @property
    def alike(self) -> int:
        """How many answers were the same."""
        return sum(meeting.alike for meeting in self.meetings)

    @property
    def unlike(self) -> int:
        """How many choices both met and answered differently."""
        return sum(meeting.both and not meeting.alike for meeting in self.meetings)


def compare(story: Story, one: Sequence[str], other: Sequence[str]) -> Comparison:
    """Return two runs of a story side by side.

    Raises `engine.NotOfferedError` for a pick that is not open.
    """
    mine, theirs = dict(_answers(story, one)), dict(_answers(story, other))
    meetings = tuple(
        Meeting((mine.get(key) or theirs[key]).pick.partition(".")[0], mine.get(key), theirs.get(key))
        for key in _in_order(mine, theirs)
    )
    apart = next((at for at, (a, b) in enumerate(zip(one, other, strict=False), 1) if a != b), 0)
    parted = next((each for each in meetings if each.one and each.one.number == apart), None)
    return Comparison(reveal(story, one), reveal(story, other), meetings, parted)


def _answers(story: Story, picks: Iterable[str]) -> Iterator[tuple[Key, Answer]]:
    state, _events = engine.begin(story)
    met: Counter[int] = Counter()
    for number, pick in enumerate(picks, 1):
        before, (state, _events) = state, engine.step(story, state, pick)
        met[before.place] += 1
        yield (before.place, met[before.place]), Answer(pick, number, before, state)


def _in_order(mine: Mapping[Key, Answer], theirs: Mapping[Key, Answer]) -> Iterator[Key]:
    """Yield the keys of both, each once."""
    waiting = list(theirs)
    for key in mine:
        if key in waiting:
            at = waiting.index(key)
            yield from (each for each in waiting[:at] if each not in mine)
            del waiting[: at + 1]
        yield key
    yield from (each for each in waiting if each not in mine)
