"""What is written beside keys and buttons: the names of both, and of the commands that they can be given to. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from game.buttons import NUMBERED
from game.language import N_, _
from game.window import commands as c

ON_KEYS: Final[Mapping[str, str]] = {
    c.PICK: N_("Choose"),
    c.PAGE_DOWN: N_("Read on"),
    c.PAGE_UP: N_("Look back up the page"),
    c.REWIND: N_("Take back an answer"),
    c.HISTORY: N_("Everything so far"),
    c.UNREAD: N_("On to what is new, or to the next choice"),
    c.SKIP: N_("Leave the rest of a scene out"),
    c.MENU: N_("Menu"),
    c.CALM: N_("A calm screen"),
    c.NOTE: N_("What is in the story"),
    c.STORIES: N_("Another story"),
    c.LEAVE: N_("Leave the game"),
    c.HELP: N_("Keys"),
    c.FULL_SCREEN: N_("Full screen"),
    c.PICTURE: N_("Keep a picture of the window"),
    c.SOUND: N_("All sound, on and off"),
    c.VOICE: N_("The voice, on and off"),
    c.REPEAT: N_("Say it again; twice: read all of the page"),
}
"""The commands whose keys a player may choose, in the order in which they are shown."""

_AFTER: Final[Mapping[str, Mapping[str, str]]] = {
    c.PICK: {c.BACK: N_("Back")},
    c.REWIND: {c.FORWARD: N_("Go forward again")},
}
"""Commands whose keys are fixed, and what they are shown below among those that have a button."""

ON_BUTTONS: Final[Mapping[str, str]] = {
    what: label for each in ON_KEYS for what, label in ({each: ON_KEYS[each]} | {**_AFTER.get(each, {})}).items()
}
"""The commands whose buttons a player may choose, in the order in which they are shown."""

_KEY_NAMES: Final[Mapping[str, str]] = {
    "space": N_("Space"),
    "backspace": N_("Backspace"),
    "page down": N_("Page Down"),
    "page up": N_("Page Up"),
    "delete": N_("Delete"),
    "insert": N_("Insert"),
}

_BUTTON_NAMES: Final[Mapping[str, str]] = {
    "a": N_("A"),
    "b": N_("B"),
    "x": N_("X"),
    "y": N_("Y"),
    "left shoulder": N_("Left shoulder"),
    "right shoulder": N_("Right shoulder"),
    "left trigger": N_("Left trigger"),
    "right trigger": N_("Right trigger"),
    "back": N_("Back, View or Select"),
    "left stick press": N_("Left stick, pressed"),
    "right stick press": N_("Right stick, pressed"),
    "paddle 1": N_("First paddle"),
    "paddle 2": N_("Second paddle"),
    "paddle 3": N_("Third paddle"),
    "paddle 4": N_("Fourth paddle"),
    "share": N_("Share or microphone"),
    "touchpad": N_("Touchpad"),
    "": N_("no button"),
}


def key_name(key: str) -> str:
    """Return what a key is called on a keyboard."""
    return _(_KEY_NAMES[key]) if key in _KEY_NAMES else key.title()


def button_name(button: str) -> str:
    """Return what a button is called on a gamepad."""
    numbered = NUMBERED.fullmatch(button)
    return _("Button {number}").format(number=numbered[1]) if numbered else _(_BUTTON_NAMES[button])
