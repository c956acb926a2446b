"""A whole play, from the title to the reveal, with one device alone and real events, on a screen that nobody sees."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pygame
import pytest

from game.session import Session
from game.window.app import App
from game.window.layout import Box, Layout
from game.window.moves import Begin, Open
from game.window.screens.choosing import line
from game.window.speaker import Mouth, Speaker
from game.window.speech import Speech
from tests.mouths import FakeSpeaker, until
from tests.stage import StageHost
from tests.unseen import unseen

ENOUGH = 200
"""Steps in which any play is over."""


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    """A window that nobody sees, after its first frame."""
    with unseen(monkeypatch, StageHost()) as app:
        yield app


def post(app: App, kind: int, **values: Any) -> None:  # noqa: ANN401  # as pygame has it
    """Let an event come, and the window take it."""
    pygame.event.post(pygame.event.Event(kind, values))
    app.tick()


def layout(app: App) -> Layout:
    """Return what is on the screen."""
    assert app.layout
    return app.layout


def key(app: App, name: str) -> None:
    """Press a key."""
    code = pygame.key.key_code(name)
    post(app, pygame.KEYDOWN, key=code, mod=0, unicode=name if len(name) == 1 else "")


def click(app: App, box: Box) -> None:
    """Press the left button in the middle of a box, and let go."""
    x, y = box.rect.x + box.rect.w // 2, box.rect.y + box.rect.h // 2
    post(app, pygame.MOUSEMOTION, pos=(x, y), rel=(1, 1), buttons=(0, 0, 0))
    post(app, pygame.MOUSEBUTTONDOWN, pos=(x, y), button=1)
    post(app, pygame.MOUSEBUTTONUP, pos=(x, y), button=1)


def button(app: App, number: int) -> None:
    """Press a button of a gamepad that SDL knows."""
    post(app, pygame.CONTROLLERBUTTONDOWN, instance_id=0, button=number)


def with_keys(app: App) -> None:
    """Move to the last target in view that goes on, and press Enter."""
    key(app, "return")


def with_mouse(app: App) -> None:
    """Click on what goes on; turn the wheel where nothing does."""
    shown = layout(app)
    going_on = [box for box in shown.targets if box.role == "option" or box.id in ("new", "begin", "turn", "reveal")]
    seen = [box for box in going_on if shown.shown(box)]
    if seen:
        click(app, seen[0])
    else:
        post(app, pygame.MOUSEWHEEL, x=0, y=-1, precise_y=-1.0)


def with_pad(app: App) -> None:
    """Press A."""
    button(app, 0)


@pytest.mark.parametrize("step", [with_keys, with_mouse, with_pad])
def test_a_whole_play(app: App, step: Callable[[App], None]) -> None:
    """Each device alone leads from the title to the reveal."""
    for _ in range(ENOUGH):
        step(app)
        if type(app.stack.top).__name__ == "Reveal":
            break
    assert app.stack.play
    assert app.stack.play.session.finished
    assert type(app.stack.top).__name__ == "Reveal"


def begun(app: App) -> Session:
    """Begin a play; returns its session."""
    for _ in range(ENOUGH):
        if type(app.stack.top).__name__ == "PlayScreen":
            break
        key(app, "return")
    assert app.stack.play
    return app.stack.play.session


def test_keys_answer_rewind_and_leave(app: App) -> None:
    """Numbers answer, Backspace takes back, right goes forward, Escape opens the menu, closing leaves."""
    session = begun(app)
    key(app, "1")
    assert len(session.picks) == 1
    key(app, "backspace")
    assert not session.picks
    key(app, "right")
    assert len(session.picks) == 1
    key(app, "escape")
    assert type(app.stack.top).__name__ == "Pause"
    post(app, pygame.QUIT)
    assert not app.stack.screens


def test_keys_of_the_players_choice(app: App) -> None:
    """A chosen key does what it was chosen for, at once, and the usual one no longer does."""
    app.stack.carry_out(Open("keys"))
    app.dirty = app._stale = True
    app.tick()
    while layout(app).focus != "for history":
        key(app, "down")
    key(app, "return")
    key(app, "down")
    key(app, "j")
    assert app.host.settings.keys == {"history": "j"}
    key(app, "escape")
    begun(app)
    key(app, "h")
    assert type(app.stack.top).__name__ == "PlayScreen"
    key(app, "j")
    assert type(app.stack.top).__name__ == "History"


def test_buttons_of_the_players_choice(app: App) -> None:
    """By the pad alone: a line is chosen, a button pressed for it; the one that chose before is exchanged in two."""
    app.stack.carry_out(Open("buttons"))
    app.dirty = app._stale = True
    app.tick()
    for wanted, pressed in (("history", (7,)), ("pick", (3, 3))):
        for _ in range(ENOUGH):
            if layout(app).focus == line(wanted):
                break
            button(app, 12)
        for number in (0, *pressed):
            button(app, number)
    assert app.host.settings.buttons == {"history": "left stick press", "pick": "y", "menu": "a"}
    button(app, 1)
    begun(app)
    button(app, 7)
    assert type(app.stack.top).__name__ == "History"
    button(app, 1)
    button(app, 0)
    assert type(app.stack.top).__name__ == "Pause"


def test_the_mouse_reaches_the_menu_and_the_history(app: App) -> None:
    """By the controls at the foot of the page."""
    begun(app)
    for name, control in (("Pause", "menu"), ("History", "history")):
        box = layout(app).box(control)
        assert box
        click(app, box)
        assert type(app.stack.top).__name__ == name
        post(app, pygame.MOUSEBUTTONDOWN, pos=(1, 1), button=3)


def test_the_pad_rewinds_and_reads(app: App) -> None:
    """Shoulders go back and forward, X is the history, Y the menu, B goes back."""
    session = begun(app)
    button(app, 0)
    taken = len(session.picks)
    button(app, 9)
    assert len(session.picks) == taken - 1
    button(app, 10)
    assert len(session.picks) == taken
    button(app, 2)
    assert type(app.stack.top).__name__ == "History"
    button(app, 1)
    button(app, 3)
    assert type(app.stack.top).__name__ == "Pause"


def test_a_stick_counts_once_a_push(app: App) -> None:
    """Held, it moves the focus once; let go and pushed again, once more."""
    first = layout(app).focus
    for value in (0.2, 0.8, 0.9, 1.0):
        post(app, pygame.CONTROLLERAXISMOTION, instance_id=0, axis=1, value=int(value * 32767))
    second = layout(app).focus
    assert second != first
    post(app, pygame.CONTROLLERAXISMOTION, instance_id=0, axis=1, value=0)
    post(app, pygame.CONTROLLERAXISMOTION, instance_id=0, axis=1, value=32767)
    assert layout(app).focus not in (first, second)


def test_a_name_is_typed(app: App) -> None:
    """Letters go to the field, and the keys that are commands elsewhere are letters there; F8 is none."""
    for _ in range(ENOUGH):
        key(app, "return")
        if type(app.stack.top).__name__ == "Names":
            break
    box = layout(app).box("you name")
    assert box
    click(app, box)
    for _ in range(4):
        key(app, "backspace")
    app.senses.speech = Speech(FakeSpeaker())
    key(app, "f8")
    assert app.host.settings.voice
    key(app, "v")
    assert app.host.settings.voice
    for letter in "Hamish":
        key(app, letter.lower())
        post(app, pygame.TEXTINPUT, text=letter)
    assert app.host.settings.called["you"].name.endswith("Hamish")
    assert type(app.stack.top).__name__ == "Names"


def test_a_file_is_dropped_and_a_path_pasted(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the clipboard into the line; and a file that is dropped is opened, whatever is on the screen."""
    app.stack.carry_out(Open("file"))
    app.dirty = app._stale = True
    app.tick()
    monkeypatch.setattr(pygame.scrap, "get_text", lambda: "/somewhere/run.json")
    post(app, pygame.KEYDOWN, key=pygame.K_v, mod=pygame.KMOD_CTRL, unicode="")
    assert "/somewhere/run.json" in layout(app).words
    post(app, pygame.DROPFILE, file="/elsewhere/run.json")
    assert type(app.stack.top).__name__ == "PlayScreen"


