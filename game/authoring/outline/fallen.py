"""Words that fell out of what they belong to: a `|` block, a value that goes on, or the `then` that nobody wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from game.authoring.marks import FILLING
from game.authoring.outline.rows import KNOWN, Row, inset, words
from game.authoring.places import Span
from game.authoring.snags import Lines, Mistake
from game.authoring.traps import Finding
from game.language import _

_STEP: Final = 2
_BULLET: Final = re.compile(r"(?:[•·–—]|\d+[.)])\s+")
"""What begins the lines of a list elsewhere."""

_TAKES_WORDS: Final = ("do", "say", "recall", "protects", "costs", "lands", "then", "else")


def fallen(found: Sequence[Row], lines: Lines) -> Mistake | None:
    """Return the first words that do not stand further in than what they belong to; all that go with them are moved."""
    for number, (row, following) in enumerate(pairwise(found)):
        if following.is_prose and (_out_of_block(row, following) or _goes_on(row, following)):
            inside = [inset(lines[at]) for at in words(row, lines)]
            column = min(inside, default=row.holds + _STEP)
            moved = {
                at: " " * column + lines[at].lstrip()
                for each in _together(row, found[number + 1 :])
                for at in range(each.at, each.end)
                if lines[at].strip()
            }
            return Mistake(_finding(row, following, column, found, lines), moved)
    return None


def without_then(found: Sequence[Row], _lines: Lines) -> Mistake | None:
    """Return the first words that stand below a `when` where its `then` should be."""
    for number, (row, following) in enumerate(pairwise(found)):
        if row.key != "when" or not row.dashes or not row.value or not following.is_prose:
            continue
        if following.column < row.column or not following.value[:1].isupper():
            continue
        instead = {at: "" for each in _together(row, found[number + 1 :]) for at in range(each.at, each.end)}
        instead[following.at] = f"{' ' * row.column}then: {FILLING}"
        return Mistake(Finding("then-missing", Span(row.at + 1, row.column + 1, len(row.key)), {}), instead)
    return None


def _out_of_block(row: Row, following: Row) -> bool:
    return row.opens and following.inset <= row.holds


def _goes_on(row: Row, following: Row) -> bool:
    """Tell whether words go on, in the same column, with the words of a key."""
    plain = bool(row.value) and row.value[0] not in "\"'{[|>"
    return row.key in _TAKES_WORDS and plain and not following.key and following.inset == row.column


def _together(row: Row, after: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows that fell out together: words alone, with nothing else between them."""
    for each in after:
        if not each.is_prose:
            return
        yield each
        if not row.opens:
            return


def _finding(row: Row, following: Row, column: int, found: Sequence[Row], lines: Lines) -> Finding:
    step = row.end > row.at + 1 and any(each.dashes and following.inset - each.inset in (0, _STEP) for each in found)
    other = _("; or, if it is a step of its own, write: - {words}").format(
        words=_BULLET.sub("", lines[following.at].strip())
    )
    details: dict[str, object] = {"line": row.at + 1, "column": column + 1, "other": other if step else "."}
    rule = "fell-out" if row.opens else "words-outdented"
    if not row.opens:
        details["found"] = row.key if row.key in KNOWN else ""
    return Finding(rule, Span(following.at + 1, following.inset + 1, len(lines[following.at].strip())), details)
