"""Fields: a row of the me/we plane as one large whole number, a field of so many bits for each value of we.

1. Adding rows adds field by field, as long as no field overflows; shifting a row by a field changes we by 1.
2. A field of one bit makes a row of a set. `columns` gives, for a value of me, the fields where a condition holds.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.insight.exact.tokens import terms
from game.story.conditions import SIGNS, And, Compare, Condition, Constant, Meter, Not, Or, Term


@dataclass(frozen=True, slots=True)
class Fields:
    """Fields for `count` values of we from `low` on, `width` bits each."""

    low: int
    count: int
    width: int

    def between(self, first: int, last: int) -> int:
        """Return all bits of the fields for we from `first` to `last`, as far as they are here."""
        first, last = max(first, self.low), min(last, self.low + self.count - 1)
        if first > last:
            return 0
        return ((1 << (last - first + 1) * self.width) - 1) << (first - self.low) * self.width

    @property
    def all(self) -> int:
        """All bits of all fields."""
        return (1 << self.count * self.width) - 1


def columns(condition: Condition, me: int, fields: Fields) -> int:
    """Return the bits of the fields where `condition`, which reads the meters alone, holds beside this `me`."""
    match condition:
        case Not(part):
            return fields.all ^ columns(part, me, fields)
        case And(parts):
            found = fields.all
            for part in parts:
                found &= columns(part, me, fields)
            return found
        case Or(parts):
            found = 0
            for part in parts:
                found |= columns(part, me, fields)
            return found
        case Compare(sign, left, right):
            return _compared(sign, left, right, me, fields)
        case _:
            raise ValueError(condition)


def _compared(sign: str, left: Term, right: Term, me: int, fields: Fields) -> int:
    """Try one value of we below, at and above the number it is compared with."""
    ours, theirs = _number(left, me), _number(right, me)
    if (ours is None) == (theirs is None):
        return fields.all if SIGNS[sign](ours or 0, theirs or 0) else 0
    edge = (ours if theirs is None else theirs) or 0
    parts = (
        (edge - 1, fields.between(fields.low, edge - 1)),
        (edge, fields.between(edge, edge)),
        (edge + 1, fields.between(edge + 1, fields.low + fields.count)),
    )
    return sum(
        bits for we, bits in parts if SIGNS[sign](we if ours is None else ours, we if theirs is None else theirs)
    )


def reads_me(condition: Condition) -> bool:
    """Tell whether `condition` is not the same beside every me."""
    return Meter("me") in terms(condition)


def _number(term: Term, me: int) -> int | None:
    """Return what a term stands for, None if that is we."""
    match term:
        case Constant(value):
            return int(value)
        case Meter("me"):
            return me
        case _:
            return None
