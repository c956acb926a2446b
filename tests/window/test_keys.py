"""Keys of the player's choice: exchanged, reset, told in the help; and nobody is ever locked out."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.keys import FIXED, KEYS, USUAL, may_be_chosen
from game.window import commands as c
from game.window.commands import Command, keys
from game.window.labels import ON_KEYS
from game.window.layout import Layout
from game.window.moves import Open
from game.window.screens.choosing import line
from game.window.stack import Stack
from game.window.ways import WAYS
from tests.stage import StageHost, look

PRESSED = st.sampled_from(
    ("j", "h", "m", "f7", "f9", "space", "backspace", "return", "escape", "left", "1", "left shift", "f2", "")
)


def on_keys() -> Stack:
    """Return a stack with the screen of keys on top."""
    stack = Stack(StageHost())
    stack.carry_out(Open("keys"))
    return stack


def ask(stack: Stack, what: str, detail: str = "") -> Layout:
    """Ask the screen for something; returns what it shows then."""
    stack.answer(stack.top.layout(look()), Command(what, detail))
    return stack.top.layout(look())


def choose(stack: Stack, what: str, *pressed_keys: str) -> Layout:
    """Pick the line of a command, and press keys for it."""
    layout = ask(stack, "choose", line(what))
    assert layout.listens
    for key in pressed_keys:
        layout = ask(stack, c.KEY, key)
    return layout


def test_a_free_key_is_taken_at_once() -> None:
    """It is kept, shown, told in the help, and means the command from then on."""
    stack = on_keys()
    layout = choose(stack, c.HISTORY, "j")
    assert stack.host.settings.keys == {c.HISTORY: "j"}
    assert not layout.listens
    assert "Everything so far: J" in layout.words
    assert keys(stack.host.settings.keys)["j"] == Command(c.HISTORY)
    assert "h" not in keys(stack.host.settings.keys)
    assert ("Keyboard", "J") in [told for way in WAYS for told in way.told(stack.host.settings)]


def test_a_key_that_another_command_has_is_told_and_then_exchanged() -> None:
    """Once it only says so; the second time both have a key still."""
    stack = on_keys()
    layout = choose(stack, c.HISTORY, "m")
    assert layout.listens
    assert "“M” is the key for “Menu”" in layout.words
    assert not stack.host.settings.keys
    layout = ask(stack, c.KEY, "m")
    assert stack.host.settings.keys == {c.HISTORY: "m", c.MENU: "h"}
    assert "“Menu” has the key “H” now." in layout.words


@pytest.mark.parametrize("key", ["return", "tab", "up", "1", "?", "f8", "f9", "left shift", "f2", ""])
def test_a_key_that_cannot_be_given_is_told(key: str) -> None:
    """Whether it always means the same, or nothing by itself; and another one is waited for."""
    stack = on_keys()
    layout = choose(stack, c.MENU, key)
    assert layout.listens
    assert "Try another one." in layout.words
    assert not stack.host.settings.keys


@pytest.mark.parametrize("how", [c.BACK, c.PICK])
def test_going_back_leaves_it_as_it_was(how: str) -> None:
    """With Escape, or by the only line of the page; the list is where it was, and Escape leaves it as ever."""
    stack = on_keys()
    choose(stack, c.MENU)
    layout = ask(stack, how)
    assert not layout.listens
    assert layout.focus == line(c.MENU)
    assert not stack.host.settings.keys
    ask(stack, c.BACK)
    assert type(stack.top).__name__ == "Title"


def test_all_keys_can_be_had_back() -> None:
    """By the last line."""
    stack = on_keys()
    choose(stack, c.MENU, "h", "h")
    choose(stack, c.PICK, "x")
    layout = ask(stack, "reset")
    assert not stack.host.settings.keys
    assert "All keys are as usual." in layout.words


@given(st.lists(st.tuples(st.sampled_from(tuple(USUAL)), PRESSED), max_size=12))
def test_nobody_is_locked_out(tries: list[tuple[str, str]]) -> None:
    """Whatever is pressed, each command has one key, no two the same, and the fixed keys mean what they always do."""
    own: Mapping[str, str] = {}
    for what, key in tries:
        own = KEYS.given(own, what, key) if KEYS.may_take(own, what, key) else own
    assert not [*KEYS.wrong(own)]
    assert len(set(KEYS.chosen(own).values())) == len(USUAL)
    table = keys(own)
    assert {key: table[key] for key in FIXED} == {key: Command(*meaning) for key, meaning in FIXED.items()}
    assert {command.what for command in table.values()} >= set(USUAL)


def test_every_command_with_a_key_has_a_line() -> None:
    """And each usual key can be chosen."""
    assert ON_KEYS.keys() == USUAL.keys()
    assert all(map(may_be_chosen, USUAL.values()))
