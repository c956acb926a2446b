"""Painting a layout on a surface, and nothing else: no event, no clock, no choice. Needs pygame.

1. What a layout says is what is painted, in its order; scrolled boxes only within the scroll view.
2. Drawings, lines and pictures are kept once they are made; a picture that is not ready is the one before, or a plain
   ground, and `waiting` is the box that lacks one, until `fetch` has it.
3. The focus shows as the sign, filled, where other targets have none or an empty one: by shape, not colour alone. An
   answer that was given has the filled sign anyhow; there the focus is a frame around it. On the page a wash of a broad
   brush lies under its words as well, so that nobody has to look for a small sign.
"""

from __future__ import annotations

import io
from collections import OrderedDict
from typing import Final

import pygame

from game.drawing.rect import Rect
from game.window import art
from game.window.compose import View
from game.window.fonts import Fonts
from game.window.layout import Box, Layout
from game.window.pictures import Pictures
from game.window.theme import Theme

KEPT: Final = 120
"""Drawings that are kept."""

WEIGHT: Final = 64 * 1024 * 1024
"""Bytes of drawings that are kept, save a single one that is larger."""

Key = tuple[View, tuple[int, int]]


class Painter:
    """Paints layouts in one theme. `pictures` are those of the play on screen."""

    def __init__(self, theme: Theme, fonts: Fonts, pictures: Pictures) -> None:
        self.theme = theme
        self.fonts = fonts
        self.pictures = pictures
        self.waiting: Box | None = None
        self._drawings: OrderedDict[tuple[str, int, int], pygame.Surface | None] = OrderedDict()
        self._shown: OrderedDict[Key, pygame.Surface] = OrderedDict()

    def paint(self, surface: pygame.Surface, layout: Layout) -> None:
        """Paint all of a layout."""
        self.waiting = None
        surface.fill(self.theme.ground)
        self._boxes(surface, layout)
        if layout.beside:
            self._boxes(surface, layout.beside)

    def _boxes(self, surface: pygame.Surface, layout: Layout) -> None:
        whole = surface.get_clip()
        page = layout.box("page")
        for box in layout.boxes:
            if box.scrolled and layout.scroll:
                if not box.rect.meets(layout.scroll.view):
                    continue
                view, left = layout.scroll.view, page.rect.x if page else layout.scroll.view.x
                # A wash begins before the sign, in the margin of the page.
                surface.set_clip(pygame.Rect(left, view.y, view.right - left, view.h).clip(whole))
            elif box.role == "picture" and page and page.rect.x:
                surface.set_clip((0, 0, page.rect.x, page.rect.h))
            self._box(surface, box, focused=box.id == layout.focus)
            surface.set_clip(whole)

    def fetch(self, *, wait: bool = False) -> bool:
        """Take the picture that the last painting lacked, if it is made by now; tells whether painting shows more.

        It is made beside everything else, unless the caller can `wait` for it.
        """
        if self.waiting is None:
            return False
        view, size = _key(self.waiting)
        picture = self.pictures.prepare(view, size) if wait else self.pictures.ready(view, size)
        if picture is None:
            self.pictures.begin(view, size)
            return False
        self.waiting = None
        self._finish((view, size), picture)
        return True

    def _box(self, surface: pygame.Surface, box: Box, *, focused: bool) -> None:
        if box.role == "picture":
            self._place(surface, box)
        elif box.role == "page":
            surface.fill(self.theme.paper, box.rect)
        if focused and box.scrolled and box.text:
            self._wash(surface, box)
        if box.art:
            self._draw(surface, box.art, box.rect)
        for piece in box.text:
            line = self.fonts.line(piece.words, piece.font, getattr(self.theme, piece.ink))
            left = box.rect.x + piece.x - self.fonts.overhang(piece.words, piece.font)
            above = self.fonts.ascent(piece.font) + self.fonts.rise(piece.words, piece.font)
            surface.blit(line, (left, box.rect.y + piece.y - above))
        if box.caret:
            surface.fill(self.theme.ink, box.caret)
        if box.mark and box.role == "answer":
            self._draw(surface, art.given(box.mark.w, box.mark.h, focused=focused), box.mark)
        elif box.mark and (focused or box.role == "option"):
            drawing = art.sign(box.mark.w, box.mark.h, full=focused, quiet=not focused)
            self._draw(surface, drawing, box.mark)

    def _wash(self, surface: pygame.Surface, box: Box) -> None:
        """Lay a wash under a box, from somewhat before its sign to where the longest line ends."""
        size = max(each.font.size for each in box.text)
        end = max(piece.x + self.fonts.width(piece.words, piece.font) for piece in box.text) + size * 2 // 3
        left, wide = size // 4, size // 4 + min(box.rect.w, end)
        self._draw(surface, art.wash(wide, box.rect.h), Rect(box.rect.x - left, box.rect.y, wide, box.rect.h))

    def _place(self, surface: pygame.Surface, box: Box) -> None:
        key = _key(box)
        if key in self._shown:
            self._shown.move_to_end(key)
        elif ready := self.pictures.ready(*key):
            self._finish(key, ready)
        else:
            self.waiting = box
        last = next(reversed(self._shown.values()), None)
        if last is not None and last.get_size() == key[1]:
            surface.blit(last, box.rect[:2])

    def _finish(self, key: Key, picture: pygame.Surface) -> None:
        """Keep a picture as it is shown: in the display's own format, darkened as the theme asks."""
        done = picture.convert() if pygame.display.get_surface() else picture.copy()
        if self.theme.dim:
            veil = pygame.Surface(done.get_size(), pygame.SRCALPHA)
            veil.fill((*self.theme.shade, self.theme.dim))
            done.blit(veil, (0, 0))
        self._shown[key] = done
        while len(self._shown) > 2:  # noqa: PLR2004  # the one on screen and the one before it
            self._shown.popitem(last=False)

    def _draw(self, surface: pygame.Surface, drawing: str, rect: Rect) -> None:
        key = (drawing, rect.w, rect.h)
        if key not in self._drawings:
            self._drawings[key] = self._drawn(*key)
            while len(self._drawings) > 1 and (len(self._drawings) > KEPT or self._weight > WEIGHT):
                self._drawings.popitem(last=False)
        self._drawings.move_to_end(key)
        done = self._drawings[key]
        if done:
            surface.blit(done, rect[:2])

    @property
    def _weight(self) -> int:
        return sum(done.get_pitch() * done.get_height() for done in self._drawings.values() if done)

    def _drawn(self, drawing: str, width: int, height: int) -> pygame.Surface | None:
        svg = art.coloured(drawing, self.theme, width, height)
        try:
            done = pygame.image.load_sized_svg(io.BytesIO(svg.encode()), (width, height))
        except pygame.error:
            return None
        return done.convert_alpha() if pygame.display.get_surface() else done


def _key(box: Box) -> Key:
    return box.view or View(), (box.rect.w, box.rect.h)
