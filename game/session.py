"""A playthrough while it is played: the one mutable object. It keeps each state and what led to it.

Rewinding looks back and keeps what lies ahead; only another answer replaces it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from game.story import engine
from game.story.events import Event, Offered
from game.story.model import Story
from game.story.names import SKIP
from game.story.order import arranged
from game.story.state import State


@dataclass(frozen=True, slots=True)
class Frame:
    """One step: what was picked (None at the start), the state after it, and what was told on the way there."""

    pick: str | None
    state: State
    events: tuple[Event, ...]


class Session:
    """A playthrough of `story`; `seed` orders the options. `listener` is told after every new answer.

    `start` is where a trial begins; without it, the story's beginning, and `trial` is None.
    """

    def __init__(
        self,
        story: Story,
        seed: int,
        listener: Callable[[Session], None] | None = None,
        start: tuple[State, tuple[Event, ...]] | None = None,
    ) -> None:
        self.story = story
        self.seed = seed
        self.listener = listener
        self.trial = start[0] if start else None
        self._frames = [Frame(None, *(start or engine.begin(story)))]
        self._at = 0

    @property
    def frames(self) -> tuple[Frame, ...]:
        """Everything played up to here, the start first."""
        return tuple(self._frames[: self._at + 1])

    @property
    def state(self) -> State:
        """Where the playthrough stands."""
        return self._frames[self._at].state

    @property
    def picks(self) -> tuple[str, ...]:
        """The answers up to here, in order."""
        return tuple(frame.pick for frame in self.frames if frame.pick is not None)

    @property
    def furthest(self) -> tuple[str, ...]:
        """All answers given, with those that a rewind left ahead."""
        return tuple(frame.pick for frame in self._frames if frame.pick is not None)

    @property
    def finished(self) -> bool:
        """Whether the playthrough is over here."""
        return engine.finished(self.story, self.state)

    @property
    def complete(self) -> bool:
        """Whether the playthrough is over after all answers given, with those that a rewind left ahead."""
        return engine.finished(self.story, self._frames[-1].state)

    @property
    def offered(self) -> Offered | None:
        """The choice that waits, with its options in the order of this run; None at the end."""
        last = self._frames[self._at].events[-1]
        return arranged(last, self.seed) if isinstance(last, Offered) else None

    def pick(self, option_id: str) -> tuple[Event, ...]:
        """Answer with an option's id; returns what happened. Raises `engine.NotOfferedError`."""
        state, events = engine.step(self.story, self.state, option_id)
        ahead = self._frames[self._at + 1] if self._at + 1 < len(self._frames) else None
        if ahead is None or ahead.pick != option_id:
            self._frames[self._at + 1 :] = [Frame(option_id, state, events)]
        self._at += 1
        if self.listener:
            self.listener(self)
        return events

    def skip(self) -> tuple[Event, ...]:
        """Leave out the rest of the scene; returns what happened."""
        choice = self.offered
        if choice is None:
            raise engine.NotOfferedError(SKIP)
        return self.pick(f"{choice.scene}.{SKIP}")

    def rewind(self, steps: int = 1) -> bool:
        """Go back that many answers, or to the start; tells whether anything changed."""
        before, self._at = self._at, max(0, self._at - steps)
        return self._at != before

    def forward(self, steps: int = 1) -> bool:
        """Go on that many answers among those rewound; tells whether anything changed."""
        before, self._at = self._at, min(len(self._frames) - 1, self._at + steps)
        return self._at != before

    def replay(self, picks: Iterable[str]) -> int:
        """Answer with `picks` as far as they can be given; returns how many were."""
        taken = 0
        for pick in picks:
            try:
                self.pick(pick)
            except engine.NotOfferedError:
                break
            taken += 1
        return taken
