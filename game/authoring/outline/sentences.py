"""Sentences that go on over several lines and hold a colon, which makes a name of what stands before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from game.authoring.marks import FILLING
from game.authoring.outline.rows import KNOWN, Row, below, inset
from game.authoring.places import Span
from game.authoring.snags import Lines, Mistake
from game.authoring.traps import Finding, looks_like_prose

_TEXTS: Final = ("do", "say", "recall", "protects", "costs", "lands", "then", "else", "title", "at")
_SIGNS: Final = frozenset("\"'{[|>&*!%@`?")
_MOST_SHOWN: Final = 6


def sentence(found: Sequence[Row], _lines: Lines) -> Mistake | None:
    """Return the first piece of prose, not in quotes and not below a `|`, that has a colon and goes on."""
    for number, row in enumerate(found):
        if not _begins(row) or row.value[:1] in _SIGNS:
            continue
        after = list(_after(row, found[number + 1 :]))
        colon = next((each for each in (row, *after) if _has_colon(each, row)), None)
        if not after or colon is None or any(each.key in KNOWN or each.is_named for each in after):
            continue
        instead = _block(row, [_words(row, whole=row.key not in _TEXTS), *map(_words, after)])
        span = Span(colon.at + 1, colon.column + 1, len(_words(colon).partition(": ")[0]))
        blank = {at: "" for each in after for at in range(each.at, each.end)}
        filled = {row.at: f"{' ' * row.inset}{_head(row)}{FILLING}"}
        return Mistake(Finding("colon-below-words", span, {"instead": instead}), {**blank, **filled})
    return None


def sunk(found: Sequence[Row], lines: Lines) -> Mistake | None:
    """Return the first step with a colon that stands under the words of another, as if it went on with them."""
    for number, (row, following) in enumerate(pairwise(found)):
        plain = row.dashes and not row.key and row.value and row.value[0] not in _SIGNS
        if not plain or not following.dashes or following.inset <= row.dashes[-1] or not following.key:
            continue
        by = row.inset - following.inset
        moved = {at: line for each in (following, *below(found, number + 1)) for at, line in _shifted(each, by, lines)}
        details: dict[str, object] = {"column": following.inset + 1, "other": row.inset + 1, "line": row.at + 1}
        return Mistake(Finding("columns", Span(following.at + 1, following.inset + 1), details), moved)
    return None


def _shifted(row: Row, by: int, lines: Lines) -> Iterator[tuple[int, str]]:
    for at in range(row.at, row.end):
        if lines[at].strip():
            yield at, " " * max(0, inset(lines[at]) + by) + lines[at].lstrip()


def _begins(row: Row) -> bool:
    """Tell whether words may begin in a row: behind a dash or behind a key that takes them."""
    if row.key in _TEXTS:
        return bool(row.value)
    return bool(row.dashes and row.value) and (not row.key or " " in row.key or row.key[0].isupper())


def _after(row: Row, following: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows that go on with the words of a row."""
    for each in following:
        if each.dashes or each.inset <= (row.holds if row.key in _TEXTS else row.dashes[-1]):
            return
        yield each


def _has_colon(each: Row, row: Row) -> bool:
    if each is row:
        return looks_like_prose(row.key) or ": " in row.value
    return bool(each.key)


def _head(row: Row) -> str:
    """Return what stands before the words that begin in a row."""
    return ("- " if row.dashes else "") + (f"{row.key}: " if row.key in _TEXTS else "")


def _block(row: Row, told: Sequence[str]) -> str:
    """Return words as they would be written below a `|`, on lines of their own."""
    head = _head(row)
    inside = " " * (2 + (2 if head.startswith("- ") and row.key in _TEXTS else 0))
    shown = [*told[:_MOST_SHOWN], *(["…"] if len(told) > _MOST_SHOWN else [])]
    return "".join(f"\n    {line}" for line in (f"{head}|", *(f"{inside}{each}" for each in shown)))


def _words(row: Row, *, whole: bool = True) -> str:
    return f"{row.key}: {row.value}".rstrip() if row.key and whole else row.value
