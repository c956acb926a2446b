"""Regions: the part of the me/we plane where a condition holds, once everything else that it reads is known.

1. `residue` settles what a condition reads besides the meters; what is left is true, false, or a condition on meters.
2. `splits` tells in which ways several such conditions can be true together, by trying a point of each region. Where
   each comparison is with a constant, points at and beside the constants meet every region; where me is compared with
   we, there is the diagonal too, and points within two of any constant do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from game.insight.exact.tokens import terms
from game.story.conditions import (
    And,
    Compare,
    Condition,
    Constant,
    Facts,
    Meter,
    Not,
    Or,
    Shown,
    Term,
    ValueOf,
    comparisons,
    holds,
)

Known = bool | Condition
"""What is left of a condition: its truth, or a condition on the meters alone."""


@dataclass(frozen=True, slots=True)
class Point:
    """What conditions read of a playthrough, with its meters."""

    values: tuple[bool | int | str, ...] = ()
    picked: frozenset[str] = frozenset()
    me: int = 0
    we: int = 0


def residue(condition: Condition, known: Facts) -> Known:
    """Return what is left of `condition` when all but the meters is `known`."""
    match condition:
        case Not(part):
            rest = residue(part, known)
            return not rest if isinstance(rest, bool) else Not(rest)
        case And(parts):
            return _joined(And, [residue(part, known) for part in parts], decisive=False)
        case Or(parts):
            return _joined(Or, [residue(part, known) for part in parts], decisive=True)
        case Compare(sign, left, right) if isinstance(left, Meter) or isinstance(right, Meter):
            return Compare(sign, _settled(left, known), _settled(right, known))
        case _:
            return holds(condition, known)


def _joined(kind: type[And | Or], rests: list[Known], *, decisive: bool) -> Known:
    if decisive in [rest for rest in rests if isinstance(rest, bool)]:
        return decisive
    left = tuple(rest for rest in rests if not isinstance(rest, bool))
    if len(left) > 1:
        return kind(left)
    return left[0] if left else not decisive


def _settled(term: Term, known: Facts) -> Term:
    match term:
        case ValueOf(index, _):
            return Constant(known.values[index])
        case Shown(_, marks):
            return Constant(len(marks & known.picked))
        case _:
            return term


def conjunction(conditions: Iterable[Condition | None]) -> Condition | None:
    """Return the condition that all of `conditions` hold; None is no condition."""
    parts = tuple(dict.fromkeys(each for each in conditions if each is not None))
    return And(parts) if len(parts) > 1 else next(iter(parts), None)


@lru_cache(maxsize=4096)
def splits(conditions: tuple[Condition, ...]) -> tuple[tuple[bool, ...], ...]:
    """Return the ways in which `conditions` on the meters can be true or false together."""
    points = _points(conditions)
    return tuple(dict.fromkeys(tuple(holds(each, point) for each in conditions) for point in points))


@lru_cache(maxsize=4096)
def possible(condition: Condition | None) -> bool:
    """Tell whether there is a point of the plane where `condition` holds."""
    return condition is None or any(holds(condition, point) for point in _points((condition,)))


def _points(conditions: tuple[Condition, ...]) -> Iterator[Point]:
    near: dict[str, set[int]] = {"me": {0}, "we": {0}}
    try:
        for meter, bound in (each for condition in conditions for each in thresholds(condition)):
            near[meter] |= {bound - 1, bound, bound + 1}
    except ValueError:
        constants = {int(term.value) for each in conditions for term in terms(each) if isinstance(term, Constant)}
        near["me"] = near["we"] = {constant + beside for constant in {0, *constants} for beside in range(-2, 3)}
    return (Point(me=me, we=we) for me in sorted(near["me"]) for we in sorted(near["we"]))


def thresholds(condition: Condition) -> Iterator[tuple[str, int]]:
    """Yield each constant that a meter is compared with. Raises `ValueError` when the meters are compared together."""
    for part in comparisons(condition):
        meters = [term.name for term in terms(part) if isinstance(term, Meter)]
        if len(set(meters)) > 1:
            raise ValueError(meters)
        constants = [int(term.value) for term in terms(part) if isinstance(term, Constant)]
        yield from ((meter, constants[0] if constants else 0) for meter in meters)
