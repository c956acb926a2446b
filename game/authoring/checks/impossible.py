"""A condition that nothing can fulfil, whatever was picked before: its text is never read, or its option never seen.

Passes:

    # story.yaml
    title: Tea
    variables: {cups: {start: 0, low: 0, high: 3}}
    scenes: [start]
    # start.yaml
    title: Tea
    passages:
      start:
        - add: {cups: 1}
        - when: cups > 2
          then: The pot is empty.

Fails:

    # story.yaml
    title: Tea
    variables: {cups: {start: 0, low: 0, high: 3}}
    scenes: [start]
    # start.yaml
    title: Tea
    passages:
      start:
        - add: {cups: 1}
        - when: cups > 3
          then: The pot is empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice, product
from typing import Final

from game.authoring.checks.draft import Draft
from game.authoring.problems import Problem
from game.story import grammar
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

_Ask = ValueOf | Meter | Picked | Shown


def impossible(draft: Draft) -> Iterator[Problem]:
    """Yield the conditions that hold for no values at all of what they ask, each taken as free of the others."""
    for asked in draft.asked(""):
        condition = grammar.parse(asked.source, draft.names.scope)[0]
        if condition is None or not isinstance(condition, And | Compare | Not):
            continue
        if not _declared(draft, asked.source, condition):
            continue
        among = [each for each in comparisons(condition) if isinstance(each, Compare)]
        if all(isinstance(each.left, Constant) or isinstance(each.right, Constant) for each in among):
            trials = _trials(draft, condition, among)
            if trials is not None and not any(_true(condition, each) for each in trials):
                origin = asked.prose.origin(asked.offset, len(asked.source))
                yield draft.problem("condition-impossible", origin, found=asked.source)


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


def _trials(draft: Draft, condition: Condition, among: list[Compare]) -> list[Mapping[_Ask, Value]] | None:
    """Return values to try, enough to meet every answer that the comparisons can give; None if they are too many."""
    asks = list(dict.fromkeys(each for each in _parts(condition) if isinstance(each, ValueOf | Meter | Picked | Shown)))
    ranges = [sorted(_values(draft, ask, among), key=str) for ask in asks]
    found = list(islice(product(*ranges), _MOST + 1))
    return None if len(found) > _MOST else [dict(zip(asks, each, strict=True)) for each in found]


def _values(draft: Draft, ask: _Ask, among: list[Compare]) -> set[Value]:
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
        case Meter():
            return {0, *near}


def _constant(comparison: Compare) -> Value:
    left, right = comparison.left, comparison.right
    constant = left if isinstance(left, Constant) else right
    if not isinstance(constant, Constant):
        raise TypeError(comparison)
    return constant.value


def _true(condition: Condition, given: Mapping[_Ask, Value]) -> bool:
    match condition:
        case And(parts):
            return all(_true(part, given) for part in parts)
        case Or(parts):
            return any(_true(part, given) for part in parts)
        case Not(part):
            return not _true(part, given)
        case Compare(sign, left, right):
            return SIGNS[sign](_worth(left, given), _worth(right, given))
        case _:
            return bool(_worth(condition, given))


def _worth(term: Condition, given: Mapping[_Ask, Value]) -> Value:
    if isinstance(term, Constant):
        return term.value
    if isinstance(term, ValueOf | Meter | Picked | Shown):
        return given[term]
    raise TypeError(term)
