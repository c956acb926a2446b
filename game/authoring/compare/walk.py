"""Walk: every run of the old story at once, given to the new one answer by answer.

1. A pair is a state of the old story and the state to which the same answers lead in the new one. Pairs are merged on
   what either story can still read, as the census merges states; meters count only where a condition reads them.
2. Where an answer is not open in the new story, the run is cut there: a kept run of that kind comes no further. The old
   story is walked on from there all the same, for everything behind it is lost to such a run.
3. Skips are answers like others. The walk goes by the number of answers, so what is met first is met by a shortest run.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple, TypeAlias

from game.authoring.compare.cause import Cause, cause
from game.insight.exact.chart import spot_of
from game.insight.exact.flow import following, reached
from game.insight.exact.limits import Limits
from game.insight.exact.liveness import Reading, read
from game.insight.exact.tokens import terms
from game.insight.exact.walk import spot as spot_at
from game.story import engine
from game.story.conditions import Meter
from game.story.model import Choose, Say, Story
from game.story.names import SKIP
from game.story.state import State

_Link: TypeAlias = "tuple[_Link, str] | None"
"""The run so far: the link before, and the last answer."""

_CUT: Final = "cut"


@dataclass(slots=True)
class Place:
    """A choice of the old story, or its end, by its node.

    `whole` is a shortest run there that the new story takes, `lost` one that it does not take, with its `cause`.
    """

    node: int
    whole: tuple[str, ...] | None = None
    lost: tuple[str, ...] | None = None
    cause: Cause | None = None


@dataclass(slots=True)
class Walked:
    """Everything that was met. `complete` is False when a limit cut the walk short."""

    places: dict[int, Place] = field(default_factory=dict)
    causes: dict[Hashable, Cause] = field(default_factory=dict)
    pairs: int = 0
    complete: bool = True

    @property
    def lost(self) -> list[Place]:
        """The places where some run or every run is cut back, the nearest to the beginning first."""
        return sorted((each for each in self.places.values() if each.lost), key=lambda each: len(each.lost or ()))


class _Pair(NamedTuple):
    """A state of the old story, and what the new one makes of the same answers: a state, or None with the cause."""

    old: State
    new: State | None
    cause: Cause | None
    run: _Link


@dataclass
class _Side:
    """A story prepared for merging its states; `metered` are the places from which meters can be read."""

    reading: Reading

    def __post_init__(self) -> None:
        story, back = self.reading.story, defaultdict[int, set[int]](set)
        for place in range(len(story.nodes)):
            for way in following(story, place):
                back[way].add(place)
        self.metered = reached(_asking(self.reading), lambda place: back[place])

    def merged(self, state: State) -> Hashable:
        """Return what stands for all states from which the story goes on alike."""
        if self.reading.tallies.marks:
            spot = spot_of(self.reading, state)
        else:
            # Nothing counts what was shown, so the picks are all the marks there are.
            spot = spot_at(self.reading, state.place, state.values, state.picked)
        return (spot, state.me, state.we) if state.place in self.metered else spot


def walk(old: Story, new: Story, limits: Limits) -> Walked:
    """Return where runs of `old` get in `new`, as far as `limits` allow; both may be one story."""
    bare = _bare(old)
    return _Walk(bare, bare if new is old else _bare(new), limits).whole()


def _bare(story: Story) -> Story:
    """Return a story without words: the walk reads none, and deciding what they say takes long."""
    nodes = tuple(replace(node, text=()) if isinstance(node, Say) else node for node in story.nodes)
    return replace(story, nodes=nodes, options={id_: replace(each, text=()) for id_, each in story.options.items()})


@dataclass
class _Walk:
    """A walk under way."""

    old: Story
    new: Story
    limits: Limits
    found: Walked = field(default_factory=Walked)

    def __post_init__(self) -> None:
        """Prepare both stories for merging."""
        self.sides = _Side(read(self.old)), _Side(read(self.new))

    def whole(self) -> Walked:
        """Walk to the end, or to a limit."""
        start = engine.begin(self.old)[0]
        ahead = deque([_Pair(start, start if self.new is self.old else engine.begin(self.new)[0], None, None)])
        seen: set[Hashable] = set()
        while ahead:
            pair = ahead.popleft()
            key = self._key(pair)
            if key in seen:
                continue
            if self.limits.passed(len(seen)):
                self.found.complete = False
                break
            seen.add(key)
            self._note(pair)
            ahead.extend(self._following(pair))
        self.found.pairs = len(seen)
        return self.found

    def _key(self, pair: _Pair) -> Hashable:
        old, new = self.sides
        if pair.new is None:
            return old.merged(pair.old), _CUT
        return old.merged(pair.old), None if pair.new is pair.old else new.merged(pair.new)

    def _note(self, pair: _Pair) -> None:
        place = self.found.places.setdefault(pair.old.place, Place(pair.old.place))
        if pair.new is not None and place.whole is None:
            place.whole = _run(pair.run)
        elif pair.new is None and place.lost is None:
            place.lost, place.cause = _run(pair.run), pair.cause

    def _following(self, pair: _Pair) -> Iterator[_Pair]:
        for pick in answers(self.old, pair.old):
            after = engine.step(self.old, pair.old, pick)[0]
            link = (pair.run, pick)
            if pair.new is None or pair.new is pair.old:
                yield _Pair(after, None if pair.new is None else after, pair.cause, link)
                continue
            try:
                new = engine.step(self.new, pair.new, self.new.renamed.get(pick, pick))[0]
            except engine.NotOfferedError:
                yield _Pair(after, None, self._cause(pair, pick), link)
            else:
                yield _Pair(after, new, None, link)

    def _cause(self, pair: _Pair, pick: str) -> Cause:
        assert pair.new is not None, "a run is cut once"  # noqa: S101
        found = cause(self.new, pair.new, pick, pair.old.place, _run((pair.run, pick)))
        known = self.found.causes.setdefault(found.key, found)
        known.picks.setdefault(pick)
        return known


def answers(story: Story, state: State) -> Iterator[str]:
    """Yield all answers that are taken in a state, skipping among them, in the author's order."""
    node = story.nodes[state.place]
    if isinstance(node, Choose):
        yield from (option.id for option in engine.open_options(story, state, node))
        yield f"{node.scene}.{SKIP}"


def _asking(reading: Reading) -> Iterator[int]:
    """Yield the places where a condition that steers reads a meter."""
    for place in set(reading.quiet):
        node = reading.story.nodes[place]
        conditions = [when for when, _target in reading.arms.get(place, ())]
        if isinstance(node, Choose):
            conditions += [reading.when[option] for option in node.options if option in reading.when]
        if any(isinstance(term, Meter) for condition in conditions for term in terms(condition)):
            yield place


def _run(link: _Link) -> tuple[str, ...]:
    picks: list[str] = []
    while link is not None:
        link, pick = link
        picks.append(pick)
    return tuple(reversed(picks))
