"""Problems: what is wrong in an author's file, where, why, and what to write instead.

An author's mistake is data. Every kind of problem is a `Rule` in one of the tables under `rules/`, with a code that
never changes its meaning, a sentence and a hint; the fixture of the same name under `tests/broken/` shows it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from game.authoring.places import Source, Span
from game.authoring.rules import RULES
from game.language import _

MOST_A_FILE: Final = 50
"""More problems than this in one file are counted, not listed."""

_SHOWN: Final = 110
"""How many characters of a line are shown under a problem, and up to how many of them before its place."""
_BEFORE_CARET: Final = 60

_HARMLESS: Final = "\n\u200c\u200d"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake. `line` and `column` count from 1; `length` is how far the caret goes."""

    file: str
    line: int
    column: int
    severity: str
    code: str
    message: str
    hint: str = ""
    length: int = field(default=1, compare=False)

    def as_json(self) -> dict[str, str | int]:
        """Return the problem in the shape that `check --json` prints."""
        names = ("file", "line", "column", "severity", "code", "message", "hint")
        return {name: getattr(self, name) for name in names}


def problem(rule: str, file: str, span: Span, **details: object) -> Problem:
    """Return the problem that `rule` (a key of `RULES`) names, at a place, with the details its sentences ask for."""
    found = RULES[rule]
    seen = {name: visible(value) if isinstance(value, str) else value for name, value in details.items()}
    message, hint = _(found.message).format(**seen), _(found.hint).format(**seen) if found.hint else ""
    return Problem(file, span.line, span.column, found.severity, found.code, message, hint, span.length)


def visible(words: str) -> str:
    """Return words from a file, or its name, so that they can stand in a sentence: what nobody sees, as its code.

    Line breaks stay, and the joiners that some scripts and emoji need.
    """
    return words if words.isprintable() else "".join(map(_visible, words))


def _visible(sign: str) -> str:
    if sign.isprintable() or sign in _HARMLESS or unicodedata.category(sign) == "Zs":
        return sign
    return f"<U+{ord(sign):04X}>"


def playable(problems: Iterable[Problem]) -> bool:
    """Tell whether nothing among `problems` keeps the story from being played."""
    return all(each.severity != "error" for each in problems)


def show(found: Problem, sources: Mapping[str, Source]) -> str:
    """Return the problem as lines for a terminal: place, sentence, the line with a caret, and the hint."""
    shown = [f"{visible(found.file)}:{found.line}:{found.column}: {found.severity} {found.code}: {found.message}"]
    source = sources.get(found.file)
    if source and 0 < found.line <= len(source.lines):
        shown += _with_caret(source.lines[found.line - 1], found)
    if found.hint:
        shown.append(f"  {found.hint}")
    return "\n".join(shown)


def _with_caret(line: str, found: Problem) -> list[str]:
    start = max(0, found.column - _BEFORE_CARET)
    part = "".join(sign if sign.isprintable() else " " for sign in line[start : start + _SHOWN])
    part = f"…{part[1:]}" if start else part
    part = f"{part[:-1]}…" if start + _SHOWN < len(line) else part
    column = found.column - 1 - start
    return [f"    {part}", "    " + " " * column + "^" * max(1, min(found.length, len(part) - column))]
