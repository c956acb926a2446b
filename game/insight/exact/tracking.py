"""Tracking: following a few facts over a chart, to ask conditions that read them wherever playthroughs ask them.

1. A walk stays between the first place that can change one of its facts and the last that asks. Before the first change
   the facts are as they were at the beginning, and all meters that can be met at a spot are met with them.
2. What is asked on the trail of a move is asked of the meters after it, for these change before anything is told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from game.insight.exact.chart import Case, Move
from game.insight.exact.flow import following, reached
from game.insight.exact.limits import Limits
from game.insight.exact.planes import Span
from game.insight.exact.reach import Reach
from game.insight.exact.regions import Point, residue
from game.insight.exact.tokens import Fact, Tallies, facts, terms
from game.insight.exact.walk import DEAD, Trail
from game.story.conditions import Condition, Meter, Shown, Term, ValueOf, comparisons
from game.story.model import Add, Assign

Coming = defaultdict[int, dict[Point, int]]
"""For each spot, and each state of the facts, a set of meters."""


@dataclass(slots=True)
class Answer:
    """What became of a condition so far: its outcomes, and the lowest and highest value of each number it compares."""

    outcomes: set[bool] = field(default_factory=set)
    numbers: dict[str, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its conditions rewritten for a walk, and where its answer goes."""

    key: tuple[Condition, str | int]
    anchor: str | int
    condition: Condition
    guards: tuple[Condition, ...]
    answer: Answer

    @property
    def read(self) -> frozenset[Fact]:
        """The facts that it reads."""
        return frozenset[Fact]().union(*(facts(part, whole=True) for part in (self.condition, *self.guards)))


class Tracking:
    """Walks over a chart with some facts beside each spot."""

    def __init__(self, met: Reach, marks: Tallies) -> None:
        self.met = met
        self.marks = marks
        self._before: defaultdict[int, set[int]] = defaultdict(set)
        self._asking: defaultdict[str | int, set[int]] = defaultdict(set)
        for spot, _, move in met.moves():
            self._before[move.to].add(spot)
            self._asking[move.pick].add(spot)
            for place in move.trail:
                self._asking[place].add(spot)
        self._spots: defaultdict[int, list[int]] = defaultdict(list)
        for spot in met.seen:
            self._spots[met.chart.spots[spot].place].append(spot)

    def follow(self, read: frozenset[Fact], group: list[Asked], limits: Limits) -> bool:
        """Ask the questions of a group, all of which read these facts; False if a limit cut that short."""
        if limits.passed():
            return False
        walk = _Walk(self.met, self.marks, read, group)
        after, needed = self._needed(read, walk)
        for circle in self.met.chart.order if needed else ():
            here = [spot for spot in circle if spot in needed]
            if here and limits.passed():
                return False
            if here:
                walk.turn(here, after)
        return True

    def ask(self, group: list[Asked], limits: Limits) -> bool:
        """Ask questions that read nothing but what the spots themselves know; False if a limit cut that short."""
        walk = _Walk(self.met, self.marks, frozenset[Fact]().union(*(each.read for each in group)), group)
        for spot, plane in self.met.seen.items():
            if limits.passed():
                return False
            walk.stand(spot, plane)
        for spot, case, move in self.met.moves() if walk.asked else ():
            if move.pick in walk.asked or any(place in walk.asked for place in move.trail[:-1]):
                if limits.passed():
                    return False
                walk.step(spot, case, move)
        return True

    def _needed(self, read: frozenset[Fact], walk: _Walk) -> tuple[frozenset[int], frozenset[int]]:
        """Return the spots after a change of the facts, and all spots whose moves have to be followed."""
        story = self.met.chart.reading.story
        after = reached(self._changed(read), lambda place: following(story, place))
        anchors = {spot for anchor in walk.asked for spot in self._asking.get(anchor, ())}
        leading = reached(anchors, lambda spot: self._before.get(spot, ()))
        behind = frozenset(spot for place in after for spot in self._spots.get(place, ()))
        tracked = behind & leading
        return behind, tracked | anchors | {spot for each in tracked for spot in self._before.get(each, ())}

    def _changed(self, read: frozenset[Fact]) -> set[int]:
        """Return the places just after something changes one of the facts."""
        story = self.met.chart.reading.story
        counted = {
            option for options, each in self.marks.marks.items() if read.intersection(each) for option in options
        }
        picks = {option.target for option in story.options.values() if option.id in read or option.id in counted}
        return picks | {node.next for node in story.nodes if isinstance(node, Assign | Add) and node.variable in read}


