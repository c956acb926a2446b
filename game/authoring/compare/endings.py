"""Endings: whether kept runs keep the dynamic that they ended in.

1. If no option's points and no dead zone changed, every run that goes on keeps its ending: that is exact.
2. Otherwise runs are tried: for each ending a shortest one, and runs of a reader who picks evenly, drawn from seeds.
   What they show is true of them and is no proof for the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Final

from game.insight.census import census
from game.insight.dynamics import verdict
from game.insight.exact.limits import Limits
from game.story import engine
from game.story.model import Choose, Story
from game.story.state import State

TRIED: Final = 200
"""So many drawn runs are tried."""

_LONGEST: Final = 1_000
_SECONDS: Final = 5.0


@dataclass(frozen=True, slots=True)
class Points:
    """An option whose move of me and we changed; ids of today."""

    option: str
    old: tuple[int, int]
    new: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Turned:
    """A finished run that ends in another dynamic now."""

    old: str
    new: str
    run: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Endings:
    """What changed for endings. `tried` counts the finished runs that were played in both; 0 where all keep theirs."""

    points: tuple[Points, ...]
    dead_zones: tuple[tuple[int, int], tuple[int, int]]
    tried: int = 0
    turned: tuple[Turned, ...] = ()

    @property
    def kept(self) -> bool:
        """Whether every run that goes on is known to keep its ending."""
        return not self.points and self.dead_zones[0] == self.dead_zones[1]


def endings(old: Story, new: Story) -> Endings:
    """Return what becomes of the endings of runs of `old` in `new`."""
    found = Endings(tuple(_points(old, new)), (old.dead_zone, new.dead_zone))
    if found.kept:
        return found
    tried = [each for run in dict.fromkeys(_runs(old)) if (each := _played(old, new, run))]
    turned = tuple(each for each in tried if each.old != each.new)
    return Endings(found.points, found.dead_zones, len(tried), turned)


def _points(old: Story, new: Story) -> Iterator[Points]:
    for former, option in old.options.items():
        today = new.options.get(new.renamed.get(former, former))
        if today and (option.me, option.we) != (today.me, today.we):
            yield Points(today.id, (option.me, option.we), (today.me, today.we))


def _runs(story: Story) -> Iterator[tuple[str, ...]]:
    found = census(story, Limits(seconds=_SECONDS))
    yield from (ending.shortest for ending in found.dynamics.values() if ending.shortest)
    for seed in range(TRIED):
        yield tuple(_drawn(story, Random(seed)))  # noqa: S311  # no secret hangs on it


def _drawn(story: Story, rng: Random) -> Iterator[str]:
    """Yield the picks of an even reader, up to the end or to where the run would be longer than any that is kept."""
    state = engine.begin(story)[0]
    for _number in range(_LONGEST):
        node = story.nodes[state.place]
        if not isinstance(node, Choose):
            return
        pick = rng.choice(list(engine.open_options(story, state, node))).id
        state = engine.step(story, state, pick)[0]
        yield pick


def _played(old: Story, new: Story, run: tuple[str, ...]) -> Turned | None:
    """Return in what a run ends in both stories; None if it does not end in either of them."""
    before = _after(old, run)
    after = _after(new, tuple(new.renamed.get(pick, pick) for pick in run))
    if before is None or after is None:
        return None
    return Turned(_ended(old, before), _ended(new, after), run)


def _after(story: Story, run: tuple[str, ...]) -> State | None:
    state = engine.begin(story)[0]
    for pick in run:
        try:
            state = engine.step(story, state, pick)[0]
        except engine.NotOfferedError:
            return None
    return state if engine.finished(story, state) else None


def _ended(story: Story, state: State) -> str:
    return verdict(state.me, state.we, story.dead_zone)
