"""Painting a layout on a surface, and nothing else: no event, no clock, no choice. Needs pygame.

1. What a layout says is what is painted, in its order; scrolled boxes only within the scroll view.
2. Drawings, words and pictures are kept once they are made; a picture that is not ready is the one before, or a plain
   ground, and `waiting` is the box that lacks one, until `fetch` has it.
3. The focus shows as the sign, filled, where other targets have none or an empty one: by shape, not colour alone. An
   answer that was given has the filled sign anyhow; there the focus is a frame around it. On the page a wash of a broad
   brush lies under its words as well, so that nobody has to look for a small sign.
"""

from __future__ import annotations

import io
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from typing import Final

import pygame

from game.drawing.rect import Rect
from game.window import art
from game.window.compose import View
from game.window.differs import painted, scrolling
from game.window.fonts import Fonts
from game.window.layout import Box, Layout
from game.window.pictures import Pictures
from game.window.theme import Theme

KEPT: Final = 120
"""Drawings that are kept."""

SCREENS: Final = 4
"""How much they weigh together at most, against all that is painted at once; a page has less than two of it."""

_PIXEL: Final = 4
"""Bytes that a pixel takes."""

Key = tuple[View, tuple[int, int]]


class Painter:
    """Paints layouts in one theme. `pictures` are those of the play on screen."""

    def __init__(self, theme: Theme, fonts: Fonts, pictures: Pictures) -> None:
        self.theme = theme
        self.fonts = fonts
        self.pictures = pictures
        self.waiting: Box | None = None
        self._drawings = Drawings(theme)
        self._shown: tuple[Key, pygame.Surface] | None = None

    def paint(self, surface: pygame.Surface, layout: Layout, areas: Iterable[Rect] | None = None) -> None:
        """Paint a layout: all of it, or no more than is seen of it in some areas."""
        self.look_for(layout)
        self._drawings.suit(surface.get_size())
        for area in (Rect(0, 0, *surface.get_size()),) if areas is None else areas:
            surface.set_clip(area)
            surface.fill(self.theme.ground)
            for each in filter(None, (layout, layout.beside)):
                self._boxes(surface, each, area)
        surface.set_clip(None)

    def _boxes(self, surface: pygame.Surface, layout: Layout, area: Rect) -> None:
        view = scrolling(layout)
        for box in layout.boxes:
            part = painted(box, view).cut(area)
            if part.some:
                surface.set_clip(area.cut(view) if box.scrolled and view else area)
                self._box(surface, box, focused=box.id == layout.focus)

    def prepare(self, layout: Layout) -> Iterator[None]:
        """Draw what a layout needs, without painting it: the letters box by box, and each drawing by itself."""
        for box in layout.boxes:
            for _letters in self._letters(box):
                pass
            yield
            focused = box.id == layout.focus
            for drawing, rect in (*self._beneath(box, focused=focused), *_above(box, focused=focused)):
                self._drawings.get(drawing, (rect.w, rect.h))
                yield

    def look_for(self, layout: Layout) -> Key | None:
        """Take the picture of a layout if it is made, and tell which one is shown."""
        self.waiting, box = None, layout.box("picture")
        if box and (self._shown is None or self._shown[0] != _key(box)):
            ready = self.pictures.ready(*_key(box))
            if ready:
                self._shown = _key(box), ready
            else:
                self.waiting = box
        return self._shown and self._shown[0]

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
        self._shown, self.waiting = ((view, size), picture), None
        return True

    def _box(self, surface: pygame.Surface, box: Box, *, focused: bool) -> None:
        if box.role == "picture":
            self._place(surface, box)
        elif box.role == "page":
            surface.fill(self.theme.paper, box.rect)
        self._draw(surface, self._beneath(box, focused=focused))
        if box.text:
            surface.blits(self._letters(box), doreturn=False)
        if box.caret:
            surface.fill(self.theme.ink, box.caret)
        self._draw(surface, _above(box, focused=focused))

    def _letters(self, box: Box) -> Iterator[tuple[pygame.Surface, tuple[int, int]]]:
        """Yield the drawn words of a box, each with where it goes."""
        x, y = box.rect[:2]
        for piece in box.text:
            line = self.fonts.line(piece.words, piece.font, getattr(self.theme, piece.ink))
            yield line.surface, (x + piece.x - line.overhang, y + piece.y - line.above)

    def _beneath(self, box: Box, *, focused: bool) -> Iterator[tuple[str, Rect]]:
        """Yield the drawings that lie below the letters of a box."""
        if focused and box.scrolled and box.text:
            yield self._wash(box)
        if box.art:
            yield box.art, box.rect

    def _wash(self, box: Box) -> tuple[str, Rect]:
        """Return a wash under a box, from somewhat before its sign to where the longest line ends."""
        size = max(each.font.size for each in box.text)
        end = max(piece.x + self.fonts.width(piece.words, piece.font) for piece in box.text) + size * 2 // 3
        left, wide = size // 4, size // 4 + min(box.rect.w, end)
        return art.wash(wide, box.rect.h), Rect(box.rect.x - left, box.rect.y, wide, box.rect.h)

    def _place(self, surface: pygame.Surface, box: Box) -> None:
        """Put the picture there, or the one before, if it is as large."""
        if self._shown and self._shown[0][1] == (box.rect.w, box.rect.h):
            surface.blit(self._shown[1], box.rect[:2])

    def _draw(self, surface: pygame.Surface, drawings: Iterable[tuple[str, Rect]]) -> None:
        for drawing, rect in drawings:
            done = self._drawings.get(drawing, (rect.w, rect.h))
            if done:
                surface.blit(done, rect[:2])


def _above(box: Box, *, focused: bool) -> Iterator[tuple[str, Rect]]:
    """Yield the drawing that lies on a box: the sign."""
    if box.mark and box.role == "answer":
        yield art.given(box.mark.w, box.mark.h, focused=focused), box.mark
    elif box.mark and (focused or box.role == "option"):
        yield art.sign(box.mark.w, box.mark.h, full=focused, quiet=not focused), box.mark


def _key(box: Box) -> Key:
    return box.view or View(), (box.rect.w, box.rect.h)


class Drawings:
    """The drawings of one theme. A drawing is the inside of an SVG element, with the theme's inks, as `art` has it."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._kept: OrderedDict[tuple[str, int, int], pygame.Surface | None] = OrderedDict()
        self._weight = self._most = 0

    def suit(self, size: tuple[int, int]) -> None:
        """Keep what pages of this size need."""
        self._most = SCREENS * _PIXEL * size[0] * size[1]

    def get(self, drawing: str, size: tuple[int, int]) -> pygame.Surface | None:
        """Return a drawing as large as that, made now if it is not on hand; None for one that cannot be drawn."""
        key = (drawing, *size)
        if key not in self._kept:
            done = self._kept[key] = self._drawn(*key)
            self._weight += _bytes(done)
            while len(self._kept) > 1 and (len(self._kept) > KEPT or self._weight > self._most):
                self._weight -= _bytes(self._kept.popitem(last=False)[1])
        self._kept.move_to_end(key)
        return self._kept[key]

    def _drawn(self, drawing: str, width: int, height: int) -> pygame.Surface | None:
        svg = art.coloured(drawing, self.theme, width, height)
        try:
            done = pygame.image.load_sized_svg(io.BytesIO(svg.encode()), (width, height))
        except pygame.error:
            return None
        return done.convert_alpha() if pygame.display.get_surface() else done


def _bytes(surface: pygame.Surface | None) -> int:
    return surface.get_pitch() * surface.get_height() if surface else 0
