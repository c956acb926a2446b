"""Golden pictures: each screen as it was last looked at and found good, drawn off screen with the shipped fonts.

`pytest tests/window/test_golden.py --accept` draws them anew. When one differs, `tests/golden/new/` holds the old one,
the new one, and where they differ.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.settings import Settings
from game.window.commands import FORWARD, Command
from game.window.fonts import Fonts
from game.window.layout import Look
from game.window.moves import Screen
from game.window.paint import Painter
from game.window.pictures import Pictures
from game.window.rooms import room
from game.window.scan import scanned
from game.window.screens.message import Message
from game.window.theme import THEMES
from tests.compared import compared
from tests.stage import PICTURES, StageHost, about, cards, look
from tests.watched import made as watched

GOLDEN = Path(__file__).parents[1] / "golden"
DRAWN = (1280, 720)
KEPT = (640, 360)

MOST_DIFFERENT = 0.004
"""The share of pixels that may differ visibly: letters are drawn a little differently by other versions of FreeType."""

VISIBLY = 40
"""How much a pixel's red, green or blue must differ to count."""

CASES = (
    ("title", "light", 100),
    ("title", "dark", 100),
    ("names", "light", 100),
    ("play", "light", 100),
    ("play", "sepia", 140),
    ("play", "dark", 100),
    ("play", "contrast", 200),
    ("history", "light", 100),
    ("pause", "light", 100),
    ("settings", "contrast", 100),
    ("settings reading", "light", 100),
    ("settings reading", "contrast", 200),
    ("settings comfort", "dark", 140),
    ("heard settings sound", "light", 100),
    ("settings sound", "contrast", 200),
    ("heard play", "sepia", 100),
    ("keys", "light", 100),
    ("scan play", "contrast", 140),
    ("scan title", "light", 100),
    ("runs", "light", 100),
    ("help", "light", 100),
    ("credits", "light", 100),
    ("stories", "light", 100),
    ("message", "sepia", 100),
    ("before", "light", 100),
    ("pair", "light", 100),
    ("ballot", "light", 100),
    ("ballot", "contrast", 200),
    ("split", "light", 100),
    ("split", "dark", 140),
    ("split", "contrast", 200),
    ("talk", "sepia", 140),
    ("calm", "dark", 100),
    ("lesson", "light", 100),
    ("sheet", "contrast", 200),
    ("compare", "light", 100),
    ("reveal 1", "light", 100),
    ("reveal 2", "dark", 100),
    ("reveal 3", "light", 100),
    ("reveal 3", "contrast", 160),
    ("watch play", "light", 100),
    ("watch panel", "dark", 140),
    ("watch panel", "contrast", 200),
    ("watch hidden", "light", 100),
    ("watch flaws", "light", 100),
    ("watch flaws", "contrast", 160),
    ("watch spots", "sepia", 100),
)
"""Screens, themes and text sizes; the number after a reveal is how often its page was turned."""


@pytest.fixture
def display(monkeypatch: pytest.MonkeyPatch) -> Iterator[pygame.Surface]:
    """A screen that nobody sees."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    pygame.display.init()
    yield pygame.display.set_mode(DRAWN)
    pygame.display.quit()


def made(name: str, settings: Settings) -> Screen:
    """Return a screen in the middle of a play."""
    host = StageHost(settings, cards())
    if name == "compare":
        return compared("one", "two")[0]
    if name == "message":
        return Message("The run could not be opened.")
    if name.startswith("reveal"):
        return revealed(host, int(name.split()[1]))
    play = host.start("sample", ("dinner.wait",))
    if name in ("ballot", "split", "pair"):
        play.session.rewind()
    play.way = {"before": "vote", "pair": "pair"}.get(name, "")
    name, _space, section = name.partition(" ")
    screen = room(name, host, section or about(name, play))
    if name == "pair":
        screen.focus = "dinner.phone"
        screen.handle(Command("answer", screen.focus))
    screen.refresh()
    return screen


def revealed(host: StageHost, turns: int) -> Screen:
    """Return the reveal of a finished play, some pages on."""
    screen = room("reveal", host, host.start("sample", ("dinner.noodles", "offer.go")))
    for _turn in range(turns):
        screen.layout(look())
        screen.handle(Command(FORWARD))
    return screen


def draw(surface: pygame.Surface, name: str, settings: Settings) -> pygame.Surface:
    """Return a screen as a small picture."""
    fonts, theme = Fonts(), THEMES[settings.theme]
    painter = Painter(theme, fonts, Pictures(PICTURES, theme.ground))
    settings = replace(settings, captions=name.startswith("heard "))
    name = name.removeprefix("heard ")
    look_at = Look(DRAWN, fonts, settings)
    mode = name.removeprefix("watch ")
    single = name.removeprefix("scan ")
    layout = (made(single, settings) if mode == name else watched(mode, settings)).layout(look_at)
    layout = layout if single == name else scanned(layout, rests=False)
    painter.paint(surface, layout)
    if painter.fetch(wait=True):
        painter.paint(surface, layout)
    return pygame.transform.smoothscale(surface, KEPT)


@pytest.mark.parametrize(("name", "theme", "text"), CASES)
def test_screens_look_as_they_did(name: str, theme: str, text: int, display: pygame.Surface, *, accept: bool) -> None:
    """Compared pixel by pixel, with room for letters."""
    small = draw(display, name, Settings(theme=theme, text_size=text, motion="reduced"))
    file = GOLDEN / f"{name.replace(' ', '-')}-{theme}-{text}.png"
    if accept:
        pygame.image.save(small, file)
    old = pygame.image.load(file)
    share, difference = differs(old, small)
    if share > MOST_DIFFERENT:
        new = GOLDEN / "new"
        new.mkdir(exist_ok=True)
        shutil.copy(file, new / f"{file.stem}-old.png")
        pygame.image.save(small, new / f"{file.stem}-new.png")
        pygame.image.save(difference, new / f"{file.stem}-difference.png")
    assert share <= MOST_DIFFERENT, f"{share:.1%} of {file.name} differ: see tests/golden/new"


def differs(one: pygame.Surface, other: pygame.Surface) -> tuple[float, pygame.Surface]:
    """Return the share of pixels that differ visibly, and a picture in which those are lit."""
    mask = pygame.mask.from_threshold(one, (0, 0, 0), (VISIBLY, VISIBLY, VISIBLY, 255), other)
    mask.invert()
    return mask.count() / (one.get_width() * one.get_height()), mask.to_surface()


def test_a_difference_is_seen(display: pygame.Surface) -> None:
    """A line more is told from none, and a picture does not differ from itself."""
    one = pygame.Surface(KEPT)
    other = one.copy()
    other.fill((255, 255, 255), (0, 0, 640, 4))
    assert display
    assert differs(one, one)[0] == 0
    assert differs(one, other)[0] == pytest.approx(4 / 360)


def test_they_stay_small() -> None:
    """All golden pictures together weigh less than 4 MB."""
    assert sum(file.stat().st_size for file in GOLDEN.glob("*.png")) < 4_000_000
