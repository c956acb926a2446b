"""Which button of a gamepad does what: those that always mean the same, and those that a player may choose.

1. The cross, both sticks and Start always mean the same, so that no choice of buttons can lock anybody out.
2. Each other command has one button of its own, or none; no two have the same. Choosing and going back have one always.
3. Buttons are named as on the pad that most others copy. Those of a pad that nobody knows have numbers.
4. On a pad that lacks a button, what was given to it has its usual one, if that is free there; choosing and going back
   have theirs even if it is not. So one choice of buttons holds for every pad.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from game.choosing import Choosing

FIXED: Final[Mapping[str, str]] = {
    "up": "previous",
    "down": "next",
    "left": "left",
    "right": "right",
    "right stick up": "page_up",
    "right stick down": "page_down",
    "start": "menu",
}
"""Directions and buttons that always mean the same; either stick's left, and that of the cross, is left."""

NAMES: Final = (
    *("a", "b", "x", "y", "left shoulder", "right shoulder", "left trigger", "right trigger", "back"),
    *("left stick press", "right stick press", "paddle 1", "paddle 2", "paddle 3", "paddle 4", "share", "touchpad"),
)
"""The buttons that have a name and can be given to a command."""

NUMBERED: Final = re.compile(r"button ([1-9]|[1-5][0-9]|6[0-4])")
"""Buttons of an unknown pad, counted from 1: those beyond the first eight, which are read as the commonest pad's."""

USUAL: Final[Mapping[str, str]] = {
    "pick": "a",
    "back": "b",
    "page_down": "",
    "page_up": "",
    "rewind": "left shoulder",
    "forward": "right shoulder",
    "history": "x",
    "unread": "",
    "skip": "",
    "menu": "y",
    "calm": "",
    "note": "",
    "stories": "",
    "leave": "",
    "help": "back",
    "full_screen": "",
    "snap": "",
    "sound": "",
    "voice": "",
    "repeat": "right stick press",
}
"""Each command that can have a button, and which one that is unless the player chooses another; "" is none."""

NEEDED: Final = ("pick", "back")
"""What nobody can be without."""


def may_be_chosen(button: str) -> bool:
    """Tell whether a button can be given to a command."""
    return button in NAMES or NUMBERED.fullmatch(button) is not None


BUTTONS: Final = Choosing(USUAL, may_be_chosen, frozenset(USUAL) - {*NEEDED})


def on_pad(own: Mapping[str, str], has: frozenset[str] | None) -> Mapping[str, str]:
    """Return the command of each button on a pad that `has` these buttons; None: nobody knows which."""
    table = {what: button for what, button in BUTTONS.chosen(own).items() if button}
    missing = [what for what, button in table.items() if has is not None and button not in has]
    held = {button: what for what, button in table.items() if what not in missing}
    while missing:
        what = missing.pop(0)
        usual = USUAL[what]
        if has is None or usual not in has or (usual in held and what not in NEEDED):
            continue
        if usual in held:
            missing.append(held[usual])
        held[usual] = what
    return {**held, **FIXED}
