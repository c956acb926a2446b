"""What a run meant: the verdict, the path, and each scored pick with its share.

1. Everything is computed by replaying the picks through `step`; nothing is taken on trust.
2. The shares of the moments add up to the meters, to the point.
3. A moment's pull is how far it moved the meters the verdict's way: the signs of the dynamic times its me and we,
   summed. In between there is no such way, and the pull is |me| + |we|.
4. Strongest first; of equals, the earlier.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.insight.dynamics import SIGNS, verdict
from game.insight.patterns import PATTERNS
from game.story import engine
from game.story.model import Option, Story
from game.story.names import DYNAMICS, IN_BETWEEN
from game.story.state import State
from game.story.text import Text, settle


@dataclass(frozen=True, slots=True)
class Moment:
    """A scored pick: `number` counts from 1 in the order of play.

    What it `does` is settled as it was offered, the other texts as they were just after it.
    """

    number: int
    id: str
    pattern: str
    me: int
    we: int
    pull: int
    at: Text
    does: Text
    spoken: bool
    recall: Text | None
    protects: Text | None
    costs: Text | None
    lands: Text | None

    def as_json(self) -> dict[str, str | int]:
        """Return the moment in the shape that `reveal --json` prints."""
        return {"id": self.id, "pattern": self.pattern, "me": self.me, "we": self.we, "pull": self.pull}


@dataclass(frozen=True, slots=True)
class Reveal:
    """What a run meant. `path` begins at (0, 0), or where a trial did, and has a point a scored pick.

    `moments` are strongest first; `against` is the one that pulled hardest the other way, if any did and a dynamic is
    named; `between` names the two dynamics with most points among the picks when none is.
    """

    dynamic: str
    finished: bool
    me: int
    we: int
    path: tuple[tuple[int, int], ...]
    moments: tuple[Moment, ...]
    against: Moment | None
    between: tuple[str, ...]

    def as_json(self) -> dict[str, object]:
        """Return the reveal in the shape that `reveal --json` prints."""
        return {
            "dynamic": self.dynamic,
            "finished": self.finished,
            "me": self.me,
            "we": self.we,
            "path": [list(point) for point in self.path],
            "moments": [moment.as_json() for moment in self.moments],
            "against": self.against.as_json() if self.against else None,
        }


def reveal(story: Story, picks: Iterable[str], start: State | None = None) -> Reveal:
    """Return what the run of `picks` meant so far; `start` is where a trial began, if it is one.

    Raises `engine.NotOfferedError` for a pick that is not open.
    """
    state = start or engine.begin(story)[0]
    meters = [(state.me, state.we)]
    scored: list[tuple[Option, State, State]] = []
    for pick in picks:
        before, (state, _) = state, engine.step(story, state, pick)
        option = story.options.get(pick)
        if option and option.scored:
            scored.append((option, before, state))
            meters.append((state.me, state.we))
    return _reveal(story, state, scored, tuple(meters))


def _reveal(
    story: Story, state: State, scored: Sequence[tuple[Option, State, State]], path: tuple[tuple[int, int], ...]
) -> Reveal:
    dynamic = verdict(state.me, state.we, story.dead_zone)
    played = [_moment(story, number, dynamic, *pick) for number, pick in enumerate(scored, 1)]
    against = min(played, key=lambda moment: (moment.pull, moment.number), default=None)
    return Reveal(
        dynamic,
        engine.finished(story, state),
        state.me,
        state.we,
        path,
        tuple(sorted(played, key=lambda moment: (-moment.pull, moment.number))),
        against if against and against.pull < 0 else None,
        _between(played) if dynamic == IN_BETWEEN else (),
    )


def _moment(  # noqa: PLR0913, PLR0917  # a pick is an option between two states
    story: Story, number: int, dynamic: str, option: Option, before: State, after: State
) -> Moment:
    scene = story.scenes[option.id.partition(".")[0]]
    at, *why = (
        text and settle(text, after)
        for text in (scene.at or scene.title, option.recall, option.protects, option.costs, option.lands)
    )
    does = settle(option.text, before)
    pull = _pull(dynamic, option.me, option.we)
    return Moment(
        number, option.id, option.shows or "", option.me, option.we, pull, at or (), does, option.spoken, *why
    )


def _pull(dynamic: str, me: int, we: int) -> int:
    if dynamic == IN_BETWEEN:
        return abs(me) + abs(we)
    signs = SIGNS[dynamic]
    return signs[0] * me + signs[1] * we


def _between(moments: Iterable[Moment]) -> tuple[str, ...]:
    """Return the two dynamics whose patterns carried most points; of equals, the one listed first."""
    points = dict.fromkeys(DYNAMICS, 0)
    for moment in moments:
        points[PATTERNS[moment.pattern].dynamic] += abs(moment.me) + abs(moment.we)
    ranked = sorted(DYNAMICS, key=lambda dynamic: -points[dynamic])
    return tuple(dynamic for dynamic in ranked[:2] if points[dynamic])
