"""The census: exact analysis of all playthroughs of a story, over merged states.

1. Playthroughs are merged on their place, the facts that can still be read, and the meters; history never enters.
2. A playthrough is a sequence of picks up to the end of the story, without skips. Repeatable picks are left out of it:
   playthroughs that differ in these alone count as one.
3. Chances are those of a reader who picks evenly among the open options. What can be met more than once has the chance
   of being met at least once. They are right to nine digits at least.
4. Ranges of meters are those of finished playthroughs, and of all that wait at a choice.
5. Past a limit `complete` is False: counts and chances then hold what was walked and nothing is proved.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from typing import Final, TypeVar

from game.insight.dynamics import verdict
from game.insight.exact.beside import beside
from game.insight.exact.chances import Shares, shared_out
from game.insight.exact.chart import Chart, chart
from game.insight.exact.counts import Counts, counts
from game.insight.exact.digits import digits
from game.insight.exact.fate import Bounds, fate
from game.insight.exact.flow import circles
from game.insight.exact.limits import Limits, or_if_stopped
from game.insight.exact.liveness import read
from game.insight.exact.planes import Board, Span, board
from game.insight.exact.reach import Reach, reach, shortest
from game.insight.exact.spreads import Closed, closed_places, ends, overall, ranges, verdicts
from game.insight.exact.truths import Truth, truths
from game.insight.exact.uncollected import uncollected
from game.story.model import Choose, Enter, Finish, Story
from game.story.names import ENDINGS

Meters = tuple[int, int]
"""Values of me and we."""

Number = TypeVar("Number", int, float)

TOGETHER: Final = 6
"""How many repeatable things of one circle are watched in one walk; each can double the states of its circle."""

LONG: Final = 300
"""So many options make a story in which a second process is worth what it costs to start it."""

MOST_BITS: Final = 1 << 32
"""Where the sets of all that is reached take more bits than this, they wait until a second process has counted."""


@dataclass(frozen=True, slots=True)
class Ending:
    """A dynamic, or in between: its playthroughs, its chance, and the first of its shortest runs, if it has any."""

    playthroughs: int
    chance: float
    shortest: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Met:
    """An option, passage or scene: whether some playthrough meets it, and the chance that one does at least once."""

    id: str
    reachable: bool
    chance: float


@dataclass(frozen=True, slots=True)
class Census:
    """Everything that is true of all playthroughs of a story.

    `meters` are the lowest and highest me and we of finished playthroughs (None if none finishes), `choices` those at
    each `Choose` that is reached, by its node. `endless` is the chance of never ending, in a circle that no pick
    leaves; `lost` is what rounding has taken from all chances together.
    """

    story: str
    playthroughs: int
    states: int
    complete: bool
    meters: tuple[Span, Span] | None
    choices: Mapping[int, tuple[Span, Span]]
    dynamics: Mapping[str, Ending]
    options: tuple[Met, ...]
    passages: tuple[Met, ...]
    scenes: tuple[Met, ...]
    closed: tuple[Closed, ...]
    truths: tuple[Truth, ...]
    endless: float
    lost: float

    def as_json(self) -> dict[str, object]:
        """Return the census in the shape that `census --json` prints: counts as digits, chances as numbers."""
        me, we = self.meters or ((0, 0), (0, 0))
        return {
            "story": self.story,
            "playthroughs": digits(self.playthroughs),
            "states": self.states,
            "complete": self.complete,
            "meters": {"me": list(me), "we": list(we)},
            "dynamics": {
                name: {
                    "playthroughs": digits(ending.playthroughs),
                    "chance": ending.chance,
                    "shortest": list(ending.shortest or ()),
                }
                for name, ending in self.dynamics.items()
            },
            "options": [_met_json(met) for met in self.options],
            "passages": [_met_json(met) for met in self.passages],
        }


def _met_json(met: Met) -> dict[str, object]:
    return {"id": met.id, "reachable": met.reachable, "chance": met.chance}


def census(story: Story, limits: Limits | None = None, *, helped: bool = False) -> Census:
    """Return what is true of all playthroughs of `story`, as far as `limits` allow.

    If `helped`, a second process counts the playthroughs of a long story; not a figure changes.
    """
    limits = limits or Limits()
    work = partial(_counted, story, limits)
    with uncollected(), beside(work) if helped and len(story.options) >= LONG else nullcontext() as helper:
        return _census(story, limits, helper)


def _counted(story: Story, limits: Limits) -> Counts:
    """Count the playthroughs of a story, in a process that does nothing else."""
    with uncollected():
        return counts(chart(read(story, next(watched(story))), limits), limits)


def _census(story: Story, limits: Limits, helper: Callable[[], Counts | None] | None) -> Census:
    watches, charts = list(watched(story)), list[Chart]()
    for each in watches:
        if not limits.passed():
            charts.append(chart(read(story, each), limits))
    if limits.passed():
        return _nothing(story, sum(len(each.spots) for each in charts[:1]))
    whole, laid = charts[0], board(charts[0])
    late = helper is not None and laid.bits > MOST_BITS
    met = None if late else _met(whole, laid, limits)
    bounds = [or_if_stopped(partial(fate, each, story.dead_zone, limits), list[Bounds]()) for each in charts]
    shares = [
        or_if_stopped(partial(shared_out, each, known, limits), Shares())
        for each, known in zip(charts, bounds, strict=True)
    ]
    found = (helper and helper()) or counts(whole, limits, bounds[0])
    met = met or _met(whole, laid, limits)
    ways, chances = _by_verdict(story, found.ways, 0), _by_verdict(story, shares[0].ends, 0.0)
    things = _things(met.reachable, watches, shares)
    return Census(
        story=story.id,
        playthroughs=sum(ways.values()),
        states=met.states,
        complete=met.complete and found.complete and all(each.complete for each in charts) and not limits.passed(),
        meters=met.meters,
        choices=met.choices,
        dynamics={name: Ending(ways[name], chances[name], met.runs[name]) for name in ENDINGS},
        options=tuple(things(id_) for id_ in story.options),
        passages=tuple(things(each.id) for scene in story.scenes.values() for each in scene.passages),
        scenes=tuple(things(id_) for id_ in story.scenes),
        closed=met.closed,
        truths=met.truths,
        endless=shares[0].endless,
        lost=max(share.lost for share in shares),
    )


@dataclass(frozen=True, slots=True)
class _Met:
    """What reaching everything tells. The sets that told it are let go before anything is counted: both are large."""

    reachable: frozenset[str]
    states: int
    complete: bool
    meters: tuple[Span, Span] | None
    choices: Mapping[int, tuple[Span, Span]]
    runs: Mapping[str, tuple[str, ...] | None]
    closed: tuple[Closed, ...]
    truths: tuple[Truth, ...]


def _met(whole: Chart, laid: Board, limits: Limits) -> _Met:
    met = reach(whole, laid, limits)
    goals = verdicts(met.board, ends(met), whole.reading.story.dead_zone)
    return _Met(
        reachable=_reachable(met),
        states=sum(plane.bit_count() for plane in met.seen.values()),
        complete=met.complete,
        meters=overall(ranges(met, Finish)),
        choices=ranges(met, Choose),
        truths=() if limits.passed() else truths(met, limits),
        closed=or_if_stopped(partial(closed_places, met, limits), ()),
        runs={name: or_if_stopped(partial(shortest, met, goals[name], limits), None) for name in ENDINGS},
    )


def _nothing(story: Story, states: int) -> Census:
    """Return a census that stopped before it could tell anything, after so many merged states."""
    return Census(
        story=story.id,
        playthroughs=0,
        states=states,
        complete=False,
        meters=None,
        choices={},
        dynamics=dict.fromkeys(ENDINGS, Ending(0, 0.0, None)),
        options=tuple(Met(id_, reachable=False, chance=0.0) for id_ in story.options),
        passages=tuple(
            Met(each.id, reachable=False, chance=0.0) for scene in story.scenes.values() for each in scene.passages
        ),
        scenes=tuple(Met(id_, reachable=False, chance=0.0) for id_ in story.scenes),
        closed=(),
        truths=(),
        endless=0.0,
        lost=0.0,
    )


def watched(story: Story) -> Iterator[frozenset[str]]:
    """Yield, in parts that are small enough for one walk, the repeatable options and passages that can come again."""
    turning = circles(story)
    groups: defaultdict[int, list[str]] = defaultdict(list)
    for place, circle in turning.items():
        match story.nodes[place]:
            case Enter(entered):
                groups[circle].append(entered)
            case Choose(_, options):
                groups[circle] += (option for option in options if story.options[option].again)
    yield frozenset(id_ for group in groups.values() for id_ in group[:TOGETHER])
    for start in range(TOGETHER, max(map(len, groups.values()), default=0), TOGETHER):
        yield frozenset(id_ for group in groups.values() for id_ in group[start : start + TOGETHER])


def _by_verdict(story: Story, ends: Mapping[Meters, Number], nothing: Number) -> dict[str, Number]:
    """Return what falls to each verdict of what ends with which meters."""
    found = dict.fromkeys(ENDINGS, nothing)
    for (me, we), number in ends.items():
        found[verdict(me, we, story.dead_zone)] += number
    return found


def _reachable(met: Reach) -> frozenset[str]:
    """Return the ids of all that some playthrough picks or enters."""
    nodes = met.chart.reading.story.nodes
    trails = {root.trail for root in met.chart.roots[:1]}
    picks = set[str]()
    for _, _, move in met.moves():
        picks.add(move.pick)
        trails.add(move.trail)
    entered = (nodes[place] for place in {place for trail in trails for place in trail})
    return frozenset(picks).union(node.id for node in entered if isinstance(node, Enter))


def _things(reachable: frozenset[str], watches: list[frozenset[str]], shares: list[Shares]) -> Callable[[str], Met]:
    """Return a function from an id to what is known of it."""

    def known(id_: str) -> Met:
        share = next((share for share, each in zip(shares, watches, strict=True) if id_ in each), shares[0])
        return Met(id_, id_ in reachable, share.picks.get(id_) or share.entered.get(id_, 0.0))

    return known
