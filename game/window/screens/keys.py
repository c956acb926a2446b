"""Choosing keys. Those that always mean the same still do while one is waited for: Escape leaves it as it was.

A key that cannot be given, such as one that is only held, is told.
"""

from __future__ import annotations

from typing import Final

from game.host import Host
from game.keys import KEYS
from game.language import N_
from game.window import commands as c
from game.window.labels import ON_KEYS, key_name
from game.window.screens.choosing import ChoosingScreen, Kind, Words

_WORDS: Final = Words(
    heading=N_("Keys"),
    about=N_("Choose a line to give it another key. Enter, Escape, Tab, the arrows and 1 to 9 always work."),
    reset=N_("All keys as usual"),
    usual=N_("All keys are as usual."),
    now=N_("Its key is “{name}” now. Press the key that you want in its place."),
    unfit=N_("That key is needed elsewhere, or means nothing by itself. Try another one."),
    owned=N_("“{name}” is the key for “{what}”. Press it once more to exchange the two, or another one."),
    needed=N_("“{name}” is the key for “{what}”, which needs one."),
    told=N_("“{what}” has the key “{name}” now."),
)


class Keys(ChoosingScreen):
    """The keys of the keyboard."""

    def __init__(self, host: Host) -> None:
        super().__init__(host, Kind("keys", KEYS, c.KEY, ON_KEYS, key_name, _WORDS, ("buttons", N_("Gamepad"))))
