"""Snags in how lines stand to one another: columns, dashes, names without a space or a colon, lines that end a file."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import Final

from game.authoring import tabs, traps
from game.authoring.marks import FILLING
from game.authoring.places import Span
from game.authoring.quoting import in_value
from game.authoring.schema import NAMES
from game.authoring.signs import OPENS_BLOCK, in_blocks
from game.authoring.snags import Lines, Mistake, Snag, hanging, indent, parts
from game.authoring.traps import Finding

_NO_SPACE: Final = re.compile(r"( *(?:- +)*)([a-z_][a-z0-9_]*):([^\s/:].*)")
_DASH: Final = re.compile(r" *- ")
_STEP: Final = 2
_DASHES: Final = re.compile(r" *(?:- +)*")
_FIELD: Final = re.compile(r" *(?:- +)*[\w\"'“”-]+:(?: |$)")


def tab(snag: Snag, lines: Lines) -> Mistake | None:
    """Return that a tab stands where only spaces can."""
    at = snag.at.line - 1
    column = lines[at].find("\t")
    if "tab" not in snag.problem or column < 0:
        return None
    before = lines[at][: column + 1]
    alike = takewhile(lambda each: lines[each].startswith(before), range(at, len(lines)))
    instead = {each: lines[each].replace("\t", "  ", 1) for each in alike}
    return Mistake(tabs.finding(Span(at + 1, column + 1), (column + 2, None)), instead)


def percent(snag: Snag, lines: Lines) -> Mistake | None:
    """Return that a line starts with %."""
    for at in snag.around(lines):
        if lines[at].startswith("%"):
            return Mistake(Finding("percent-line", Span(at + 1, 1), {"line": lines[at].strip()}), {at: ""})
    return None


def end_of_file(snag: Snag, lines: Lines) -> Mistake | None:
    """Return that a line ends the file before its end."""
    for at in snag.around(lines):
        sign = lines[at][:3]
        if sign in ("...", "---") and (at + 1 == snag.at.line or "document" in snag.problem):
            return Mistake(Finding("two-files", Span(at + 1, 1, 3), {"sign": sign, "line": at + 1}), {at: ""})
    return None


def no_space(snag: Snag, lines: Lines) -> Mistake | None:
    """Return that no space stands after a name's colon."""
    for at in snag.around(lines):
        found = _NO_SPACE.fullmatch(lines[at])
        if found:
            details = {"name": found[2], "rest": found[3].strip()}
            return Mistake(
                Finding("space-after-colon", Span(at + 1, len(found[1]) + 1, len(found[2]) + 1), details),
                {at: f"{found[1]}{found[2]}: {found[3]}"},
            )
    return None


def colon(snag: Snag, lines: Lines) -> Mistake | None:
    """Return that a colon and a space stand in prose: the second ones in a line, or in a line of prose that goes on."""
    if not snag.problem.startswith("mapping values"):
        return None
    at = snag.at.line - 1
    head, value = parts(lines[at])
    name = lines[at][: snag.at.column - 1].strip()
    if ": " not in value + " " or (snag.at.column <= len(head)):
        return None if not traps.looks_like_prose(name) else in_value("colon-in-words", at, lines)
    return in_value("colon-in-words", at, lines)


def mixed(snag: Snag, lines: Lines) -> Mistake | None:
    """Return that lines with and without a dash stand in one list."""
    at = snag.at.line - 1
    line = lines[at]
    if not snag.since or snag.at.column != snag.since.column or indent(line) + 1 != snag.at.column:
        return None
    dash = line.lstrip().startswith("- ")
    if dash == lines[snag.since.line - 1][snag.since.column - 1 :].startswith("- "):
        return None
    near = _neighbour(at, lines) if dash else None
    if near and abs(near[1] - indent(line)) <= _STEP:
        return _out_of_line(at, near, lines)
    rule = "dash-among-names" if dash else "name-among-dashes"
    finding = Finding(rule, snag.at, {"line": snag.since.line, "words": line.strip().removeprefix("- ")})
    return Mistake(finding, {at: "", **hanging(at, lines)})


def shallow(snag: Snag, lines: Lines) -> Mistake | None:
    """Return that the first line of a `|` block stands further in than later prose, which falls out of the block."""
    at = snag.at.line - 1
    if _DASH.match(lines[at]) or lines[at].strip().partition(":")[0] in NAMES["a step"]:
        return None
    filled = (each for each in range(at - 1, -1, -1) if lines[each].strip())
    opens = next((each for each in filled if indent(lines[each]) < indent(lines[at])), -1)
    inside = [each for each in range(opens + 1, at) if lines[each].strip()]
    if opens < 0 or not inside or not OPENS_BLOCK.search(lines[opens]):
        return None
    first, own = indent(lines[inside[0]]), indent(lines[at])
    details: dict[str, object] = {"column": own + 1, "other": first + 1, "line": inside[0] + 1}
    below = takewhile(lambda each: not lines[each].strip() or indent(lines[each]) >= own, range(at, len(lines)))
    moved = {each: " " * (first - own) + lines[each] for each in below if lines[each].strip()}
    return Mistake(Finding("shallow-prose", Span(at + 1, own + 1), details), moved)


