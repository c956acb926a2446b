"""The themes: every colour of the window, by what it is for. No other file holds one.

1. `PAIRS` lists which ink is read on which ground, and how much contrast it has at least (WCAG 2.2, 1.4.3 and 1.4.11).
2. The theme "contrast" reaches 7:1 wherever text is read (1.4.6).
3. Rust stands for me and teal for we; nowhere does a colour alone say something.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple, TypeAlias

Colour: TypeAlias = tuple[int, int, int]

_DARKEST: Final = 0.04045
"""Channels up to this are linear already (WCAG 2.2, "relative luminance", with the corrected threshold)."""

TEXT: Final = 4.5
SIGN: Final = 3.0
ENHANCED: Final = 7.0


class Theme(NamedTuple):
    """Colours: red, green, blue from 0 to 255. `dim` is how much a picture is darkened, 0 to 255."""

    paper: Colour
    ground: Colour
    ink: Colour
    quiet: Colour
    me: Colour
    we: Colour
    both: Colour
    rule: Colour
    focus: Colour
    shade: Colour
    dim: int


THEMES: Final[Mapping[str, Theme]] = {
    "light": Theme(
        paper=(250, 245, 234),
        ground=(229, 215, 190),
        ink=(43, 36, 32),
        quiet=(104, 88, 76),
        me=(161, 70, 38),
        we=(27, 105, 104),
        both=(74, 58, 60),
        rule=(206, 190, 164),
        focus=(138, 58, 30),
        shade=(58, 36, 24),
        dim=0,
    ),
    "sepia": Theme(
        paper=(240, 226, 199),
        ground=(214, 193, 155),
        ink=(62, 42, 24),
        quiet=(105, 78, 50),
        me=(146, 58, 26),
        we=(24, 92, 90),
        both=(84, 58, 44),
        rule=(196, 168, 126),
        focus=(124, 48, 20),
        shade=(70, 42, 16),
        dim=0,
    ),
    "dark": Theme(
        paper=(33, 30, 34),
        ground=(24, 21, 26),
        ink=(236, 226, 211),
        quiet=(180, 166, 152),
        me=(233, 142, 103),
        we=(112, 190, 183),
        both=(214, 198, 182),
        rule=(82, 74, 78),
        focus=(242, 158, 118),
        shade=(0, 0, 0),
        dim=60,
    ),
    "contrast": Theme(
        paper=(0, 0, 0),
        ground=(0, 0, 0),
        ink=(255, 255, 255),
        quiet=(222, 222, 222),
        me=(255, 176, 136),
        we=(126, 226, 218),
        both=(255, 255, 255),
        rule=(150, 150, 150),
        focus=(255, 214, 90),
        shade=(0, 0, 0),
        dim=90,
    ),
}
"""The themes by the names that settings use."""

PAIRS: Final = (
    ("ink", "paper", TEXT),
    ("quiet", "paper", TEXT),
    ("me", "paper", TEXT),
    ("we", "paper", TEXT),
    ("both", "paper", TEXT),
    ("focus", "paper", TEXT),
    ("focus", "paper", SIGN),
)
"""Each ink with the ground it stands on, and the least contrast between them."""


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(channel / 255) for channel in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= _DARKEST else ((channel + 0.055) / 1.055) ** 2.4
