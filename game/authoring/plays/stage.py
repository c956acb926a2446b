"""The stage on which a kept play is played: the session that players have, and what is heard of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from game.authoring.plays.play import Play
from game.insight.dynamics import verdict
from game.language import _
from game.session import Session
from game.settings import Settings, names_for
from game.story import engine
from game.story.called import Called
from game.story.events import Event, Offered
from game.story.model import Story

Tell: TypeAlias = Callable[[Iterable[Event], Story, Mapping[str, Called]], Iterable[str]]
"""How a front end tells events: a paragraph each."""

_LAST: Final = 3
"""So many paragraphs tell where a play stands."""


@dataclass
class Stage:
    """A play while it is played.

    `lines` are all paragraphs told, `heard` those since the last pick, one a line, and `at` is how far in them words
    were found; `dynamic` is the ending that it came to.
    """

    story: Story
    play: Play
    tell: Tell
    lines: list[str] = field(default_factory=list)
    heard: str = ""
    at: int = 0
    dynamic: str | None = None

    def __post_init__(self) -> None:
        """Open the session."""
        begun = self.play.start
        start = engine.begin_at(self.story, begun.place, begun.values, begun.me, begun.we) if begun else None
        self.session = Session(self.story, 0, start=start)
        self.called = {**names_for(self.story, Settings()), **self.play.called}
        self._hear(self.session.frames[-1].events)

    def pick(self, option: str) -> bool:
        """Answer with an option, or with `scene.skip`; tells whether it was open."""
        try:
            events = self.session.pick(option)
        except engine.NotOfferedError:
            return False
        self.lines += self.tell(events[:1], self.story, self.called)
        self._hear(events[1:])
        return True

    def now(self) -> list[str]:
        """Return the options that are open, in the author's order."""
        last = self.session.frames[-1].events[-1]
        return [offer.id for offer in last.options] if isinstance(last, Offered) else []

    def waiting(self) -> str:
        """Return what waits, in words."""
        now = ", ".join(self.now())
        return _("a choice of {options}").format(options=now) if now else _("the end of the story")

    def before(self) -> tuple[str, ...]:
        """Return the last paragraphs that were told."""
        return tuple(self.lines[-_LAST:])

    def _hear(self, events: tuple[Event, ...]) -> None:
        state = self.session.state
        if engine.finished(self.story, state):
            self.dynamic = verdict(state.me, state.we, self.story.dead_zone)
            events += engine.tell(self.story, state, self.story.endings[self.dynamic])[1]
        told = list(self.tell(events, self.story, self.called))
        self.lines += told
        self.heard, self.at = "\n".join(" ".join(each.split()) for each in told), 0
