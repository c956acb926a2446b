"""Brute force: every state of a story, one by one, through the engine; slow, simple, and to be believed.

1. States are whole: nothing is merged but what is equal.
2. Chances are fractions, from the expected visits to each state.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property

from game.insight.dynamics import verdict
from game.story import engine
from game.story.conditions import Condition, holds
from game.story.model import Add, Assign, Branch, Choose, Enter, Finish, Option, Say, Story
from game.story.state import State
from game.story.text import Either, Emphasis, Text

Seen = tuple[State, frozenset[str]]
"""A state, and what was picked (of repeatable options) or entered so far."""


class TooLargeError(Exception):
    """The story has more states than brute force should be asked for."""


@dataclass
class Everything:
    """All states of a story (`ways`: picks and where they lead), and what was asked, entered and closed on the way."""

    story: Story
    limit: int = 250
    ways: dict[Seen, dict[str, Seen]] = field(default_factory=dict)
    entered: dict[tuple[Seen | None, str], frozenset[str]] = field(default_factory=dict)
    answers: dict[tuple[Condition, str | int], set[bool]] = field(default_factory=lambda: defaultdict(set))
    closed: set[tuple[int, bool]] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Play everything."""
        start = tuple(variable.start for variable in self.story.variables)
        state, _ = engine.begin(self.story)
        after, met = self._told(State(self.story.start, start), self.story.start, None)
        assert after == state
        self.start: Seen = (state, met)
        self.entered[None, ""] = met
        self._explore()

    def _explore(self) -> None:
        waiting = [self.start]
        while waiting:
            seen = waiting.pop(0)
            if seen in self.ways:
                continue
            self.ways[seen] = {}
            if len(self.ways) > self.limit:
                raise TooLargeError
            for option in self.open(seen[0]):
                self.ways[seen][option.id] = after = self._picked(seen, option)
                waiting.append(after)

    def _picked(self, seen: Seen, option: Option) -> Seen:
        state, known = seen
        after, _ = engine.step(self.story, state, option.id)
        scored = replace(state, me=state.me + option.me, we=state.we + option.we, picked=state.picked | {option.id})
        told, met = self._told(scored, option.target, option)
        assert told == after
        self.entered[seen, option.id] = met
        return after, known | met | ({option.id} if option.again else set())

    def open(self, state: State) -> list[Option]:
        """Return the options that are open in a state."""
        node = self.story.nodes[state.place]
        return list(engine.open_options(self.story, state, node)) if isinstance(node, Choose) else []

    def _told(self, state: State, place: int, option: Option | None) -> tuple[State, frozenset[str]]:
        """Go on to the next choice or end as the engine does, and note what is asked, entered and closed."""
        story, met, passed = self.story, set[str](), set[int]()
        while True:
            node = story.nodes[place]
            match node:
                case Choose():
                    self._offered(state, node)
                    if self.open(replace(state, place=place)):
                        break
                    left = any(story.options[each].again or each not in state.picked for each in node.options)
                    self.closed.add((place, not left))
                    onward = story.scenes[node.scene].after if place in passed else node.next
                    passed.add(place)
                    place = onward
                case Finish():
                    self._epilogue(state)
                    break
                case Branch():
                    place = self._branch(state, place, node)
                case Assign(variable, value, following):
                    state, place = _put(state, variable, value), following
                case Add(variable, amount, following):
                    held = story.variables[variable].held(int(state.values[variable]) + amount)
                    state, place = _put(state, variable, held), following
                case Enter(entered, following):
                    met.add(entered)
                    place = following
                case _:
                    self._text(state, node.text if isinstance(node, Say) else (), place)
                    place = node.next
        state = replace(state, place=place)
        for text in (option.recall, option.protects, option.costs, option.lands) if option else ():
            self._text(state, text or (), option.id if option else "")
        return state, frozenset(met)

    def _branch(self, state: State, place: int, node: Branch) -> int:
        for when, target in node.arms:
            if self._ask(state, when, place):
                return target
        return node.next

    def _ask(self, state: State, when: Condition, owner: str | int) -> bool:
        true = holds(when, state)
        self.answers[when, owner].add(true)
        return true

    def _offered(self, state: State, node: Choose) -> None:
        for option in (self.story.options[each] for each in node.options):
            if option.again or option.id not in state.picked:
                self._text(state, option.text, option.id)
                if option.when is not None:
                    self._ask(state, option.when, option.id)

    def _text(self, state: State, text: Text, owner: str | int) -> None:
        for piece in text:
            match piece:
                case Either(when, then, otherwise):
                    self._text(state, then if self._ask(state, when, owner) else otherwise, owner)
                case Emphasis(inside):
                    self._text(state, inside, owner)

    def _epilogue(self, state: State) -> None:
        place = self.story.endings[verdict(state.me, state.we, self.story.dead_zone)]
        while not isinstance(node := self.story.nodes[place], Finish):
            if isinstance(node, Branch):
                place = self._branch(state, place, node)
            elif isinstance(node, Say):
                self._text(state, node.text, place)
                place = node.next

    # What follows from all states

    @cached_property
    def ends(self) -> list[Seen]:
        """The states of finished playthroughs."""
        return [seen for seen in self.ways if engine.finished(self.story, seen[0])]

    def verdict(self, state: State) -> str:
        """Return the dynamic of a state."""
        return verdict(state.me, state.we, self.story.dead_zone)

    def counts(self) -> Counter[str]:
        """Return how many sequences of picks that are no repeatable ones end in each verdict."""
        known: dict[frozenset[Seen], Counter[str]] = {}

        def count(seen: frozenset[Seen]) -> Counter[str]:
            if seen not in known:
                after = defaultdict(set)
                known[seen] = Counter({self.verdict(each[0]) for each in seen if each in self.ends})
                for each in seen:
                    for pick, to in self.ways[each].items():
                        if not self.story.options[pick].again:
                            after[pick].add(to)
                for to_all in after.values():
                    known[seen] += count(self._idle(to_all))
            return known[seen]

        return count(self._idle({self.start}))

    def _idle(self, starts: Iterable[Seen]) -> frozenset[Seen]:
        """Return the states that repeatable picks lead to, too."""
        found, waiting = set(starts), list(starts)
        while waiting:
            for pick, to in self.ways[waiting.pop()].items():
                if self.story.options[pick].again and to not in found:
                    found.add(to)
                    waiting.append(to)
        return frozenset(found)

    @cached_property
    def visits(self) -> dict[Seen, Fraction]:
        """The expected visits to each state that can still come to an end, and the chance of first meeting others."""
        expected: dict[Seen, Fraction] = defaultdict(Fraction, {self.start: Fraction(1)})
        for part in _parts(self.start, lambda seen: self.ways[seen].values()):
            leaving = any(to not in part for seen in part for to in self.ways[seen].values())
            if leaving:
                expected.update(self._solved(part, expected))
            for seen in part if leaving else ():
                for to in self.ways[seen].values():
                    if to not in part:
                        expected[to] += expected[seen] / len(self.ways[seen])
        return expected

    def _solved(self, part: list[Seen], coming: dict[Seen, Fraction]) -> dict[Seen, Fraction]:
        """Solve visits = coming + visits * moves within a circle, by elimination."""
        size = len(part)
        rows = [[Fraction(row == column) for column in range(size)] + [coming[part[row]]] for row in range(size)]
        for source, seen in enumerate(part):
            for to in self.ways[seen].values():
                if to in part:
                    rows[part.index(to)][source] -= Fraction(1, len(self.ways[seen]))
        for pivot in range(size):
            other = next(row for row in range(pivot, size) if rows[row][pivot])
            rows[pivot], rows[other] = rows[other], rows[pivot]
            rows[pivot] = [value / rows[pivot][pivot] for value in rows[pivot]]
            for row in range(size):
                if row != pivot and rows[row][pivot]:
                    by = rows[row][pivot]
                    rows[row] = [a - by * b for a, b in zip(rows[row], rows[pivot], strict=True)]
        return {seen: rows[number][-1] for number, seen in enumerate(part)}

    def chances(self) -> tuple[Counter[str], dict[str, Fraction]]:
        """Return the chance of each verdict, and of meeting each option, passage and scene at least once."""
        ends, met = Counter[str](), defaultdict[str, Fraction](Fraction)
        for first in self.entered[None, ""]:
            met[first] += 1
        for seen in self.ends:
            ends[self.verdict(seen[0])] += self.visits[seen]  # type: ignore[assignment]
        for (source, pick), entered in self.entered.items():
            if source is not None:
                share = self.visits[source] / len(self.ways[source])
                for id_ in {pick, *entered} - source[1]:
                    met[id_] += share
        return ends, met

    def shortest(self, starts: Seen, goal: Callable[[Seen], bool]) -> tuple[str, ...] | None:
        """Return the first in the author's order of the shortest runs to a goal."""
        known, waiting = {starts}, [(starts, ())]
        runs: list[tuple[Seen, tuple[str, ...]]] = list(waiting)
        while runs:
            seen, run = runs.pop(0)
            if goal(seen):
                return run
            for pick, to in self.ways[seen].items():
                if to not in known:
                    known.add(to)
                    runs.append((to, (*run, pick)))
        return None

    def ranges(self, places: Iterable[Seen]) -> tuple[tuple[int, int], tuple[int, int]] | None:
        """Return the lowest and highest me and we over some states."""
        points = [(seen[0].me, seen[0].we) for seen in places]
        if not points:
            return None
        me, we = zip(*points, strict=True)
        return (min(me), max(me)), (min(we), max(we))

    def still(self, seen: Seen) -> set[str]:
        """Return the verdicts that can still be reached."""
        found, waiting = {seen}, [seen]
        while waiting:
            fresh = set(self.ways[waiting.pop()].values()) - found
            found |= fresh
            waiting += fresh
        return {self.verdict(each[0]) for each in found if engine.finished(self.story, each[0])}


def _put(state: State, index: int, value: bool | int | str) -> State:  # noqa: FBT001  # a flag is a value here
    return replace(state, values=(*state.values[:index], value, *state.values[index + 1 :]))


def _parts(start: Seen, ways: Callable[[Seen], Iterable[Seen]]) -> Iterator[list[Seen]]:
    """Yield the circles of states, each before all that it leads to, by whole sets of what can be reached."""
    reach: dict[Seen, set[Seen]] = {}

    def reached(seen: Seen) -> set[Seen]:
        found, waiting = {seen}, [seen]
        while waiting:
            fresh = set(ways(waiting.pop())) - found
            found |= fresh
            waiting += fresh
        return found

    for seen in reached(start):
        reach[seen] = reached(seen)
    left = sorted(reach, key=lambda seen: -len(reach[seen]))
    while left:
        part = [seen for seen in left if left[0] in reach[seen] and seen in reach[left[0]]]
        yield part
        left = [seen for seen in left if seen not in part]
