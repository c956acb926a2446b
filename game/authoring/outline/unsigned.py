"""Lines that lack a sign: a colon after a name, a dash before a step, the space behind it, the # of a note."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from game.authoring.outline.rows import KNOWN, Row
from game.authoring.places import Span
from game.authoring.snags import Lines, Mistake
from game.authoring.traps import Finding

_NOTE: Final = re.compile(r" *(//|<!--|/\*)([^\n]*)")
_ALONE: Final = re.compile(r"([a-z][a-z0-9_]*)(?: *[;=]|[.,])?")
_BRACED: Final = re.compile(r"([a-z][a-z0-9_]*) *(\{ *([a-z]+): .*\})")
_NAMED: Final = re.compile(rf"({'|'.join(sorted(KNOWN, key=len, reverse=True))})(?: *[;=] *| +)(\S.*)")
_SHORT: Final = re.compile(r"([a-z][a-z0-9_]*)(?: *[;=] *| +)(\w+|\{.*\})")
_SHORT_VALUE: Final = re.compile(r"\w+|\{.*\}")
_ID: Final = re.compile(r"[a-z][a-z0-9_]*")
"""What a variable may be, and what it may hold."""

_CONDITION: Final = re.compile(r"!(?!=) *([^\"':]+)|\"([a-z][\w.]*)\"( *[^\"':\s][^\"':]*)|([^\"':]+):")
"""`!` before a condition, quotes around a name in it, a colon behind it."""

_CLOSE_DASH: Final = re.compile(r"-([^\W\d_]|[\"'“‘{*|]).*")


def notes(found: Sequence[Row], lines: Lines) -> Mistake | None:
    """Return the first note that begins as in other languages."""
    for row in found:
        note = None if row.dashes else _NOTE.fullmatch(lines[row.at])
        if note:
            words = note[2].strip(" /").removesuffix("-->").removesuffix("*").strip()
            details: dict[str, object] = {"sign": note[1], "words": words}
            return Mistake(Finding("note-sign", _span(row), details), {row.at: ""})
    return None


def unsigned(found: Sequence[Row], lines: Lines) -> Mistake | None:
    """Return the first row that lacks a colon, a dash, or the space behind one."""
    for number, row in enumerate(found):
        before, after = found[number - 1] if number else None, found[number + 1] if number + 1 < len(found) else None
        mended = _colon(row, before, after) or _dash(row, number, found)
        if mended:
            rule, line = mended
            details: dict[str, object] = {"line": line, "name": line.partition(":")[0].removeprefix("- ")}
            span = Span(row.at + 1, row.inset + 1, max(1, len(lines[row.at].strip())))
            return Mistake(Finding(rule, span, details), {row.at: lines[row.at][: row.inset] + line})
    return None


def spelled(found: Sequence[Row], lines: Lines) -> Mistake | None:
    """Return the first condition that begins or ends with a sign of other languages, which is none of YAML's words."""
    for row in found:
        meant = _CONDITION.fullmatch(row.value) if row.key == "when" else None
        if meant:
            asked = f"not {meant[1]}" if meant[1] else f"{meant[2]}{meant[3]}" if meant[2] else meant[4]
            line = f"{'- ' if row.dashes else ''}when: {asked.strip()}"
            span = Span(row.at + 1, row.column + 1, len(lines[row.at].strip()))
            finding = Finding("condition-spelling", span, {"line": line})
            return Mistake(finding, {row.at: " " * row.inset + line})
    return None


def dashed(found: Sequence[Row], _lines: Lines) -> Mistake | None:
    """Return the first option with a dash, in a choice in which others have none."""
    for number, row in enumerate(found):
        inside = found[number + 1 :] if row.key == "choose" and not row.value else ()
        first = inside[0].inset if inside else 0
        options = [each for each in _within(inside, first) if each.inset == first]
        if first <= row.inset or all(each.dashes for each in options):
            continue
        slip = next((each for each in options if each.dashes and each.is_named), None)
        if slip:
            line = f"{slip.key}:"
            span = Span(slip.at + 1, slip.inset + 1, slip.column - slip.inset + len(slip.key))
            return Mistake(Finding("option-dashed", span, {"line": line}), {slip.at: " " * slip.inset + line})
    return None


def _within(found: Sequence[Row], least: int) -> Iterator[Row]:
    return takewhile(lambda each: each.inset >= least, found)


def _colon(row: Row, before: Row | None, after: Row | None) -> tuple[str, str] | None:
    """Return the line with the colon that is missing: of a name alone, or of a key beside other keys."""
    if row.key:
        braced = None if row.dashes else _BRACED.fullmatch(f"{row.key}: {row.value}")
        return ("colon-missing", f"{braced[1]}: {braced[2]}") if braced and braced[3] in KNOWN else None
    alone = _ALONE.fullmatch(row.value)
    if alone and after and _opens(row, alone[1], before, after):
        return "colon-missing", f"{'- ' if row.dashes else ''}{alone[1]}:"
    dash = "- " if row.dashes else ""
    beside = [each for each in (None if dash else before, after) if each and each.column == row.column]
    beside = [each for each in beside if each.key and not (dash and each.dashes)]
    named = _NAMED.fullmatch(row.value)
    if named and any(each.key in KNOWN for each in beside):
        return "colon-missing", f"{dash}{named[1]}: {named[2]}"
    short = None if dash else _SHORT.fullmatch(row.value)
    if short and any(_SHORT_VALUE.fullmatch(each.value) and _ID.fullmatch(each.key) for each in beside):
        return "colon-missing", f"{short[1]}: {short[2]}"
    return None


def _opens(row: Row, name: str, before: Row | None, after: Row) -> bool:
    """Tell whether what follows a word stands under it: names, or the steps of a passage."""
    goes_on = before is not None and not before.key and not row.dashes and before.column < row.column
    if goes_on or (row.dashes and name not in KNOWN):
        return False
    steps = bool(after.dashes) and after.inset >= row.inset and not row.dashes
    return steps or (after.column > row.column and bool(after.dashes or after.key) and not after.is_prose)


def _dash(row: Row, number: int, found: Sequence[Row]) -> tuple[str, str] | None:
    """Return the line with the dash, or the space behind it, that it lacks beside other lines with a dash."""
    if row.dashes:
        return None
    words = f"{row.key}: {row.value}".rstrip() if row.key else row.value
    close, block = _CLOSE_DASH.fullmatch(words), row.key == "when" or (row.opens and not row.key)
    if row.key.startswith("-") and row.key[1:] in KNOWN:
        return "space-after-dash", f"- {words[1:]}"
    if not (close or block) or not any(each.dashes and each.inset == row.inset for each in _beside(number, found)):
        return None
    return ("space-after-dash", f"- {words[1:]}") if close else ("dash-missing", f"- {words}")


def _beside(number: int, found: Sequence[Row]) -> list[Row]:
    """Return the rows around one, as far as none stands further out than it."""
    own, near = found[number].inset, []
    for ahead in (found[:number][::-1], found[number + 1 :]):
        for row in ahead:
            if row.inset < own:
                break
            near.append(row)
    return near


def _span(row: Row) -> Span:
    return Span(row.at + 1, row.inset + 1)
