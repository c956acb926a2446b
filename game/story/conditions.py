"""Conditions: the tree that a `when` is parsed to, and what it says of a state.

1. A condition reads variables, the two meters, which options were picked, and how often a pattern was shown.
2. It is data: nothing is evaluated as Python, and no condition can fail.
3. Comparing is the only thing done with numbers; there is no arithmetic.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, Protocol, TypeAlias

from game.story.values import value


class Facts(Protocol):
    """What a condition may read; `State` is one."""

    @property
    def values(self) -> tuple[bool | int | str, ...]:
        """The variables, in the order of the story's table."""

    @property
    def me(self) -> int:
        """The meter me."""

    @property
    def we(self) -> int:
        """The meter we."""

    @property
    def picked(self) -> frozenset[str]:
        """The ids of the options picked so far."""


@value
class Constant:
    """A number, a word, or true and false."""

    value: bool | int | str


@value
class ValueOf:
    """What the variable with this index holds."""

    variable: int
    name: str


@value
class Meter:
    """The meter `me` or `we`."""

    name: str


@value
class Picked:
    """Whether the option was picked."""

    option: str


@value
class Shown:
    """How many of the options that show a pattern were picked."""

    pattern: str
    options: frozenset[str]


@value
class Compare:
    """A comparison of two terms; `sign` is a key of `SIGNS`."""

    sign: str
    left: Term
    right: Term


@value
class Not:
    """The opposite."""

    part: Condition


@value
class And:
    """All of its parts."""

    parts: tuple[Condition, ...]


@value
class Or:
    """Any of its parts."""

    parts: tuple[Condition, ...]


Term: TypeAlias = Constant | ValueOf | Meter | Picked | Shown
Condition: TypeAlias = Term | Compare | Not | And | Or

SIGNS: Final[Mapping[str, Callable[[Any, Any], bool]]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def comparisons(condition: Condition | None) -> Sequence[Condition]:
    """Return the comparisons and bare terms of a condition, from left to right."""
    match condition:
        case None:
            return ()
        case Not(part):
            return comparisons(part)
        case And(parts) | Or(parts):
            return [each for part in parts for each in comparisons(part)]
        case _:
            return (condition,)


def holds(condition: Condition, facts: Facts) -> bool:
    """Tell whether `condition` is true of `facts`."""
    match condition:
        case Compare(sign, left, right):
            return SIGNS[sign](worth(left, facts), worth(right, facts))
        case Not(part):
            return not holds(part, facts)
        case And(parts):
            return all(holds(part, facts) for part in parts)
        case Or(parts):
            return any(holds(part, facts) for part in parts)
        case _:
            return bool(worth(condition, facts))


def worth(term: Term, facts: Facts) -> bool | int | str:
    """Return what a term stands for."""
    match term:
        case Constant(value):
            return value
        case ValueOf(index, _):
            return facts.values[index]
        case Meter(name):
            return facts.me if name == "me" else facts.we
        case Picked(option):
            return option in facts.picked
        case _:
            return len(term.options & facts.picked)
