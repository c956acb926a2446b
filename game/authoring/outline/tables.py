"""Names that do not stand at the edge of their file, or under what they belong to: people, variables, endings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from itertools import pairwise, takewhile
from typing import Final

from game.authoring.outline.rows import Row, inset
from game.authoring.places import Span
from game.authoring.schema import NAMES
from game.authoring.snags import Lines, Mistake
from game.authoring.traps import Finding

_STEP: Final = 2
_LIKE: Final = 0.6
_TOP: Final = NAMES["story.yaml"]
_FIELDS: Final = {"cast": NAMES["a person"], "variables": NAMES["a bounded number"]}
"""What stands under each of the author's own names."""

_OPENING: Final = ("cast", "variables", "scenes", "endings", "dead_zone", "promises")
_OF_SCENES: Final = ("prompts", "passages")
_EDGE: Final = _TOP | NAMES["a scene"]
_OTHERS: Final = ("passages", "plays", "places")
"""What stands at the edge of other files."""


def top(found: Sequence[Row], lines: Lines) -> Mistake | None:
    """Return the first of the names at the edge of a file that does not stand there."""
    edge = next((row for row in found if not row.inset and row.key in _EDGE), None)
    opening = _OPENING if _is_story(found) else _OF_SCENES
    for row in found if edge else ():
        if edge and row.inset and row.key in opening and not (row.value or row.dashes):
            return _moved(row, edge, lines, [])
        if row.key == "passages":
            return None
    return None


def entries(found: Sequence[Row], lines: Lines) -> Mistake | None:
    """Return the first name under a table of a story.yaml that stands in another column than the others."""
    for table, inside in _tables(found) if _is_story(found) else ():
        own = [row for row in inside if _is_entry(row, table)]
        columns = Counter(row.inset for row in own if row.inset)
        column = max(columns, key=lambda each: (columns[each], -each), default=0)
        for row in own:
            beside = next((each for each in own if each.inset == column and each is not row), None)
            if beside and row.inset != column:
                return _moved(row, beside, lines, list(_held(row, inside, table)))
        slip = _field(inside, table, column, lines)
        if slip:
            return slip
    return None


def listed(found: Sequence[Row], lines: Lines) -> Mistake | None:
    """Return the first entry of the list of scenes that stands in another column than the others."""
    first = next((at for at, row in enumerate(found) if row.key == "scenes" and not (row.inset or row.value)), None)
    inside = takewhile(lambda row: row.inset or row.dashes, found[first + 1 :]) if first is not None else ()
    own = [row for row in inside if row.dashes]
    columns = Counter(row.inset for row in own)
    column = max(columns, key=lambda each: (columns[each], each == _STEP), default=0)
    beside = next((row for row in own if row.inset == column), None)
    slip = next((row for row in own if row.inset != column), None)
    if slip is None or beside is None:
        return None
    held = takewhile(lambda row: not row.dashes and row.inset, (each for each in found if each.at > slip.at))
    return _moved(slip, beside, lines, list(held))


def _is_story(found: Sequence[Row]) -> bool:
    names = {row.key for row in found if not row.dashes}
    return not names.isdisjoint(_OPENING) and names.isdisjoint(_OTHERS)


def _tables(found: Sequence[Row]) -> Iterator[tuple[Row, list[Row]]]:
    """Yield the tables of names, each with all rows up to the next name at the edge."""
    edges = [number for number, row in enumerate(found) if not (row.inset or row.dashes) and _is_top(row)]
    for number, following in pairwise([*edges, len(found)]):
        row = found[number]
        if row.key in ("cast", "variables", "endings") and not row.value:
            yield row, list(found[number + 1 : following])


def _is_top(row: Row) -> bool:
    """Tell whether a name is one that stands at the edge, perhaps misspelt."""
    return row.key in _TOP or bool(get_close_matches(row.key, _TOP, 1, _LIKE))


def _is_entry(row: Row, table: Row) -> bool:
    """Tell whether a row is a name under a table, and neither what stands under that nor words."""
    if row.dashes or not row.key or " " in row.key:
        return False
    return row.key not in _FIELDS[table.key] if table.key in _FIELDS else row.key in NAMES["endings"]


def _held(row: Row, inside: Sequence[Row], table: Row) -> Iterator[Row]:
    """Yield the rows that stand under an entry."""
    for each in inside[inside.index(row) + 1 :]:
        if _is_entry(each, table):
            return
        yield each


def _field(inside: Sequence[Row], table: Row, column: int, lines: Lines) -> Mistake | None:
    """Return the first field of a person or a number that does not stand further in than their name."""
    home: Row | None = None
    for row in inside if table.key in _FIELDS else ():
        if _is_entry(row, table):
            home = row
        elif home and not home.value and row.key in _FIELDS[table.key] and row.inset <= column:
            wanted = next((each.inset for each in _held(home, inside, table) if each.inset > column), column + _STEP)
            details: dict[str, object] = {"found": row.key, "home": home.key, "line": home.at + 1, "column": wanted + 1}
            finding = Finding("outdented", Span(row.at + 1, row.inset + 1, len(row.key)), details)
            return Mistake(finding, {row.at: " " * wanted + lines[row.at].lstrip()})
    return None


def _moved(row: Row, beside: Row, lines: Lines, held: Sequence[Row]) -> Mistake:
    """Return that a row does not stand beside another; what it holds goes along if it would not stand further in."""
    instead = {row.at: " " * beside.inset + lines[row.at].lstrip()}
    words = [at for at in range(row.at + 1, row.end) if lines[at].strip()]
    below = [at for each in held for at in range(each.at, each.end) if lines[at].strip()]
    for group in (words, below):
        if group and min(inset(lines[at]) for at in group) <= beside.inset:
            by = beside.inset - row.inset
            instead |= {at: " " * max(0, inset(lines[at]) + by) + lines[at].lstrip() for at in group}
    details: dict[str, object] = {"column": row.inset + 1, "other": beside.inset + 1, "line": beside.at + 1}
    return Mistake(Finding("columns", Span(row.at + 1, row.inset + 1), details), instead)
