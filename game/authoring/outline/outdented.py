"""Keys that do not stand further in than what they belong to: those of an option, and what stands under `set`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from game.authoring.outline.rows import KNOWN, Row, inset
from game.authoring.places import Span
from game.authoring.schema import NAMES
from game.authoring.snags import Lines, Mistake
from game.authoring.traps import Finding

_STEP: Final = 2
_KEYS: Final = NAMES["an option"]
_OWN: Final = _KEYS - NAMES["a step"]
"""Keys that nothing but an option has."""

_TABLES: Final = ("set", "add", "variables", "cast", "endings", "dead_zone", "promises")
"""Keys under which names stand."""


class _Slip(NamedTuple):
    """A key of an option that stands too far out, by the numbers of the rows, and the column that it belongs at."""

    row: int
    option: int
    column: int


def outdented(found: Sequence[Row], lines: Lines) -> Mistake | None:
    """Return the first key of an option that stands beside its option's name, or further out."""
    for number, row in enumerate(found):
        slip = _first(number, found) if row.key == "choose" and not row.value else None
        if slip:
            return _mistake(slip, found, lines)
    return None


def values(found: Sequence[Row], lines: Lines) -> Mistake | None:
    """Return the first name that stands beside the `set:`, or another table of names, that it belongs under."""
    for number, (row, following) in enumerate(pairwise(found)):
        if row.key not in _TABLES or row.value or following.dashes or following.inset != row.column:
            continue
        if following.key in KNOWN and following.key not in NAMES["endings"]:
            continue
        if not following.key or (row.column == 0 and row.key in ("set", "add")):
            continue
        last = next(
            (
                each.at
                for each in found[number + 1 :]
                if each.inset < row.column
                or each.dashes
                or (each.inset == row.column and each.key in KNOWN - NAMES["endings"])
            ),
            len(lines),
        )
        column = row.column + _STEP
        finding = _finding(following, row, column)
        return Mistake(finding, {at: _at(lines[at], _STEP) for at in range(following.at, last) if lines[at].strip()})
    return None


def _first(choose: int, found: Sequence[Row]) -> _Slip | None:
    """Return the first slip in the choice of row `choose`, if its options begin where options can."""
    head = found[choose]
    dash = head.dashes[-1] if head.dashes else head.column
    first = found[choose + 1] if choose + 1 < len(found) else None
    if first is None or not first.is_named or first.inset <= head.column:
        return None
    option, keys = choose + 1, first.inset + _STEP
    for number in range(choose + 2, len(found)):
        row = found[number]
        if row.inset > first.inset:
            keys = row.inset if number == option + 1 and row.key in _KEYS and not row.dashes else keys
            continue
        if row.dashes or not row.key:
            return None
        if row.inset == first.inset and (row.key not in _KEYS or _is_option(number, found)):
            option = number
        elif _belongs(row, dash):
            return _Slip(number, option, keys)
        elif row.inset <= dash:
            return None
    return None


def _is_option(number: int, found: Sequence[Row]) -> bool:
    """Tell whether a row called like a key is an option all the same: a key of options stands under it."""
    row, following = found[number], found[number + 1] if number + 1 < len(found) else None
    return not row.value and following is not None and following.inset > row.inset and following.key in _KEYS


def _belongs(row: Row, dash: int) -> bool:
    """Tell whether a row can only be a key of the option above it."""
    return row.key in _KEYS and (row.inset > dash or row.key in _OWN)


def _mistake(slip: _Slip, found: Sequence[Row], lines: Lines) -> Mistake:
    row, option = found[slip.row], found[slip.option]
    end = max([row.end, *(each.end for each in _own(slip, found))])
    inside = min((inset(line) for line in lines[row.at + 1 : end] if line.strip()), default=slip.column + _STEP)
    moved = range(row.at, end if inside <= slip.column else row.at + 1)
    instead = {at: _at(lines[at], slip.column - row.inset) for at in moved if lines[at].strip()}
    return Mistake(_finding(row, option, slip.column), instead)


def _own(slip: _Slip, found: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows under a key that slipped; the other keys of its option stand further in than it, too."""
    row, option = found[slip.row], found[slip.option]
    for each in found[slip.row + 1 :] if not row.value else ():
        if each.inset <= max(row.inset, option.inset) or (each.key in _KEYS and each.column == slip.column):
            return
        yield each


def _finding(row: Row, home: Row, column: int) -> Finding:
    details: dict[str, object] = {"found": row.key, "home": home.key, "line": home.at + 1, "column": column + 1}
    return Finding("outdented", Span(row.at + 1, row.inset + 1, len(row.key)), details)


def _at(line: str, by: int) -> str:
    return " " * (inset(line) + by) + line.lstrip()
