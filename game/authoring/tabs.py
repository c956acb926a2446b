"""Tabs in front of lines: how many spaces were meant, as far as the lines around them tell.

1. The first of some lines with tabs stands as far in as a line nearby of its own kind: a dash below a dash, the first
   line below a name two spaces further in.
2. The lines after it stand further in or out by two spaces for each tab that they have more or less.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from game.authoring.places import Span
from game.authoring.traps import Finding
from game.language import _

Inset: TypeAlias = tuple[int, int | None]
"""How many spaces a line begins with, and the line (from 0) that tells so, if one does."""

_STEP: Final = 2
_MOST_NAMED: Final = 8
_NAME: Final = re.compile(r"\s*(?:- +)*[\w\"'-]+:(?: |$)")
_OPENS: Final = re.compile(r".*:\s*(?:#.*)?")
_OPENS_BLOCK: Final = re.compile(r".*[\s:-][|>][-+0-9]*\s*(?:#.*)?")
_DASHES: Final = re.compile(r"\s*(?:- +)*")


def finding(span: Span, inset: Inset, others: Sequence[int] = ()) -> Finding:
    """Return that a tab stands where spaces belong, and so on the lines `others` (from 0)."""
    count, beside = inset
    named = [str(each) for each in (span.line, *(each + 1 for each in others))]
    lines = ", ".join(named[:_MOST_NAMED]) + (", …" if len(named) > _MOST_NAMED else "")
    told = _(" (lines {lines})").format(lines=lines) if others else ""
    alike = "" if beside is None else _(", as on line {line}").format(line=beside + 1)
    instead = _("Put {count} spaces here").format(count=count) if count else _("Begin at the edge, without spaces")
    return Finding("tabs", span, {"others": told, "instead": f"{instead}{alike}"})


def insets(lines: Sequence[str], tabbed: Sequence[int], words: frozenset[int]) -> Mapping[int, Inset]:
    """Return the inset of each of the `tabbed` lines (from 0); `words` are the lines of blocks."""
    found: dict[int, Inset] = {}
    real = [at for at, line in enumerate(lines) if line.strip() and at not in words]
    free = [at for at in real if at not in set(tabbed)]
    for before, at in zip([None, *real], real, strict=False):
        if at in free:
            continue
        if before in found and before is not None:
            more = _tabs(lines[at]) - _tabs(lines[before])
            found[at] = max(0, found[before][0] + _STEP * more), None
        else:
            found[at] = _inset(lines, at, before, next((each for each in free if each > at), None))
    return found


def _inset(lines: Sequence[str], at: int, before: int | None, after: int | None) -> Inset:
    """Return the inset of line `at`, between the lines `before` and `after`, which have no tabs and are no words."""
    if before is None:
        return 0, None
    last = next(each for each in range(at - 1, -1, -1) if lines[each].strip())
    if _opens(lines[last]):
        return _first(lines, at, last, after)
    if not _dash(lines[at]) and not _NAME.match(lines[at]):
        return _indent(lines[last]), last
    if _OPENS.fullmatch(lines[at]) and after is not None:
        return max(0, _indent(lines[after]) - _STEP * (2 if _dash(lines[at]) else 1)), None
    if _dash(lines[before]) and not _dash(lines[at]):
        return _behind(lines[before]), before
    alike = (each for each in range(before, -1, -1) if lines[each].strip() and _dash(lines[each]) == _dash(lines[at]))
    beside = next(alike, before)
    return _indent(lines[beside]), beside


def _first(lines: Sequence[str], at: int, opened: int, after: int | None) -> Inset:
    """Return the inset of the first line below a name: that of the next line, if it stands beside this one."""
    beside = after is not None and _dash(lines[after]) == _dash(lines[at]) and not _opens(lines[at])
    if beside and after is not None and _indent(lines[after]) > _indent(lines[opened]):
        return _indent(lines[after]), after
    named = lines[opened][_behind(lines[opened])] not in "|>"
    return _behind(lines[opened]) + (_STEP if named else 0), None


def _opens(line: str) -> bool:
    return bool(_OPENS.fullmatch(line) or _OPENS_BLOCK.fullmatch(line))


def _dash(line: str) -> bool:
    return line.lstrip().startswith("- ")


def _behind(line: str) -> int:
    """Return where what stands behind a line's dashes begins."""
    found = _DASHES.match(line)
    return found.end() if found else 0


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _tabs(line: str) -> int:
    return line[: len(line) - len(line.lstrip())].count("\t")