def test_one_key_lets_the_game_speak(app: App) -> None:
    """From the first screen; any key silences it, also one that means nothing; the same key switches it off."""
    speaker = FakeSpeaker()
    app.senses.speech = Speech(speaker)
    key(app, "v")
    assert app.host.settings.voice
    assert "You are here: Begin a new year." in speaker.said[0]
    hushed = speaker.hushed
    key(app, "left ctrl")
    assert speaker.hushed > hushed
    key(app, "down")
    key(app, "r")
    assert speaker.said[1:] == ["50: For a class."] * 2
    key(app, "f9")
    assert speaker.said[-1].startswith("50: Picture")
    key(app, "f8")
    assert not app.host.settings.voice
    assert speaker.said[-1] == "50: The voice is off."


def test_a_voice_that_cannot_be_had_is_told_in_the_settings(app: App) -> None:
    """In one line; the game goes on in silence."""

    def absent() -> Mouth:
        raise ImportError("prism")

    app.senses.speech = Speech(Speaker(absent))
    key(app, "v")
    until(lambda: app.senses.speech._speaker.trouble)
    app.tick()
    for _ in range(ENOUGH):
        if type(app.stack.top).__name__ == "SettingsScreen":
            break
        key(app, "return" if layout(app).focus == "settings" else "down")
    assert "me-and-we[voice]" in layout(app).words
    app.senses.speech.close()


def test_pressing_and_sliding_off_is_no_click(app: App) -> None:
    """A press that was a mistake can be taken back."""
    box = layout(app).targets[0]
    post(app, pygame.MOUSEBUTTONDOWN, pos=(box.rect.x + 5, box.rect.y + 5), button=1)
    post(app, pygame.MOUSEBUTTONUP, pos=(1, 1), button=1)
    assert type(app.stack.top).__name__ == "Title"


