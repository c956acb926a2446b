"""The real thing: a window on an X server, real keys and a real pointer, from the title to the reveal.

The pointer’s way is found by a second window that nobody sees: it is laid out the same, takes the same clicks, and
tells where the next target is. Needs Xvfb and xdotool.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.library import Library
from game.settings import Settings
from game.window.app import App
from game.window.commands import BACK, PICK, Command
from game.window.layout import Box
from game.window.scan import ring
from tests.gamepad import SWAP
from tests.xserver import SCREEN, WITH_PAD, Screen, playing, settled

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool"),
]

STEPS = 120
GOING_ON = ("new", "begin", "turn", "reveal")


DWELL = 1.5
SWITCHED = Settings(one_switch=True, dwell=round(10 * DWELL))


@pytest.fixture
def screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Screen]:
    """A window on an X server of its own."""
    home = tmp_path / "real"
    monkeypatch.setenv("ME_AND_WE_HOME", str(home))
    settled(home)
    with playing(home) as screen:
        yield screen


@pytest.fixture
def switched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Screen]:
    """A short story in such a window, for somebody with one switch."""
    home = tmp_path / "real"
    monkeypatch.setenv("ME_AND_WE_HOME", str(home))
    settled(home, SWITCHED)
    with playing(home, "play", "six-evenings") as screen:
        yield screen


def test_the_keyboard_alone_reaches_the_reveal(screen: Screen) -> None:
    """Enter, again and again, begins, answers and turns the pages; the menu leads out, with 0."""
    for _step in range(STEPS):
        screen.press("Return")
        if screen.finished():
            break
    assert screen.finished()
    # Into the reveal, and out by the last line of the menu: below it are two more words, at the foot.
    for key in ("Return", "Return", "m", "Up", "Up", "Up", "Return"):
        screen.press(key)
    assert screen.game.wait(timeout=10) == 0


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="finds the SDL of pygame by /proc")
def test_a_gamepad_alone_reaches_the_reveal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its lower button begins, answers and turns pages; its start button opens the menu, which leads out, with 0."""
    home = tmp_path / "real"
    monkeypatch.setenv("ME_AND_WE_HOME", str(home))
    settled(home)
    with playing(home, game=WITH_PAD) as screen:
        for _step in range(STEPS):
            screen.push("a")
            if screen.finished():
                break
        assert screen.finished()
        for button in ("a", "a", "start", "up", "up", "up", "a"):
            screen.push(button)
        assert screen.game.wait(timeout=10) == 0


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="finds the SDL of pygame by /proc")
def test_another_pad_goes_on_with_what_it_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Begun by a button of the player's choice; then a pad with a single button, which is not that one, reads on."""
    home = tmp_path / "real"
    monkeypatch.setenv("ME_AND_WE_HOME", str(home))
    settled(home, Settings(buttons={"pick": "x", "history": "a"}))
    with playing(home, "play", "six-evenings", game=WITH_PAD) as screen:
        for _step in range(4):
            screen.push("x")
        screen.push(SWAP)
        for _step in range(STEPS):
            screen.push("a")
            if screen.finished():
                break
        assert screen.finished()


@pytest.mark.parametrize("begins", [False, True])
def test_full_screen_without_a_window_manager(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, begins: bool) -> None:
    """F11 fills the screen from its first pixel, and again it is a window in the middle; nothing complains."""
    home, complaints = tmp_path / "real", tmp_path / "complaints"
    monkeypatch.setenv("ME_AND_WE_HOME", str(home))
    settled(home, Settings(full_screen=begins))
    window = (128, 72, 1024, 576)
    with playing(home, errors=str(complaints)) as screen:
        for full in (begins, not begins, begins, not begins):
            assert screen.place() == ((0, 0, *SCREEN) if full else window)
            screen.press("F11")
            time.sleep(0.5)
        # Clicks still hit what they are aimed at: the last line of the title leaves.
        screen.press("Escape")
        screen.press("Return")
        assert screen.game.wait(timeout=10) == 0
    assert not complaints.read_text()


def test_the_pointer_alone_reaches_the_reveal(screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Clicks and the wheel do all that the keyboard does."""
    shadow = _shadow(tmp_path / "shadow", monkeypatch)
    for _step in range(STEPS):
        box = _next(shadow)
        x, y = (box.rect.x + box.rect.w // 2, box.rect.y + box.rect.h // 2) if box else (SCREEN[0] // 2, 200)
        screen.click(x, y, 1 if box else 5)
        _follow(shadow, (x, y), pressed=box is not None)
        if type(shadow.stack.top).__name__ == "Reveal":
            break
    assert type(shadow.stack.top).__name__ == "Reveal"
    assert screen.finished()
    pygame.quit()


@pytest.mark.timeout(400)
def test_one_switch_alone_reaches_the_reveal(switched: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The space bar does all of it, pressed while what is wanted has its turn; the unseen window tells which turn."""
    shadow = _shadow(tmp_path / "shadow", monkeypatch, SWITCHED, "six-evenings")
    # From here on both know where the focus is, and since when.
    switched.do("key", "Escape")
    began = time.monotonic()
    shadow._answer(Command(BACK))
    shadow.tick()
    for _step in range(STEPS):
        assert shadow.layout is not None
        targets = [box.id for box in ring(shadow.layout)]
        wanted = next(box.id for box in ring(shadow.layout) if box.role == "option" or box.id in (*GOING_ON, "more"))
        turns = (targets.index(wanted) - targets.index(shadow.layout.focus)) % len(targets)
        time.sleep(max(0.0, began + (turns + 0.5) * DWELL - time.monotonic()))
        began = time.monotonic()
        switched.do("key", "space")
        shadow.stack.top.focus = wanted
        shadow._stale = True
        shadow._answer(Command(PICK))
        shadow.tick()
        if type(shadow.stack.top).__name__ == "Reveal":
            break
    assert type(shadow.stack.top).__name__ == "Reveal"
    time.sleep(1)
    assert switched.finished()
    pygame.quit()


def _shadow(
    home: Path, monkeypatch: pytest.MonkeyPatch, settings: Settings | None = None, story: str | None = None
) -> App:
    """Return a window that nobody sees, of the size and with the seed of the real one."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    settled(home, settings)
    monkeypatch.setattr("secrets.randbelow", lambda _below: 1)
    app = App(Library(story))
    width, height = (round(side * 0.8) for side in SCREEN)
    app.surface = pygame.display.set_mode((width, height), pygame.RESIZABLE)
    app.draw()
    app.stack.top.refresh()
    app.dirty = True
    app.tick()
    return app


def _next(app: App) -> Box | None:
    """Return what a person would click on to go on; None where the page has to be scrolled first."""
    layout = app.layout
    assert layout is not None
    going_on = (box for box in layout.targets if box.role == "option" or box.id in GOING_ON)
    return next((box for box in going_on if layout.shown(box)), None)


def _follow(app: App, place: tuple[int, int], *, pressed: bool) -> None:
    """Let the unseen window take the same click, or the same turn of the wheel."""
    post = pygame.event.post
    post(pygame.event.Event(pygame.MOUSEMOTION, pos=place, rel=(1, 1), buttons=(0, 0, 0)))
    if pressed:
        post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=place, button=1))
        post(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=place, button=1))
    else:
        post(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=-1, precise_y=-1.0))
    app.tick()
    app.tick()
