"""Options that do not stand further in than their `choose`: YAML takes them for keys of the step."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from game.authoring.nodes import Fields, Raw
from game.authoring.places import Span
from game.authoring.schema import NAMES
from game.authoring.snags import Lines, Mistake, Snag, hanging, indent
from game.authoring.traps import Finding

_CHOOSE: Final = re.compile(r"( *- +)choose:\s*(?:#.*)?")
_OPENS: Final = re.compile(r" *([a-z][a-z0-9_]*):\s*(?:#.*)?")
_KEY: Final = re.compile(rf" *(?:{'|'.join(sorted(NAMES['an option']))}):(?:\s|$)")
_KNOWN: Final = NAMES["a step"] | NAMES["an option"]
_STEP: Final = 2
_FEWEST: Final = 2


def outdented(snag: Snag, lines: Lines) -> Mistake | None:
    """Return that options do not stand where those of their `choose` belong; all of one choice are moved at once."""
    at = snag.at.line - 1
    choose = _choose(at, lines) if "did not find expected" in snag.problem else None
    if choose is None:
        return None
    options = list(_options(choose, lines))
    further = [indent(lines[each]) for each in options if indent(lines[each]) >= choose.column + _STEP]
    wanted = min(further, default=choose.column + _STEP)
    slipped = [each for each in options if indent(lines[each]) != wanted]
    if not slipped:
        return None
    instead = {
        each: " " * max(0, indent(lines[each]) + wanted - indent(lines[option])) + lines[each].lstrip()
        for option in slipped
        for each in _body(option, options, lines)
    }
    return Mistake(finding(Span(slipped[0] + 1, indent(lines[slipped[0]]) + 1), wanted), instead, sure=True)


def _body(option: int, options: Sequence[int], lines: Lines) -> Iterator[int]:
    """Yield the lines of an option: those further in, up to the next option."""
    following = min((each for each in options if each > option), default=len(lines))
    yield from (each for each in (option, *hanging(option, lines)) if each < following)


def strays(step: Mapping[str, Raw]) -> list[str]:
    """Return the names of the options that stand beside the `choose` of a step, as if they were keys of it."""
    if len(step) < _FEWEST or "choose" not in step:
        return []
    keys, options = NAMES["a step"], NAMES["an option"]
    others = [(name, value) for name, value in step.items() if name not in keys]
    return [name for name, value in others if isinstance(value, Fields) and not options.isdisjoint(value.raw)]


def finding(span: Span, wanted: int) -> Finding:
    """Return the finding at the first such option; they belong at the column `wanted` (from 0)."""
    return Finding("options-outdented", span, {"column": wanted + 1})


class _Choice(NamedTuple):
    """A line with a `choose`, and the columns of its dash and of its name (all from 0)."""

    line: int
    dash: int
    column: int


def _choose(at: int, lines: Lines) -> _Choice | None:
    """Return the choice that line `at` is in."""
    least = indent(lines[at])
    for above in range(at - 1, -1, -1):
        found = _CHOOSE.fullmatch(lines[above])
        if found and indent(lines[above]) <= least:
            return _Choice(above, indent(lines[above]), len(found[1]))
        least = min(least, indent(lines[above])) if lines[above].strip() else least
    return None


def _options(choose: _Choice, lines: Lines) -> Iterator[int]:
    """Yield the lines of a choice that begin an option: a name, and below it a key of options, further in.

    Those that stand further in than the first keys of an option can are options of a choice inside it.
    """
    deepest = len(lines[choose.line])
    for at in range(choose.line + 1, len(lines)):
        line = lines[at]
        if not line.strip():
            continue
        if indent(line) < choose.dash or (indent(line) == choose.dash and not _OPENS.fullmatch(line)):
            return
        name = _OPENS.fullmatch(line)
        below = next((each for each in lines[at + 1 :] if each.strip()), "")
        if not name or name[1] in _KNOWN or indent(line) >= deepest:
            continue
        if indent(below) > indent(line) and _KEY.match(below):
            deepest = min(deepest, indent(below))
            yield at