def test_at_rest_nothing_is_drawn(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once the pictures are there, ticks without events neither lay out nor paint."""
    until = time.monotonic() + 5
    while time.monotonic() < until and (app.tick() or app.painter.waiting or app.painter.pictures.busy):
        time.sleep(0.01)
    app.tick()
    drawn: list[None] = []
    monkeypatch.setattr(app, "draw", lambda: drawn.append(None))
    for _ in range(20):
        assert not app.tick()
    assert not drawn


def test_paced_text_comes_by_itself_and_rests_in_between(app: App) -> None:
    """Each line is drawn when it is due, and nothing is drawn between two of them."""
    app.host.keep(replace(app.host.settings, motion="full", pace=20))
    # Whoever has looked at the title for a while gets the first line first, too.
    app._since -= 50
    app.stack.carry_out(Begin("sample", ("dinner.wait",)))
    app.dirty = app._stale = True
    app.tick()
    first = sum(len(box.text) for box in layout(app).boxes)
    until, resting = time.monotonic() + 10, 0
    while layout(app).paced and time.monotonic() < until:
        resting += not app.tick()
        time.sleep(0.015)
    assert sum(len(box.text) for box in layout(app).boxes) > first
    assert resting > 5


def test_motion_comes_to_rest(app: App) -> None:
    """With full motion, a change of page is over within a second or so."""
    app.host.keep(replace(app.host.settings, motion="full"))
    key(app, "f1")
    assert app.moving
    until = time.monotonic() + 3
    while app.tick() and time.monotonic() < until:
        time.sleep(0.015)
    assert not app.moving
    assert time.monotonic() < until


def test_a_page_is_ready_when_it_is_turned_to(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is laid out once, and none of its words or drawings is made only then."""
    app.host.keep(replace(app.host.settings, motion="full"))
    play = app.host.start("sample", ("dinner.noodles", "offer.go"))
    app.stack.carry_out(Open("reveal", play))
    app.dirty = app._stale = True
    for page in ("epilogue", "name"):
        app._asked = quiet = 0
        while quiet < ENOUGH:
            quiet = 0 if app.tick() or app.painter.pictures.busy else quiet + 1
        assert page in layout(app).key
        made: list[str] = []
        with monkeypatch.context() as watched:
            for what, name in ((app.stack, "layout"), (app.fonts, "_drawn"), (app.painter._drawings, "_drawn")):
                watched.setattr(what, name, _noted(getattr(what, name), made))
            key(app, "right")
        assert made == ["layout"]


def _noted(what: Callable[..., Any], made: list[str]) -> Callable[..., Any]:
    """Return a function that is noted whenever it is called."""

    def done(*args: Any) -> Any:  # noqa: ANN401  # whatever it is
        made.append(what.__name__)
        return what(*args)

    return done


def test_a_window_of_any_size(app: App) -> None:
    """Down to one pixel, in the middle of a choice."""
    begun(app)
    for size in ((1, 1), (200, 150), (800, 600)):
        app.surface = pygame.display.set_mode(size, pygame.RESIZABLE)
        post(app, pygame.VIDEORESIZE, size=size, w=size[0], h=size[1])
        key(app, "down")
        app.draw()


def test_the_title_needs_no_library(app: App) -> None:
    """What reads stories and runs is not imported for the first frame (looked at in a process of its own)."""
    del app
    import subprocess  # noqa: PLC0415  # only here
    import sys  # noqa: PLC0415

    code = (
        "import sys; from game.window.app import App; from tests.stage import StageHost; App(StageHost()).draw();"
        "bad = [m for m in sys.modules if m in ('yaml', 'jinja2', 'pygame._sdl2.controller', 'prism') or"
        " m.startswith(('game.authoring', 'game.runs', 'game.insight', 'game.window.sound'))]; assert not bad, bad"
    )
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603  # our own code above


def test_a_screen_that_cannot_be_filled_says_so(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    """F11 leaves the window as it was, with a sentence; the setting says what is, and the next key goes on."""
    opens = pygame.display.set_mode

    def refuses(size: tuple[int, int], flags: int = 0) -> pygame.Surface:
        if flags & pygame.FULLSCREEN:
            raise pygame.error("no such mode")
        return opens(size, flags)

    monkeypatch.setattr(pygame.display, "set_mode", refuses)
    key(app, "f11")
    app.tick()
    assert "does not let the window fill the screen" in layout(app).words
    assert not app.host.settings.full_screen
    key(app, "return")
    assert type(app.stack.top).__name__ == "Title"


def test_a_pad_that_goes_is_only_told_of_if_no_other_is_left(app: App) -> None:
    """While one is left nothing keeps anybody from playing on with it."""
    app.devices._held = {1: object(), 2: object()}
    told = []
    for pad in (1, 2):
        post(app, pygame.JOYDEVICEREMOVED, instance_id=pad)
        told.append(type(app.stack.top).__name__)
    assert told == ["Title", "Message"]
