"""Steps of a passage that do not stand in the column of the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from game.authoring.outline.rows import Row, inset
from game.authoring.places import Span
from game.authoring.snags import Lines, Mistake
from game.authoring.traps import Finding

_HOME: Final = "passages"
_FEWEST: Final = 2
_DEEPEST: Final = 4
"""This far in stand the steps of a list inside a step."""


def adrift(found: Sequence[Row], lines: Lines) -> Mistake | None:
    """Return the first step that stands further out than steps do, or that begins a passage further in."""
    home = next((number for number, row in enumerate(found) if row.key == _HOME and not row.inset), None)
    inside = list(_inside(found[home + 1 :])) if home is not None and not found[home].value else []
    columns = Counter(row.inset for row in _firsts(inside))
    column, count = max(columns.items(), key=lambda each: (each[1], -each[0]), default=(0, 0))
    slip = _out(inside, column) if count >= _FEWEST else None
    slip, beside = (slip, _beside(inside, column, slip.at)) if slip else _in(inside)
    if slip is None:
        slip, beside = _apart(inside)
    if slip is None or beside is None:
        return None
    details: dict[str, object] = {"column": slip.inset + 1, "other": beside.inset + 1, "line": beside.at + 1}
    finding = Finding("columns", Span(slip.at + 1, slip.inset + 1), details)
    return Mistake(finding, _moved(slip, beside.inset, found, lines))


def _inside(after: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows under `passages:`; a dash at the edge slipped there."""
    for row in after:
        if not row.inset and not row.dashes:
            return
        yield row


def _firsts(inside: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows that begin the steps of a passage."""
    yield from (after for row, after in pairwise(inside) if row.is_named and not row.dashes and after.dashes)


def _beside(inside: Sequence[Row], column: int, at: int) -> Row | None:
    """Return the step in a column that is next above line `at`, or the first below it."""
    there = [row for row in inside if row.dashes and row.inset == column]
    return next((row for row in reversed(there) if row.at < at), next(iter(there), None))


def _out(inside: Sequence[Row], column: int) -> Row | None:
    """Return the first step further out than the names of passages; nothing with a dash can stand there."""
    named = min((row.inset for row in inside if row.is_named and not row.dashes), default=0)
    return next((row for row in inside if row.dashes and row.inset < named < column), None)


def _in(inside: Sequence[Row]) -> tuple[Row | None, Row | None]:
    """Return the step that begins a passage further in than one after it, or that one if it is the odd one."""
    for number, (row, first) in enumerate(pairwise(inside)):
        if not (row.is_named and first.dashes and not row.dashes):
            continue
        after = list(_further_in(row, inside[number + 2 :]))
        out = next((each for each in after if each.dashes and each.inset < first.inset), None)
        if out:
            counts = Counter(each.inset for each in (first, *after) if each.dashes)
            odd = out if counts[first.inset] > counts[out.inset] else first
            return odd, _beside(after if odd is first else inside, out.inset if odd is first else first.inset, odd.at)
    return None, None


def _further_in(row: Row, after: Sequence[Row]) -> Iterator[Row]:
    for each in after:
        if each.inset <= row.inset:
            return
        yield each


def _apart(inside: Sequence[Row]) -> tuple[Row | None, Row | None]:
    """Return the one step that stands no further in than its passage, though others do, and one of those.

    If all of them stand there, it is the author's way to write lists.
    """
    names = [number for number, row in enumerate(inside) if row.is_named and not row.dashes]
    home = min((inside[number].inset for number in names), default=0)
    edges = [number for number in names if inside[number].inset == home]
    for number, following in pairwise([*edges, len(inside)]):
        held = inside[number + 1 : following]
        out = [row for row in held if row.dashes and row.inset <= home]
        own = (at for at, row in enumerate(held) if row.dashes and home < row.inset < home + _DEEPEST)
        beside = next((held[at] for at in own if not _is_nested(at, held)), None)
        if len(out) == 1 and beside:
            return out[0], beside
    return None, None


def _is_nested(at: int, held: Sequence[Row]) -> bool:
    """Tell whether a dash begins or goes on with a list that stands under a key of a step."""
    above = (row for row in reversed(held[:at]) if row.column <= held[at].inset or row.inset < held[at].inset)
    opener = next((row for row in above if row.key and not row.value), None)
    return opener is not None


def _moved(slip: Row, column: int, found: Sequence[Row], lines: Lines) -> dict[int, str]:
    """Return the line of a step in its column, and what it holds as far as that would not stand further in."""
    by, moved = column - slip.inset, {slip.at: " " * column + lines[slip.at].lstrip()}
    words = [at for at in range(slip.at + 1, slip.end) if lines[at].strip()]
    below = []
    for each in found:
        if each.at > slip.at:
            if each.dashes or each.inset <= slip.inset or (each.is_named and each.inset < column):
                break
            below += [at for at in range(each.at, each.end) if lines[at].strip()]
    for group in (words, below):
        if group and min(inset(lines[at]) for at in group) <= column:
            moved |= {at: " " * max(0, inset(lines[at]) + by) + lines[at].lstrip() for at in group}
    return moved
