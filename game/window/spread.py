"""The spread: where the picture lies and where the page, in a window of any size. Pure.

1. In a wide window the page lies at the right from 52 % on, and the picture is cut to what is left of it.
2. A page too narrow for `FEWEST` letters a line takes more of the width.
3. If that is too narrow still, or the two people would not both be seen beside it, the page goes below the picture,
   which is a band across the top then. The band is as high as the page can spare, or is not there at all.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from game.drawing.rect import Rect
from game.window.layout import SMALLEST, Look

WIDE: Final = 0.52
"""Where the page begins, as a share of the window's width."""

LESS_WIDE: Final = 0.38
"""Where it begins if text is large."""

SLENDER: Final = 0.66
"""How wide a picture beside the page is, at least, as a share of its height: the two fit in, however far apart."""

FEWEST: Final = 30
"""Letters that a line beside the picture holds at least."""

MOST: Final = 66
"""Letters that a line holds at most: usual ones are somewhat narrower than the average taken here."""

GUTTER: Final = 1.6
"""The margin beside the column, at least, as a share of the size of prose: the sign hangs in it."""


class Spread(NamedTuple):
    """The window's parts: the picture, what is seen of it, the page, and on it the column of text.

    A picture that has no room is still a pixel high. `foot` is the row for controls at the bottom of the page.
    """

    picture: Rect
    seen: Rect
    page: Rect
    column: Rect
    foot: Rect


def spread(look: Look) -> Spread:
    """Return the parts of a window."""
    width, height = (max(side, least) for side, least in zip(look.size, SMALLEST, strict=True))
    for share in (WIDE, LESS_WIDE):
        left = round(width * share)
        page, seen = Rect(left, 0, width - left, height), Rect(0, 0, left, height)
        if left >= height * SLENDER and _column(page, look).w >= FEWEST * look.letters.usual * look.base:
            return _parts(seen, seen, page, look)
    band = _band(width, height, look)
    picture = Rect(0, 0, width, max(1, band))
    return _parts(picture, picture, Rect(0, band, width, height - band), look)


def whole(look: Look) -> Spread:
    """Return the parts of a window that is all page: for lists that need the room."""
    width, height = (max(side, least) for side, least in zip(look.size, SMALLEST, strict=True))
    return _parts(Rect(0, 0, width, 1), Rect(0, 0, width, 0), Rect(0, 0, width, height), look)


def _band(width: int, height: int, look: Look) -> int:
    spare = height - 13 * look.base - look.foot
    band = min(spare, round(height * 0.37), round(width * 9 / 16))
    return band if band >= 3 * look.base else 0


def _parts(picture: Rect, seen: Rect, page: Rect, look: Look) -> Spread:
    column = _column(page, look)
    return Spread(picture, seen, page, column, Rect(column.x, column.bottom + look.px(10), column.w, look.foot))


def _column(page: Rect, look: Look) -> Rect:
    side = min(page.w // 4, max(look.px(64), round(look.base * GUTTER)))
    width = max(1, min(page.w - 2 * side, round(MOST * look.letters.usual * look.base)))
    left = page.x + (page.w - width) // 2
    top = max(look.px(64), min(20, page.h // 12))
    below = look.foot + 2 * look.px(10)
    return Rect(left, page.y + top, width, max(1, page.h - top - below))
