"""One switch: what is gone through, what stays where it is, and a whole play by a single key, button or click."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from types import SimpleNamespace

import pygame
import pytest

from game.settings import Settings
from game.window import app as window
from game.window import commands as c
from game.window import speech
from game.window.app import App
from game.window.commands import Command
from game.window.layout import Layout, Look
from game.window.moves import Begin, Open
from game.window.scan import FRAME, ROUNDS, ring
from game.window.screens.play import PlayScreen
from game.window.screens.settings import SECTIONS
from game.window.stack import Stack
from tests.mouths import FakeSpeaker
from tests.samples import STORY
from tests.stage import LETTERS, StageHost, cards
from tests.unseen import unseen

SETTINGS = Settings(motion="reduced", one_switch=True)
SMALL = (640, 360)
GOING_ON = ("new", "begin", "turn", "reveal", "more")


def stack_on(room: str = "", detail: object = None, *, text: int = 100) -> Stack:
    """Return a stack with this screen on top."""
    stack = Stack(StageHost(replace(SETTINGS, text_size=text), cards()))
    if room:
        stack.carry_out(Open(room, detail))
    return stack


def shown(stack: Stack, size: tuple[int, int] = (1280, 720)) -> Layout:
    """Return the window, settled."""
    layout = stack.layout(Look(size, LETTERS, stack.host.settings))
    stack.settle(layout)
    return layout


class TestGoingRound:
    """The focus goes by itself."""

    def test_each_target_has_its_turn(self) -> None:
        """In order, and round; a frame is around the one that has it."""
        stack = stack_on()
        ids = [box.id for box in ring(shown(stack))]
        met = []
        for _step in ids:
            layout = shown(stack)
            frame, focus = layout.box("scan"), layout.box(layout.focus)
            assert frame
            assert focus
            assert focus.rect.within(frame.rect)
            met.append(layout.focus)
            stack.scan(layout)
        assert met == ids
        assert shown(stack).focus == ids[0]

    @pytest.mark.parametrize("section", [name for name, section in SECTIONS.items() if section.rows])
    def test_what_is_out_of_view_in_a_menu_is_brought_in(self, section: str) -> None:
        """Every row of the settings, in the smallest window with the largest text."""
        stack = stack_on("settings", section, text=200)
        met = set()
        for _step in range(40):
            layout = shown(stack, SMALL)
            focus = layout.box(layout.focus)
            assert focus
            if layout.shown(focus):
                met.add(focus.id)
            if not stack.scan(layout) or layout.focus == "more":
                stack.answer(layout, Command(c.PICK))
        assert met >= {field for field, _label in SECTIONS[section].rows}

    def test_prose_stays_where_it_is(self) -> None:
        """A page that is longer than the window is turned by the switch alone, down and up."""
        stack = stack_on(text=200)
        stack.carry_out(Begin(STORY.id, ("dinner.wait", "dinner.wait")))
        shown(stack, SMALL)
        stack.top.scroll = 0
        first = shown(stack, SMALL)
        places = set()
        for _step in range(2 * len(ring(first))):
            layout = shown(stack, SMALL)
            assert layout.scroll
            places.add(layout.scroll.at)
            stack.scan(layout)
        assert places == {0}
        assert {"more", "menu"} <= {box.id for box in ring(first)}
        stack.top.focus = "more"
        stack.answer(shown(stack, SMALL), Command(c.PICK))
        later = shown(stack, SMALL)
        assert later.scroll
        assert later.scroll.at > 0
        assert "less" in {box.id for box in ring(later)}
        stack.top.focus = "less"
        stack.answer(shown(stack, SMALL), Command(c.PICK))
        assert shown(stack, SMALL).scroll == first.scroll

    def test_a_line_to_write_on_is_passed_over(self) -> None:
        """There are names to step through beside it."""
        stack = stack_on()
        stack.carry_out(Begin(STORY.id))
        ids = {box.id for box in ring(shown(stack))}
        assert "you name" not in ids
        assert "you other" in ids
        assert shown(stack).focus in ids

    def test_it_rests_after_some_rounds_and_a_press_only_wakes_it(self) -> None:
        """So a window that nobody plays stands still, and who comes back picks nothing by waking it."""
        stack = stack_on()
        steps = 0
        while stack.scan(shown(stack)):
            steps += 1
        assert steps == ROUNDS * len(ring(shown(stack)))
        assert shown(stack).box("scan") is None
        stack.answer(shown(stack), Command(c.PICK))
        assert type(stack.top).__name__ == "Title"
        assert shown(stack).box("scan")
        assert stack.scan(shown(stack))

    def test_without_the_setting_nothing_is_framed(self) -> None:
        """As ever."""
        layout = shown(Stack(StageHost()))
        assert not layout.scans
        assert layout.box("scan") is None


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """A clock that stands still unless it is told to go on."""
    clock = SimpleNamespace(now=100.0)
    monkeypatch.setattr(window, "time", SimpleNamespace(monotonic=lambda: clock.now))
    return clock


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch, clock: SimpleNamespace) -> Iterator[App]:
    """A window that nobody sees, for one switch."""
    assert clock
    with unseen(monkeypatch, StageHost(SETTINGS)) as app:
        yield app


def by_key(name: str) -> Callable[[], None]:
    """Return a press of a key."""

    def press() -> None:
        code = pygame.key.key_code(name)
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode=""))

    return press


def by_click() -> None:
    """Press the button of a mouse, wherever it lies."""
    pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(3, 3), button=1))
    pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=(300, 300), button=1))


def by_button() -> None:
    """Press A on a gamepad."""
    pygame.event.post(pygame.event.Event(pygame.CONTROLLERBUTTONDOWN, instance_id=0, button=0))


SWITCHES = {
    "space": by_key("space"),
    "enter": by_key("return"),
    "f7": by_key("f7"),
    "click": by_click,
    "pad": by_button,
}


@pytest.mark.parametrize("press", SWITCHES.values(), ids=SWITCHES)
def test_a_whole_play_by_one_switch(app: App, clock: SimpleNamespace, press: Callable[[], None]) -> None:
    """From the title through names, answers and pages to the last page of the reveal, and a new run from there."""
    met = []
    for _step in range(300):
        assert app.layout
        answers = isinstance(app.stack.top, PlayScreen)
        wanted = [box.id for box in ring(app.layout) if (answers and box.role == "option") or box.id in GOING_ON]
        met.append(type(app.stack.top).__name__)
        if app.layout.focus in wanted and (app.layout.focus != "more" or wanted == ["more"]):
            press()
        else:
            clock.now += SETTINGS.dwell / 10
        app.tick()
        if app.layout.box("again"):
            break
    assert app.stack.play
    assert app.stack.play.session.finished
    assert list(dict.fromkeys(met)) == ["Title", "Names", "PlayScreen", "Reveal"]
    assert app.layout
    assert app.layout.box("again")


def test_each_target_waits_as_long_as_was_chosen(app: App, clock: SimpleNamespace) -> None:
    """Not a tenth of a second less, and a press begins it anew."""
    assert app.layout
    first = app.layout.focus
    clock.now += 1.4
    app.tick()
    assert app.layout.focus == first
    clock.now += 0.2
    app.tick()
    second = app.layout.focus
    assert second != first
    app.host.keep(replace(SETTINGS, dwell=60))
    clock.now += 5.9
    app.tick()
    assert app.layout.focus == second
    clock.now += 0.2
    app.tick()
    assert app.layout.focus != second


@pytest.mark.parametrize(
    ("name", "sign", "picks"),
    [("j", "j", True), ("f7", "", True), ("f8", "", False), ("left shift", "", False), ("h", "h", False)],
)
def test_a_key_that_means_nothing_is_a_switch_too(app: App, name: str, sign: str, *, picks: bool) -> None:
    """If it writes something, or is one of the functions: none that is only held, or makes the sound louder."""
    layout = app.layout
    assert layout
    event = pygame.event.Event(pygame.KEYDOWN, key=pygame.key.key_code(name), mod=0, unicode=sign)
    assert ([*app.devices.asked(event, layout)] == [Command(c.PICK)]) == picks


def test_a_key_can_be_chosen_with_one_switch_on(app: App) -> None:
    """By somebody who helps: the switch itself leaves everything as it is, any other key is taken."""
    for name, keys in (("j", {"menu": "j"}), ("space", {})):
        app.host.keep(replace(SETTINGS, keys={}))
        app.stack.carry_out(Open("keys"))
        app.stack.top.handle(Command("choose", "menu"))
        app.dirty = app._stale = True
        app.tick()
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.key.key_code(name), mod=0, unicode="j"))
        app.tick()
        assert app.host.settings.keys == keys
        assert not app.layout or not app.layout.listens


def test_each_target_is_told_and_waits_for_the_voice(
    app: App, clock: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The focus stays until the voice is done, and longer by the dwell; each line is told as its turn comes."""
    monkeypatch.setattr(speech, "time", SimpleNamespace(monotonic=lambda: clock.now))
    speaker = FakeSpeaker()
    app.senses.speech = speech.Speech(speaker)
    app.host.keep(replace(SETTINGS, voice=True))
    app.tick()
    assert app.layout
    names = [box.name for box in ring(app.layout)]
    for number in range(len(names)):
        before = app.layout.focus
        clock.now += speech.takes(speaker.said[number].removeprefix("50: "), 50) - 0.1
        app.tick()
        clock.now += 1.4
        app.tick()
        assert app.layout.focus == before
        clock.now += 0.2
        app.tick()
        assert app.layout.focus != before
    assert [words.removeprefix("50: ").rstrip(".") for words in speaker.said[1:]] == [*names[1:], names[0]]


def test_the_frame_that_is_back_is_told(app: App, clock: SimpleNamespace) -> None:
    """After the focus rested, the press that wakes it says where it is."""
    speaker = FakeSpeaker()
    app.senses.speech = speech.Speech(speaker)
    app.host.keep(replace(SETTINGS, voice=True))
    assert app.layout
    for _step in range(ROUNDS * len(ring(app.layout)) + 1):
        app.senses.hush()
        clock.now += 1.6
        app.tick()
    assert app.layout.box(FRAME) is None
    told = len(speaker.said)
    by_key("space")()
    app.tick()
    assert len(speaker.said) == told + 1
    assert app.layout.box(app.layout.focus).name in speaker.said[-1]  # type: ignore[union-attr]  # it has one


def test_the_pointer_that_only_moves_does_nothing(app: App) -> None:
    """A mouse that is used as a switch may be jogged."""
    assert app.layout
    first, last = app.layout.focus, app.layout.targets[-1].rect
    pygame.event.post(
        pygame.event.Event(pygame.MOUSEMOTION, pos=(last.x + 3, last.y + 3), rel=(1, 1), buttons=(0, 0, 0))
    )
    app.tick()
    assert app.layout.focus == first
