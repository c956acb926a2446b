"""Names with their values on one line, without the braces that keep them together, or with a lone quote in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from game.authoring.outline.rows import KNOWN, Row
from game.authoring.places import Span
from game.authoring.schema import NAMES
from game.authoring.snags import Lines, Mistake
from game.authoring.traps import Finding

_PAIR: Final = r"[a-z][a-z0-9_]*: +[^\s,:{}\[\]][^,:{}\[\]]*"
_PAIRS: Final = re.compile(rf"{_PAIR}(?:, *{_PAIR})*")
_ENTRY: Final = re.compile(r"(?:scene: +)?([a-z][a-z0-9_]*),? +when: +([^,:{}\[\]]+)")
_EQUAL: Final = re.compile(r"([a-z][a-z0-9_]*) *=+ *(\w+)")
_NAME: Final = re.compile(r"([a-z][a-z0-9_]*): ")
_CLOSES: Final = {"{": "}", "[": "]"}
_TABLES: Final = frozenset({"set", "add", "variables"})
"""Keys under which stand names of the author's own."""

_NAMED: Final = frozenset({"dead_zone", "promises", "endings"})
"""Keys under which stand names that the format knows."""

_OWN: Final = tuple(NAMES[place] for place in ("a person", "a bounded number", "an option"))
"""The names that stand together under one of the author's own."""


def unbraced(found: Sequence[Row], _lines: Lines) -> Mistake | None:
    """Return the first line with names and values that lack their braces."""
    for row in found:
        if not row.key or not row.value:
            continue
        line = _entry(row) if row.dashes and "when" in f"{row.key}{row.value}" else None
        line = line or _table(row)
        if line:
            dash = "- " if row.dashes else ""
            span = Span(row.at + 1, row.column + 1, len(f"{row.key}: {row.value}"))
            finding = Finding("braces-missing", span, {"line": f"{dash}{line}"})
            return Mistake(finding, {row.at: f"{' ' * row.inset}{dash}{line}"})
    return None


def unclosed(found: Sequence[Row], lines: Lines) -> Mistake | None:
    """Return the first line whose braces or brackets hold a quote that nothing closes: it would take in all below."""
    for row in found:
        if row.value.count('"') == 1 and (_is_closed(row) or _is_said(row)):
            line, column = lines[row.at], lines[row.at].index('"')
            details: dict[str, object] = {"sign": '"', "close": '"', "line": row.value}
            finding = Finding("quote-never-closed", Span(row.at + 1, column + 1), details)
            return Mistake(finding, {row.at: line.replace('"', "", 1)})
    return None


def _is_closed(row: Row) -> bool:
    return row.value[-1:] == _CLOSES.get(row.value[:1]) and "'" not in row.value


def _is_said(row: Row) -> bool:
    """Tell whether somebody speaks, whose words begin with a quote and end on the same line."""
    return row.value[0] == '"' and row.end == row.at + 1 and bool(row.dashes) and row.key[:1].isupper()


def _entry(row: Row) -> str | None:
    """Return the line of a scene with its condition, as it is written in the list of scenes."""
    entry = _ENTRY.fullmatch(f"{row.key}: {row.value}")
    return f"{{scene: {entry[1]}, when: {entry[2]}}}" if entry and not row.key.startswith("when") else None


def _table(row: Row) -> str | None:
    """Return the line of a key with the names that stand under it."""
    equal = _EQUAL.fullmatch(row.value) if row.key in _TABLES else None
    if equal:
        return f"{row.key}: {{{equal[1]}: {equal[2]}}}"
    if not _PAIRS.fullmatch(row.value):
        return None
    names = set(_NAME.findall(row.value))
    known = row.key in _TABLES or (row.key in _NAMED and names <= NAMES[row.key])
    fits = known or (row.key not in KNOWN and any(names <= place for place in _OWN))
    return f"{row.key}: {{{row.value}}}" if fits else None
