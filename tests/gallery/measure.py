"""What can be measured in the pixels of a screen: that its words stand out from what they stand on, and are whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pygame

from game.drawing.rect import Rect
from game.window.layout import Box, Layout, Piece
from game.window.theme import ENHANCED, TEXT, THEMES, Colour, contrast
from tests.gallery.draw import fonts


def whole(layout: Layout) -> Iterator[Box]:
    """Yield the boxes with words of which nothing is scrolled away, on both layouts if there are two."""
    for each in filter(None, (layout, layout.beside)):
        for box in each.boxes:
            if box.text and (not box.scrolled or (each.scroll and box.rect.within(each.scroll.view))):
                yield box


def faint(layout: Layout, surface: pygame.Surface, theme: str, *, grey: bool = False) -> list[str]:
    """Return the words that stand out too little from the commonest colour around them, each with its contrast.

    4.5:1 is enough, and 7:1 where contrast is high (WCAG 2.2, 1.4.3 and 1.4.6).
    """
    least, found = ENHANCED if theme == "contrast" else TEXT, []
    for box in whole(layout):
        for piece in box.text:
            ink: Colour = getattr(THEMES[theme], piece.ink)
            much = contrast(without_colour(ink) if grey else ink, ground(surface, box, piece))
            if much < least:
                found.append(f"{piece.words!r} of {box.id} in {piece.ink}: {much:.2f}")
    return found


def cut(layout: Layout) -> list[str]:
    """Return the words whose ink reaches out of the window, or from one page to the other."""
    window = pygame.Rect((0, 0), layout.size)
    fold = max((box.rect.x for box in layout.boxes if box.id == "page"), default=0)
    found = []
    for box in whole(layout):
        for piece in box.text:
            ink = fonts().line(piece.words, piece.font, (0, 0, 0)).surface.get_bounding_rect()
            ink.move_ip(box.rect.x + piece.x, box.rect.y + piece.y)
            ink.move_ip(-fonts().overhang(piece.words, piece.font), -fonts().ascent(piece.font))
            if not window.contains(ink) or ink.left < fold < ink.right:
                found.append(f"{piece.words!r} of {box.id}: {ink}")
    return found


def without_colour(colour: Colour) -> Colour:
    """Return a colour as a picture without colours has it (ITU-R BT.601)."""
    red, green, blue = colour
    level = round(0.299 * red + 0.587 * green + 0.114 * blue)
    return level, level, level


def ground(surface: pygame.Surface, box: Box, piece: Piece) -> Colour:
    """Return the commonest colour in a line above the letters of a piece and in one below them."""
    size, wide = piece.font.size, fonts().width(piece.words, piece.font)
    rows = (Rect(box.rect.x + piece.x, box.rect.y + piece.y + down, wide, 1) for down in (-size, size // 3))
    seen = (pygame.Rect(row).clip(surface.get_rect()) for row in rows)
    data = b"".join(pygame.image.tobytes(surface.subsurface(row), "RGB") for row in seen if row.w)
    (most, _times), *_others = Counter(zip(data[::3], data[1::3], data[2::3], strict=True)).most_common(1)
    return most
