"""The typefaces: loading them safely, measuring with them, and keeping the lines that were drawn. Needs pygame.

1. A file is given to pygame only if it begins as a TrueType font does: anything else can end the whole process.
2. A face that is missing or damaged is replaced by pygame's own, and `trouble` names the file.
3. A word is as wide as the pen moves on, and not as its ink reaches: the tail of an italic f hangs over the blank that
   follows, so that all blanks of a line look alike.
"""

from __future__ import annotations

import unicodedata
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

import pygame

from game.language import N_, _
from game.shipped import ASSETS
from game.window.letters import Font
from game.window.theme import Colour

FACES: Final[Mapping[str, str]] = {
    "sans": "AlegreyaSans-Regular.ttf",
    "sans-italic": "AlegreyaSans-Italic.ttf",
    "sans-medium": "AlegreyaSans-Medium.ttf",
    "sans-bold": "AlegreyaSans-Bold.ttf",
    "sans-caps": "AlegreyaSansSC-Medium.ttf",
    "serif": "Alegreya-Regular.ttf",
    "serif-italic": "Alegreya-Italic.ttf",
    "serif-semibold": "Alegreya-SemiBold.ttf",
    "serif-bold": "Alegreya-Bold.ttf",
    "serif-caps": "AlegreyaSC-Regular.ttf",
    "hyperlegible": "AtkinsonHyperlegible-Regular.ttf",
    "hyperlegible-italic": "AtkinsonHyperlegible-Italic.ttf",
    "hyperlegible-bold": "AtkinsonHyperlegible-Bold.ttf",
    "dyslexic": "OpenDyslexic-Regular.otf",
    "dyslexic-italic": "OpenDyslexic-Italic.otf",
    "dyslexic-bold": "OpenDyslexic-Bold.otf",
}
"""Each face with its file among the assets."""

HEADERS: Final = (b"\x00\x01\x00\x00", b"OTTO", b"true")
"""How a font file begins (OpenType specification, "Organization of an OpenType Font")."""

_JOINER: Final = "\u200d"

KEPT: Final = 600
"""Drawn lines that are kept."""

_DAMAGED: Final = N_(
    "The font {name} is missing or damaged, so a plain one stands in. Installing the game again helps."
)


class Line(NamedTuple):
    """Drawn words. The pen begins `overhang` pixels right of the surface's left edge, `above` below its top."""

    surface: pygame.Surface
    overhang: int
    above: int


class Fonts:
    """The typefaces at every size that was asked for. It is a `Measure`."""

    def __init__(self, folder: Path = ASSETS / "fonts") -> None:
        pygame.font.init()
        self.troubles: dict[str, str] = {}
        self._folder = folder
        self._fonts: dict[Font, pygame.font.Font] = {}
        self._widths: dict[tuple[str, Font], int] = {}
        self._rises: dict[tuple[str, Font], int] = {}
        self._lines: OrderedDict[tuple[str, Font, Colour], Line] = OrderedDict()

    def width(self, words: str, font: Font) -> int:
        """Return the pixels that `words` take."""
        known = self._widths.get((words, font))
        if known is None:
            if len(self._widths) > 20 * KEPT:
                self._widths.clear()
            known = self._widths[words, font] = self._advance(words, font)
        return known

    def overhang(self, words: str, font: Font) -> int:
        """Return the pixels by which the ink of `words` reaches out to the left of where they begin."""
        metrics = self.face(font).metrics(words[:1])
        return max(0, -metrics[0][0]) if metrics and metrics[0] else 0

    def ascent(self, font: Font) -> int:
        """Return the pixels from the top of a line's letters to the baseline."""
        return self.face(font).get_ascent()

    def rise(self, words: str, font: Font) -> int:
        """Return by how many pixels the marks on letters (Å, Ấ) stand above the line, and put the baseline lower."""
        if words.isascii() or not any(map(unicodedata.combining, unicodedata.normalize("NFD", words))):
            return 0
        known = self._rises.get((words, font))
        if known is None:
            if len(self._rises) > KEPT:
                self._rises.clear()
            known = self._rises[words, font] = max(0, self._foot(f"{words} ", font) - self._foot("", font))
        return known

    def line(self, words: str, font: Font, colour: Colour) -> Line:
        """Return `words` drawn on nothing."""
        key = (words, font, colour)
        line = self._lines.get(key)
        if line is None:
            above = self.ascent(font) + self.rise(words, font)
            line = self._lines[key] = Line(self._drawn(words, font, colour), self.overhang(words, font), above)
            if len(self._lines) > KEPT:
                self._lines.popitem(last=False)
        else:
            self._lines.move_to_end(key)
        return line

    def face(self, font: Font) -> pygame.font.Font:
        """Return pygame's font."""
        font = font._replace(tracking=0)
        found = self._fonts.get(font)
        if found is None:
            found = self._fonts[font] = self._loaded(font)
        return found

    def _advance(self, words: str, font: Font) -> int:
        face = self.face(font)
        # What hangs over at the end would count, were it not for a blank behind it.
        return face.size(f"{words} ")[0] - face.size(" ")[0] - self.overhang(words, font)

    def _drawn(self, words: str, font: Font, colour: Colour) -> pygame.Surface:
        """Return words drawn anew; with tracking sign by sign, each where it would stand without, and farther on."""
        face = self.face(font)
        if not face.size(words)[0]:
            # pygame raises for words of which nothing is seen, such as a zero-width space alone.
            return pygame.Surface((0, face.get_height()), pygame.SRCALPHA)
        whole = face.render(words, True, colour)  # noqa: FBT003  # pygame's own
        if not font.tracking:
            return whole
        room = len(words) * font.tracking
        spaced = pygame.Surface((whole.get_width() + room, whole.get_height()), pygame.SRCALPHA)
        for at, sign in _signs(words):
            letter = face.render(sign, True, colour)  # noqa: FBT003  # the same
            down = self.rise(words, font) - self.rise(sign, font)
            spaced.blit(letter, (face.size(words[:at])[0] + at * font.tracking, down))
        return spaced

    def _foot(self, words: str, font: Font) -> int:
        """Return where a letter stands that follows `words`. What moves it is nowhere told, so it is looked at."""
        face = self.face(font)
        drawn, left = face.render(f"{words}H", True, "black"), face.size(words)[0]  # noqa: FBT003  # pygame's own
        return drawn.subsurface((left, 0, drawn.get_width() - left, drawn.get_height())).get_bounding_rect().bottom

    def _loaded(self, font: Font) -> pygame.font.Font:
        path = self._folder / FACES[font.face]
        if readable(path):
            try:
                loaded = pygame.font.Font(path, font.size)
                # Some damage shows only when letters are asked for.
                loaded.size("A")
            except (OSError, pygame.error):
                pass
            else:
                return loaded
        self.troubles[path.name] = _(_DAMAGED).format(name=path.name)
        return pygame.font.Font(None, font.size)


def _signs(words: str) -> Iterator[tuple[int, str]]:
    """Yield what is drawn as one, each with its place: a letter and the marks on it, and what a joiner joins."""
    start = 0
    for at in range(1, len(words) + 1):
        joined = at < len(words) and (unicodedata.category(words[at])[0] == "M" or _JOINER in words[at - 1 : at + 1])
        if not joined:
            yield start, words[start:at]
            start = at


def readable(path: Path) -> bool:
    """Tell whether a file begins as a font does."""
    try:
        with path.open("rb") as file:
            return file.read(4) in HEADERS
    except OSError:
        return False
