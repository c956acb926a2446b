"""Explain a snag: what the author did there, and the lines without it.

libyaml says where it stopped, seldom where the mistake is. Each function of the table knows one kind of mistake, looks
for it around the snag, and answers with a finding and with what to put in place of the lines at fault; the first answer
counts. What is put there keeps the name and the depth of the line, so that the rest reads as before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from game.authoring import alignment, quoting
from game.authoring.outdent import outdented
from game.authoring.places import Span
from game.authoring.snags import Lines, Mistake, Snag, hanging, indent
from game.authoring.traps import Finding

_Look: TypeAlias = Callable[[Snag, Lines], Mistake | None]

_LOOKS: Final[tuple[_Look, ...]] = (
    quoting.escape,
    alignment.tab,
    alignment.percent,
    quoting.first_sign,
    outdented,
    quoting.never_closed,
    alignment.end_of_file,
    alignment.no_space,
    alignment.colon,
    alignment.mixed,
    alignment.shallow,
    alignment.columns,
    alignment.no_name,
    alignment.adrift,
)


def explain(snag: Snag, lines: tuple[str, ...]) -> tuple[Finding, Iterator[tuple[str, ...]]]:
    """Return what is wrong, and ways to read on without it: the lines with something harmless in the place of it."""
    mistake = next((found for look in _LOOKS if (found := look(snag, lines))), None) or _unreadable(snag, lines)
    return mistake.finding, _ways(mistake, lines)


def _ways(mistake: Mistake, lines: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the lines with the right thing in place of the mistake, without its line, and without all under it."""
    at = mistake.finding.span.line - 1
    others = () if mistake.sure else ({at: ""}, {at: "", **hanging(at, lines)})
    for instead in (mistake.instead, *others):
        aside = list(lines)
        for each, line in instead.items():
            aside[each] = line
        yield tuple(aside)


def _unreadable(snag: Snag, lines: Lines) -> Mistake:
    at = next((each for each in range(snag.at.line - 1, -1, -1) if lines[each].strip()), 0)
    return Mistake(Finding("unreadable", Span(at + 1, indent(lines[at]) + 1), {"line": lines[at].strip()}), {at: ""})
