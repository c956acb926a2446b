"""Setting text: from spans of one style each to lines that fit a width. Pure; widths come from `Letters`.

1. Lines break at blanks only; a word that is wider than the line is broken where it has to be.
2. A piece is a word, or the part of one that has one style. Blanks are set by us: fonts round theirs down.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from game.window.layout import Piece
from game.window.letters import STYLES, Font, Letters

DROP: Final = 0.31
"""How far the baseline lies below the middle of its line, as a share of the size: half the height of a capital."""

LONGEST: Final = 70
"""Letters that a line has at most, however wide it may be."""

SHORT: Final = 7
"""Letters of a last word that does not stand on a line by itself."""

MANY: Final = 9
"""Words and blanks of a text whose last word is looked after like that."""


class Span(NamedTuple):
    """Words in one style (a key of `STYLES`); a line break in them is one on the screen."""

    words: str
    style: str


class Setting(NamedTuple):
    """Text that was set: its pieces from its own top left corner, and the room it takes."""

    pieces: tuple[Piece, ...]
    width: int
    height: int


class _Word(NamedTuple):
    """What stays together on a line, measured once; `kind` is word, blank or break."""

    spans: tuple[Span, ...]
    widths: tuple[int, ...]
    width: int
    signs: int
    kind: str


_Line = list[_Word]
_NOTHING: Final = _Word((), (), 0, 0, "blank")
_WORD: Final = re.compile(r"\n|[^\s]+|[^\S\n]+")


@lru_cache(maxsize=2048)
def setting(spans: tuple[Span, ...], width: int, base: int, letters: Letters) -> Setting:
    """Set `spans` in lines of at most `width` pixels."""
    pieces: list[Piece] = []
    top = widest = 0
    height = max((letters.leading(span.style, base) for span in spans), default=0)
    drop = height // 2 + max((round(DROP * letters.font(span.style, base).size) for span in spans), default=0)
    for line in _lines(spans, max(1, width), base, letters):
        left = 0
        for word in line:
            for span, wide in zip(word.spans, word.widths, strict=True):
                if not span.words.isspace():
                    face, ink = letters.font(span.style, base), STYLES[span.style].ink
                    pieces.append(Piece(left, top + drop, span.words, face, ink))
                left += wide
        widest, top = max(widest, left), top + height
    return Setting(tuple(pieces), widest, top)


def _lines(spans: Iterable[Span], width: int, base: int, letters: Letters) -> Iterator[_Line]:
    line: list[_Word] = []
    gap = _NOTHING
    used = signs = 0
    for whole in _bound([_measured(word, base, letters) for word in _words(spans)], width):
        if whole.kind == "blank":
            gap = whole if line else _NOTHING
            continue
        for word in _fitting(whole, width, base, letters) if whole.kind == "word" else ():
            if line and (used + gap.width + word.width > width or signs + gap.signs + word.signs > LONGEST):
                yield line
                line, gap, used, signs = [], _NOTHING, 0, 0
            line += [gap, word]
            used, signs, gap = used + gap.width + word.width, signs + gap.signs + word.signs, _NOTHING
        if whole.kind == "break":
            yield line
            line, gap, used, signs = [], _NOTHING, 0, 0
    if line:
        yield line


def _measured(spans: tuple[Span, ...], base: int, letters: Letters) -> _Word:
    widths = tuple(_wide(span, letters.font(span.style, base), letters) for span in spans)
    first = spans[0].words
    kind = "break" if first == "\n" else "blank" if first.isspace() else "word"
    return _Word(spans, widths, sum(widths), sum(len(span.words) for span in spans), kind)


def _bound(words: list[_Word], width: int) -> list[_Word]:
    """Bind a short last word to the one before it, if both fit on a line, so that it never stands by itself."""
    if len(words) < MANY or words[-1].signs > SHORT:
        return words
    before, blank, last = words[-3:]
    total = before.width + blank.width + last.width
    if (before.kind, blank.kind) != ("word", "blank") or total > width:
        return words
    spans, widths = (*before.spans, *blank.spans, *last.spans), (*before.widths, *blank.widths, *last.widths)
    return [*words[:-3], _Word(spans, widths, total, before.signs + blank.signs + last.signs, "word")]


def _words(spans: Iterable[Span]) -> Iterator[tuple[Span, ...]]:
    """Yield words, each with the styles within it, and the blanks and line breaks between them."""
    word: list[Span] = []
    for span in spans:
        for part in _WORD.findall(span.words):
            if part.isspace():
                if word:
                    yield tuple(word)
                yield (Span(part, span.style),)
                word = []
            else:
                word.append(Span(part, span.style))
    if word:
        yield tuple(word)


def _fitting(word: _Word, width: int, base: int, letters: Letters) -> Iterator[_Word]:
    """Yield the word, or as many parts of it as it takes to fit the width."""
    if word.width <= width:
        yield word
        return
    for span in word.spans:
        part = ""
        for letter in span.words:
            if part and letters.width(part + letter, letters.font(span.style, base)) > width:
                yield _measured((Span(part, span.style),), base, letters)
                part = ""
            part += letter
        yield _measured((Span(part, span.style),), base, letters)


def _wide(span: Span, face: Font, letters: Letters) -> int:
    if span.words.isspace():
        return len(span.words) * letters.blank(face)
    return letters.width(span.words, face)
