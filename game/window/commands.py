"""What a player can ask for, and the keys and buttons that ask for it. Screens know commands, never keys.

1. A key or button gives a name from these tables; the name becomes a `Command`. Many are the player's to choose.
2. Moving the focus and scrolling are the app's; it turns picking a box into the command that the box gives.
3. While a text field holds the focus, letters are text and only keys that write nothing are commands.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from game.buttons import on_pad
from game.keys import FIXED, KEYS

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
BUTTON: Final = "button"
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
    mine = {key: Command(what) for what, key in KEYS.chosen(own).items()}
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


def buttons(own: Mapping[str, str], has: frozenset[str] | None = None) -> Mapping[str, Command]:
    """Return what each button and direction of a gamepad asks for; see `game.buttons.on_pad`."""
    return {button: Command(what) for button, what in on_pad(own, has).items()}
