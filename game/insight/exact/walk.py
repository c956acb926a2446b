"""Walking: from one merged state to all that can follow it, with the meters left open.

1. A `Spot` is a merged state without its meters: a place that waits or ends, and the facts still read from there on.
2. A walk splits only where a condition reads a meter; each way carries the region of the plane where it is taken.
3. A `Trail` is what was passed: the places that matter, in order, so that everything else can be told from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from game.insight.exact.liveness import Reading
from game.insight.exact.regions import Known, Point, conjunction, possible, residue, splits
from game.story.conditions import Condition, Not, Or
from game.story.model import Add, Assign, Branch, Choose, Enter, Finish, Option
from game.story.names import SKIP

Values = tuple[bool | int | str, ...]
Trail = tuple[int, ...]

DEAD: str = ""
"""What stands for a variable that nobody will read again."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A merged state without meters: a `Choose` with something open, or `Finish`."""

    place: int
    values: Values
    picked: frozenset[str]


@dataclass(frozen=True, slots=True)
class Arrival:
    """One way from a pick to the next spot, taken where `when` holds of the meters.

    `closed` are the choices on the trail at which every option that was left was closed.
    """

    spot: Spot
    when: Condition | None
    trail: Trail
    closed: frozenset[int]


@dataclass(frozen=True, slots=True)
class Opening:
    """What is open at a spot where `when` holds of the meters: the options, in the author's order."""

    when: Condition | None
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class _Step:
    """A walk under way. `passed` are the choices that were passed over."""

    place: int
    values: Values
    picked: frozenset[str]
    when: tuple[Condition, ...] = ()
    trail: Trail = ()
    passed: frozenset[int] = field(default=frozenset())
    closed: frozenset[int] = field(default=frozenset())


def arrivals(reading: Reading, place: int, values: Values, picked: frozenset[str]) -> Iterator[Arrival]:
    """Yield all ways from `place` to the next spot, whatever the meters are."""
    waiting = [_Step(place, values, picked)]
    while waiting:
        step = waiting.pop()
        place = reading.quiet[step.place]
        trail = step.trail if place == step.place else (*step.trail, step.place)
        step = _Step(place, step.values, step.picked, step.when, (*trail, place), step.passed, step.closed)
        node = reading.story.nodes[place]
        if isinstance(node, Finish) or (isinstance(node, Choose) and _offers(reading, step, node) is True):
            yield _arrived(reading, step)
        elif isinstance(node, Choose):
            rest = _offers(reading, step, node)
            if not isinstance(rest, bool):
                yield from _checked(_arrived(reading, replace(step, when=(*step.when, rest))))
                step = replace(step, when=(*step.when, Not(rest)))
            waiting.append(_passed_over(reading, step, node))
        else:
            waiting += _onward(reading, step)


def _checked(arrival: Arrival) -> Iterator[Arrival]:
    if possible(arrival.when):
        yield arrival


def _arrived(reading: Reading, step: _Step) -> Arrival:
    return Arrival(spot(reading, step.place, step.values, step.picked), conjunction(step.when), step.trail, step.closed)


def spot(reading: Reading, place: int, values: Values, picked: frozenset[str]) -> Spot:
    """Return the merged state of a playthrough that waits or ends at `place`."""
    live = reading.live[place]
    kept = tuple(value if index in live else DEAD for index, value in enumerate(values))
    return Spot(place, kept, picked & live)


def _onward(reading: Reading, step: _Step) -> Iterator[_Step]:
    node = reading.story.nodes[step.place]
    match node:
        case Assign(variable, value, following):
            yield replace(step, place=following, values=_put(step.values, variable, value))
        case Add(variable, amount, following):
            held = step.values[variable]
            if held is not DEAD:
                held = reading.story.variables[variable].held(int(held) + amount)
            yield replace(step, place=following, values=_put(step.values, variable, held))
        case Enter(entered, following):
            mark = {f"@{entered}"} if entered in reading.watched else set[str]()
            yield replace(step, place=following, picked=step.picked | mark)
        case Branch(_, otherwise):  # pragma: no branch  # `quiet` has passed over what only tells
            yield from _branched(reading, step, otherwise)


