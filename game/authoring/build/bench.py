"""The bench on which one file is built: what its builders share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from game.authoring.build import fields
from game.authoring.build.graph import Choice, Graph, Origin, new_origin
from game.authoring.build.names import Names
from game.authoring.build.report import Report
from game.authoring.nodes import Node, Scalar
from game.story.values import value


@value
class Bench:
    """What a scene (its id; "" for the endings in story.yaml) is built with.

    `passages` gives the node of each passage that `go` may lead to, `end` the node that follows the scene.
    """

    report: Report
    names: Names
    graph: Graph
    scene: str = ""
    end: int = 0
    passages: Mapping[str, int] = field(default_factory=dict)

    def with_passages(self, passages: Mapping[str, int]) -> Bench:
        """Return the bench for the passages of this scene."""
        return Bench(self.report, self.names, self.graph, self.scene, self.end, passages)

    def origin(self, at: Node) -> Origin:
        """Return the place of something in this file."""
        return new_origin((self.report.file, at))

    def id(self, name: str) -> str:
        """Return the full id of something in this scene."""
        return f"{self.scene}.{name}"

    def note_choice(self, key: Node, node: int, options: tuple[str, ...]) -> None:
        """Keep a choice for the checks."""
        self.graph.notes.choices.append(Choice(self.origin(key), node, options))

    def claim(self, name: Scalar, what: str) -> str:
        """Return the full id of a passage or an option called `name`, after telling if it is no id or taken already."""
        origins, full_id = self.graph.notes.origins, self.id(name.text)
        if full_id in origins:
            first, second = sorted((origins[full_id].span, name.span))
            self.report.add("id-twice", second, found=name.text, line=first.line)
        elif fields.good_id(self.report, name, what):
            origins[full_id] = self.origin(name)
        return full_id
