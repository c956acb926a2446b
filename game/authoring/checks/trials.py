"""Values to try a condition with: a few stand for all that it can meet."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import islice, product
from typing import Final, TypeAlias, cast

from game.authoring.checks.draft import Draft
from game.story.conditions import (
    SIGNS,
    And,
    Compare,
    Condition,
    Constant,
    Meter,
    Not,
    Or,
    Picked,
    Shown,
    ValueOf,
    comparisons,
)
from game.story.model import Value

_MOST = 4096
"""A condition that would take more trials than this is left to the census."""

_WORD: Final = re.compile(r"\w+")

Ask: TypeAlias = ValueOf | Meter | Picked | Shown
"""What a condition asks."""

Trial: TypeAlias = Mapping[Ask, Value]
"""A value for each thing that a condition asks."""

Far: TypeAlias = Callable[[Ask], set[int]]


def _nowhere(_ask: Ask) -> set[int]:
    return set()


def _declared(draft: Draft, source: str, condition: Condition) -> bool:
    """Tell whether all variables that a condition names, and so all that it compares, could be read themselves."""
    names = draft.names
    if not names.broken.isdisjoint(_WORD.findall(source)):
        return False
    return "story" not in names.unsound or not any(isinstance(part, ValueOf) for part in _parts(condition))


def _parts(condition: Condition) -> Iterator[Condition]:
    """Yield the comparisons in a condition, and everything that it asks."""
    for part in comparisons(condition):
        yield part
        if isinstance(part, Compare):
            yield from (part.left, part.right)


def asks(condition: Condition) -> list[Ask]:
    """Return what a condition asks, each thing once."""
    return list(dict.fromkeys(each for each in _parts(condition) if isinstance(each, ValueOf | Meter | Picked | Shown)))


def trials(draft: Draft, source: str, condition: Condition, far: Far = _nowhere) -> list[Trial] | None:
    """Return values to try, enough to meet every answer that the comparisons in a condition can give.

    `far` gives numbers that are to be tried besides. None if there would be too many, or if nobody knows what is asked.
    """
    among = [each for each in comparisons(condition) if isinstance(each, Compare)]
    plain = all(isinstance(each.left, Constant) or isinstance(each.right, Constant) for each in among)
    if not plain or not _declared(draft, source, condition):
        return None
    parts = asks(condition)
    ranges = [sorted(_values(draft, ask, among) | far(ask), key=str) for ask in parts]
    found = list(islice(product(*ranges), _MOST + 1))
    return None if len(found) > _MOST else [dict(zip(parts, each, strict=True)) for each in found]


def _values(draft: Draft, ask: Ask, among: list[Compare]) -> set[Value]:
    """Return what stands for everything that can be met: for a number its bounds, and what lies at each constant."""
    constants = [_constant(each) for each in among if ask in (each.left, each.right)]
    near = {each + step for each in constants if isinstance(each, int) for step in (-1, 0, 1)}
    match ask:
        case Picked():
            return {False, True}
        case ValueOf(variable):
            known = draft.story.variables[variable]
            if isinstance(known.start, bool):
                return {False, True}
            if isinstance(known.start, str):
                return {*constants, ""}  # as if it could hold any word: what it never holds, another check tells
            return {each for each in {*near, known.low, known.high} if known.low <= each <= known.high}
        case Shown():
            return {0, *(each for each in near if each >= 0)}  # scenes that are yet to come may show it more often
        case _:  # a meter
            return {0, *near}


def _constant(comparison: Compare) -> Value:
    """Return the constant of a comparison, which has one."""
    return next(side.value for side in (comparison.left, comparison.right) if isinstance(side, Constant))


def holds(condition: Condition, given: Trial) -> bool:
    """Tell whether a condition holds for some values."""
    match condition:
        case And(parts):
            return all(holds(part, given) for part in parts)
        case Or(parts):
            return any(holds(part, given) for part in parts)
        case Not(part):
            return not holds(part, given)
        case Compare(sign, left, right):
            return SIGNS[sign](_worth(left, given), _worth(right, given))
        case _:
            return bool(_worth(condition, given))


def _worth(term: Condition, given: Trial) -> Value:
    return term.value if isinstance(term, Constant) else given[cast("Ask", term)]
