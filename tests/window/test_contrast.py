"""Contrast on every screen in every theme, in the pixels as they are painted; the gallery has more moments of each."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pygame
import pytest

from game.window.theme import THEMES
from tests.gallery.draw import fonts, on_display, painter
from tests.gallery.measure import faint
from tests.stage import PAGES, SCREENS, look, made


@pytest.fixture(scope="module", autouse=True)
def _display() -> Iterator[None]:
    """A screen that nobody sees."""
    with on_display():
        yield


@pytest.mark.parametrize(("name", "theme"), list(product((*SCREENS, *PAGES), THEMES)))
def test_words_stand_out_on_every_screen(name: str, theme: str) -> None:
    """4.5:1, and 7:1 where contrast is high. No word stands on a picture, so none is drawn."""
    seen = look(theme=theme)._replace(measure=fonts())
    layout = made(name).layout(seen)
    surface = pygame.Surface(layout.size)
    painter(theme).paint(surface, layout)
    assert not faint(layout, surface, theme)


def test_too_little_contrast_is_found() -> None:
    """A screen painted in one theme and read in the inks of another is a list of faint words."""
    layout = made("title").layout(look()._replace(measure=fonts()))
    surface = pygame.Surface(layout.size)
    painter("light").paint(surface, layout)
    assert faint(layout, surface, "dark")
    assert not faint(layout, surface, "light")
