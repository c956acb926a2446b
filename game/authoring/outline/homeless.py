"""Passages that do not stand under `passages:`, where the others do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from itertools import pairwise
from typing import Final

from game.authoring.outline.rows import Row, inset
from game.authoring.places import Span
from game.authoring.schema import NAMES
from game.authoring.snags import Lines, Mistake
from game.authoring.traps import Finding

_STEP: Final = 2
_HOME: Final = "passages"
_OTHERS: Final = (NAMES["story.yaml"] | {"plays", "places"}) - NAMES["a scene"]


def without_home(found: Sequence[Row], lines: Lines) -> Mistake | None:
    """Return the first passage of a file in which no `passages:` stands; the line above takes its place then."""
    names = {row.key for row in found if row.inset == 0}
    if get_close_matches(_HOME, [name.lower() for name in names], 1, 0.7) or not names.isdisjoint(_OTHERS):
        return None
    passages = list(_passages(found))
    if not passages or "title" not in names or passages[0].at == 0:
        return None
    first = passages[0]
    above = first.at - 1
    if lines[above].startswith("title") or first.at <= found[0].at:
        return None
    moved = {} if first.inset else _moved(first.at, len(lines), _STEP, lines)
    finding = Finding("passages-line-missing", Span(first.at + 1, first.inset + 1, len(first.key)), {})
    return Mistake(finding, {**moved, above: f"{_HOME}:"})


def homeless(found: Sequence[Row], lines: Lines) -> Mistake | None:
    """Return the first passage that stands in another column than those under `passages:`."""
    home = next((number for number, row in enumerate(found) if row.key == _HOME and not row.inset), None)
    if home is None or found[home].value:
        return None
    passages = list(_passages(found[home + 1 :]))
    columns = Counter(row.inset for row in passages if row.inset)
    column = max(columns, key=lambda each: (columns[each], -each), default=_STEP)
    steps = next((row.inset for row in found[home + 1 :] if row.dashes), column + _STEP)
    for row in passages:
        if row.inset == column or row.inset > max(steps, column + _STEP):
            continue
        following = next(each for each in found if each.at > row.at)
        end = next((each.at for each in found if each.at > row.at and each in passages), len(lines))
        whole = following.inset <= column and following.inset < row.inset + column
        last = end if whole else row.at + 1
        details: dict[str, object] = {"found": row.key, "own": row.inset + 1, "column": column + 1}
        finding = Finding("passage-adrift", Span(row.at + 1, row.inset + 1, len(row.key)), details)
        return Mistake(finding, _moved(row.at, last, column - row.inset, lines))
    return None


def _passages(found: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows that begin a passage: a name, and below it a step."""
    for row, following in pairwise(found):
        if row.is_named and not row.dashes and following.dashes and following.inset >= row.inset:
            yield row


def _moved(first: int, last: int, by: int, lines: Lines) -> dict[int, str]:
    return {
        at: " " * max(0, inset(lines[at]) + by) + lines[at].lstrip() for at in range(first, last) if lines[at].strip()
    }
