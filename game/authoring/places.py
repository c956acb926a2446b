"""Places in a file, and where each piece of a text stands when the text is not simply one stretch of a line.

The text of a block begins on the line after its `|`, further right on each line by the block's indentation. A text in
quotes, or one that goes on over several lines, is cut into pieces: one for each line and one after each escape.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, Protocol, TypeAlias


class Span(NamedTuple):
    """A place in a file: `line` and `column` count from 1, in characters; `length` is what a caret underlines."""

    line: int
    column: int
    length: int = 1


class Mark(Protocol):
    """A place in a file as libyaml counts it: from 0, in characters."""

    @property
    def line(self) -> int:
        """How many lines come before."""

    @property
    def column(self) -> int:
        """How many characters come before in the line."""


class Written(Protocol):
    """A text and how it was written; `Scalar` is one."""

    @property
    def text(self) -> str:
        """The words."""

    @property
    def style(self) -> str:
        """The sign that they begin with, or "" for none."""

    @property
    def span(self) -> Span:
        """Where they begin."""

    @property
    def end(self) -> Mark:
        """Where they end."""

    @property
    def lines(self) -> Sequence[str]:
        """The lines of the file."""


_Piece: TypeAlias = tuple[int, Span]
"""The offset at which a piece of a text begins, and its place in the file."""

_ESCAPES: Final = {
    '"': re.compile(r"\\(?:x..|u.{4}|U.{8}|.)"),
    "'": re.compile(r"''"),
}


def place(written: Written, offset: int, length: int) -> Span:
    """Return the place in the file of the character at `offset` of a text."""
    pieces = list(_pieces(written)) or [(0, written.span)]
    start, span = pieces[max(0, bisect_right(pieces, offset, key=lambda piece: piece[0]) - 1)]
    return Span(span.line, span.column + offset - start, length)


def _pieces(written: Written) -> Iterator[_Piece]:
    span, last = written.span, written.end.line + 1
    if written.style == "|":
        return _block(written, span)
    if written.style == ">":
        return _folded(written, span, span.line + 1)
    if last > span.line:
        return _folded(written, span, span.line)
    return _quoted(written, span) if written.style else iter(())


def _block(written: Written, span: Span) -> Iterator[_Piece]:
    """Each line of a block is a line of the file, further in by the same number of columns."""
    rows, lines = written.text.split("\n"), written.lines
    column, start = 1, 0
    for row, line in zip(rows, lines[span.line :], strict=False):
        if row:
            column = len(line) - len(row) + 1
            break
    for number, row in enumerate(rows, span.line + 1):
        yield start, Span(number, column)
        start += len(row) + 1


def _quoted(written: Written, span: Span) -> Iterator[_Piece]:
    """Each escape stands for one sign: after it, offset and column part company."""
    line = written.lines[span.line - 1]
    start, column = 0, span.column + 1
    yield start, Span(span.line, column)
    for found in _ESCAPES[written.style].finditer(line, span.column):
        start += found.start() + 1 - column + 1
        column = found.end() + 1
        yield start, Span(span.line, column)


def _folded(written: Written, span: Span, first: int) -> Iterator[_Piece]:
    """Look for the first word of each line, from number `first`, in the text, in order."""
    text, lines, start = written.text, written.lines, 0
    for number in range(first, len(lines) + 1):
        line = lines[number - 1]
        column = span.column - 1 if number == span.line else len(line) - len(line.lstrip())
        column += 1 if number == span.line and line[column] in "\"'" else 0
        word = line[column:].partition(" ")[0].partition("\\")[0]
        found = text.find(word, start) if word else start
        if found < 0 or start >= len(text):
            return
        yield found, Span(number, column + 1)
        start = found + max(1, len(line[column:].rstrip()))
