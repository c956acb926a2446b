"""One hand is enough: every command by one press of one key or button, and nothing moves away from under it."""

from __future__ import annotations

import pytest

from game.keys import FIXED, USUAL
from game.window import commands as c
from game.window.commands import buttons, keys
from tests.screens import PAGES, SCREENS, made
from tests.stage import look


def test_no_command_takes_two_keys_at_once() -> None:
    """Whatever a key with Shift asks for, another asks for alone; a pad's buttons have names of one each."""
    alone = {command for key, command in keys({}).items() if not key.startswith("shift ")}
    together = {command for key, command in keys({}).items() if key.startswith("shift ")}
    assert together <= alone
    assert {command.what for command in alone} >= {*USUAL, *(what for what, _detail in FIXED.values())}
    assert {command.what for command in buttons({}).values()} <= {command.what for command in alone} | {c.FORWARD}


@pytest.mark.parametrize("name", [*SCREENS, *PAGES])
def test_targets_do_not_move(name: str) -> None:
    """Wherever the focus goes, every target stays where it was, and as large."""
    screen = made(name)
    first = screen.layout(look())
    for box in first.targets:
        if not box.for_pointer and first.shown(box):
            screen.focus = box.id
            again = screen.layout(look())
            assert {each.id: each.rect for each in again.targets} == {each.id: each.rect for each in first.targets}


@pytest.mark.parametrize("style", ["button", "entry", "value", "turn", "quiet button"])
def test_menus_are_as_large_as_promised(style: str) -> None:
    """At 1080 lines, from 26 to 38 pixels."""
    assert 26 <= look((1920, 1080)).letters.font(style, look((1920, 1080)).base).size <= 38
