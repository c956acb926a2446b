"""Places in a file, and where each piece of a text stands when the text is not simply one stretch of a line.

The text of a block begins on the line after its `|`, further right on each line by the block's indentation. A text in
quotes, or one that goes on over several lines, is cut into pieces: one for each line and one after each escape.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final, NamedTuple, Protocol, TypeAlias


class Span(NamedTuple):
    """A place in a file: `line` and `column` count from 1, in characters; `length` is what a caret underlines."""

    line: int
    column: int
    length: int = 1


class Mark(Protocol):
    """A place in a file as libyaml counts it: from 0, in characters."""

    @property
    def index(self) -> int:
        """How many characters come before."""

    @property
    def line(self) -> int:
        """How many lines come before."""

    @property
    def column(self) -> int:
        """How many characters come before in the line."""


@dataclass(frozen=True, slots=True)
class _Start:
    """The mark at the start of a file."""

    index: int = 0
    line: int = 0
    column: int = 0


START: Final = _Start()


@dataclass(frozen=True)
class Source:
    """A file as it was read: `name` is how it was called, `text` what it holds."""

    name: str
    text: str = ""

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the text."""
        return tuple(self.text.split("\n"))


class Written(NamedTuple):
    """A text and how it was written: its words, the sign that they begin with ("" for none), where, and the file."""

    text: str
    style: str
    start: Mark
    page: Source


_Piece: TypeAlias = tuple[int, Span]
"""The offset at which a piece of a text begins, and its place in the file."""

_ESCAPES: Final = {
    '"': re.compile(r"\\(?:x..|u.{4}|U.{8}|.)"),
    "'": re.compile(r"''"),
}
_QUOTED: Final = {'"': re.compile(r'"(?:[^"\\]|\\.)*"'), "'": re.compile(r"'(?:[^']|'')*'(?!')")}


def as_written(at: Span, read: Sequence[str], written: Sequence[str]) -> Span:
    """Return a place in lines as they were `read` as one in the lines as they were written: some were moved between."""
    if at.line > min(len(read), len(written)) or read[at.line - 1] == written[at.line - 1]:
        return at
    here, there = (line.lstrip() for line in (read[at.line - 1], written[at.line - 1]))
    if here != there:
        return at
    moved = (len(read[at.line - 1]) - len(here)) - (len(written[at.line - 1]) - len(there))
    return at._replace(column=max(1, at.column - moved))


def span(written: Written) -> Span:
    """Return where a text begins, and how long it is if it ends on the same line.

    libyaml lets an empty one at the end begin on a line that the file does not have; that is the end of its last line.
    """
    line, column = written.start.line, written.start.column
    lines = written.page.lines
    if line >= len(lines):
        return Span(len(lines), len(lines[-1]) + 1)
    return Span(line + 1, column + 1, (_end(written) or column) - column or 1)


def place(written: Written, offset: int, length: int) -> Span:
    """Return the place in the file of the character at `offset` of a text."""
    # Behind a tag or an anchor, which are refused, the first piece of several lines is not found.
    pieces = [(0, span(written)), *_pieces(written)]
    start, found = pieces[max(0, bisect_right(pieces, offset, key=lambda piece: piece[0]) - 1)]
    return Span(found.line, found.column + offset - start, length)


def last_line(written: Written) -> int:
    """Return the line on which a text without a sign ends."""
    return max((found.line for _, found in _pieces(written)), default=written.start.line + 1)


def _end(written: Written) -> int | None:
    """Return the column after a text, or None if it does not end on the line on which it begins."""
    lines, start = written.page.lines, written.start
    line = lines[start.line] if start.line < len(lines) else ""
    if not written.style:
        return start.column + len(written.text) if line.startswith(written.text, start.column) else None
    quoted = _QUOTED[written.style].match(line, start.column) if written.style in _QUOTED else None
    return quoted.end() if quoted else None


@lru_cache(maxsize=1)
def _pieces(written: Written) -> list[_Piece]:
    """Return the pieces of a text. The last ones are kept: when a text has many faults, they come one after another."""
    begin, style = span(written), written.style
    if style == "|":
        return list(_block(written, begin))
    if style == ">":
        return list(_folded(written, begin, begin.line + 1))
    if _end(written) is None:
        return list(_folded(written, begin, begin.line))
    return list(_quoted(written, begin)) if style else []


def _block(written: Written, span: Span) -> Iterator[_Piece]:
    """Each line of a block is a line of the file, further in by the same number of columns."""
    rows, lines = written.text.split("\n"), written.page.lines
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
    line = written.page.lines[span.line - 1]
    start, column = 0, span.column + 1
    yield start, Span(span.line, column)
    for found in _ESCAPES[written.style].finditer(line, span.column):
        start += found.start() + 1 - column + 1
        column = found.end() + 1
        yield start, Span(span.line, column)


def _folded(written: Written, span: Span, first: int) -> Iterator[_Piece]:
    """Look for the first word of each line, from number `first`, in the text, in order."""
    text, lines, start = written.text, written.page.lines, 0
    for number in range(first, len(lines) + 1):
        line = lines[number - 1]
        column = span.column - 1 if number == span.line else len(line) - len(line.lstrip())
        column += 1 if number == span.line and line[column] in "\"'" else 0
        word = "".join(line[column:].split(maxsplit=1)[:1]).partition("\\")[0]
        found = text.find(word, start) if word else start
        if start >= len(text) or (found < 0 and number > first):
            return
        if found >= 0:
            yield found, Span(number, column + 1)
            start = found + max(1, len(line[column:].rstrip()))
