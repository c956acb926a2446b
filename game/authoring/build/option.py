"""One option of a choice: its words, its pattern, and what follows the pick."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from game.authoring.build import changes, fields, texts
from game.authoring.build.bench import Bench
from game.authoring.build.report import nearest
from game.authoring.keys import PLACES, SPOKEN
from game.authoring.nodes import Fields, Node, Scalar
from game.insight.patterns import PATTERNS
from game.story.model import Option

Steps = Callable[[Bench, Node | None, int], int]
"""The compiler of steps; it is handed in, since options hold steps and steps hold options."""

_METERS: Final = tuple(key.name for key in PLACES["an option"] if key.needs == "shows")
_TOLD: Final = ("recall", "protects", "costs", "lands")
"""What an option has for the reveal, in the order in which the model has it."""


def option(bench: Bench, name: Scalar, node: Node, after: int, steps: Steps) -> str:
    """Compile the option `name`, after which `after` follows; returns its full id."""
    report, full_id = bench.report, bench.claim(name, "an option")
    found = _fields(bench, name, full_id, node)
    if found is None:
        return full_id
    raw = found.raw
    target = changes.done(bench, found, after, "go")
    target = steps(bench, found["then"], target) if "then" in raw else target
    target = changes.done(bench, found, target, "add", "set")
    pattern, me, we = _score(bench, found)
    if "when" in raw:
        bench.graph.notes.whens[full_id] = bench.origin(found["when"])
    again = "again" in raw and fields.flag(report, found["again"], "again")
    if again and pattern:
        report.add("again-scored", found["again"].span, option=name.text)
    bench.graph.options[full_id] = Option(
        full_id,
        texts.text(bench, found, "do") or texts.text(bench, found, "say") or (),
        "say" in raw,
        target,
        texts.condition(bench, found["when"]) if "when" in raw else None,
        again,
        pattern,
        me,
        we,
        *[texts.text(bench, found, key) if key in raw else None for key in _TOLD],
    )
    return full_id


def _fields(bench: Bench, name: Scalar, full_id: str, node: Node) -> Fields | None:
    found = fields.opened(bench.report, node, "an option", name.text)
    if found is None:
        return None
    bench.graph.notes.options[full_id] = found
    raw = found.raw
    if SPOKEN[0] not in raw and fields.lacks(found, "an option", *SPOKEN, loose=True):
        bench.report.add("option-wordless", name.span, option=name.text)
    say = found.key("say") if "say" in raw else None
    if "do" in raw and say:
        bench.report.add("option-two-voices", say.span, option=name.text)
    if "was" in raw:
        _was(bench, full_id, found["was"])
    return found


def _score(bench: Bench, found: Fields) -> tuple[str | None, int, int]:
    me, we = [fields.meter(bench.report, found[key], key) if key in found.raw else None for key in _METERS]
    shows = fields.words(bench.report, found.get("shows"), "shows")
    if shows is None:
        stray = next((key for key in _METERS if key in found), None)
        if stray and "shows" not in found:
            bench.report.add("meter-without-pattern", found[stray].span, key=stray)
        return None, 0, 0
    pattern = PATTERNS.get(shows.text)
    if pattern is None:
        near = nearest(shows.text, PATTERNS, len(PATTERNS))
        bench.report.add("pattern-unknown", shows.span, found=fields.brief(shows.text), near=near)
        return None, 0, 0
    return pattern.id, me or pattern.me, we or pattern.we


def _was(bench: Bench, full_id: str, node: Node) -> None:
    for former in fields.several(bench.report, node, "was"):
        if not fields.good_id(bench.report, former, "a former option"):
            continue
        former_id = bench.id(former.text)
        if former_id in bench.names.scope.options:
            bench.report.add("was-taken", former.span, found=former.text)
        bench.graph.renamed[former_id] = full_id
