"""What a YAML file holds, with the place of everything: the tree between the parser and the builder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file: `line` and `column` count from 1, in characters; `length` is what a caret underlines."""

    line: int
    column: int
    length: int = 1


@dataclass(frozen=True, slots=True)
class Scalar:
    """Words as typed, never converted: `no`, `1.10` and `on` stay as they are.

    `style` is "" (plain), "'", '"', "|" or ">". `rows` gives, for each line of `text`, the place of its first
    character, so that an offset into the text can be shown in the file.
    """

    text: str
    span: Span
    style: str = ""
    rows: tuple[Span, ...] = ()

    def place(self, offset: int, length: int = 1) -> Span:
        """Return the place in the file of the character at `offset` of the text."""
        row = self.text.count("\n", 0, offset)
        column = offset - (self.text.rfind("\n", 0, offset) + 1)
        start = self.rows[row] if row < len(self.rows) else self.span
        return Span(start.line, start.column + column, length)


@dataclass(frozen=True, slots=True)
class Listing:
    """A YAML sequence."""

    items: tuple[Node, ...]
    span: Span
    flow: bool = False


@dataclass(frozen=True, slots=True)
class Fields:
    """A YAML mapping; its keys are unique and in the file's order."""

    entries: tuple[tuple[Scalar, Node], ...]
    span: Span
    flow: bool = False

    def get(self, name: str) -> Node | None:
        """Return the value under `name`, or None."""
        return next((value for key, value in self.entries if key.text == name), None)

    def key(self, name: str) -> Scalar | None:
        """Return the key `name` as it stands in the file, or None."""
        return next((key for key, _ in self.entries if key.text == name), None)


Node: TypeAlias = Scalar | Listing | Fields