def _put(values: Values, index: int, value: bool | int | str) -> Values:  # noqa: FBT001  # a flag is a value here
    return (*values[:index], value, *values[index + 1 :])


def _branched(reading: Reading, step: _Step, otherwise: int) -> Iterator[_Step]:
    known = Point(step.values, step.picked)
    for condition, target in reading.arms[step.place]:
        rest = residue(condition, known)
        if rest is True:
            yield replace(step, place=target)
            return
        if not isinstance(rest, bool):
            taken = replace(step, place=target, when=(*step.when, rest))
            if possible(conjunction(taken.when)):
                yield taken
            step = replace(step, when=(*step.when, Not(rest)))
    if possible(conjunction(step.when)):
        yield replace(step, place=otherwise)


def _passed_over(reading: Reading, step: _Step, node: Choose) -> _Step:
    """Go on from a choice with nothing open; passed over twice, its scene ends."""
    onward = reading.story.scenes[node.scene].after if step.place in step.passed else node.next
    closed = {step.place} if _unspent(reading, step.picked, step.values, node) else set[int]()
    return replace(step, place=onward, passed=step.passed | {step.place}, closed=step.closed | closed)


def _offers(reading: Reading, step: _Step, node: Choose) -> Known:
    """Tell whether anything is open at a choice, as far as it can be told without the meters."""
    rests = _unspent(reading, step.picked, step.values, node).values()
    if True in [rest for rest in rests if isinstance(rest, bool)]:
        return True
    left = tuple(dict.fromkeys(rest for rest in rests if not isinstance(rest, bool)))
    return False if not left else left[0] if len(left) == 1 else Or(left)


def _unspent(reading: Reading, picked: frozenset[str], values: Values, node: Choose) -> Mapping[str, Known]:
    """Return for each option that can still be picked whether it is open, found out once for the same facts."""
    key = (node.options, picked & reading.offering[node.options], values)
    found = reading.offered.get(key)
    if found is None:
        known = Point(values, picked)
        options = (reading.story.options[each] for each in node.options)
        found = reading.offered[key] = {
            option.id: residue(reading.when[option.id], known) if option.id in reading.when else True
            for option in options
            if option.again or option.id not in picked
        }
    return found


def openings(reading: Reading, here: Spot) -> Iterator[Opening]:
    """Yield what can be open at a spot, for each region of the meters."""
    node = reading.story.nodes[here.place]
    if not isinstance(node, Choose):
        return
    unspent = _unspent(reading, here.picked, here.values, node)
    rests = tuple(dict.fromkeys(rest for rest in unspent.values() if not isinstance(rest, bool)))
    for truths in splits(rests):
        truth: Mapping[Known, bool] = {True: True, False: False, **dict(zip(rests, truths, strict=True))}
        options = tuple(reading.story.options[each] for each, rest in unspent.items() if truth[rest])
        if options:
            region = (rest if true else Not(rest) for rest, true in zip(rests, truths, strict=True))
            yield Opening(conjunction(region), options)


def picked_up(reading: Reading, here: Spot, option: Option) -> frozenset[str]:
    """Return the marks of a playthrough at `here` that has just picked `option`."""
    mark = {f"@{option.id}"} if option.id in reading.watched else set[str]()
    return here.picked | reading.tallies.left_by(option.id, here.picked) | mark


def skipping(reading: Reading, here: Spot) -> tuple[str, int]:
    """Return the pick that skips the rest of the scene at `here`, and the place where it leads."""
    node = reading.story.nodes[here.place]
    scene = node.scene if isinstance(node, Choose) else ""
    return f"{scene}.{SKIP}", reading.story.scenes[scene].after
