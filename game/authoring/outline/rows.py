"""The rows of a file: its lines without notes, blank ones and the words of blocks, each taken apart.

Nothing here asks YAML, which says of a line out of its place only what it is by then, not what it was meant to be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from game.authoring.schema import NAMES

KNOWN: Final = frozenset[str]().union(*NAMES.values())
"""All names that the format knows, wherever they belong."""

_TAKEN: Final = KNOWN - {"start", "low", "high", "name"}
"""Those that name nothing of an author's own when nothing stands behind them: a passage is often called `start`."""

_LINE: Final = re.compile(r"( *)((?:-(?: +|$))*)(.*)")
_COLON: Final = re.compile(r":(?=\s|$)")
_NO_KEY: Final = frozenset("#{}[]&*!|>%@`,")
_NOTE: Final = re.compile(r"(?:^|\s)#.*$")
_BLOCK: Final = re.compile(r"[|>][-+0-9]*")
_CLOSES: Final = {'"': '"', "'": "'", "{": "}", "[": "]"}
_SPEAKS: Final = re.compile(r"[^\W\d_a-z].*|.* .*")
_ID: Final = re.compile(r"[a-z][a-z0-9_]*")
_FIRST: Final = re.compile(r"[^\s:]+")


class Row(NamedTuple):
    """A line: its number from 0, the columns (from 0) of its dashes and of what stands behind them, and its words.

    `key` is what stands before its colon ("" if there is none) and `value` what stands behind it, or all words. The
    words of the block that it opens end before line `end`.
    """

    at: int
    dashes: tuple[int, ...]
    column: int
    key: str
    value: str
    end: int

    @property
    def inset(self) -> int:
        """The column at which the line begins."""
        return self.dashes[0] if self.dashes else self.column

    @property
    def opens(self) -> bool:
        """Whether it ends with the `|` of a block."""
        return bool(_BLOCK.fullmatch(self.value))

    @property
    def holds(self) -> int:
        """The column that words of its block have to stand further in than."""
        return self.column if self.key or not self.dashes else self.dashes[-1]

    @property
    def is_named(self) -> bool:
        """Whether it is an id and a colon, and nothing else that the format knows."""
        return bool(not self.value and _ID.fullmatch(self.key) and self.key not in _TAKEN)

    @property
    def is_prose(self) -> bool:
        """Whether it can only be words: a sentence, or a line of speech."""
        if self.dashes or self.opens:
            return False
        if not self.key:
            return " " in self.value and _FIRST.match(self.value) is not None
        return bool(self.value and self.key.lower() not in KNOWN and _SPEAKS.fullmatch(self.key))


def rows(lines: Sequence[str]) -> list[Row]:
    """Return the rows of a file."""
    found: list[Row] = []
    at = 0
    while at < len(lines):
        row = _row(at, lines)
        at += 1
        if row is not None:
            found.append(row)
            at = row.end
    return found


def words(row: Row, lines: Sequence[str]) -> Iterator[int]:
    """Yield the lines with the words of a row's block."""
    yield from (at for at in range(row.at + 1, row.end) if lines[at].strip())


def inset(line: str) -> int:
    """Return how many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def below(found: Sequence[Row], first: int) -> Iterator[Row]:
    """Yield the rows after number `first` that stand further in than it begins."""
    for row in found[first + 1 :]:
        if row.inset <= found[first].inset:
            return
        yield row


def _row(at: int, lines: Sequence[str]) -> Row | None:
    found = _taken_apart(at, lines)
    if found is None:
        return None
    return found._replace(end=_end_of_block(found, lines) if found.opens else _end_of_signs(found, lines))


def _taken_apart(at: int, lines: Sequence[str]) -> Row | None:
    parts = _LINE.fullmatch(lines[at])
    if parts is None or not parts[2] + parts[3] or parts[3].startswith("#"):
        return None
    spaces, dashes, rest = parts.groups()
    key, value = _halves(rest)
    columns = tuple(len(spaces) + each for each, sign in enumerate(dashes) if sign == "-")
    return Row(at, columns, len(spaces) + len(dashes), key, _NOTE.sub("", value).strip(), at + 1)


def _halves(rest: str) -> tuple[str, str]:
    """Return what stands before the first colon of some words, and what behind it; quotes may stand around a name."""
    first = rest[:1]
    at = rest.find(first, 1) + 1 if first and first in "\"'" else 0
    found = _COLON.search(rest, at) if first not in _NO_KEY else None
    if found is None or (at and rest[at : found.start()].strip()) or not found.start():
        return "", rest
    return rest[: found.start()].strip().strip("\"'"), rest[found.end() :]


def _end_of_block(row: Row, lines: Sequence[str]) -> int:
    end, first = row.at + 1, 0
    for at in range(row.at + 1, len(lines)):
        if lines[at].strip():
            if inset(lines[at]) <= row.holds or (inset(lines[at]) < first and _is_structure(at, lines)):
                break
            end, first = at + 1, first or inset(lines[at])
    return end


def _is_structure(at: int, lines: Sequence[str]) -> bool:
    """Tell whether a line that stands less far in than the words of a block above is none of them."""
    row = _taken_apart(at, lines)
    return row is not None and bool(row.dashes or row.is_named or row.key in KNOWN)


def _end_of_signs(row: Row, lines: Sequence[str]) -> int:
    """Return the line after quotes or brackets that are closed on a later line, further in."""
    closes = _CLOSES.get(row.value[:1])
    if closes is None or closes in row.value[1:]:
        return row.at + 1
    for at in range(row.at + 1, len(lines)):
        if lines[at].strip() and inset(lines[at]) <= row.holds:
            break
        if closes in lines[at]:
            return at + 1
    return row.at + 1
