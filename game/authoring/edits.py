"""Edits: pieces of a file that are replaced where they stand, so that everything else keeps its bytes.

1. An edit names characters of the text as it was read: without a mark at the file's start, each line ended by one sign.
2. The mark and the line ends of the file stay as they are; what is put in ends its lines as the file does.
3. What an edit puts in reads as intended, or there is no such edit: a value that cannot be rewritten gives None.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from game.authoring import places
from game.authoring.nodes import Fields, Listing, Node, Scalar
from game.authoring.parse import parse
from game.authoring.places import Source, Span
from game.authoring.traps import in_quotes

_BOM: Final = b"\xef\xbb\xbf"
_QUOTED: Final = {'"': re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL), "'": re.compile(r"'(?:[^']|'')*'(?!')", re.DOTALL)}
_NOTE: Final = re.compile(r"\s+#.*$")


class Edit(NamedTuple):
    """What stands from character `start` to before `end` becomes `text`."""

    start: int
    end: int
    text: str


def edited(data: bytes, edits: Iterable[Edit]) -> bytes:
    """Return the bytes of a file after edits that do not overlap. The bytes have to be UTF-8."""
    text = data.removeprefix(_BOM).decode()
    ends = [found.start() - number for number, found in enumerate(re.finditer("\r\n", text))]
    for start, end, words in sorted(set(edits), reverse=True):
        first, last = (at + bisect_left(ends, at) for at in (start, end))
        put = words.replace("\n", "\r\n") if ends else words
        text = text[:first] + put + text[last:]
    return (_BOM if data.startswith(_BOM) else b"") + text.encode()


def index(source: Source, span: Span) -> int:
    """Return which character of a file stands at a place."""
    return sum(len(line) + 1 for line in source.lines[: span.line - 1]) + span.column - 1


def extent(scalar: Scalar) -> tuple[int, int]:
    """Return the first character of a value that is no block, and the one after its last; quotes belong to it."""
    start, text = scalar.start.index, scalar.page.text
    quoted = _QUOTED[scalar.style].match(text, start) if scalar.style in _QUOTED else None
    if quoted:
        return start, quoted.end()
    if text.startswith(scalar.text, start):
        return start, start + len(scalar.text)
    last = places.last_line(scalar.written)
    line = _NOTE.sub("", scalar.page.lines[last - 1].rstrip())
    return start, index(scalar.page, Span(last, len(line) + 1))


def rewritten(scalar: Scalar, words: str) -> Edit | None:
    """Return the edit that lets a value say `words`, on one line; None if nothing says them there."""
    if scalar.style in ("|", ">"):
        return _block(scalar, words)
    start, end = extent(scalar)
    single = "'" + words.replace("'", "''") + "'"
    tries = [Edit(start, end, each) for each in (words, in_quotes(words), single, _escaped(words))]
    fitting = [each for each in tries if _says(scalar.page, each, words)]
    same = [each for each in fitting if scalar.style and each.text.startswith(scalar.style)]
    return next(iter(same or fitting), None)


def relisted(node: Node, wanted: Sequence[str]) -> tuple[Edit, ...] | None:
    """Return the edits that let a value, one id or a list of them, hold the ids `wanted`; None if they cannot be made.

    Ids that stay keep their lines, and new ones go behind them.
    """
    if isinstance(node, Scalar) and node.style not in ("|", ">"):
        start, end = extent(node)
        return (Edit(start, end, wanted[0] if len(wanted) == 1 else f"[{', '.join(wanted)}]"),)
    if not isinstance(node, Listing) or not all(isinstance(item, Scalar) for item in node.items):
        return None
    items = [item for item in node.items if isinstance(item, Scalar)]
    if node.flow:
        return _flow(node, items, wanted)
    return _lines(items, wanted)


def under(node: Fields, line: str) -> Edit:
    """Return the edit that adds a line `name: value` to a mapping that is not empty.

    It goes behind the first value if that stands on one line, else before it.
    """
    if node.flow:
        return Edit(node.start.index + 1, node.start.index + 1, f"{line}, ")
    key, value = node.entries[0]
    indent = " " * key.start.column
    plain = isinstance(value, Scalar) and value.style not in ("|", ">")
    if isinstance(value, Scalar) and plain and "\n" not in node.page.text[slice(*extent(value))]:
        return below(node.page, value.start.line + 1, f"{indent}{line}")
    return Edit(key.start.index, key.start.index, f"{line}\n{indent}")


def below(page: Source, number: int, line: str) -> Edit:
    """Return the edit that puts a line below line `number` of a file."""
    if number < len(page.lines):
        start = index(page, Span(number + 1, 1))
        return Edit(start, start, f"{line}\n")
    return Edit(len(page.text), len(page.text), f"\n{line}")


def _says(page: Source, edit: Edit, words: str) -> bool:
    """Tell whether a file says `words` where an edit of it puts them, and nothing more is wrong with it than before."""
    after = Source("", page.text[: edit.start] + edit.text + page.text[edit.end :])
    tree, problems = parse(after)
    if tree is None or len(problems) > len(parse(page)[1]):
        return False
    return any(scalar.start.index == edit.start and scalar.text == words for scalar in scalars(tree))


def scalars(node: Node) -> Iterator[Scalar]:
    """Yield all values in a tree, without the keys."""
    ahead = [node]
    while ahead:
        here = ahead.pop()
        match here:
            case Scalar():
                yield here
            case Listing():
                ahead += here.items
            case _:
                ahead += here.nodes


def _escaped(words: str) -> str:
    plain = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'


def _block(scalar: Scalar, words: str) -> Edit:
    """Replace the lines of a block; its head stays."""
    page, first = scalar.page, scalar.start.line + 2
    rows = scalar.text.rstrip("\n").count("\n") + 1
    if scalar.style == ">":
        rows = places.last_line(scalar.written) - first + 1
    line = page.lines[first - 1]
    start = index(page, Span(first, len(line) - len(line.lstrip()) + 1))
    last = first + rows - 1
    return Edit(start, index(page, Span(last, len(page.lines[last - 1]) + 1)), words)


def _flow(node: Listing, items: Sequence[Scalar], wanted: Sequence[str]) -> tuple[Edit, ...] | None:
    start = node.start.index
    page_text = items[0].page.text if items else ""
    end = page_text.find("]", extent(items[-1])[1]) + 1 if items else 0
    if not end or "\n" in page_text[start:end]:
        return None
    return (Edit(start, end, f"[{', '.join(wanted)}]"),)


def _lines(items: Sequence[Scalar], wanted: Sequence[str]) -> tuple[Edit, ...] | None:
    if not wanted:
        return None
    page, last = items[0].page, items[-1].span
    lines = page.lines
    edits = []
    for item in items:
        if item.text not in wanted:
            start = index(page, Span(item.span.line, 1))
            edits.append(Edit(start, min(start + len(lines[item.span.line - 1]) + 1, len(page.text)), ""))
    there = {item.text for item in items}
    lead = lines[last.line - 1][: last.column - 1]
    more = [f"{lead}{each}" for each in wanted if each not in there]
    return (*edits, below(page, last.line, "\n".join(more))) if more else tuple(edits)
