"""Where in the file each piece of a text stands, when the text is not simply one stretch of a line.

The text of a block begins on the line after its `|`, further right on each line by the block's indentation. A text in
quotes, or one that goes on over several lines, is cut into pieces: one for each line and one after each escape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from game.authoring.nodes import Scalar, Span

_Piece: TypeAlias = tuple[int, Span]

_ESCAPES: Final = {
    '"': re.compile(r"\\(?:x..|u.{4}|U.{8}|.)"),
    "'": re.compile(r"''"),
}


def block(text: str, style: str, span: Span, lines: Sequence[str]) -> Scalar:
    """Return the scalar for a block whose sign `|` or `>` stands at `span`."""
    if style == ">":
        return folded(text, style, span, span.line + 1, lines)
    column = 1
    for number, row in enumerate(text.split("\n"), span.line):
        if row and number < len(lines):
            column = len(lines[number]) - len(row) + 1
            break
    return Scalar(text, span, style, (Span(span.line + 1, column),))


def quoted(text: str, style: str, span: Span, last: int, lines: Sequence[str]) -> Scalar:
    """Return the scalar for a text in quotes that opens at `span` and closes on line `last`."""
    if last > span.line:
        return folded(text, style, span, span.line, lines)
    line, escape = lines[span.line - 1], "\\" if style == '"' else "''"
    if escape not in line:
        return Scalar(text, span, style, (Span(span.line, span.column + 1),))
    pieces = tuple(_between_escapes(line, span, _ESCAPES[style]))
    return _of(pieces, text, style, span)


def folded(text: str, style: str, span: Span, first: int, lines: Sequence[str]) -> Scalar:
    """Return the scalar for a text that lines of the file, from number `first`, were joined to."""
    return _of(tuple(_lines_found(text, span, first, lines)), text, style, span)


def _of(pieces: tuple[_Piece, ...], text: str, style: str, span: Span) -> Scalar:
    return Scalar(text, span, style, tuple(place for _, place in pieces), tuple(start for start, _ in pieces))


def _between_escapes(line: str, span: Span, escape: re.Pattern[str]) -> Iterator[_Piece]:
    """Each escape stands for one sign: after it, offset and column part company."""
    start, column = 0, span.column + 1
    yield start, Span(span.line, column)
    for found in escape.finditer(line, span.column):
        start += found.start() + 1 - column + 1
        column = found.end() + 1
        yield start, Span(span.line, column)


def _lines_found(text: str, span: Span, first: int, lines: Sequence[str]) -> Iterator[_Piece]:
    """Look for the first word of each line in the text, in order."""
    start = 0
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
