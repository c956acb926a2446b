"""The `then` and `else` of a condition that do not stand in the column of their `when`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from game.authoring.outline.rows import Row, inset
from game.authoring.places import Span
from game.authoring.snags import Lines, Mistake
from game.authoring.traps import Finding

_FURTHEST: Final = 4
_COMPANIONS: Final = ("then", "else")


def slipped(found: Sequence[Row], lines: Lines) -> Mistake | None:
    """Return the first `when` that slipped from its companions, when others of its list stand where it should."""
    for number, (row, following) in enumerate(pairwise(found)):
        if row.key != "when" or not row.dashes or not row.value or following.dashes or following.key != "then":
            continue
        by = following.column - row.column
        own = [each for each in _under(row, found[number + 1 :]) if each.inset == following.column]
        lists = [each for each in found if each is not row and row.dashes[0] + by in each.dashes[:1]]
        both = sum(each.key in _COMPANIONS for each in own) > 1
        if by and abs(by) <= _FURTHEST and row.dashes[0] + by >= 0 and (both or (by > 0 and lists)):
            beside = lists[0] if lists else following
            other = row.dashes[0] + by if lists else following.column
            details: dict[str, object] = {"column": row.inset + 1, "other": other + 1, "line": beside.at + 1}
            finding = Finding("columns", Span(row.at + 1, row.inset + 1), details)
            return Mistake(finding, {row.at: " " * (row.inset + by) + lines[row.at].lstrip()})
    return None


def companions(found: Sequence[Row], lines: Lines) -> Mistake | None:
    """Return the first `then` or `else` that stands beside nothing, though a `when` is open near by."""
    open_: list[tuple[int, Row]] = []
    for row in found:
        whens = [each for column, each in open_ if each.key == "when" and 0 < abs(column - row.inset) <= _FURTHEST]
        open_ = [(column, each) for column, each in open_ if column <= row.inset]
        if row.key in _COMPANIONS and not row.dashes and whens and (not open_ or open_[-1][0] != row.column):
            return _beside(row, min(reversed(whens), key=lambda each: abs(each.column - row.inset)), found, lines)
        if row.key and (not open_ or open_[-1][0] != row.column):
            open_.append((row.column, row))
    return None


def _under(row: Row, after: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows after a step with a dash, up to the next dash that stands no further in."""
    for each in after:
        if each.dashes and each.inset <= row.inset:
            return
        yield each


def _is_companion(row: Row, column: int) -> bool:
    return row.key in _COMPANIONS and not row.dashes and row.inset == column


def _beside(row: Row, when: Row, found: Sequence[Row], lines: Lines) -> Mistake:
    """Return that a companion does not stand under its `when`; what it holds goes along if it has to."""
    column = when.column
    held = [each for each in found if each.at > row.at]
    ends = (at for at, each in enumerate(held) if each.inset <= row.inset or _is_companion(each, column))
    held = held[: next(ends, len(held))]
    inside = [at for at in range(row.at + 1, max([row.end, *(each.end for each in held)])) if lines[at].strip()]
    moved = {row.at: " " * column + lines[row.at].lstrip()}
    if inside and min(inset(lines[at]) for at in inside) <= column:
        moved |= {at: " " * max(0, inset(lines[at]) + column - row.inset) + lines[at].lstrip() for at in inside}
    details: dict[str, object] = {"column": row.inset + 1, "other": column + 1, "line": when.at + 1}
    return Mistake(Finding("columns", Span(row.at + 1, row.inset + 1), details), moved)
