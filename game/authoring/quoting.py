"""Snags in how words begin and end: quotes, brackets, escapes, and signs that mean something else to YAML."""

from __future__ import annotations

import re
from typing import Final

from game.authoring import signs, traps
from game.authoring.marks import FILLING
from game.authoring.places import Span
from game.authoring.snags import Lines, Mistake, Snag, filled, hanging, parts
from game.authoring.traps import Finding

_CLOSING: Final = {"[": "]", "{": "}"}
_QUOTED: Final = {'"': re.compile(r'"(?:[^"\\]|\\.)*"'), "'": re.compile(r"'(?:[^']|'')*'")}
_FIELDS: Final = re.compile(r"\{ *[\w\"']+: ")
_FIRST_SIGNS: Final = tuple("*&!@`%?,")
_BLOCKS: Final = ("|", ">")
_ESCAPES: Final = (
    ("found unknown escape", "bad-escape"),
    ("did not find expected hex", "bad-escape"),
    ("found invalid Unicode", "half-sign"),
)
_HALVES: Final = re.compile(r"\\u(?i:d[89ab]..\\ud[c-f]|d[89a-f])[0-9a-fA-F]{2}")
"""The two halves of a sign, or one alone."""


def escape(snag: Snag, lines: Lines) -> Mistake | None:
    """Return what a backslash in quotes does wrong."""
    rule = next((rule for words, rule in _ESCAPES if snag.problem.startswith(words)), None)
    if rule is None:
        return None
    at = snag.at.line - 1
    line = lines[at]
    slash = max(0, line.rfind("\\", 0, snag.at.column + 1))
    halves = _HALVES.match(line, slash) if rule == "half-sign" else None
    if halves:
        finding = Finding(rule, Span(at + 1, slash + 1, len(halves[0])), signs.half(halves[0], _meant(halves[0])))
        return Mistake(finding, {at: line[:slash] + _HALVES.sub(lambda each: FILLING * len(each[0]), line[slash:])})
    code = line[slash : slash + 2]
    finding = Finding(rule, Span(at + 1, slash + 1, len(code)), {"code": code})
    return Mistake(finding, {at: line[:slash] + FILLING * len(code) + line[slash + len(code) :]})


def _meant(halves: str) -> str:
    """Return the sign that two escapes stand for in other formats, or "" for one that is half a sign alone."""
    units = bytes.fromhex(halves.replace("\\u", ""))
    return units.decode("utf-16-be", "ignore")


def first_sign(snag: Snag, lines: Lines) -> Mistake | None:
    """Return what is wrong when the value in the line begins with a sign that means something else to YAML."""
    at = snag.at.line - 1
    head, value = parts(lines[at])
    if snag.at.column <= len(head):
        return None
    if value[:1] in _QUOTED:
        return _after_quotes(at, lines)
    if value[:1] in _CLOSING:
        return _after_brackets(at, lines)
    if value.startswith(_FIRST_SIGNS):
        return in_value("first-sign", at, lines, value[0])
    if value.startswith(_BLOCKS):
        return in_value("words-after-bar", at, lines, value[0])
    if value.startswith("- ") and "block sequence entries" in snag.problem:
        return in_value("first-sign", at, lines, "-")
    return None


def never_closed(snag: Snag, lines: Lines) -> Mistake | None:
    """Return what is wrong when quotes or brackets were opened here or further up and not closed."""
    at = snag.at.line - 1
    inside = snag.at.column > len(parts(lines[at])[0])
    opened = _open_quote(at if inside else at - 1, lines)
    if opened is not None:
        return _unclosed("quote-never-closed", opened, lines)
    if snag.since and lines[snag.since.line - 1][snag.since.column - 1 :][:1] in _CLOSING:
        return _unclosed_bracket(snag.since.line - 1, snag.since.column - 1, lines)
    head, value = parts(lines[at])
    if value[:1] in _CLOSING:
        return _unclosed_bracket(at, len(head), lines)
    return None


def _after_quotes(at: int, lines: Lines) -> Mistake | None:
    """Return what is wrong when quotes were closed and more follows."""
    value = parts(lines[at])[1]
    sign = value[0]
    whole = _QUOTED[sign].match(value)
    rest = value[whole.end() :] if whole else ""
    if not whole or not rest.strip() or rest.lstrip().startswith("#"):
        return None
    if rest[0].isalnum() or rest[0] in "\\'\"":
        return in_value("quote-in-quotes" if sign == '"' else "apostrophe", at, lines, sign)
    return in_value("words-after-quotes", at, lines, sign)


def _after_brackets(at: int, lines: Lines) -> Mistake | None:
    """Return what is wrong when brackets were closed; `never_closed` tells of the others."""
    value = parts(lines[at])[1]
    if _CLOSING[value[0]] not in value or _FIELDS.match(value):
        return None
    return in_value("first-brace" if value[0] == "{" else "first-bracket", at, lines, value[0])


def in_value(rule: str, at: int, lines: Lines, sign: str = "") -> Mistake:
    """Return the mistake that the value in a line begins with the wrong sign."""
    head, value = parts(lines[at])
    details: dict[str, object] = {"sign": sign, "quoted": traps.in_quotes(value.strip())}
    return Mistake(Finding(rule, Span(at + 1, len(head) + 1), details), {at: filled(lines[at])})


def _unclosed_bracket(at: int, column: int, lines: Lines) -> Mistake | None:
    sign = lines[at][column]
    if _CLOSING[sign] in lines[at][column:]:
        return None
    return _unclosed("bracket-never-closed", at, lines, column)


def _open_quote(last: int, lines: Lines) -> int | None:
    """Return the index of the nearest line up from `last` whose value opens quotes that are still open there."""
    closed = {'"': False, "'": False}
    for at in range(last, -1, -1):
        value = parts(lines[at])[1]
        sign = value[:1]
        if sign in _QUOTED and not _QUOTED[sign].match(value):
            return None if closed[sign] else at
        if at < last:
            closed = {each: done or each in lines[at] for each, done in closed.items()}
    return None


def _unclosed(rule: str, at: int, lines: Lines, column: int | None = None) -> Mistake:
    head, value = parts(lines[at])
    start = len(head) if column is None else column
    sign = lines[at][start]
    filled = lines[at][:start] + FILLING
    finding = Finding(
        rule, Span(at + 1, start + 1), {"sign": sign, "close": _CLOSING.get(sign, sign), "line": value.strip()}
    )
    return Mistake(finding, {at: filled, **hanging(at, lines)})
