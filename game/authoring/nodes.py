"""What a YAML file holds: the tree between the parser and the builder.

1. What stands in lists and fields is kept as it was read, words as plain strings: a story has a hundred thousand of
   them. Whoever looks at one gets a `Scalar`, which knows what it stands in, and so can tell its place.
2. No place is kept but where lists and fields begin. For any other the file is read again (`marks`), and few stories
   ever need that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, NamedTuple, TypeAlias

from game.authoring import places
from game.authoring.marks import marks
from game.authoring.places import START, Mark, Source, Span, Written


class Scalar(NamedTuple):
    """Words as typed, never converted: `no`, `1.10` and `on` stay as they are.

    `home` is what they stand in, and `at` as what: the number of an item, the name of a value, None for a name itself.
    """

    text: str
    home: Listing | Fields | Alone
    at: str | int | None

    @property
    def page(self) -> Source:
        """The file."""
        return self.home.page

    @property
    def start(self) -> Mark:
        """Where in the file it begins."""
        return self.home.mark(self)

    @property
    def written(self) -> Written:
        """The words, how they are written, and where."""
        page, start = self.page, self.start
        sign = page.text[start.index : start.index + 1]
        return Written(self.text, sign if sign in _SIGNS else "", start, page)

    @property
    def style(self) -> str:
        """The sign that the words begin with: "'", '"', "|" or ">", or "" for plain ones."""
        return self.written.style

    @property
    def span(self) -> Span:
        """Where it stands; as long as it is on its line, if it stands on one."""
        return places.span(self.written)

    def place(self, offset: int, length: int = 1) -> Span:
        """Return the place in the file of the character at `offset` of the text."""
        return places.place(self.written, offset, length)


class Alone(NamedTuple):
    """What words stand in that are in no list and no fields: a file, from a mark on."""

    page: Source
    start: Mark

    def mark(self, _words: Scalar) -> Mark:
        """Return where the words begin."""
        return self.start


@dataclass(slots=True, eq=False)
class Listing:
    """A YAML sequence. `raw` are its items as they were read."""

    raw: Sequence[Raw]
    page: Source
    start: Mark
    flow: bool = False

    @property
    def items(self) -> tuple[Node, ...]:
        """The items."""
        return tuple([new_scalar((raw, self, at)) if isinstance(raw, str) else raw for at, raw in enumerate(self.raw)])

    @property
    def span(self) -> Span:
        """Where it begins."""
        return Span(self.start.line + 1, self.start.column + 1)

    def mark(self, item: Scalar) -> Mark:
        """Return where an item begins."""
        assert isinstance(item.at, int), "items are numbered"  # noqa: S101
        return marks(self.page).items[self.start.index][item.at]


@dataclass(slots=True, eq=False)
class Fields:
    """A YAML mapping. `raw` are its values as they were read, by their keys, in the file's order.

    A key that comes twice, or is no words, is told where the file is read; the first one counts.
    """

    raw: Mapping[str, Raw]
    page: Source
    start: Mark
    flow: bool = False

    def __contains__(self, name: str) -> bool:
        """Tell whether there is a value under `name`."""
        return name in self.raw

    def __iter__(self) -> Iterator[str]:
        """Go through the names."""
        return iter(self.raw)

    def __getitem__(self, name: str) -> Node:
        """Return the value under a name that there is."""
        raw = self.raw[name]
        return new_scalar((raw, self, name)) if isinstance(raw, str) else raw

    def get(self, name: str) -> Node | None:
        """Return the value under `name`, or None."""
        raw = self.raw.get(name)
        return new_scalar((raw, self, name)) if isinstance(raw, str) else raw

    @property
    def keys(self) -> tuple[Scalar, ...]:
        """The keys as they stand in the file."""
        return tuple([new_scalar((name, self, None)) for name in self.raw])

    @property
    def nodes(self) -> tuple[Node, ...]:
        """The values."""
        return tuple([node for _key, node in self.entries])

    @property
    def entries(self) -> tuple[tuple[Scalar, Node], ...]:
        """The keys with their values."""
        return tuple(
            [
                (new_scalar((name, self, None)), new_scalar((raw, self, name)) if isinstance(raw, str) else raw)
                for name, raw in self.raw.items()
            ]
        )

    def key(self, name: str) -> Scalar | None:
        """Return the key `name` as it stands in the file, or None."""
        return new_scalar((name, self, None)) if name in self.raw else None

    @property
    def span(self) -> Span:
        """Where it begins."""
        return Span(self.start.line + 1, self.start.column + 1)

    def mark(self, part: Scalar) -> Mark:
        """Return where a name, or the value under one, begins."""
        names = marks(self.page).names[self.start.index]
        return names[part.at][1] if isinstance(part.at, str) else names[part.text][0]


Node: TypeAlias = Scalar | Listing | Fields
Raw: TypeAlias = str | Listing | Fields
"""A node as it is kept in another: words without their place."""

NOTHING: Final = Fields({}, Source(""), START)
"""Stands for fields that are missing, or no fields."""

_SIGNS: Final = frozenset("'\"|>")

new_scalar: Final[Callable[[tuple[str, Listing | Fields | Alone, str | int | None]], Scalar]] = partial(
    tuple.__new__, Scalar
)
"""Make a scalar of all that is in it, in half the time that calling the class takes."""


def rooted(raw: Raw, page: Source, start: Mark) -> Node:
    """Return a node that stands in no other, which begins at a mark."""
    return Scalar(raw, Alone(page, start), None) if isinstance(raw, str) else raw


def unwritten(text: str) -> Scalar:
    """Return words that stand in no file, such as a file's name."""
    return Scalar(text, Alone(Source(""), START), None)
