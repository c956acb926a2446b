"""Setting text: from spans of one style each to lines that fit a width. Pure; widths come from `Measure`.

1. Lines break at blanks only; a word that is wider than the line is broken where it has to be.
2. A piece is a word, or the part of one that has one style. Blanks are set by us: fonts round theirs down.
3. A style's size is a share of the size of prose, its leading a share of its own size.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from game.window.layout import Font, Measure, Piece


class Style(NamedTuple):
    """A look of text: a face, its size against prose, its leading against its size, and a field of `Theme`."""

    face: str
    ratio: float
    leading: float
    ink: str


STYLES: Final[Mapping[str, Style]] = {
    "prose": Style("sans", 1, 1.37, "ink"),
    "stress": Style("sans-italic", 1, 1.37, "ink"),
    "read": Style("sans", 1, 1.37, "quiet"),
    "read stress": Style("sans-italic", 1, 1.37, "quiet"),
    "speaker": Style("sans-bold", 1, 1.37, "ink"),
    "you": Style("sans-bold", 1, 1.37, "me"),
    "other": Style("sans-bold", 1, 1.37, "we"),
    "manner": Style("sans-italic", 1, 1.37, "quiet"),
    "answer": Style("serif-italic", 1, 1.35, "quiet"),
    "option": Style("sans", 1, 1.25, "ink"),
    "option stress": Style("sans-italic", 1, 1.25, "ink"),
    "closed": Style("sans-italic", 1, 1.28, "quiet"),
    "number": Style("sans-medium", 0.75, 1.28, "quiet"),
    "overline": Style("sans-medium", 0.75, 1.5, "quiet"),
    "heading": Style("serif-semibold", 1.6, 1.15, "ink"),
    "subheading": Style("serif-semibold", 1.15, 1.25, "ink"),
    "title me": Style("serif-bold", 4.4, 1.0, "me"),
    "title and": Style("serif-italic", 4.4, 1.0, "quiet"),
    "title we": Style("serif-bold", 4.4, 1.0, "we"),
    "button": Style("sans-medium", 1, 1.28, "ink"),
    "quiet button": Style("sans-medium", 0.82, 1.28, "quiet"),
    "turn": Style("serif-italic", 1.05, 1.28, "ink"),
    "value": Style("sans-bold", 1, 1.28, "ink"),
    "small": Style("sans", 0.82, 1.35, "quiet"),
    "small stress": Style("sans-italic", 0.82, 1.35, "quiet"),
    "note": Style("serif-italic", 0.92, 1.35, "quiet"),
    "dynamic": Style("serif-bold", 2.7, 1.06, "ink"),
    "voice": Style("serif-italic", 1.3, 1.32, "ink"),
    "deed": Style("serif", 1.22, 1.34, "ink"),
    "pattern": Style("serif-semibold", 1.06, 1.37, "ink"),
    "aside": Style("serif-italic", 1.04, 1.36, "quiet"),
    "axis me": Style("serif-bold", 1.5, 1.1, "me"),
    "axis we": Style("serif-bold", 1.5, 1.1, "we"),
    "axis": Style("serif-italic", 0.85, 1.25, "quiet"),
    "corner": Style("sans-medium", 0.66, 1.4, "quiet"),
    "moment": Style("serif-italic", 1.05, 1.2, "ink"),
    "weight me": Style("sans-bold", 1, 1.37, "me"),
    "weight we": Style("sans-bold", 1, 1.37, "we"),
    "label": Style("sans", 0.9, 1.35, "quiet"),
    "section": Style("sans-medium", 0.9, 1.35, "quiet"),
    "place": Style("sans-medium", 0.92, 1.35, "ink"),
    "hint": Style("sans", 0.92, 1.35, "quiet"),
    "depth": Style("sans-bold", 0.92, 1.35, "quiet"),
    "source": Style("sans", 0.92, 1.35, "ink"),
    "fault": Style("sans-bold", 0.92, 1.35, "focus"),
    "letter": Style("serif-bold", 1.15, 1.25, "ink"),
    "count": Style("serif-bold", 1.3, 1.1, "ink"),
    "trouble": Style("sans-medium", 0.82, 1.35, "ink"),
}
"""All looks of text. Sizes below 0.8 are for signs beside a text that says the same."""


BLANK: Final = 0.235
"""How wide a blank is at least, as a share of the size."""


BLANK_LARGE: Final = 0.15
"""The same for letters of more than `LARGE` pixels, which need less."""

LARGE: Final = 72

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
    letters: int
    kind: str


_Line = list[_Word]
_NOTHING: Final = _Word((), (), 0, 0, "blank")
_WORD: Final = re.compile(r"\n|[^\s]+|[^\S\n]+")


@lru_cache(maxsize=256)
def font(style: str, base: int) -> Font:
    """Return the font of a style where prose is `base` pixels."""
    look = STYLES[style]
    return Font(look.face, max(1, round(look.ratio * base)))


def leading(style: str, base: int) -> int:
    """Return the height of a line of a style in pixels."""
    return round(font(style, base).size * STYLES[style].leading)


@lru_cache(maxsize=2048)
def setting(spans: tuple[Span, ...], width: int, base: int, measure: Measure) -> Setting:
    """Set `spans` in lines of at most `width` pixels."""
    pieces: list[Piece] = []
    top = widest = 0
    height = max((leading(span.style, base) for span in spans), default=0)
    drop = height // 2 + max((round(DROP * font(span.style, base).size) for span in spans), default=0)
    for line in _lines(spans, max(1, width), base, measure):
        left = 0
        for word in line:
            for span, wide in zip(word.spans, word.widths, strict=True):
                if not span.words.isspace():
                    pieces.append(Piece(left, top + drop, span.words, font(span.style, base), STYLES[span.style].ink))
                left += wide
        widest, top = max(widest, left), top + height
    return Setting(tuple(pieces), widest, top)


def _lines(spans: Iterable[Span], width: int, base: int, measure: Measure) -> Iterator[_Line]:
    line: list[_Word] = []
    gap = _NOTHING
    used = letters = 0
    for whole in _bound([_measured(word, base, measure) for word in _words(spans)], width):
        if whole.kind == "blank":
            gap = whole if line else _NOTHING
            continue
        for word in _fitting(whole, width, base, measure) if whole.kind == "word" else ():
            if line and (used + gap.width + word.width > width or letters + gap.letters + word.letters > LONGEST):
                yield line
                line, gap, used, letters = [], _NOTHING, 0, 0
            line += [gap, word]
            used, letters, gap = used + gap.width + word.width, letters + gap.letters + word.letters, _NOTHING
        if whole.kind == "break":
            yield line
            line, gap, used, letters = [], _NOTHING, 0, 0
    if line:
        yield line


def _measured(spans: tuple[Span, ...], base: int, measure: Measure) -> _Word:
    widths = tuple(_wide(span, font(span.style, base), measure) for span in spans)
    first = spans[0].words
    kind = "break" if first == "\n" else "blank" if first.isspace() else "word"
    return _Word(spans, widths, sum(widths), sum(len(span.words) for span in spans), kind)


def _bound(words: list[_Word], width: int) -> list[_Word]:
    """Bind a short last word to the one before it, if both fit on a line, so that it never stands by itself."""
    if len(words) < MANY or words[-1].letters > SHORT:
        return words
    before, blank, last = words[-3:]
    total = before.width + blank.width + last.width
    if (before.kind, blank.kind) != ("word", "blank") or total > width:
        return words
    spans, widths = (*before.spans, *blank.spans, *last.spans), (*before.widths, *blank.widths, *last.widths)
    return [*words[:-3], _Word(spans, widths, total, before.letters + blank.letters + last.letters, "word")]


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


def _fitting(word: _Word, width: int, base: int, measure: Measure) -> Iterator[_Word]:
    """Yield the word, or as many parts of it as it takes to fit the width."""
    if word.width <= width:
        yield word
        return
    for span in word.spans:
        part = ""
        for letter in span.words:
            if part and measure.width(part + letter, font(span.style, base)) > width:
                yield _measured((Span(part, span.style),), base, measure)
                part = ""
            part += letter
        yield _measured((Span(part, span.style),), base, measure)


def _wide(span: Span, face: Font, measure: Measure) -> int:
    if span.words.isspace():
        share = BLANK_LARGE if face.size > LARGE else BLANK
        return len(span.words) * max(measure.width(" ", face), round(share * face.size))
    return measure.width(span.words, face)
