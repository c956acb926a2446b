"""The promise `leads_only_to`: options, each with the endings to which it is to lead."""

from __future__ import annotations

from collections.abc import Iterator

from game.authoring.build import fields
from game.authoring.build.names import Names
from game.authoring.build.report import Report, nearest
from game.authoring.nodes import Listing, Node
from game.story.names import ENDINGS


def leads(report: Report, node: Node | None, names: Names) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the options of the promise, each with its endings; every id among them exists."""
    found: list[tuple[str, tuple[str, ...]]] = []
    for option, promised in fields.names(report, node, "leads_only_to"):
        endings = tuple(_endings(report, promised, option.text))
        if option.text in names.scope.options:
            found.append((option.text, endings))
        elif option.text.partition(".")[0] not in names.unsound:
            near = nearest(option.text, sorted(names.scope.options))
            report.add("lead-unknown", option.span, found=fields.brief(option.text), near=near)
    return tuple((option, endings) for option, endings in found if endings)


def _endings(report: Report, node: Node, option: str) -> Iterator[str]:
    """Yield the endings of a list, or the one that stands there alone."""
    for item in node.items if isinstance(node, Listing) else (node,):
        scalar = fields.words(report, item, option)
        if scalar is not None and scalar.text in ENDINGS:
            yield scalar.text
        elif scalar is not None:
            near = nearest(scalar.text, ENDINGS)
            report.add("not-among", scalar.span, key=option, found=fields.brief(scalar.text), near=near)
