"""What if: the nearest run to each other dynamic, when the label was settled, and what is still open. All exact.

1. Every road is replayed through `step` before it is returned, and its verdict compared.
2. A run may be unfinished; then everything that a road adds to it is new.
3. A reveal waits only so long for it (`SOON` in a window, `PATIENT` elsewhere): `in_time` returns None then, and the
   reveal says nothing of roads. A story of 24 choices takes a tenth of a second at most, so that a machine ten times
   slower is in time, too.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from game.insight.dynamics import verdict
from game.insight.exact.limits import Limits, StoppedError
from game.insight.exact.outlook import Outlook, open_from, outlook
from game.insight.exact.roads import Search
from game.story import engine
from game.story.model import Story
from game.story.names import DYNAMICS
from game.story.state import State

SOON: Final = 2.5
"""Seconds after which a reveal in a window does without what could have followed."""

PATIENT: Final = 15.0
"""The same where nobody waits for a picture: at the prompt, and for `reveal`."""


@dataclass(frozen=True, slots=True)
class Change:
    """A pick of a road that is not in the player's run, and the player's pick at the same choice that it replaces.

    `instead_of` is None where the player did not meet that choice, or no pick made there is given up for it.
    """

    instead_of: str | None
    choose: str


@dataclass(frozen=True, slots=True)
class Road:
    """A road not taken: the whole `run` that ends in `dynamic`, and how it differs from the player's."""

    dynamic: str
    changes: tuple[Change, ...]
    run: tuple[str, ...]

    def as_json(self) -> dict[str, object]:
        """Return the road in the shape that `reveal --json` prints."""
        changes = [{"instead_of": change.instead_of, "choose": change.choose} for change in self.changes]
        return {"dynamic": self.dynamic, "changes": changes, "run": list(self.run)}


@dataclass(frozen=True, slots=True)
class Settled:
    """Every continuation that ends, ends in `dynamic`, ever since the pick `after`; None: since before any choice.

    `number` is that pick's place in the run, from 1; 0 before any choice. Skips are no continuation.
    """

    after: str | None
    dynamic: str
    number: int


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Everything that could have followed `picks`. `settled` is None while more than one verdict is open."""

    picks: tuple[str, ...]
    roads: tuple[Road, ...]
    settled: Settled | None
    open: tuple[str, ...]

    def as_json(self) -> dict[str, object]:
        """Return the keys that it adds to `reveal --json`: no `settled_after` while more than one verdict is open."""
        settled = {"settled_after": self.settled.after} if self.settled else {}
        return {"roads": [road.as_json() for road in self.roads], **settled}


def what_if(story: Story, picks: Iterable[str], limits: Limits | None = None) -> WhatIf:
    """Return all that could have followed.

    Raises `engine.NotOfferedError` for a pick that is not open, and `StoppedError` if a limit is passed.
    """
    view = outlook(story, picks, limits)
    still = open_from(view, view.states)
    return WhatIf(view.picks, _roads(view), _settled(view.picks, still), still[-1])


def in_time(story: Story, picks: Iterable[str], seconds: float = SOON) -> WhatIf | None:
    """Return all that could have followed; None if it cannot be told within so many seconds."""
    try:
        return what_if(story, picks, Limits(states=None, seconds=seconds))
    except StoppedError:
        return None


def roads(story: Story, picks: Iterable[str]) -> tuple[Road, ...]:
    """Return the nearest run to each of the four dynamics but the run's own, if there is one, in their usual order."""
    return _roads(outlook(story, picks))


def settled_after(story: Story, picks: Iterable[str]) -> Settled | None:
    """Return since when all continuations end alike; None if they do not, after the last pick."""
    view = outlook(story, picks)
    return _settled(view.picks, open_from(view, view.states))


def still_open(story: Story, picks: Iterable[str]) -> tuple[str, ...]:
    """Return the verdicts, in between among them, that can still follow after the last pick."""
    view = outlook(story, picks)
    return open_from(view, view.states[-1:])[0]


def _settled(picks: tuple[str, ...], still: list[tuple[str, ...]]) -> Settled | None:
    for number, (after, names) in enumerate(zip((None, *picks), still, strict=True)):
        if len(names) == 1:
            return Settled(after, names[0], number)
    return None


def _roads(view: Outlook) -> tuple[Road, ...]:
    own = verdict(view.states[-1].me, view.states[-1].we, view.story.dead_zone)
    runs = Search(view).roads(frozenset(DYNAMICS) - {own})
    return tuple(_road(view, dynamic, runs[dynamic]) for dynamic in DYNAMICS if dynamic in runs)


def _road(view: Outlook, dynamic: str, run: tuple[str, ...]) -> Road:
    """Replay a run, compare its verdict, and tell its new picks from the player's at the same choice."""
    given_up = _given_up(view, run)
    changes: list[Change] = []
    state, _ = engine.begin(view.story)
    for pick in run:
        if pick not in view.picks:
            others = given_up.get(state.place)
            changes.append(Change(others.pop(0) if others else None, pick))
        state, _ = engine.step(view.story, state, pick)
    if not _ends_in(view.story, state, dynamic):
        raise AssertionError(dynamic, run)
    return Road(dynamic, tuple(changes), run)


def _given_up(view: Outlook, run: tuple[str, ...]) -> dict[int, list[str]]:
    """Return for each choice the player's picks there that a run leaves out, those that can be repeated last."""
    found: dict[int, list[str]] = {}
    for last in (False, True):
        for state, pick in zip(view.states, view.picks, strict=False):
            option = view.story.options.get(pick)
            if pick not in run and (option is None or option.again) == last:
                found.setdefault(state.place, []).append(pick)
    return found


def _ends_in(story: Story, state: State, dynamic: str) -> bool:
    return engine.finished(story, state) and verdict(state.me, state.we, story.dead_zone) == dynamic
