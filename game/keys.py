"""Which key does what: the keys that always mean the same, and those that a player may choose.

1. What a player needs to get anywhere has a fixed key: Enter, Escape, Tab, the arrows, 1 to 9; and F8 and F9, for
   whoever listens. These are never given away, so that no choice of keys can lock anybody out.
2. Every other command has one key of its own, and no two have the same.
3. Settings keep only what differs from the usual. Keys have the names that pygame gives them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

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


def chosen(own: Mapping[str, str]) -> Mapping[str, str]:
    """Return the key of each command, with the player's `own` in the place of the usual ones."""
    return {**USUAL, **own}


def wrong(own: Mapping[str, object]) -> Iterator[str]:
    """Yield the commands in `own` that cannot have the key given: it is none, or another command has it too."""
    every = [*chosen({what: str(key) for what, key in own.items()}).values()]
    for what, key in own.items():
        if what not in USUAL or not isinstance(key, str) or not may_be_chosen(key) or every.count(key) > 1:
            yield what


def given(own: Mapping[str, str], what: str, key: str) -> Mapping[str, str]:
    """Return the player's keys after `key` was given to a command; whichever had it takes the one that is left."""
    before = chosen(own)
    other = next((each for each, theirs in before.items() if theirs == key and each != what), None)
    after = {**before, what: key, **({other: before[what]} if other else {})}
    return {each: theirs for each, theirs in after.items() if theirs != USUAL[each]}
