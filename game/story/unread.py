"""Texts that nobody has read yet: a story has more of them than anybody will see, so they are parsed when one is read.

1. Whether anything can be wrong in many texts is asked of all of them together, which takes a tenth of the time.
2. The short answer may be "perhaps" for a text that is good, and is never "no" for one with a fault: who hears
   "perhaps" parses the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, overload

from game.story import grammar
from game.story.markup import Marks, between, parse
from game.story.text import Piece, Text

_BRACES: Final = re.compile(r"\{([^{}:\n]*)\}")
"""Braces that stand in one paragraph for sure: none begins or ends with another line, or behind a speaker's colon."""


class Unread(Sequence[Piece]):
    """A text that is parsed when somebody reads it; with a fault it is empty, and its story is not played."""

    __slots__ = ("_marks", "_read", "_source")

    def __init__(self, source: str, marks: Marks) -> None:
        self._source = source
        self._marks = marks
        self._read: Text | None = None

    def _text(self) -> Text:
        if self._read is None:
            self._read = parse(self._source, self._marks)[0] or ()
        return self._read

    @overload
    def __getitem__(self, at: int) -> Piece: ...

    @overload
    def __getitem__(self, at: slice) -> Text: ...

    def __getitem__(self, at: int | slice) -> Piece | Text:
        """Return a piece, or several."""
        return self._text()[at]

    def __iter__(self) -> Iterator[Piece]:
        """Go through the pieces."""
        return iter(self._text())

    def __len__(self) -> int:
        """Return how many pieces there are."""
        return len(self._text())

    def __bool__(self) -> bool:
        """Tell that there is a text, without reading it."""
        return True

    def __eq__(self, other: object) -> bool:
        """Tell whether another text has the same pieces."""
        return self._text() == (other._text() if isinstance(other, Unread) else other)

    def __hash__(self) -> int:
        """Return what the tuple of the pieces would."""
        return hash(self._text())

    def __repr__(self) -> str:
        """Return the pieces as they are shown to who looks for a mistake."""
        return repr(self._text())


def are_good(sources: Sequence[str], marks: Marks) -> bool:
    """Tell whether nothing but a star can be wrong in some texts, wherever paragraphs and speech begin in them."""
    words = "\n".join(sources)
    if "\\" in words:
        return False
    inside = _BRACES.findall(words)
    if not len(inside) == words.count("{") == words.count("}"):
        return False
    return all(_is_good(each, marks) for each in set(inside).difference(marks.known))


def stars_are_good(paragraph: str) -> bool:
    """Tell whether stars stand in pairs in a paragraph, if nothing else is wrong in it."""
    return paragraph.count("*") % 2 == 0


def stars_are_close(source: str) -> bool:
    """Tell whether stars stand in pairs in some prose wherever its paragraphs begin, if nothing else is wrong in it.

    They surely do if no pair goes on past the end of a line or a colon.
    """
    _first, *rest = source.split("*")
    return len(rest) % 2 == 0 and not any("\n" in inside or ":" in inside for inside in rest[::2])


def _is_good(inside: str, marks: Marks) -> bool:
    """Tell whether what stands between braces is surely right."""
    if "?" not in inside:
        return between(inside, marks) is not None
    condition, _, sides = inside.partition("?")
    return "|" in sides and "*" not in inside and grammar.parse(condition.strip(), marks.scope)[0] is not None
