"""The slow change from one page to the next: what was there fades, while what is new stands beneath. Pure.

1. The page changes quickly, the picture slowly; both begin well on their way, so that a key's answer shows at once.
2. A change lasts `PICTURE` seconds at most, and then nothing moves any more.
3. Only what differs fades, so that nothing moves where the picture stays the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from game.drawing.rect import Rect
from game.window.differs import around

PAGE: Final = 0.28
PICTURE: Final = 0.8
HEAD_START: Final = 0.3
"""The share of a change that its first frame shows."""


class Fade(NamedTuple):
    """An area in which what was there fades: it began at `since` (seconds of any clock), and takes so long."""

    area: Rect
    since: float
    lasts: float

    def opacity(self, now: float) -> int:
        """Return how much is left of what was there, from 255 to 0; at 0 it is over."""
        left = 1 - (HEAD_START + (1 - HEAD_START) * (now - self.since) / self.lasts)
        return round(255 * left * left * (3 - 2 * left)) if left > 0 else 0


def fades(areas: Sequence[Rect], size: tuple[int, int], page: Rect, since: float) -> Iterator[Fade]:
    """Yield how these areas of a window fade in which the page lies there; no two fades meet."""
    left, above = Rect(0, 0, page.x, page.bottom), Rect(page.x, 0, size[0], page.y)
    for zone, lasts in ((page, PAGE), (left, PICTURE), (above, PICTURE)):
        parts = [part for area in areas if (part := area.cut(zone)).some]
        if parts:
            yield Fade(around(parts), since, lasts)