def columns(snag: Snag, lines: Lines) -> Mistake | None:
    """Return that a line stands further in or out than its neighbours."""
    at = snag.at.line - 1
    above = next((each for each in range(at - 1, -1, -1) if lines[each].strip()), None)
    line = lines[at]
    if above is None or snag.at.column > len(parts(line)[0]) or not (_FIELD.match(line) or _DASH.match(line)):
        return None
    if _columns(lines[above])[-1] == indent(line):
        return _under_words(at, lines) if snag.problem.startswith("mapping values") else None
    return _out_of_line(at, _neighbour(at, lines) or (above, _columns(lines[above])[-1]), lines)


def adrift(snag: Snag, lines: Lines) -> Mistake | None:
    """Return that a name with nothing behind it stands beside no other: what is below it is where reading stopped."""
    at = next((each for each in range(snag.at.line - 1, -1, -1) if lines[each].strip()), 0)
    near = _neighbour(at, lines)
    if near is None or not _FIELD.match(lines[at]) or not 0 < abs(near[1] - indent(lines[at])) <= _STEP:
        return None
    return _out_of_line(at, near, lines)


def no_name(snag: Snag, lines: Lines) -> Mistake | None:
    """Return that words stand where a name and a colon belong."""
    for at in snag.around(lines):
        line = lines[at]
        if line.strip() and not _FIELD.match(line) and not line.lstrip().startswith(("- ", "#")):
            span = Span(at + 1, indent(line) + 1, len(line.strip()))
            return Mistake(Finding("no-name", span, {"line": line.strip()}), {at: ""})
    return None


def _neighbour(at: int, lines: Lines) -> tuple[int, int] | None:
    """Return the line above that line `at` most likely belongs beside, and the column (from 0) at which that begins.

    Prose of a block is nobody's neighbour. A line with a dash stands below a dash, another one below a name.
    """
    prose, dash = in_blocks(lines), lines[at].lstrip().startswith("- ")
    best, inset = (-1, -1), len(lines[at])
    for above in range(at - 1, -1, -1):
        line = lines[above]
        if above in prose or not line.strip() or (best[0] >= 0 and indent(line) >= inset):
            continue
        inset = indent(line)
        own = _columns(line)
        fits = own[:-1] if dash else own[-1:]
        for column in fits:
            if best[0] < 0 or abs(column - indent(lines[at])) < abs(best[1] - indent(lines[at])):
                best = above, column
    return best if best[0] >= 0 else None


def _out_of_line(at: int, neighbour: tuple[int, int], lines: Lines) -> Mistake:
    above, column = neighbour
    details: dict[str, object] = {"column": indent(lines[at]) + 1, "other": column + 1, "line": above + 1}
    return Mistake(Finding("columns", Span(at + 1, indent(lines[at]) + 1), details), _shifted(at, column, lines))


def _columns(line: str) -> list[int]:
    """Return the columns (from 0) of a line's dashes, and of what stands behind them."""
    head = _DASHES.match(line)
    assert head is not None, "it matches the empty string, too"  # noqa: S101
    return [at for at, sign in enumerate(head[0]) if sign == "-"] + [head.end()]


def _under_words(at: int, lines: Lines) -> Mistake:
    """Return that a name stands below words, as if it went on with them: a step's, or one that is only prose."""
    words = lines[at].strip()
    span = Span(at + 1, indent(lines[at]) + 1)
    if words.partition(":")[0] not in NAMES["a step"]:
        instead = f"\n    - |\n      {words}"
        return Mistake(
            Finding("colon-below-words", span, {"instead": instead}), {at: indent(lines[at]) * " " + FILLING}
        )
    finding = Finding("name-under-words", span, {"line": words})
    return Mistake(finding, {at: " " * (indent(lines[at]) - 2) + "- " + words})


def _shifted(at: int, neighbour: int, lines: Lines) -> dict[int, str]:
    """Return the lines from `at` that belong together, moved so that the first stands at the neighbour's column."""
    own = indent(lines[at])
    moved: dict[int, str] = {}
    for below in range(at, len(lines)):
        if lines[below].strip() and indent(lines[below]) < own:
            break
        moved[below] = " " * max(0, indent(lines[below]) + neighbour - own) + lines[below].lstrip(" ")
    return moved
