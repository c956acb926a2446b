"""Typefaces and the display: what is missing or damaged is said, and never ends the game."""

from __future__ import annotations

import shutil
import unicodedata
from pathlib import Path

import pygame
import pytest

from game.settings import CHOICES
from game.shipped import ASSETS
from game.window.display import NoScreenError, open_window, usual
from game.window.fonts import FACES, Fonts, _signs, readable
from game.window.letters import FAMILIES, STYLES, Font, Letters
from tests.stage import LETTERS


@pytest.mark.parametrize("file", sorted(set(FACES.values())))
def test_every_face_is_shipped(file: str) -> None:
    """Each file is there, and begins as a font does."""
    assert readable(ASSETS / "fonts" / file)


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("tracking", [0, 2])
def test_marks_on_letters_leave_the_line_where_it_is(face: str, tracking: int) -> None:
    """Whatever is in a name, its letters stand on the line of the words before it; SDL_ttf moves them down."""
    fonts, font = Fonts(), Font(face, 40, tracking)

    def foot(words: str) -> int:
        drawn = fonts.line(f"{words} H", font, (0, 0, 0)).surface
        left = drawn.get_width() - fonts.width("H", font) - tracking
        letter = drawn.subsurface((left, 0, drawn.get_width() - left, drawn.get_height()))
        return letter.get_bounding_rect().bottom - fonts.rise(f"{words} H", font)

    assert {words: foot(words) for words in ("Ånn", "Ấ", "A\u030a", "É")} == dict.fromkeys(
        ("Ånn", "Ấ", "A\u030a", "É"), foot("x")
    )


@pytest.mark.parametrize("family", FAMILIES)
def test_every_style_has_a_face(family: str) -> None:
    """No style names a face that does not exist, whatever family is chosen."""
    faces = {Letters(LETTERS, family).font(style, 32).face for style in STYLES}
    assert faces <= set(FACES)
    if family in ("hyperlegible", "dyslexic"):
        assert {face.partition("-")[0] for face in faces} == {family, "serif"}


def test_each_family_can_be_chosen_and_has_its_licence() -> None:
    """The settings name the families, and each set of files stands beside the text of its licence."""
    assert tuple(FAMILIES) == CHOICES["font"]
    for name in {file.partition("-")[0] for file in FACES.values()}:
        assert "SIL OPEN FONT LICENSE" in (ASSETS / "fonts" / f"OFL-{name}.txt").read_text(encoding="utf-8")


def test_a_word_is_as_wide_as_the_pen_moves_on() -> None:
    """So that the blank behind an italic f, which hangs over, looks like every other; its tail is drawn."""
    fonts, italic = Fonts(), Font("serif-italic", 60)
    drawn = fonts.line("of", italic, (0, 0, 0)).surface.get_width()
    assert fonts.width("of", italic) < drawn
    assert fonts.width("of", italic) + fonts.width("f", italic) == pytest.approx(fonts.width("off", italic), abs=6)
    assert fonts.overhang("just", italic) > 0
    assert fonts.overhang("one", italic) == fonts.overhang("", italic) == 0


@pytest.mark.parametrize("words", ["Dinner", "e\u0301te\u0301", "fi", "a\u200db", ""])
def test_letters_are_spaced_out_without_losing_any(words: str) -> None:
    """A line with tracking is as much wider as its letters are many; marks stay on their letters."""
    fonts = Fonts()
    usual, spaced = Font("sans", 32), Font("sans", 32, 4)
    room = 4 * len(words)
    assert (
        fonts.line(words, spaced, (0, 0, 0)).surface.get_width()
        == fonts.line(words, usual, (0, 0, 0)).surface.get_width() + room
    )
    assert "".join(sign for _at, sign in _signs(words)) == words
    assert not [sign for _at, sign in _signs(words) if unicodedata.category(sign[0])[0] == "M"]


@pytest.mark.parametrize("family", FAMILIES)
def test_a_usual_letter_is_as_wide_as_is_said(family: str) -> None:
    """A column of so many usual letters holds about so many, and never fewer than four fifths of them."""
    letters = Letters(Fonts(), family)
    prose = (ASSETS.parent / "README.md").read_text(encoding="utf-8")[:600].replace("\n", " ")
    widths = [letters.blank(letters.font("prose", 32)) if sign == " " else 0 for sign in prose]
    whole = sum(widths) + sum(letters.width(word, letters.font("prose", 32)) for word in prose.split())
    assert 0.8 <= whole / len(prose) / 32 / letters.usual <= 1


@pytest.mark.parametrize("junk", [b"", b"junk", b"\x00\x01\x00\x00junk", b"<svg/>" * 100])
def test_a_damaged_font_is_named_and_replaced(tmp_path: Path, junk: bytes) -> None:
    """Letters are still drawn, and one sentence says which file it is."""
    (tmp_path / FACES["sans"]).write_bytes(junk)
    fonts = Fonts(tmp_path)
    assert fonts.width("Dinner", Font("sans", 32)) > 0
    assert fonts.line("Dinner", Font("sans", 32), (0, 0, 0)).surface.get_width() > 0
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


@pytest.mark.parametrize("tracking", [0, 3])
@pytest.mark.parametrize("words", ["", "\u200b", "\u200b\u2060\ufeff"])
def test_words_of_which_nothing_is_seen_take_no_room(words: str, tracking: int) -> None:
    """A zero-width space alone on its line is a line without letters, and ends nothing."""
    font = Font("sans", 24, tracking)
    assert Fonts().line(words, font, (0, 0, 0)).surface.get_width() == 0
