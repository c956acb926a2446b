"""Perform: play a kept play through the session that players have, and hold what is told against what is expected.

1. A play goes on after an expectation that fails; only a pick that is not open ends it, for what follows hangs on it.
2. What is told since the last pick is one stretch of words. `tells` looks for its words from where the last one of the
   same stretch was found; white space counts as one space, and words never reach over the end of a paragraph.
3. After the last pick the epilogue belongs to what is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from game.authoring.nodes import Scalar
from game.authoring.plays.failure import Failure, Ids, Words
from game.authoring.plays.likeness import likest
from game.authoring.plays.play import Closed, Has, Moment, Omits, Open, Play, Tells, Want
from game.authoring.written import written
from game.insight.dynamics import verdict
from game.language import _
from game.session import Session
from game.settings import Settings, names_for
from game.story import engine
from game.story.called import Called
from game.story.events import Entered, Event, Offered
from game.story.model import Story

Tell: TypeAlias = Callable[[Iterable[Event], Story, Mapping[str, Called]], Iterable[str]]
"""How a front end tells events: a paragraph each."""

_LAST: Final = 3
"""So many paragraphs tell where a play stands."""


@dataclass(frozen=True, slots=True)
class Performed:
    """What came of a play: its failures, all that was told, and what it met.

    `met` are the options picked and the passages entered, `dynamic` is the ending it came to, or None; `stopped` tells
    that a pick was not open and the rest was not played.
    """

    play: Play
    failures: tuple[Failure, ...]
    lines: tuple[str, ...]
    met: frozenset[str]
    dynamic: str | None
    stopped: bool


def perform(story: Story, play: Play, tell: Tell) -> Performed:
    """Play `play` in `story`. Its transcript is not looked at."""
    stage = _Stage(story, play, tell)
    failures = list(stage.failures())
    session = stage.session
    met = {event.id for frame in session.frames for event in frame.events if isinstance(event, Entered)}
    met.update(session.picks)
    return Performed(play, tuple(failures), tuple(stage.lines), frozenset(met), stage.dynamic, stage.stopped)


@dataclass
class _Stage:
    """A play while it is played. `heard` is what was told since the last pick, `at` how far in it words were found."""

    story: Story
    play: Play
    tell: Tell
    lines: list[str] = field(default_factory=list)
    heard: str = ""
    at: int = 0
    dynamic: str | None = None
    stopped: bool = False

    def __post_init__(self) -> None:
        """Open the session."""
        begun = self.play.start
        start = None
        if begun:
            start = engine.begin_at(self.story, begun.place, begun.values, begun.me, begun.we)
        self.session = Session(self.story, 0, start=start)
        self.called = {**names_for(self.story, Settings()), **self.play.called}
        self._hear(self.session.frames[-1].events)

    def failures(self) -> Iterator[Failure]:
        """Yield what does not come true, in the order of the file."""
        for moment in self.play.moments:
            yield from self._wants(moment)
            if moment.pick and not self._picked(moment.pick.text):
                yield self._refused(moment.pick)
                self.stopped = True
                return
        if self.play.ends:
            yield from self._ends(self.play.ends)

    def _wants(self, moment: Moment) -> Iterator[Failure]:
        for want in moment.wants:
            failure = self._failure(want)
            if failure:
                yield failure

    def _failure(self, want: Want) -> Failure | None:
        match want:
            case Tells(words):
                return self._tells(words)
            case Omits(words):
                return self._omits(words)
            case Open(_, ids):
                return self._open(want, [each.text for each in ids])
            case Closed(scalar):
                return self._closed(scalar)
            case Has():
                return self._has(want)

    def _picked(self, pick: str) -> bool:
        try:
            events = self.session.pick(pick)
        except engine.NotOfferedError:
            return False
        self.lines += self.tell(events[:1], self.story, self.called)
        self._hear(events[1:])
        return True

    def _hear(self, events: tuple[Event, ...]) -> None:
        state = self.session.state
        if engine.finished(self.story, state):
            self.dynamic = verdict(state.me, state.we, self.story.dead_zone)
            events += engine.tell(self.story, state, self.story.endings[self.dynamic])[1]
        told = list(self.tell(events, self.story, self.called))
        self.lines += told
        self.heard, self.at = "\n".join(" ".join(each.split()) for each in told), 0

    # Expectations, one each

    def _tells(self, scalar: Scalar) -> Failure | None:
        words = " ".join(scalar.text.split())
        found = self.heard.find(words, self.at)
        if found >= 0:
            self.at = found + len(words)
            return None
        if words in self.heard:
            message = _("These words come too early: before the words above them in the file.")
            return Failure(scalar.span, message, (words,), before=self._before())
        near = likest(words, self.heard[self.at :].split("\n"))
        came = near or " / ".join(self.heard.split("\n")) or _("nothing is told here")
        mend = Words(scalar, near) if near else None
        return Failure(scalar.span, _("These words are not told here."), (words,), (came,), self._before(), mend=mend)

    def _omits(self, scalar: Scalar) -> Failure | None:
        words = " ".join(scalar.text.split())
        if words not in self.heard:
            return None
        paragraph = next(each for each in self.heard.split("\n") if words in each)
        message = _("These words are told here, and should not be.")
        return Failure(scalar.span, message, (), (paragraph,), self._before())

    def _open(self, want: Open, expected: list[str]) -> Failure | None:
        now = self._now()
        if set(expected) == set(now):
            return None
        ordered = [each for each in expected if each in now] + [each for each in now if each not in expected]
        message = _("Other options are open here.")
        span = want.ids[0].span if want.ids else want.node.span
        came = (", ".join(ordered) or _("none"),)
        listed = (", ".join(expected) or _("none"),)
        return Failure(span, message, listed, came, self._before(), mend=Ids(want.node, tuple(ordered)))

    def _closed(self, scalar: Scalar) -> Failure | None:
        if scalar.text not in self._now():
            return None
        message = _("`{option}` can be picked here, and should not be.").format(option=scalar.text)
        return Failure(scalar.span, message, before=self._before())

    def _has(self, want: Has) -> Failure | None:
        state, name = self.session.state, want.name.text
        held = dict(zip((each.id for each in self.story.variables), state.values, strict=True))
        now = {**held, "me": state.me, "we": state.we}[name]
        if now == want.wanted:
            return None
        shown = str(now).lower() if isinstance(now, bool) else str(now)
        message = _("`{name}` holds something else here.").format(name=name)
        mend = Words(want.value, shown)
        return Failure(want.value.span, message, (want.value.text,), (shown,), self._before(), mend=mend)

    def _ends(self, scalar: Scalar) -> Iterator[Failure]:
        if self.dynamic is None:
            yield Failure(
                scalar.span, _("The play is not over yet."), (scalar.text,), (self._waiting(),), self._before()
            )
        elif self.dynamic != scalar.text:
            state = self.session.state
            came = _("{dynamic}, with me {me} and we {we}").format(dynamic=self.dynamic, me=state.me, we=state.we)
            mend = Words(scalar, self.dynamic)
            message = _("The play ends in something else.")
            yield Failure(scalar.span, message, (scalar.text,), (came,), self._before(), mend=mend)

    def _refused(self, pick: Scalar) -> Failure:
        message = _("`{option}` cannot be picked here: {why}").format(option=pick.text, why=self._why(pick.text))
        return Failure(pick.span, message, (), (self._waiting(),), self._before())

    def _why(self, pick: str) -> str:
        choice, option = self.session.offered, self.story.options.get(pick)
        if choice is None:
            return _("the story is over.")
        if pick in [offer.id for offer in choice.closed] and option and option.when:
            return _("its condition does not hold: {condition}").format(condition=written(option.when))
        if pick in self.session.picks:
            return _("it was picked before, and an option can be picked once.")
        return _("another choice waits.")

    def _now(self) -> list[str]:
        """Return the options that are open, in the author's order."""
        last = self.session.frames[-1].events[-1]
        return [offer.id for offer in last.options] if isinstance(last, Offered) else []

    def _waiting(self) -> str:
        now = ", ".join(self._now())
        return _("a choice of {options}").format(options=now) if now else _("the end of the story")

    def _before(self) -> tuple[str, ...]:
        return tuple(self.lines[-_LAST:])
