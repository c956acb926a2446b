"""The nodes of a story while it is compiled, from its end to its beginning, and what the checks want to know.

1. A node is added after the one that follows it, so that every `next` is an index that exists.
2. Only the beginnings of passages and scenes are reserved first, for `go` may lead to them from anywhere.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Final, NamedTuple

from game.authoring.nodes import Fields, Listing, Node, Scalar
from game.authoring.places import Span
from game.story import model
from game.story.model import Finish, Option

FINISH = 0
"""The index of the node that ends everything."""


class Origin(NamedTuple):
    """Where something was written: a file, as it is shown, and a place in it, or what stands there."""

    file: str
    at: Node | Span

    @property
    def span(self) -> Span:
        """The place."""
        return self.at if isinstance(self.at, Span) else self.at.span


class Choice(NamedTuple):
    """A choice as it was written: its place, its node, and its options that could be built."""

    origin: Origin
    node: int
    options: tuple[str, ...]


class Prose(NamedTuple):
    """Words of an author: `key` is what they are for, "prose" for paragraphs."""

    file: str
    scalar: Scalar
    key: str

    def origin(self, offset: int, length: int) -> Origin:
        """Return the place of a stretch of the words."""
        return Origin(self.file, self.scalar.place(offset, length))


new_origin: Final[Callable[[tuple[str, Node | Span]], Origin]] = partial(tuple.__new__, Origin)
new_prose: Final[Callable[[tuple[str, Scalar, str]], Prose]] = partial(tuple.__new__, Prose)
"""Make an origin, or prose, of all that is in it, in half the time that calling the class takes."""


@dataclass(slots=True)
class Notes:
    """What was seen while compiling, for the checks."""

    origins: dict[str, Origin] = field(default_factory=dict)
    whens: dict[str, Origin] = field(default_factory=dict)
    """The conditions of options, by the ids of the options."""
    choices: list[Choice] = field(default_factory=list)
    options: dict[str, Fields] = field(default_factory=dict)
    runs: list[tuple[str, Listing]] = field(default_factory=list)
    prose: list[Prose] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    """The prose of each file, put together."""
    conditions: list[Prose] = field(default_factory=list)
    goes: list[int] = field(default_factory=list)
    """The first node of the passage that each `go` leads to."""
    turning: set[int] = field(default_factory=set)
    """Those in scenes where some `go` leads back: round in a circle goes nobody else."""
    changes: list[tuple[Origin, str, str]] = field(default_factory=list)
    """Each `set` and `add`: where, the variable, and the value as typed ("" for an addition)."""


class Graph:
    """The nodes, options and former ids of options."""

    def __init__(self) -> None:
        self.nodes: list[model.Node] = [Finish()]
        self.options: dict[str, Option] = {}
        self.renamed: dict[str, str] = {}
        self.notes = Notes()

    def add(self, node: model.Node) -> int:
        """Add a node; returns its index."""
        nodes = self.nodes
        nodes.append(node)
        return len(nodes) - 1

    def reserve(self) -> int:
        """Return the index of a node that `fill` will give."""
        return self.add(self.nodes[FINISH])

    def fill(self, index: int, node: model.Node) -> None:
        """Put `node` where an index was reserved."""
        self.nodes[index] = node
