"""Typefaces and the display: what is missing or damaged is said, and never ends the game."""

from __future__ import annotations

import shutil
from pathlib import Path

import pygame
import pytest

from game.shipped import ASSETS
from game.window.display import NoScreenError, open_window, usual
from game.window.fonts import FACES, Fonts, readable
from game.window.layout import Font
from game.window.typeset import STYLES


@pytest.mark.parametrize("file", sorted(set(FACES.values())))
def test_every_face_is_shipped(file: str) -> None:
    """Each file is there, and begins as a font does."""
    assert readable(ASSETS / "fonts" / file)


def test_every_style_has_a_face() -> None:
    """No style names a face that does not exist."""
    assert {style.face for style in STYLES.values()} <= set(FACES)


@pytest.mark.parametrize("junk", [b"", b"junk", b"\x00\x01\x00\x00junk", b"<svg/>" * 100])
def test_a_damaged_font_is_named_and_replaced(tmp_path: Path, junk: bytes) -> None:
    """Letters are still drawn, and one sentence says which file it is."""
    (tmp_path / FACES["sans"]).write_bytes(junk)
    fonts = Fonts(tmp_path)
    assert fonts.width("Dinner", Font("sans", 32)) > 0
    assert fonts.line("Dinner", Font("sans", 32), (0, 0, 0)).get_width() > 0
    assert [FACES["sans"]] == list(fonts.troubles)
    assert FACES["sans"] in fonts.troubles[FACES["sans"]]


def test_a_missing_font_is_named_and_replaced(tmp_path: Path) -> None:
    """While the others are still used."""
    shutil.copy(ASSETS / "fonts" / FACES["serif"], tmp_path)
    fonts = Fonts(tmp_path)
    fonts.face(Font("serif", 20))
    assert not fonts.troubles
    fonts.face(Font("sans", 20))
    assert fonts.troubles


def test_without_a_screen_the_caller_hears_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """SDL falls back to a driver that shows nothing; that counts as no screen, unless it was asked for."""
    pygame.display.quit()
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SDL_VIDEODRIVER", "offscreen,dummy")
    with pytest.raises(NoScreenError):
        open_window(full_screen=False)
    pygame.display.quit()
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    assert open_window(full_screen=False).get_size() >= (640, 360)
    pygame.display.quit()


@pytest.mark.parametrize("desktop", [(1920, 1080), (1366, 768), (3840, 2160), (800, 600), (1080, 1920)])
def test_a_new_window_fits_its_desktop(desktop: tuple[int, int]) -> None:
    """And has the shape of the pictures."""
    width, height = usual(desktop)
    assert width <= desktop[0]
    assert height <= desktop[1]
    assert width / height == pytest.approx(16 / 9, rel=0.01)
