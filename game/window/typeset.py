"""Setting text: from spans of one style each to lines that fit a width. Pure; widths come from `Letters`.

1. Lines break at blanks only, and not at those that do not break (U+00A0); a word that is wider than the line is broken
   where it has to be.
2. There are as few lines as can be, and of all ways to break them so the one that leaves the right edge most even. The
   last line may be of any length, but a short word never stands on it by itself; what is set large is balanced whole.
3. A piece is a word, or the part of one that has one style. Blanks are set by us: fonts round theirs down.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from math import inf
from typing import Final, NamedTuple, TypeAlias

from game.window.layout import Piece
from game.window.letters import STYLES, Font, Letters

DROP: Final = 0.31
"""How far the baseline lies below the middle of its line, as a share of the size: half the height of a capital."""

KEPT: Final = "\u00a0"
"""The blank that does not break."""

LONGEST: Final = 70
"""Letters that a line has at most, however wide it may be."""

SHORT: Final = 7
"""Letters of a last word that does not stand on a line by itself."""

DISPLAY: Final = 1.15
"""The size against prose from which text is balanced, the last line too."""

_LINE: Final = 1000.0
"""What a line more costs: more than any raggedness does."""

_ALONE: Final = 50.0
"""What a short last word costs that stands by itself."""

MANY: Final = 4
"""Words of a text whose last word is looked after like that."""

_HANGING: Final = frozenset("·–—")
"""Signs that end a line and never begin one, so they stay with the word before them."""

_FEW: Final = 0.2
"""The share of the width from which a last line is long enough; one that is shorter costs what it lacks."""


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


_Set: TypeAlias = tuple[_Word, _Word]
_Fonts: TypeAlias = Mapping[str, Font]
_NOTHING: Final = _Word((), (), 0, 0, "blank")
_WORD: Final = re.compile(r"\n|[\S\u00a0]+|[^\S\n\u00a0]+")


@lru_cache(maxsize=2048)
def setting(spans: tuple[Span, ...], width: int, base: int, letters: Letters) -> Setting:
    """Set `spans` in lines of at most `width` pixels."""
    pieces: list[Piece] = []
    top = widest = 0
    fonts = {span.style: letters.font(span.style, base) for span in spans}
    for line in _lines(spans, max(1, width), fonts, letters):
        styles = {span.style for _gap, word in line for span in word.spans} or {spans[0].style}
        left, (height, drop) = 0, _height(styles, base, letters)
        for gap, word in line:
            left += gap.width
            for span, wide in zip(word.spans, word.widths, strict=True):
                if not span.words.isspace():
                    ink = STYLES[span.style].ink
                    pieces.append(Piece(left, top + drop, span.words, fonts[span.style], ink))
                left += wide
        widest, top = max(widest, left), top + height
    return Setting(tuple(pieces), widest, top)


def _height(styles: Iterable[str], base: int, letters: Letters) -> tuple[int, int]:
    """Return how high a line with words of these styles is, and how far down in it the baseline lies."""
    height = max(letters.leading(style, base) for style in styles)
    return height, height // 2 + max(round(DROP * letters.font(style, base).size) for style in styles)


def _lines(spans: Sequence[Span], width: int, fonts: _Fonts, letters: Letters) -> Iterator[Sequence[_Set]]:
    """Yield the lines: words, each with the blank before it."""
    even = all(STYLES[span.style].ratio >= DISPLAY for span in spans)
    line: list[_Set] = []
    gap = _NOTHING
    for whole in _wholes(spans, width, fonts, letters):
        if whole.kind == "blank":
            gap = whole
        elif whole.kind == "break":
            yield from _broken(line, width, even=even) if line else ((),)
            line, gap = [], _NOTHING
        elif line and whole.spans[0].words in _HANGING and line[-1][1].width + gap.width + whole.width <= width:
            before, word = line.pop()
            line.append((before, _joined(word, gap, whole)))
            gap = _NOTHING
        else:
            for word in _fitting(whole, width, fonts, letters):
                line.append((gap, word))
                gap = _NOTHING
    if line:
        yield from _broken(line, width, even=even)


def _wholes(spans: Sequence[Span], width: int, fonts: _Fonts, letters: Letters) -> Iterator[_Word]:
    """Yield words and blanks; a blank that does not break does, where what it holds together is wider than the line."""
    for word in _words(spans):
        whole = _measured(word, fonts, letters)
        if whole.width > width and any(KEPT in span.words for span in word):
            apart = [span._replace(words=span.words.replace(KEPT, " ")) for span in word]
            yield from (_measured(each, fonts, letters) for each in _words(apart))
        else:
            yield whole


def _joined(*parts: _Word) -> _Word:
    """Return words and blanks as one word, which stays together."""
    spans = tuple(span for part in parts for span in part.spans)
    widths = tuple(width for part in parts for width in part.widths)
    return _Word(spans, widths, sum(widths), sum(part.signs for part in parts), "word")


def _broken(words: Sequence[_Set], width: int, *, even: bool) -> Iterator[Sequence[_Set]]:
    """Break words into lines, found from the last one backwards: what the rest costs is known then."""
    count = len(words)
    pens, signs = _sums(words)
    costs, ends = [0.0] * (count + 1), [count] * (count + 1)
    for first in range(count - 1, -1, -1):
        gap = words[first][0]
        start, before, least = pens[first] + gap.width, signs[first] + gap.signs, inf
        for end in range(first + 1, count + 1):
            used = pens[end] - start
            if end > first + 1 and (used > width or signs[end] - before > LONGEST):
                break
            line = _ragged(used / width) if end < count else _ending(words[first:], used / width, count, even=even)
            if line + costs[end] < least:
                least, ends[first] = line + costs[end], end
        costs[first] = least
    first = 0
    while first < count:
        yield ((_NOTHING, words[first][1]), *words[first + 1 : ends[first]])
        first = ends[first]


def _sums(words: Sequence[_Set]) -> tuple[list[int], list[int]]:
    """Return how far the pen comes, and how many signs there are, before each word and after the last."""
    pens = accumulate((gap.width + word.width for gap, word in words), initial=0)
    return [*pens], [*accumulate((gap.signs + word.signs for gap, word in words), initial=0)]


def _ragged(used: float) -> float:
    """Return what a line costs that uses a share of the width: the square of the room it leaves."""
    return _LINE + (1 - used) ** 2 if used < 1 else _LINE


def _ending(line: Sequence[_Set], used: float, count: int, *, even: bool) -> float:
    """Return what the last line costs: what it lacks in length, and more if a short word stands on it by itself."""
    alone = len(line) == 1 and line[0][1].signs <= SHORT and count >= MANY
    return (_ragged(used) if even else _LINE + max(0.0, _FEW - used)) + (_ALONE if alone else 0.0)


def _measured(spans: tuple[Span, ...], fonts: _Fonts, letters: Letters) -> _Word:
    widths = tuple(_wide(span, fonts[span.style], letters) for span in spans)
    first = spans[0].words
    kind = "break" if first == "\n" else "blank" if first.isspace() else "word"
    return _Word(spans, widths, sum(widths), sum(len(span.words) for span in spans), kind)


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


def _fitting(word: _Word, width: int, fonts: _Fonts, letters: Letters) -> Iterator[_Word]:
    """Yield the word, or as many parts of it as it takes to fit the width."""
    if word.width <= width:
        yield word
        return
    for span in word.spans:
        part = ""
        for letter in span.words:
            if part and letters.width(part + letter, fonts[span.style]) > width:
                yield _measured((Span(part, span.style),), fonts, letters)
                part = ""
            part += letter
        yield _measured((Span(part, span.style),), fonts, letters)


@lru_cache(maxsize=4096)
def _wide(span: Span, face: Font, letters: Letters) -> int:
    if span.words.isspace():
        return len(span.words) * letters.blank(face)
    return letters.width(span.words, face)
