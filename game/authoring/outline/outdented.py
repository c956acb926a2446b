"""Keys that do not stand further in than what they belong to: those of an option, and what stands under `set`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from game.authoring.outline.rows import KNOWN, Row, below, inset
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
        slips = list(_slips(number, found)) if row.key == "choose" and not row.value else []
        if slips:
            instead: dict[int, str] = {}
            for slip in slips:
                if slip.option == slips[0].option:
                    instead |= _moved(slip, found, lines)
            first = slips[0]
            return Mistake(_finding(found[first.row], found[first.option], first.column), instead)
    return None


def indented(found: Sequence[Row], lines: Lines) -> Mistake | None:
    """Return the first option that stands as far in as the keys of the one above it."""
    for number, row in enumerate(found):
        first = found[number + 1] if row.key == "choose" and not row.value and number + 1 < len(found) else None
        if first is None or not first.is_named or first.inset <= row.column:
            continue
        for at in range(number + 2, len(found) - 1):
            each, following = found[at], found[at + 1]
            if each.inset < first.inset or each.dashes:
                break
            if each.is_named and each.inset == first.inset + _STEP and following.key in _OWN:
                details: dict[str, object] = {
                    "column": each.inset + 1,
                    "other": first.inset + 1,
                    "line": first.at + 1,
                }
                by = first.inset - each.inset
                whole = following.inset > each.inset
                inside = [line for row in below(found, at) for line in range(row.at, row.end)] if whole else []
                moved = {line: _at(lines[line], by) for line in (each.at, *inside) if lines[line].strip()}
                return Mistake(Finding("columns", Span(each.at + 1, each.inset + 1), details), moved)
    return None


def sunken(found: Sequence[Row], lines: Lines) -> Mistake | None:
    """Return the first option of a choice that stands as far in as its own keys, and not beside the others."""
    for number, (row, first, key) in enumerate(zip(found, found[1:], found[2:], strict=False)):
        if row.key != "choose" or row.value or not first.is_named or key.key not in _KEYS or key.inset != first.inset:
            continue
        column = first.inset - _STEP
        beside = next((each for each in below(found, number) if each.is_named and each.inset == column), None)
        if beside and column > row.column:
            details: dict[str, object] = {"column": first.inset + 1, "other": column + 1, "line": beside.at + 1}
            finding = Finding("columns", Span(first.at + 1, first.inset + 1), details)
            return Mistake(finding, {first.at: _at(lines[first.at], -_STEP)})
    return None


def deepened(found: Sequence[Row], lines: Lines) -> Mistake | None:
    """Return the first key of an option that stands further in than the one above it, as if it went on with that."""
    for number, (row, following) in enumerate(pairwise(found)):
        above = found[number - 1] if number else row
        fits = (above.key in _KEYS and above.inset == row.inset) or (above.is_named and above.inset < row.inset)
        ends = fits and bool(row.value) and not (row.opens or row.dashes or following.dashes)
        if ends and row.key in _OWN and following.key in _KEYS and following.inset == row.inset + _STEP:
            details: dict[str, object] = {"column": following.inset + 1, "other": row.inset + 1, "line": row.at + 1}
            finding = Finding("columns", Span(following.at + 1, following.inset + 1), details)
            return Mistake(finding, {following.at: _at(lines[following.at], -_STEP)})
    return None


def parted(found: Sequence[Row], lines: Lines) -> Mistake | None:
    """Return the first `when` and `then` that do not stand in one column: one of them slipped."""
    for row, following in pairwise(found):
        if row.key != "when" or not row.dashes or not row.value or following.dashes or following.key != "then":
            continue
        by = row.column - following.column
        if by <= 0 or by > 2 * _STEP:
            continue
        beside = next((each for each in found if each is not row and row.dashes[0] - by in each.dashes[:1]), None)
        alike = any(each is not row and row.dashes[0] in each.dashes[:1] for each in found)
        if beside and not alike:
            details: dict[str, object] = {"column": row.inset + 1, "other": beside.inset + 1, "line": beside.at + 1}
            return Mistake(
                Finding("columns", Span(row.at + 1, row.inset + 1), details), {row.at: _at(lines[row.at], -by)}
            )
        moved = {at: _at(lines[at], by) for at in range(following.at, following.end) if lines[at].strip()}
        return Mistake(_finding(following, row, row.column), moved)
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


def _slips(choose: int, found: Sequence[Row]) -> Iterator[_Slip]:
    """Yield the slips in the choice of row `choose`, if its options begin where options can."""
    head = found[choose]
    dash = head.dashes[-1] if head.dashes else head.column
    first = found[choose + 1] if choose + 1 < len(found) else None
    if first is None or not first.is_named or first.inset <= head.column:
        return
    option, keys = choose + 1, first.inset + _STEP
    for number in range(choose + 2, len(found)):
        row = found[number]
        if row.inset > first.inset:
            plain = row.key in _KEYS and not row.dashes
            if number == option + 1 and plain:
                keys = row.inset
            elif row.inset < keys and plain:
                yield _Slip(number, option, keys)
            continue
        if row.dashes or not row.key:
            return
        if row.inset == first.inset and (row.key not in _KEYS or _is_option(number, found)):
            option = number
        elif _belongs(row, dash):
            yield _Slip(number, option, keys)
        elif row.inset <= dash:
            return


def _is_option(number: int, found: Sequence[Row]) -> bool:
    """Tell whether a row called like a key is an option all the same: a key of options stands under it."""
    row, following = found[number], found[number + 1] if number + 1 < len(found) else None
    return not row.value and following is not None and following.inset > row.inset and following.key in _KEYS


def _belongs(row: Row, dash: int) -> bool:
    """Tell whether a row can only be a key of the option above it."""
    return row.key in _KEYS and (row.inset > dash or row.key in _OWN)


def _moved(slip: _Slip, found: Sequence[Row], lines: Lines) -> dict[int, str]:
    row = found[slip.row]
    end = max([row.end, *(each.end for each in _own(slip, found))])
    inside = min((inset(line) for line in lines[row.at + 1 : end] if line.strip()), default=slip.column + _STEP)
    moved = range(row.at, end if inside <= slip.column else row.at + 1)
    return {at: _at(lines[at], slip.column - row.inset) for at in moved if lines[at].strip()}


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
