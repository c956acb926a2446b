"""The slow change from one page to the next: what was there fades while what is new stands beneath. Needs pygame.

1. The page changes quickly, the picture slowly; both begin well on their way, so that a key's answer shows at once.
2. A change lasts `PICTURE` seconds at most, and then nothing moves any more.
"""

from __future__ import annotations

from typing import Final

import pygame

from game.drawing.rect import Rect

PAGE: Final = 0.28
PICTURE: Final = 0.8
HEAD_START: Final = 0.3
"""The share of a change that its first frame shows."""


class Change:
    """A change from one frame to another that began at `since` (seconds of any clock)."""

    def __init__(self, before: pygame.Surface, after: pygame.Surface, page: Rect, since: float) -> None:
        self._before = before
        self._after = after
        self._page = page
        self._since = since

    def settle(self, after: pygame.Surface) -> None:
        """Go on towards another frame than at first: something else changed meanwhile."""
        self._after = after

    def draw(self, surface: pygame.Surface, now: float, *, painted: bool) -> bool:
        """Draw the change as it stands, over what is new if that is `painted` already; tells whether it goes on."""
        if not painted:
            surface.blit(self._after, (0, 0))
        for lasts, page in ((PICTURE, False), (PAGE, True)):
            left = 1 - (HEAD_START + (1 - HEAD_START) * (now - self._since) / lasts)
            if left > 0:
                self._before.set_alpha(round(255 * left * left * (3 - 2 * left)))
                for area in [self._page] if page else self._beside():
                    surface.blit(self._before, area[:2], area)
        return now - self._since < PICTURE

    def _beside(self) -> tuple[Rect, ...]:
        """Return what the page does not cover: left of it, and above it."""
        width = self._before.get_width()
        return Rect(0, 0, self._page.x, self._page.bottom), Rect(self._page.x, 0, width, self._page.y)
