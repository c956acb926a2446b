"""One option of a choice: its words, its pattern, and what follows the pick."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from game.authoring.build import changes, fields, texts
from game.authoring.build.bench import Bench
from game.authoring.build.report import nearest
from game.authoring.nodes import Fields, Node, Scalar
from game.insight.patterns import PATTERNS
from game.story.model import Option

Steps = Callable[[Bench, Node | None, int], int]
"""The compiler of steps; it is handed in, since options hold steps and steps hold options."""


_METERS: Final = ("me", "we")


def option(bench: Bench, name: Scalar, node: Node, after: int, steps: Steps) -> str:
    """Compile the option `name`, after which `after` follows; returns its full id."""
    report, full_id = bench.report, bench.id(name.text)
    bench.claim(name, "an option")
    found = _fields(bench, name, node)
    if found is None:
        return full_id
    target = changes.done(bench, found, after, "go")
    target = steps(bench, found.get("then"), target)
    target = changes.done(bench, found, target, "add", "set")
    pattern, me, we = _score(bench, found)
    if "when" in found:
        bench.graph.notes.whens[full_id] = bench.origin(found["when"])
    again = fields.flag(report, found.get("again"), "again")
    if again and pattern:
        report.add("again-scored", found["again"].span, option=name.text)
    bench.graph.options[full_id] = Option(
        full_id,
        texts.text(bench, found.get("do"), "do") or texts.text(bench, found.get("say"), "say") or (),
        "say" in found,
        target,
        texts.condition(bench, found.get("when")),
        again,
        pattern,
        me,
        we,
        texts.text(bench, found.get("recall"), "recall"),
        texts.text(bench, found.get("protects"), "protects"),
        texts.text(bench, found.get("costs"), "costs"),
        texts.text(bench, found.get("lands"), "lands"),
    )
    return full_id


def _fields(bench: Bench, name: Scalar, node: Node) -> Mapping[str, Node] | None:
    found = fields.opened(bench.report, node, "an option", name.text)
    if found is None or not isinstance(node, Fields):
        return None
    bench.graph.notes.options[bench.id(name.text)] = node
    if "do" not in found and fields.lacks(found, "an option", "do", "say", loose=True):
        bench.report.add("option-wordless", name.span, option=name.text)
    say = node.key("say") if "say" in found else None
    if "do" in found and say:
        bench.report.add("option-two-voices", say.span, option=name.text)
    if "was" in found:
        _was(bench, name, found["was"])
    return found


def _score(bench: Bench, found: Mapping[str, Node]) -> tuple[str | None, int, int]:
    me = fields.meter(bench.report, found.get("me"), "me")
    we = fields.meter(bench.report, found.get("we"), "we")
    shows = fields.words(bench.report, found.get("shows"), "shows")
    if shows is None:
        stray = next((key for key in _METERS if key in found), None)
        if stray and "shows" not in found:
            bench.report.add("meter-without-pattern", found[stray].span, key=stray)
        return None, 0, 0
    pattern = PATTERNS.get(shows.text)
    if pattern is None:
        near = nearest(shows.text, PATTERNS)
        bench.report.add("pattern-unknown", shows.span, found=fields.brief(shows.text), near=near)
        return None, 0, 0
    return pattern.id, me or pattern.me, we or pattern.we


def _was(bench: Bench, name: Scalar, node: Node) -> None:
    former = fields.words(bench.report, node, "was")
    if former is None:
        return
    former_id = bench.id(former.text)
    if former_id in bench.names.scope.options:
        bench.report.add("was-taken", former.span, found=former.text)
    bench.graph.renamed[former_id] = bench.id(name.text)
