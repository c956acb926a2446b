"""What a player can ask for, and the keys and buttons that ask for it. Screens know commands, never keys.

1. A key or button gives a name from these tables; the name becomes a `Command`. Some keys are the player's to choose.
2. Moving the focus and scrolling are the app's; it turns picking a box into the command that the box gives.
3. While a text field holds the focus, letters are text and only keys that write nothing are commands.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from game.keys import FIXED, chosen
from game.language import N_, _

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
UNREAD: Final = "unread"
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
KEY: Final = "key"
PICTURE: Final = "snap"
DROPPED: Final = "dropped"
PANEL: Final = "panel"
ACROSS: Final = "across"
SPOTS: Final = "spots"
FLAWS: Final = "flaws"
START: Final = "start"
CALM: Final = "calm"
NOTE: Final = "note"
SOUND: Final = "sound"
STORIES: Final = "stories"


class Command(NamedTuple):
    """Something asked for; `detail` says which (an option's id or number, letters typed, a step)."""

    what: str
    detail: str = ""


class Pointed(NamedTuple):
    """The pointer moved to a point of the window, or pressed there."""

    x: int
    y: int
    pressed: bool


def keys(own: Mapping[str, str]) -> Mapping[str, Command]:
    """Return what each key asks for, with the player's own; "shift " stands before a key with which it is held."""
    mine = {key: Command(what) for what, key in chosen(own).items()}
    return {**mine, **{key: Command(*meaning) for key, meaning in FIXED.items()}}


AUTHOR_KEYS: Final[Mapping[str, Command]] = {
    "f2": Command(PANEL),
    "f3": Command(SPOTS),
    "f4": Command(FLAWS),
    "f6": Command(ACROSS),
}
"""Keys beside those while a story is watched; they hold everywhere, also on a line to write on."""

FIELD_KEYS: Final = frozenset({"down", "tab", "up", "shift tab", "return", "enter", "escape"})
"""The keys that keep their meaning while a text field holds the focus, like F1 to F12; backspace erases there."""

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


OWN: Final[Mapping[str, str]] = {
    PICK: N_("Choose"),
    PAGE_DOWN: N_("Read on"),
    PAGE_UP: N_("Look back up the page"),
    REWIND: N_("Take back an answer"),
    HISTORY: N_("Everything so far"),
    UNREAD: N_("On to what is new, or to the next choice"),
    SKIP: N_("Leave the rest of a scene out"),
    MENU: N_("Menu"),
    CALM: N_("A calm screen"),
    NOTE: N_("What is in the story"),
    STORIES: N_("Another story"),
    LEAVE: N_("Leave the game"),
    HELP: N_("Keys"),
    FULL_SCREEN: N_("Full screen"),
    PICTURE: N_("Keep a picture of the window"),
    SOUND: N_("All sound, on and off"),
    VOICE: N_("The voice, on and off"),
    REPEAT: N_("Say it again; twice: read all of the page"),
}
"""The commands whose keys a player may choose, in the order in which they are shown."""

_KEY_NAMES: Final[Mapping[str, str]] = {
    "space": N_("Space"),
    "backspace": N_("Backspace"),
    "page down": N_("Page Down"),
    "page up": N_("Page Up"),
    "delete": N_("Delete"),
    "insert": N_("Insert"),
}


def key_name(key: str) -> str:
    """Return what a key is called on a keyboard."""
    return _(_KEY_NAMES[key]) if key in _KEY_NAMES else key.title()


class HelpRow(NamedTuple):
    """A row of the help: what can be done, and how on each device; `own` are commands with a key of the player's."""

    does: str
    keys: str
    mouse: str
    pad: str
    own: tuple[str, ...] = ()


HELP_ROWS: Final = (
    HelpRow(N_("Move to the next or previous line"), N_("down, up, or Tab"), N_("point at it"), N_("stick or cross")),
    HelpRow(N_("Choose it"), N_("Enter"), N_("click"), N_("A"), (PICK,)),
    HelpRow(N_("Choose an answer directly"), N_("1 to 9"), "", ""),
    HelpRow(N_("Read on, or look back up the page"), "", N_("wheel"), N_("right stick"), (PAGE_DOWN, PAGE_UP)),
    HelpRow(N_("Take back an answer"), N_("left"), N_("the left arrow"), N_("left shoulder"), (REWIND,)),
    HelpRow(N_("Go forward again"), N_("right"), N_("the right arrow"), N_("right shoulder")),
    HelpRow(N_("Everything so far"), "", N_("History"), N_("X"), (HISTORY,)),
    HelpRow(N_("Over what was read before, on to what is new"), "", N_("Skip"), N_("Skip"), (UNREAD,)),
    HelpRow(N_("Leave the rest of a scene out"), "", N_("Menu"), N_("Y, then choose"), (SKIP,)),
    HelpRow(N_("Pause, with the menu"), N_("Escape or P"), N_("Menu"), N_("Y or Start"), (MENU,)),
    HelpRow(N_("A calm screen; where to turn"), ".", N_("Menu, then Support"), N_("Y, then Support"), (CALM,)),
    HelpRow(N_("What is in the story"), "", N_("Menu, then Support"), N_("Y, then Support"), (NOTE,)),
    HelpRow(N_("Another story"), "", N_("Menu, then Support"), N_("Y, then Support"), (STORIES,)),
    HelpRow(N_("Leave the game"), "", N_("Menu"), N_("Y, then choose"), (LEAVE,)),
    HelpRow(N_("Change a setting"), N_("left, right, or Enter"), N_("click"), N_("left, right, or A")),
    HelpRow(
        N_("With one switch: choose what is framed"), N_("any that means nothing else"), N_("click anywhere"), N_("A")
    ),
    HelpRow(N_("Full screen"), "", N_("Settings"), N_("Settings"), (FULL_SCREEN,)),
    HelpRow(N_("All sound, on and off"), "", N_("Settings"), N_("Settings"), (SOUND,)),
    HelpRow(N_("The voice, on and off"), N_("F8"), N_("Settings"), N_("Settings"), (VOICE,)),
    HelpRow(N_("Say it again; twice: read all of the page"), N_("F9"), "", N_("press the right stick"), (REPEAT,)),
    HelpRow(N_("Keep a picture of the window"), "", "", "", (PICTURE,)),
    HelpRow(N_("Go on, back, and choose with a clicker"), N_("Page Down, Page Up, F5"), "", ""),
    HelpRow(N_("This page"), N_("?"), N_("Menu"), N_("Back"), (HELP,)),
)
"""What the help screen says."""


def pressed(row: HelpRow, own: Mapping[str, str]) -> str:
    """Return which keys do what a row says, the player's own among them."""
    mine = ", ".join(key_name(chosen(own)[what]) for what in row.own)
    return _(" or ").join(part for part in (_(row.keys) if row.keys else "", mine) if part)
