"""Every screen as it is painted: contrast in every theme, and letters that are whole at the largest size of text.

The gallery has more moments of each.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pygame
import pytest

from game.window.theme import THEMES
from tests.gallery.draw import fonts, on_display, painter
from tests.gallery.measure import cut, faint
from tests.screens import PAGES, SCREENS, made
from tests.stage import look

SIZES = ((640, 360), (800, 600), (1280, 720), (1280, 1024))


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


@pytest.mark.parametrize(("name", "size"), list(product((*SCREENS, *PAGES), SIZES)))
def test_no_letter_is_cut_at_twice_the_size(name: str, size: tuple[int, int]) -> None:
    """With the shipped letters, on every part of a page that can be scrolled to."""
    screen, seen = made(name), look(size, 200)._replace(measure=fonts())
    layout = screen.layout(seen)
    assert layout.scroll
    for at in range(0, layout.scroll.furthest + 1, max(1, layout.scroll.view.h // 2)):
        screen.scroll = at
        assert not cut(screen.layout(seen))


def test_too_little_contrast_is_found() -> None:
    """A screen painted in one theme and read in the inks of another is a list of faint words."""
    layout = made("title").layout(look()._replace(measure=fonts()))
    surface = pygame.Surface(layout.size)
    painter("light").paint(surface, layout)
    assert faint(layout, surface, "dark")
    assert not faint(layout, surface, "light")


def test_a_cut_letter_is_found() -> None:
    """In a window that is narrower than it was laid out for, words are cut."""
    layout = made("title").layout(look()._replace(measure=fonts()))
    assert not cut(layout)
    assert cut(layout._replace(size=(800, 720)))
