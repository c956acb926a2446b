"""How each thing is done, on each device: the rows of the help. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from game.buttons import BUTTONS
from game.keys import KEYS
from game.language import N_, _
from game.settings import Settings
from game.window import commands as c
from game.window.labels import button_name, key_name


class Way(NamedTuple):
    """What can be done, and how on each device, as far as that is fixed.

    `own` are the commands that do it, with the keys and buttons that the player has chosen.
    """

    does: str
    keys: str = ""
    mouse: str = ""
    pad: str = ""
    own: tuple[str, ...] = ()

    def told(self, settings: Settings) -> Iterator[tuple[str, str]]:
        """Yield each device with what does it there."""
        keys = _either(self.keys, _own(self.own, KEYS.chosen(settings.keys), key_name))
        pad = _either(self.pad, _own(self.own, BUTTONS.chosen(settings.buttons), button_name))
        for device, how in (
            (_("Keyboard"), keys),
            (_("Mouse"), _(self.mouse) if self.mouse else ""),
            (_("Gamepad"), pad),
        ):
            if how:
                yield device, how


WAYS: Final = (
    Way(N_("Move to the next or previous line"), N_("down, up, or Tab"), N_("point at it"), N_("stick or cross")),
    Way(N_("Choose it"), N_("Enter"), N_("click"), own=(c.PICK,)),
    Way(N_("Go back"), N_("Escape"), N_("the right button"), own=(c.BACK,)),
    Way(N_("Choose an answer directly"), N_("1 to 9")),
    Way(N_("Read on, or look back up the page"), "", N_("wheel"), N_("right stick"), (c.PAGE_DOWN, c.PAGE_UP)),
    Way(N_("Take back an answer"), N_("left"), N_("the left arrow"), own=(c.REWIND,)),
    Way(N_("Go forward again"), N_("right"), N_("the right arrow"), own=(c.FORWARD,)),
    Way(N_("Everything so far"), "", N_("History"), own=(c.HISTORY,)),
    Way(N_("Over what was read before, on to what is new"), "", N_("Skip"), N_("Skip"), (c.UNREAD,)),
    Way(N_("Leave the rest of a scene out"), "", N_("Menu"), N_("Start, then choose"), (c.SKIP,)),
    Way(N_("Pause, with the menu"), N_("Escape or P"), N_("Menu"), N_("Start"), (c.MENU,)),
    Way(N_("A calm screen; where to turn"), ".", N_("Menu, then Support"), N_("Start, then Support"), (c.CALM,)),
    Way(N_("What is in the story"), "", N_("Menu, then Support"), N_("Start, then Support"), (c.NOTE,)),
    Way(N_("Another story"), "", N_("Menu, then Support"), N_("Start, then Support"), (c.STORIES,)),
    Way(N_("Leave the game"), "", N_("Menu"), N_("Start, then choose"), (c.LEAVE,)),
    Way(N_("Change a setting"), N_("left, right, or Enter"), N_("click"), N_("left or right")),
    Way(
        N_("With one switch: choose what is framed"),
        N_("any that means nothing else"),
        N_("click anywhere"),
        own=(c.PICK,),
    ),
    Way(N_("Full screen"), "", N_("Settings"), N_("Settings"), (c.FULL_SCREEN,)),
    Way(N_("All sound, on and off"), "", N_("Settings"), N_("Settings"), (c.SOUND,)),
    Way(N_("The voice, on and off"), N_("F8"), N_("Settings"), N_("Settings"), (c.VOICE,)),
    Way(N_("Say it again; twice: read all of the page"), N_("F9"), own=(c.REPEAT,)),
    Way(N_("Keep a picture of the window"), own=(c.PICTURE,)),
    Way(N_("Go on, back, and choose with a clicker"), N_("Page Down, Page Up, F5")),
    Way(N_("This page"), N_("?"), N_("Menu"), N_("Start, then Keys"), (c.HELP,)),
)
"""What the help screen says."""


def _own(commands: tuple[str, ...], chosen: Mapping[str, str], name_of: Callable[[str], str]) -> str:
    return ", ".join(name_of(chosen[what]) for what in commands if chosen.get(what))


def _either(fixed: str, own: str) -> str:
    return _(" or ").join(part for part in (_(fixed) if fixed else "", own) if part)
