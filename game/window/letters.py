"""What letters look like: the styles of text, the families to choose from, and the room between letters. Pure.

1. A style's size is a share of the size of prose, its leading a share of its own size.
2. Styles name the faces of the usual families; another family puts its own faces in their place, in all styles but the
   lettering of the title, which is a drawing more than a text.
3. A family is set in a size at which its small letters are about as high as those of the others.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

if TYPE_CHECKING:
    from game.settings import Settings


class Font(NamedTuple):
    """A typeface (a key of `fonts.FACES`) at a size in pixels; `tracking` are pixels more behind each letter."""

    face: str
    size: int
    tracking: int = 0


class Measure(Protocol):
    """How wide letters are."""

    def width(self, words: str, font: Font) -> int:
        """Return the pixels that `words` take without tracking."""

    def __hash__(self) -> int:
        """Tell it apart from others, so that what was set with it can be kept."""


class Style(NamedTuple):
    """A look of text: a face, its size against prose, its leading against its size, and a field of `Theme`.

    `spaced` is how much room more there is behind each letter of small caps, as a share of the size.
    """

    face: str
    ratio: float
    leading: float
    ink: str
    spaced: float = 0


STYLES: Final[Mapping[str, Style]] = {
    "prose": Style("sans", 1, 1.37, "ink"),
    "stress": Style("sans-italic", 1, 1.37, "ink"),
    "opening": Style("sans-caps", 1, 1.37, "ink", 0.03),
    "read opening": Style("sans-caps", 1, 1.37, "quiet", 0.03),
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
    "overline": Style("sans-caps", 0.85, 1.35, "quiet", 0.05),
    "heading": Style("serif-semibold", 1.6, 1.15, "ink"),
    "subheading": Style("serif-semibold", 1.15, 1.25, "ink"),
    "title me": Style("serif-bold", 4.4, 1.0, "me"),
    "title and": Style("serif-italic", 4.4, 1.0, "quiet"),
    "title we": Style("serif-bold", 4.4, 1.0, "we"),
    "entry": Style("serif-semibold", 1.12, 1.25, "ink"),
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
    "corner": Style("sans-caps", 0.8, 1.2, "quiet", 0.06),
    "moment": Style("serif-italic", 1.05, 1.2, "ink"),
    "weight me": Style("sans-bold", 1, 1.37, "me"),
    "weight we": Style("sans-bold", 1, 1.37, "we"),
    "label": Style("sans", 0.9, 1.35, "quiet"),
    "section": Style("sans-caps", 0.9, 1.35, "quiet", 0.04),
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

LETTERING: Final = frozenset({"title me", "title and", "title we"})
"""The styles that are the same in every family, and never spaced out."""

LARGE: Final = 72

BLANK_LARGE: Final = 0.15
"""How wide a blank is between letters of more than `LARGE` pixels, as a share of the size."""


class Family(NamedTuple):
    """A typeface to choose. `faces` stand in for those that styles name.

    Its size and leading are multiples of the usual ones. `blank` is how wide a blank is at least, as a share of its
    size, and at most if it is `wide`. `letter` is how wide a usual letter is as a share of the size of prose, and
    somewhat more, so that lines end in time.
    """

    faces: Mapping[str, str]
    size: float
    leading: float
    blank: float
    letter: float
    wide: bool = False


_WEIGHTS: Final = {"": "", "-italic": "-italic", "-medium": "", "-bold": "-bold", "-caps": "-caps"}


def _alone(name: str) -> Mapping[str, str]:
    """Return a family's faces for all that styles name; a weight in between is the nearest that it has."""
    plain, italic, bold = name, f"{name}-italic", f"{name}-bold"
    weights = {"": plain, "-italic": italic, "-medium": plain, "-caps": plain, "-semibold": bold, "-bold": bold}
    return {f"{usual}{weight}": face for usual in ("sans", "serif") for weight, face in weights.items()}


_SERIF: Final = {f"sans{weight}": f"serif{other}" for weight, other in _WEIGHTS.items()}

FAMILIES: Final[Mapping[str, Family]] = {
    "sans": Family({}, 1, 1, 0.235, 0.44),
    "serif": Family(_SERIF, 1, 1, 0.235, 0.46),
    "hyperlegible": Family(_alone("hyperlegible"), 0.94, 1.05, 0.27, 0.48),
    "dyslexic": Family(_alone("dyslexic"), 0.84, 1.28, 0.42, 0.66, wide=True),
}
"""The families by the names that settings use; widths were measured on English."""


class Letters(NamedTuple):
    """Letters as a player wants them. Line height is in percent of the usual; the others are percent of a size."""

    measure: Measure
    family: str = "sans"
    line: int = 100
    letter: int = 0
    word: int = 0

    @property
    def close(self) -> Letters:
        """The same letters in lines of the usual height, for words that stand by themselves."""
        return self._replace(line=100)

    def width(self, words: str, font: Font) -> int:
        """Return the pixels that `words` take, the room behind each letter included."""
        return self.measure.width(words, font._replace(tracking=0)) + font.tracking * len(words)

    def font(self, style: str, base: int) -> Font:
        """Return the font of a style where prose is `base` pixels."""
        look = STYLES[style]
        if style in LETTERING:
            return Font(look.face, max(1, round(look.ratio * base)))
        family = FAMILIES[self.family]
        size = max(1, round(look.ratio * base * family.size))
        face = family.faces.get(look.face, look.face)
        spaced = look.spaced if face.endswith("-caps") else 0
        return Font(face, size, round(size * (self.letter / 100 + spaced)))

    def leading(self, style: str, base: int) -> int:
        """Return the height of a line of a style in pixels."""
        if style in LETTERING:
            return round(self.font(style, base).size * STYLES[style].leading)
        more = FAMILIES[self.family].leading * self.line / 100
        return round(self.font(style, base).size * STYLES[style].leading * more)

    def blank(self, font: Font) -> int:
        """Return the width of a blank in pixels: fonts round theirs down, or have one that is too wide."""
        family = FAMILIES[self.family]
        least = round((BLANK_LARGE if font.size > LARGE else family.blank) * font.size)
        own = 0 if family.wide else self.measure.width(" ", font._replace(tracking=0))
        return max(own, least) + font.tracking + round(font.size * self.word / 100)

    @property
    def usual(self) -> float:
        """How wide a usual letter is with the room behind it, as a share of the size of prose."""
        family = FAMILIES[self.family]
        return family.letter + family.size * (self.letter / 100 + self.word / 600)


def letters(measure: Measure, settings: Settings) -> Letters:
    """Return the letters that a player has chosen."""
    return Letters(measure, settings.font, settings.line_spacing, settings.letter_spacing, settings.word_spacing)
