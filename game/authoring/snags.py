"""Snags: where libyaml could not go on, and what answers to a snag are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeAlias

from game.authoring.marks import FILLING
from game.authoring.places import Span
from game.authoring.traps import Finding

Lines: TypeAlias = Sequence[str]
"""The lines of a file."""

_HEAD: Final = re.compile(r"( *(?:- +)*(?:[^\s\"'{}\[\]#&*!|>%@`:,-][^\s:\"'{}\[\]]*: +)?)(.*)")


class Mistake(NamedTuple):
    """A finding, and lines to put in place of those at fault, by index; if these are `sure`, no others are tried."""

    finding: Finding
    instead: Mapping[int, str]
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Snag:
    """What libyaml says: the problem, where it stopped, and where the thing it was reading began."""

    problem: str
    at: Span
    since: Span | None = None

    def around(self, lines: Lines) -> Iterator[int]:
        """Yield the indices of the lines where the mistake may be, the likeliest first."""
        at = self.at.line - 1
        yield at
        if self.since and self.since.line - 1 != at:
            yield self.since.line - 1
        before = next((each for each in range(at - 1, -1, -1) if lines[each].strip()), None)
        if before is not None:
            yield before


def parts(line: str) -> tuple[str, str]:
    """Return what stands before the value in a line (indentation, dashes, name), and the value."""
    found = _HEAD.fullmatch(line)
    return (found[1], found[2]) if found else ("", line)


def indent(line: str) -> int:
    """Return how many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def filled(line: str) -> str:
    """Return the line with something harmless for its value."""
    head, _ = parts(line)
    return head + FILLING


def hanging(at: int, lines: Lines) -> dict[int, str]:
    """Return blanks for the lines further in than line `at`, which went on with what it began."""
    blank: dict[int, str] = {}
    for below in range(at + 1, len(lines)):
        if lines[below].strip() and indent(lines[below]) <= indent(lines[at]):
            break
        blank[below] = ""
    return blank
