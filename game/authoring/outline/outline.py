"""Outline: lines of a file that were lost, told at their own place, and the lines with them where they belong.

1. It is asked only of files in which something is wrong: a good one costs nothing.
2. Each look tells its first mistake and mends it; then the rows are read again, so that none follows from another.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from game.authoring.outline.adrift import adrift
from game.authoring.outline.conditions import companions, slipped
from game.authoring.outline.fallen import fallen, without_then
from game.authoring.outline.homeless import homeless, without_home
from game.authoring.outline.outdented import deepened, indented, outdented, parted, sunken, values
from game.authoring.outline.rows import Row, rows
from game.authoring.outline.sentences import sentence, sunk
from game.authoring.outline.tables import entries, listed, top
from game.authoring.outline.unbraced import unbraced, unclosed
from game.authoring.outline.unsigned import dashed, notes, spelled, unsigned
from game.authoring.places import as_written
from game.authoring.snags import Lines, Mistake
from game.authoring.traps import Finding

_MOST: Final = 50
"""After this many mistakes nobody needs to know of more."""

_Look: TypeAlias = Callable[[Sequence[Row], Lines], Mistake | None]

_LOOKS: Final[tuple[_Look, ...]] = (
    notes,
    spelled,
    unclosed,
    unbraced,
    unsigned,
    top,
    entries,
    listed,
    adrift,
    dashed,
    without_then,
    slipped,
    companions,
    deepened,
    sunken,
    parted,
    fallen,
    sunk,
    sentence,
    without_home,
    homeless,
    indented,
    outdented,
    values,
)


def outlined(lines: Lines) -> tuple[list[Finding], tuple[str, ...]]:
    """Return what was lost in a file, by its lines, and the lines without those mistakes."""
    found: list[Finding] = []
    mended = list(lines)
    now = rows(mended)
    for look in _LOOKS:
        while len(found) < _MOST and (mistake := look(now, mended)):
            found.append(mistake.finding._replace(span=as_written(mistake.finding.span, mended, lines)))
            for at, line in mistake.instead.items():
                mended[at] = line
            now = rows(mended)
    return found, tuple(mended)
