"""What a YAML file holds, with the place of everything: the tree between the parser and the builder.

Nodes are named tuples that keep libyaml's own marks. A story has a hundred thousand of them and asks for the places of
few, so a place is worked out when somebody wants to know it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, NamedTuple, TypeAlias

from game.authoring import places
from game.authoring.places import Mark, Source, Span


class Scalar(NamedTuple):
    """Words as typed, never converted: `no`, `1.10` and `on` stay as they are.

    `page` is the file from which the words were read.
    """

    text: str
    start: Mark
    page: Source

    @property
    def style(self) -> str:
        """The sign that the words begin with: "'", '"', "|" or ">", or "" for plain ones."""
        sign = self.page.text[self.start.index : self.start.index + 1]
        return sign if sign in _SIGNS else ""

    @property
    def span(self) -> Span:
        """Where it stands; as long as it is on its line, if it stands on one."""
        return places.span(self)

    def place(self, offset: int, length: int = 1) -> Span:
        """Return the place in the file of the character at `offset` of the text."""
        return places.place(self, offset, length)


class Listing(NamedTuple):
    """A YAML sequence."""

    items: tuple[Node, ...]
    start: Mark
    flow: bool = False

    @property
    def span(self) -> Span:
        """Where it begins."""
        return Span(self.start.line + 1, self.start.column + 1)


class Fields(NamedTuple):
    """A YAML mapping: the values by their keys, and where these stand, both in the file's order.

    A key that comes twice, or is no words, is told where the file is read; the first one counts.
    """

    values: Mapping[str, Node]
    marks: Sequence[Mark]
    page: Source
    start: Mark
    flow: bool = False

    @property
    def keys(self) -> tuple[Scalar, ...]:
        """The keys as they stand in the file."""
        page = self.page
        return tuple([new_scalar((name, mark, page)) for name, mark in zip(self.values, self.marks, strict=True)])

    @property
    def span(self) -> Span:
        """Where it begins."""
        return Span(self.start.line + 1, self.start.column + 1)

    @property
    def entries(self) -> tuple[tuple[Scalar, Node], ...]:
        """The keys with their values."""
        return tuple(zip(self.keys, self.values.values(), strict=True))

    def get(self, name: str) -> Node | None:
        """Return the value under `name`, or None."""
        return self.values.get(name)

    def key(self, name: str) -> Scalar | None:
        """Return the key `name` as it stands in the file, or None."""
        if name not in self.values:
            return None
        return new_scalar((name, self.marks[list(self.values).index(name)], self.page))


Node: TypeAlias = Scalar | Listing | Fields

_SIGNS: Final = frozenset("'\"|>")

new_fields: Final[Callable[[tuple[Mapping[str, Node], Sequence[Mark], Source, Mark, bool]], Fields]] = partial(
    tuple.__new__, Fields
)
new_scalar: Final[Callable[[tuple[str, Mark, Source]], Scalar]] = partial(tuple.__new__, Scalar)
"""Make a scalar, or fields, of all that is in it, in half the time that calling the class takes."""


@dataclass(frozen=True, slots=True)
class _Start:
    """The mark at the start of a file."""

    index: int = 0
    line: int = 0
    column: int = 0


def unwritten(text: str) -> Scalar:
    """Return words that stand in no file, such as a file's name."""
    return Scalar(text, _Start(), Source(""))
