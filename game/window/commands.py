"""What a player can ask for, and the keys and buttons that ask for it. Screens know commands, never keys.

1. A key or button gives a name from these tables; the name becomes a `Command`.
2. Moving the focus and scrolling are the app's; it turns picking a box into the command that the box gives.
3. While a text field holds the focus, letters are text and only the keys of `FIELD_KEYS` are commands.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from game.language import N_

NEXT: Final = "next"
PREVIOUS: Final = "previous"
LEFT: Final = "left"
RIGHT: Final = "right"
PICK: Final = "pick"
BACK: Final = "back"
OPTION: Final = "option"
PAGE_DOWN: Final = "page_down"
PAGE_UP: Final = "page_up"
TOP: Final = "top"
BOTTOM: Final = "bottom"
SCROLL: Final = "scroll"
HISTORY: Final = "history"
REWIND: Final = "rewind"
FORWARD: Final = "forward"
SKIP: Final = "skip"
MENU: Final = "menu"
HELP: Final = "help"
FULL_SCREEN: Final = "full_screen"
TEXT: Final = "text"
ERASE: Final = "erase"
LEAVE: Final = "leave"
VOICE: Final = "voice"
REPEAT: Final = "repeat"
GO: Final = "go"
REVEAL: Final = "reveal_box"
CHOOSE: Final = "choose"
PANEL: Final = "panel"
ACROSS: Final = "across"
SPOTS: Final = "spots"
FLAWS: Final = "flaws"


class Command(NamedTuple):
    """Something asked for; `detail` says which (an option's id or number, letters typed, a step)."""

    what: str
    detail: str = ""


class Pointed(NamedTuple):
    """The pointer moved to a point of the window, or pressed there."""

    x: int
    y: int
    pressed: bool


KEYS: Final[Mapping[str, Command]] = {
    "down": Command(NEXT),
    "tab": Command(NEXT),
    "up": Command(PREVIOUS),
    "shift tab": Command(PREVIOUS),
    "return": Command(PICK),
    "enter": Command(PICK),
    "space": Command(PICK),
    "escape": Command(BACK),
    "left": Command(LEFT),
    "right": Command(RIGHT),
    "backspace": Command(REWIND),
    "page down": Command(PAGE_DOWN),
    "page up": Command(PAGE_UP),
    "home": Command(TOP),
    "end": Command(BOTTOM),
    "h": Command(HISTORY),
    "s": Command(SKIP),
    "m": Command(MENU),
    "?": Command(HELP),
    "f1": Command(HELP),
    "f11": Command(FULL_SCREEN),
    "v": Command(VOICE),
    "f8": Command(VOICE),
    "r": Command(REPEAT),
    "f9": Command(REPEAT),
    **{str(number): Command(OPTION, str(number)) for number in range(1, 10)},
}
"""Keys by their names in pygame, with "shift " before them where it is held."""

AUTHOR_KEYS: Final[Mapping[str, Command]] = {
    "f2": Command(PANEL),
    "f3": Command(SPOTS),
    "f4": Command(FLAWS),
    "f6": Command(ACROSS),
}
"""Keys beside those while a story is watched; they hold everywhere, also on a line to write on."""

FIELD_KEYS: Final = frozenset({"down", "tab", "up", "shift tab", "return", "enter", "escape", "f1", "f8", "f9", "f11"})
"""The keys that keep their meaning while a text field holds the focus; backspace erases there."""

PAD: Final[Mapping[str, Command]] = {
    "a": Command(PICK),
    "b": Command(BACK),
    "x": Command(HISTORY),
    "y": Command(MENU),
    "left shoulder": Command(REWIND),
    "right shoulder": Command(FORWARD),
    "back": Command(HELP),
    "start": Command(MENU),
    "up": Command(PREVIOUS),
    "down": Command(NEXT),
    "left": Command(LEFT),
    "right": Command(RIGHT),
    "right stick up": Command(PAGE_UP),
    "right stick down": Command(PAGE_DOWN),
    "right stick press": Command(REPEAT),
}
"""Buttons and directions of a gamepad, named as on the pad that most others copy; either stick's left means left."""

PAD_BUTTONS: Final = ("a", "b", "x", "y", "left shoulder", "right shoulder", "back", "start")
"""The buttons of a gamepad in the order of their numbers."""


class HelpRow(NamedTuple):
    """A row of the help: what can be done, and how on each device."""

    does: str
    keys: str
    mouse: str
    pad: str


HELP_ROWS: Final = (
    HelpRow(N_("Move to the next or previous line"), N_("down, up, or Tab"), N_("point at it"), N_("stick or cross")),
    HelpRow(N_("Choose it"), N_("Enter or Space"), N_("click"), N_("A")),
    HelpRow(N_("Choose an answer directly"), N_("1 to 9"), "", ""),
    HelpRow(N_("Read on, or look back up the page"), N_("Page Down, Page Up"), N_("wheel"), N_("right stick")),
    HelpRow(N_("Take back an answer"), N_("left, or Backspace"), N_("the left arrow"), N_("left shoulder")),
    HelpRow(N_("Go forward again"), N_("right"), N_("the right arrow"), N_("right shoulder")),
    HelpRow(N_("Everything so far"), N_("H"), N_("History"), N_("X")),
    HelpRow(N_("Leave the rest of a scene out"), N_("S"), N_("Menu"), N_("Y, then choose")),
    HelpRow(N_("Menu"), N_("M or Escape"), N_("Menu"), N_("Y or Start")),
    HelpRow(N_("Change a setting"), N_("left, right, or Enter"), N_("click"), N_("left, right, or A")),
    HelpRow(N_("Full screen"), N_("F11"), N_("Settings"), N_("Settings")),
    HelpRow(N_("The voice, on and off"), N_("V or F8"), N_("Settings"), N_("Settings")),
    HelpRow(N_("Say it again; twice: read all of the page"), N_("R or F9"), "", N_("press the right stick")),
    HelpRow(N_("This page"), N_("F1 or ?"), N_("Menu"), N_("Back")),
)
"""What the help screen says."""
