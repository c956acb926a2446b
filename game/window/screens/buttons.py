"""Choosing the buttons of a gamepad: pressed on the pad, or picked from a list by whatever device.

1. The list says what each button does now. One that somebody's pad has and the list has not is there once it is given.
2. While a button is waited for, those by which one moves, chooses and goes back do that; they are in the list.
"""

from __future__ import annotations

from typing import Final

from game.buttons import BUTTONS, NAMES
from game.host import Host
from game.language import N_
from game.window import commands as c
from game.window.column import Column
from game.window.commands import Command
from game.window.labels import ON_BUTTONS, button_name
from game.window.screens.choosing import ChoosingScreen, Kind, Words
from game.window.typeset import Span

_WORDS: Final = Words(
    heading=N_("Gamepad"),
    about=N_("Choose a line to give it another button. The cross, both sticks and Start always work."),
    reset=N_("All buttons as usual"),
    usual=N_("All buttons are as usual."),
    now=N_("Now: {name}. Press the button that you want in its place, or choose it from the list."),
    unfit=N_("This needs a button."),
    owned=N_("“{name}” is the button for “{what}”. Choose it once more to exchange the two, or another one."),
    needed=N_("“{name}” is the button for “{what}”, which needs one. Give that another one first."),
    told=N_("“{what}”: {name} now."),
)


class Buttons(ChoosingScreen):
    """The buttons of a gamepad."""

    def __init__(self, host: Host) -> None:
        beside = ("keys", N_("Keys"))
        super().__init__(host, Kind("buttons", BUTTONS, c.BUTTON, ON_BUTTONS, button_name, _WORDS, beside))

    def row(self, name: str) -> str:
        """Return the line of a button in the list."""
        return f"on {name}"

    def offer(self, column: Column) -> None:
        """Set the list, with what each button does now; and none, for what needs none."""
        owners = {name: what for what, name in self.chosen.items() if name}
        for name in (*NAMES, *sorted(owners.keys() - {*NAMES})):
            self._line(column, name, self.label(owners.get(name, "")))
        if self._waits in BUTTONS.bare:
            self._line(column, "", "")

    def _line(self, column: Column, name: str, does: str) -> None:
        gives, label = Command(c.BUTTON, name), button_name(name)
        if does:
            column.setting(self.row(name), label, does, gives, stepped=False)
        else:
            column.target(self.row(name), "button", gives, Span(label, "button"))
        self.note(column, self.row(name))
