"""Buttons of the player's choice: by every device, exchanged, reset, told in the help; and every pad stays playable."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.buttons import BUTTONS, FIXED, NAMES, NEEDED, USUAL, on_pad
from game.keys import USUAL as KEYS_USUAL
from game.settings import Settings
from game.window import commands as c
from game.window.commands import Command
from game.window.labels import ON_BUTTONS, button_name
from game.window.layout import Layout
from game.window.moves import Open
from game.window.pads import Pads
from game.window.screens.choosing import TOLD, line
from game.window.stack import Stack
from game.window.ways import WAYS
from tests.stage import StageHost, look

BUTTON = st.sampled_from((*NAMES, "button 9", "button 64", "", "start", "up", "guide", "button 65"))
TRIES = st.lists(st.tuples(st.sampled_from(tuple(USUAL)), BUTTON), max_size=12)
EIGHT = 8
"""The buttons that an unknown pad has at most before they are only numbers."""


def on_buttons() -> Stack:
    """Return a stack with the screen of buttons on top."""
    stack = Stack(StageHost())
    stack.carry_out(Open("buttons"))
    return stack


def ask(stack: Stack, what: str, detail: str = "", *, size: tuple[int, int] = (1280, 720)) -> Layout:
    """Ask the screen for something; returns what it shows then."""
    stack.answer(stack.top.layout(look(size)), Command(what, detail))
    stack.settle(stack.top.layout(look(size)))
    return stack.top.layout(look(size))


def tried(tries: list[tuple[str, str]]) -> Mapping[str, str]:
    """Return what somebody has chosen who tried these buttons for these commands."""
    own: Mapping[str, str] = {}
    for what, button in tries:
        own = BUTTONS.given(own, what, button) if BUTTONS.may_take(own, what, button) else own
    return own


def told(settings: Settings) -> list[str]:
    """Return what the help says of gamepads."""
    return [how for way in WAYS for device, how in way.told(settings) if device == "Gamepad"]


class TestChoosing:
    """The screen."""

    def test_a_free_button_is_taken_at_once(self) -> None:
        """It is kept, shown below its line, and told in the help."""
        stack = on_buttons()
        layout = ask(stack, "choose", line(c.HISTORY))
        assert layout.listens == c.BUTTON
        layout = ask(stack, c.BUTTON, "left trigger")
        assert stack.host.settings.buttons == {c.HISTORY: "left trigger"}
        assert not layout.listens
        assert layout.focus == line(c.HISTORY)
        assert "Everything so far: Left trigger" in layout.words
        assert "“Everything so far”: Left trigger now." in layout.words
        assert "Left trigger" in told(stack.host.settings)
        assert "X" not in told(stack.host.settings)

    def test_a_button_that_another_command_has_is_told_and_then_exchanged(self) -> None:
        """Once it only says so, beside the button; the second time both have a button still."""
        stack = on_buttons()
        ask(stack, "choose", line(c.HISTORY))
        layout = ask(stack, c.BUTTON, "y")
        assert layout.listens
        assert "“Y” is the button for “Menu”" in layout.words
        assert layout.focus == "on y"
        assert not stack.host.settings.buttons
        layout = ask(stack, c.BUTTON, "y")
        assert stack.host.settings.buttons == {c.HISTORY: "y", c.MENU: "x"}
        assert "“Menu”: X now." in layout.words

    def test_what_needs_a_button_is_never_left_without(self) -> None:
        """“Skip” has none to give for that of “Choose”, however often it is tried."""
        stack = on_buttons()
        ask(stack, "choose", line(c.SKIP))
        for _time in range(3):
            layout = ask(stack, c.BUTTON, "a")
            assert "“A” is the button for “Choose”, which needs one." in layout.words
        assert not stack.host.settings.buttons
        ask(stack, c.BACK)
        assert not ask(stack, "choose", line(c.PICK)).box("on ")

    def test_a_command_can_go_without(self) -> None:
        """By the last line of the list; “no button” is shown for it then, and the help has nothing of it."""
        stack = on_buttons()
        ask(stack, "choose", line(c.HISTORY))
        layout = ask(stack, c.BUTTON, "")
        assert stack.host.settings.buttons == {c.HISTORY: ""}
        assert "Everything so far: no button" in layout.words
        assert "X" not in told(stack.host.settings)

    def test_the_list_says_what_each_button_does(self) -> None:
        """And holds a numbered one once it is given."""
        stack = on_buttons()
        ask(stack, "choose", line(c.SKIP))
        ask(stack, c.BUTTON, "button 12")
        words = ask(stack, "choose", line(c.VOICE)).words
        for each in ("A: Choose", "B: Back", "Left shoulder: Take back an answer", "Touchpad", "Button 12: Leave the"):
            assert each in words

    @pytest.mark.parametrize("size", [(1280, 720), (640, 360), (900, 1400)])
    def test_the_list_needs_no_gamepad(self, size: tuple[int, int]) -> None:
        """Moved through and picked from, as every list: the arrows and Enter, or what a single switch does."""
        stack = on_buttons()
        for wanted in (line(c.REPEAT), "on left trigger"):
            layout = ask(stack, c.NEXT, size=size)
            for _step in range(60):
                if layout.focus == wanted:
                    break
                layout = ask(stack, c.NEXT, size=size)
            layout = ask(stack, c.PICK, size=size)
        assert stack.host.settings.buttons == {c.REPEAT: "left trigger"}

    @pytest.mark.parametrize("size", [(1280, 720), (640, 360), (900, 1400)])
    @pytest.mark.parametrize("button", ["y", "right stick press", "a"])
    def test_what_is_told_is_in_view(self, size: tuple[int, int], button: str) -> None:
        """Wherever its line is: the one that is refused or asked about, and then the one that was changed."""
        stack = on_buttons()
        ask(stack, "choose", line(c.SOUND), size=size)
        for _time in range(2):
            layout = ask(stack, c.BUTTON, button, size=size)
            for box in (layout.box(TOLD), layout.box(layout.focus)):
                assert box
                assert layout.shown(box)

    @pytest.mark.parametrize("how", [c.BACK, c.MENU, c.PICK])
    def test_going_back_leaves_it_as_it_was(self, how: str) -> None:
        """By the button that goes back, by Start, or by the first line of the page; the list is where it was."""
        stack = on_buttons()
        ask(stack, "choose", line(c.MENU))
        layout = ask(stack, how)
        assert not layout.listens
        assert layout.focus == line(c.MENU)
        assert not stack.host.settings.buttons
        ask(stack, c.BACK)
        assert type(stack.top).__name__ == "Title"

    def test_keys_and_buttons_lie_beside_each_other(self) -> None:
        """Each leads to the other by its foot, and back is where both were opened."""
        stack = on_buttons()
        for what, name in (("keys", "Keys"), ("buttons", "Buttons")):
            assert stack.top.layout(look()).box("beside")
            ask(stack, what)
            assert type(stack.top).__name__ == name
        ask(stack, c.BACK)
        assert type(stack.top).__name__ == "Title"

    def test_all_buttons_can_be_had_back(self) -> None:
        """By the last line."""
        stack = on_buttons()
        for what, *pressed in ((c.PICK, "y", "y"), (c.SKIP, "touchpad")):
            ask(stack, "choose", line(what))
            for button in pressed:
                ask(stack, c.BUTTON, button)
        assert stack.host.settings.buttons == {c.PICK: "y", c.MENU: "a", c.SKIP: "touchpad"}
        layout = ask(stack, "reset")
        assert not stack.host.settings.buttons
        assert "All buttons are as usual." in layout.words


class TestEveryPad:
    """What the buttons of a pad mean, whatever was chosen and whatever it lacks."""

    @given(TRIES)
    def test_nobody_is_locked_out(self, tries: list[tuple[str, str]]) -> None:
        """No two commands have one button, those that are needed have one, and what is fixed stays."""
        own = tried(tries)
        assert not [*BUTTONS.wrong(own)]
        given_out = [button for button in BUTTONS.chosen(own).values() if button]
        assert len(given_out) == len(set(given_out))
        table = on_pad(own, None)
        assert {*NEEDED} <= {*table.values()}
        assert {button: table[button] for button in FIXED} == FIXED

    @given(TRIES, st.integers(2, 14))
    def test_a_simple_pad_can_choose_and_go_back(self, tries: list[tuple[str, str]], many: int) -> None:
        """Though the buttons were chosen on one that has more; and what it has means what was chosen, if it can."""
        own = tried(tries)
        has = frozenset(("a", "b", "x", "y", "left shoulder", "right shoulder", "back", "start")[:many]) | {
            f"button {number}" for number in range(EIGHT + 1, many + 1)
        }
        table = on_pad(own, has)
        assert {*NEEDED} <= {table[button] for button in has if button in table}
        moved = [button for what, button in BUTTONS.chosen(own).items() if button in has and table[button] != what]
        assert all(table[button] in NEEDED for button in moved)

    def test_what_a_pad_lacks_is_where_it_usually_is(self) -> None:
        """If that is free; and choosing has its usual button even if it is not."""
        own = {"history": "paddle 1", "pick": "paddle 2", "skip": "a"}
        assert not [*BUTTONS.wrong(own)]
        assert on_pad(own, None)["paddle 1"] == "history"
        simple = on_pad(own, frozenset(("a", "b", "x", "y")))
        assert (simple["x"], simple["a"]) == ("history", "pick")
        assert "skip" not in simple.values()

    def test_two_pads_at_once(self) -> None:
        """Each by what it has, of two kinds; one that goes takes nothing of the other with it."""
        pads = Pads()
        pads.own = {"pick": "paddle 1", "history": "button 12"}
        pads.plug(3, {"a": "b0", "b": "b1", "paddle1": "b2", "lefttrigger": "a2"}, 3)
        pads.plug(5, None, 12)
        layout = Layout((640, 360), ())
        assert [*pads.button(3, 16, layout)] == [Command("pick")]
        assert [*pads.button(3, 0, layout)] == []
        assert [*pads.raw_button(3, 0, layout)] == []
        assert [*pads.raw_button(5, 0, layout)] == [Command("pick")]
        assert [*pads.raw_button(5, 11, layout)] == [Command("history")]
        assert [*pads.hat(5, (0, 1), layout)] == [Command("previous")]
        pads.unplug(3)
        assert [*pads.raw_button(5, 0, layout)] == [Command("pick")]
        assert [*pads.button(3, 16, layout)] == [Command("pick")]

    def test_what_nobody_has_heard_of_means_nothing(self) -> None:
        """A number beyond all that is known, the button of the system, an axis, a hat in the middle."""
        pads, layout = Pads(), Layout((640, 360), (), listens=c.BUTTON)
        pads.plug(1, None, 99)
        for asked in (
            pads.button(0, 5, layout),
            pads.button(0, 99, layout),
            pads.raw_button(1, 98, layout),
            pads.raw_button(7, 0, layout),
            pads.hat(1, (0, 0), layout),
            pads.axis(0, 9, 1.0, layout),
            pads.raw_axis(1, 2, -1.0, layout),
        ):
            assert not [*asked]

    def test_a_trigger_counts_once_a_pull(self) -> None:
        """Given to a command, it asks for it; pulled on, not again; and where a button is waited for, it is one."""
        pads = Pads()
        pads.own = {"page_down": "right trigger"}
        layout = Layout((640, 360), ())
        counts = [[*pads.axis(0, 5, value, layout)] for value in (0.1, 0.7, 1.0, 0.2, 0.9)]
        assert counts == [[], [Command("page_down")], [], [], [Command("page_down")]]
        assert [*pads.axis(0, 4, 1.0, layout._replace(listens=c.BUTTON))] == [Command(c.BUTTON, "left trigger")]

    def test_where_a_button_is_waited_for_one_can_still_choose_and_leave(self) -> None:
        """By the buttons that do so; every other one is told."""
        pads = Pads()
        pads.own = {"pick": "b", "back": "x", "history": "a"}
        layout = Layout((640, 360), (), listens=c.BUTTON)
        for number, asked in (
            (1, Command("pick")),
            (2, Command("back")),
            (6, Command("menu")),
            (11, Command("previous")),
        ):
            assert [*pads.button(0, number, layout)] == [asked]
        for number, name in ((0, "a"), (3, "y"), (4, "back"), (7, "left stick press"), (20, "touchpad")):
            assert [*pads.button(0, number, layout)] == [Command(c.BUTTON, name)]


def test_every_button_has_a_name_and_every_command_a_line() -> None:
    """All that have a key, and the two whose keys are fixed."""
    assert ON_BUTTONS.keys() == USUAL.keys() == {*KEYS_USUAL, "back", "forward"}
    names = [*map(button_name, (*NAMES, "", "button 9"))]
    assert len(set(names)) == len(names)
    assert not {*NAMES} & {*FIXED}
