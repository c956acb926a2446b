"""Which key does what: the keys that always mean the same, and those that a player may choose.

1. What a player needs to get anywhere has a fixed key: Enter, Escape, Tab, the arrows, 1 to 9; and F8 and F9, for
   whoever listens. These are never given away, so that no choice of keys can lock anybody out.
2. Every other command has one key of its own, and no two have the same. Keys have the names that pygame gives them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from game.choosing import Choosing

FIXED: Final[Mapping[str, tuple[str, str]]] = {
    "down": ("next", ""),
    "tab": ("next", ""),
    "up": ("previous", ""),
    "shift tab": ("previous", ""),
    "return": ("pick", ""),
    "enter": ("pick", ""),
    "escape": ("back", ""),
    "left": ("left", ""),
    "right": ("right", ""),
    "home": ("top", ""),
    "end": ("bottom", ""),
    "?": ("help", ""),
    "p": ("menu", ""),
    ".": ("calm", ""),
    "f5": ("start", ""),
    "f8": ("voice", ""),
    "f9": ("repeat", ""),
    **{str(number): ("option", str(number)) for number in range(10)},
}
"""Keys that always mean the same: the command, and its detail."""

USUAL: Final[Mapping[str, str]] = {
    "pick": "space",
    "page_down": "page down",
    "page_up": "page up",
    "rewind": "backspace",
    "history": "h",
    "unread": "n",
    "skip": "s",
    "menu": "m",
    "help": "f1",
    "full_screen": "f11",
    "calm": "b",
    "note": "i",
    "stories": "o",
    "leave": "q",
    "snap": "f12",
    "sound": "u",
    "voice": "v",
    "repeat": "r",
}
"""Each command that has a key of its own, and which one that is unless the player chooses another."""

AUTHORS: Final = frozenset({"f2", "f3", "f4", "f6"})
"""Keys that mean something while a story is watched."""

LONGEST: Final = 24
"""Characters that the name of a key has at most."""

_HELD: Final = re.compile(r"(left|right) (shift|ctrl|alt|meta|gui|super)|caps ?lock|num ?lock|alt ?gr|compose|")


def may_be_chosen(key: str) -> bool:
    """Tell whether a key can be given to a command: it is none that is only held, and has no meaning for good."""
    named = 0 < len(key) <= LONGEST and key.isprintable() and not key.startswith("shift ")
    return named and not _HELD.fullmatch(key) and key not in FIXED and key not in AUTHORS


KEYS: Final = Choosing(USUAL, may_be_chosen)