class _Walk:
    """One walk: its facts, its questions by their anchors, and what has come to each spot."""

    def __init__(self, met: Reach, marks: Tallies, read: frozenset[Fact], group: list[Asked]) -> None:
        self.met = met
        self.marks = marks
        self.read = read
        self.story = met.chart.reading.story
        self.asked: defaultdict[str | int, list[Asked]] = defaultdict(list)
        for each in group:
            self.asked[each.anchor].append(each)
        nodes = enumerate(self.story.nodes)
        changing = {place for place, node in nodes if isinstance(node, Assign | Add) and node.variable in read}
        self.minding = changing | {anchor for anchor in self.asked if isinstance(anchor, int)}
        self.coming: Coming = defaultdict(dict)
        root = met.chart.roots[0]
        start = Point(tuple(variable.start for variable in self.story.variables))
        plane = met.board.point(root.to, root.me, root.we)
        self.known = self._along(start, root.trail, plane, root.to)
        self.coming[root.to][self.known] = plane

    def stand(self, spot: int, plane: int) -> None:
        """Ask what is asked at the place of a spot, of the facts that the spot keeps."""
        questions = self.asked.get(self.met.chart.spots[spot].place, ())
        if questions:
            self._ask(questions, self._kept(spot), plane, spot)

    def step(self, spot: int, case: Case, move: Move) -> None:
        """Ask what is asked on one move, of the facts that its spot keeps."""
        going = self.met.sent(move, case, spot, self.met.seen[spot])
        self._picked(self._kept(spot), replace(move, trail=move.trail[:-1]), going)

    def _kept(self, spot: int) -> Point:
        here = self.met.chart.spots[spot]
        return Point(here.values, here.picked & self.read)

    def turn(self, circle: list[int], after: frozenset[int]) -> None:
        """Follow the moves of a circle's spots until nothing new comes."""
        done: dict[tuple[int, Point], int] = {}
        for spot in circle:
            if spot not in after:
                self.coming[spot] = {self.known: self.met.seen[spot]}
        waiting = list(circle)
        while waiting:
            spot = waiting.pop()
            for point, plane in list(self.coming[spot].items()):
                fresh = plane & ~done.get((spot, point), 0)
                done[spot, point] = plane
                if fresh:
                    waiting += [to for to in self._send(spot, point, fresh) if to in circle]

    def _send(self, spot: int, point: Point, plane: int) -> Iterator[int]:
        for case in self.met.chart.cases[spot]:
            for move in case.moves:
                going = self.met.sent(move, case, spot, plane)
                if going:
                    after = self._picked(point, move, going)
                    into = self.coming[move.to]
                    into[after] = into.get(after, 0) | going
                    yield move.to

    def _picked(self, point: Point, move: Move, plane: int) -> Point:
        left = self.marks.left_by(move.pick, point.picked) & self.read
        after = self._along(Point(point.values, point.picked | left) if left else point, move.trail, plane, move.to)
        self._ask(self.asked.get(move.pick, ()), after, plane, move.to)
        return after

    def _along(self, point: Point, trail: Trail, plane: int, spot: int) -> Point:
        """Ask what is asked on a trail, and return the facts after it."""
        for place in trail:
            if place in self.minding:
                point = self._changed(point, place)
                self._ask(self.asked.get(place, ()), point, plane, spot)
        return point

    def _changed(self, point: Point, place: int) -> Point:
        node = self.story.nodes[place]
        if not isinstance(node, Assign | Add) or node.variable not in self.read:
            return point
        values = list(point.values)
        if isinstance(node, Assign):
            values[node.variable] = node.value
        elif values[node.variable] is not DEAD:
            values[node.variable] = self.story.variables[node.variable].held(int(values[node.variable]) + node.amount)
        return Point(tuple(values), point.picked)

    def _ask(self, asked: Iterable[Asked], point: Point, plane: int, spot: int) -> None:
        for question in asked:
            left = plane
            for guard in question.guards:
                left = self._where(guard, point, left, spot)
            if left:
                true = self._where(question.condition, point, left, spot)
                question.answer.outcomes.update([True] if true else [], [False] if left & ~true else [])
                self._note(question, point, left, spot)

    def _where(self, condition: Condition, point: Point, plane: int, spot: int) -> int:
        rest = residue(condition, point)
        if isinstance(rest, bool):
            return plane if rest else 0
        return self.met.board.within(plane, spot, rest)

    def _note(self, question: Asked, point: Point, plane: int, spot: int) -> None:
        """Note the numbers that a question compares."""
        numbers = question.answer.numbers
        for term in (term for part in comparisons(question.condition) for term in terms(part)):
            name, span = self._number(term, point, plane, spot)
            if span:
                known = numbers.get(name, span)
                numbers[name] = (min(span[0], known[0]), max(span[1], known[1]))

    def _number(self, term: Term, point: Point, plane: int, spot: int) -> tuple[str, Span | None]:
        match term:
            case Shown(pattern, marks):
                count = len(marks & point.picked)
                return f"shown.{pattern}", (count, count)
            case ValueOf(index, name) if type(point.values[index]) is int:
                value = int(point.values[index])
                return name, (value, value)
            case Meter(name):
                return name, self.met.board.reached(plane, spot)[name == "we"]
            case _:
                return "", None
