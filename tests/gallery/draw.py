"""Drawing the gallery's pictures off screen, keeping them small, and telling one from another. Needs pygame."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pygame

from game.window.fonts import Fonts
from game.window.layout import Layout, Look
from game.window.paint import Painter
from game.window.pictures import Pictures
from game.window.theme import THEMES
from tests.gallery.stage import Shot, laid_out, loaded, settings

_AWAY = {"SDL_VIDEODRIVER": "dummy", "TZ": "UTC"}

FOLDER = Path(__file__).parents[2] / "docs" / "gallery"

WIDE = 800
"""Pixels that a kept picture is wide at most."""

QUALITY = 84
"""How well WebP keeps it, of 100."""

VISIBLY = 64
"""How much a pixel's red, green or blue must differ to count: WebP keeps colours a little less well than lines."""


@contextmanager
def on_display() -> Iterator[None]:
    """Open a screen that nobody sees, in a time zone that is everywhere the same, and close it again."""
    before = {name: os.environ.get(name) for name in _AWAY}
    _set(_AWAY)
    # Whoever closed a window before closed the letters with it.
    fonts.cache_clear()
    painter.cache_clear()
    pygame.display.init()
    pygame.display.set_mode((16, 16))
    try:
        yield
    finally:
        pygame.display.quit()
        _set(before)


def _set(names: Mapping[str, str | None]) -> None:
    for name, value in names.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
    if hasattr(time, "tzset"):
        time.tzset()


@cache
def fonts() -> Fonts:
    """Return the shipped letters."""
    return Fonts()


@cache
def painter(theme: str) -> Painter:
    """Return a painter in a theme; what it has drawn it need not draw again."""
    chosen = THEMES[theme]
    return Painter(chosen, fonts(), Pictures(loaded().pictures, chosen.ground, veil=(*chosen.shade, chosen.dim)))


def painted(layout: Layout, theme: str) -> pygame.Surface:
    """Return a layout as the window shows it once its picture is there."""
    surface = pygame.Surface(layout.size)
    by = painter(theme)
    by.paint(surface, layout)
    if by.fetch(wait=True):
        by.paint(surface, layout)
    return surface


def taken(shot: Shot) -> tuple[Layout, pygame.Surface]:
    """Return the layout of a shot, and how it looks in the size of its window."""
    layout = laid_out(shot, Look(shot.size, fonts(), settings(shot), since=shot.since))
    surface = painted(layout, shot.theme)
    return layout, pygame.transform.grayscale(surface) if shot.grey else surface


def small(surface: pygame.Surface) -> pygame.Surface:
    """Return a picture as small as it is kept."""
    scale = min(1.0, WIDE / surface.get_width())
    size = round(surface.get_width() * scale), round(surface.get_height() * scale)
    return pygame.transform.smoothscale(surface, size) if scale < 1 else surface


def file_of(name: str) -> Path:
    """Return where a picture is kept."""
    return FOLDER / f"{name}.webp"


def keep(surface: pygame.Surface, name: str) -> None:
    """Keep a picture. Needs Pillow."""
    from PIL import Image  # noqa: PLC0415  # whoever only compares needs none of it

    picture = Image.frombytes("RGB", surface.get_size(), pygame.image.tobytes(surface, "RGB"))
    FOLDER.mkdir(exist_ok=True)
    picture.save(file_of(name), "WEBP", quality=QUALITY, method=6)


def differs(one: pygame.Surface, other: pygame.Surface) -> tuple[float, pygame.Surface]:
    """Return the share of pixels that differ visibly, and a picture in which those are lit."""
    if one.get_size() != other.get_size():
        return 1.0, other.copy()
    mask = pygame.mask.from_threshold(one, (0, 0, 0), (VISIBLY, VISIBLY, VISIBLY, 255), other)
    mask.invert()
    return mask.count() / (one.get_width() * one.get_height()), mask.to_surface()


def beside(*pictures: pygame.Surface) -> pygame.Surface:
    """Return pictures one beside the other."""
    wide, high = sum(each.get_width() for each in pictures), max(each.get_height() for each in pictures)
    whole, left = pygame.Surface((wide, high)), 0
    for each in pictures:
        whole.blit(each, (left, 0))
        left += each.get_width()
    return whole
