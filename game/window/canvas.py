"""What a window shows: layouts are painted beside it, and it takes what is new from there. Needs pygame.

1. Only what differs from the layout before is painted, and only that is handed to the system.
2. What fades lies over what is new in the window alone, so that nothing has to be painted for it.
3. The surfaces are made once for a size: memory that is new to a process costs more than the picture painted on it. So
   the first layout of a window is painted on the window itself, which is there anyway.
"""

from __future__ import annotations

from typing import NamedTuple

import pygame

from game.drawing.rect import Rect
from game.window.differs import apart, differing
from game.window.layout import Layout
from game.window.motion import Fade, fades
from game.window.paint import Key, Painter


class Painted(NamedTuple):
    """What was painted last: the layout, by whom, and with which picture."""

    painter: Painter
    layout: Layout
    picture: Key | None


class Canvas:
    """The picture in a window. `paint` comes before `fade`, and both before `show`.

    `surface` has what was painted last, of which nothing fades.
    """

    def __init__(self) -> None:
        self.surface = self._old = pygame.Surface((0, 0))
        self._painted: Painted | None = None
        self._areas: tuple[Rect, ...] = ()
        self._fades: tuple[Fade, ...] = ()

    @property
    def moving(self) -> bool:
        """Whether the window will show something else soon though nothing more is painted."""
        return bool(self._fades)

    def forget(self) -> None:
        """Paint and show all of it the next time: the window is another one, or lost what it showed."""
        self._painted, self._areas, self._fades = None, (), ()

    def paint(self, window: pygame.Surface, painter: Painter, layout: Layout) -> None:
        """Paint what differs from the layout before."""
        if self.surface.get_size() != layout.size:
            self.forget()
            self.surface = window if window.get_size() == layout.size else pygame.Surface(layout.size)
        elif self.surface is window:
            self.surface = pygame.Surface(layout.size)
            self.surface.blit(window, (0, 0))
        now, whole = Painted(painter, layout, painter.look_for(layout)), Rect(0, 0, *layout.size)
        areas = tuple(part for area in self._differing(now) if (part := area.cut(whole)).some)
        painter.paint(self.surface, layout, areas)
        self._painted, self._areas = now, apart((*self._areas, *areas))

    def fade(self, window: pygame.Surface, page: Rect, now: float) -> None:
        """Let what the window shows fade where something else was painted, and where something fades already."""
        if self._old.get_size() != window.get_size():
            self._old = pygame.Surface(window.get_size())
        areas = (*self._areas, *(fade.area for fade in self._fades))
        self._fades = tuple(fades(areas, window.get_size(), page, now))
        for fade in self._fades:
            self._old.blit(window, fade.area, fade.area)

    def show(self, window: pygame.Surface, now: float) -> None:
        """Show what is new, as far as it has come by `now` (seconds, of the clock by which fades began)."""
        areas = apart((*self._areas, *(fade.area for fade in self._fades)))
        for area in areas if self.surface is not window else ():
            window.blit(self.surface, area, area)
        for fade in self._fades:
            self._old.set_alpha(fade.opacity(now))
            window.blit(self._old, fade.area, fade.area)
        self._areas, self._fades = (), tuple(fade for fade in self._fades if fade.opacity(now))
        if areas == ((0, 0, *window.get_size()),):
            pygame.display.flip()
        elif areas:
            pygame.display.update(areas)

    def _differing(self, now: Painted) -> tuple[Rect, ...]:
        before = self._painted
        if before is None or before.painter is not now.painter:
            return (Rect(0, 0, *now.layout.size),)
        areas, box = differing(before.layout, now.layout), now.layout.box("picture")
        return areas if box is None or before.picture == now.picture else apart((*areas, box.rect))
