"""Making screens by name. A screen's module is imported when it is first opened, so that the title comes up fast."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Final, cast

from game.host import Host
from game.window.moves import Screen

HOUSE: Final[Mapping[str, str]] = {
    "title": "Title",
    "stories": "Stories",
    "settings": "SettingsScreen",
    "runs": "Runs",
    "file": "File",
    "keys": "Keys",
    "buttons": "Buttons",
    "help": "Help",
    "credits": "Credits",
    "names": "Names",
    "calm": "Calm",
    "lesson": "Lesson",
    "classroom": "Classroom",
    "players": "PlayersScreen",
    "compare": "Compare",
    "sheet": "Sheet",
    "lines": "Lines",
}
"""Screens of the house, each with its class: made with the host, and with what they are about if anything
(a tuple stands for several things)."""

OF_PLAY: Final[Mapping[str, str]] = {
    "play": "PlayScreen",
    "pair": "PairScreen",
    "vote": "VoteScreen",
    "before": "Before",
    "history": "History",
    "pause": "Pause",
    "ballot": "BallotScreen",
    "split": "Split",
    "talk": "Talk",
    "handed": "Handed",
    "reveal": "Reveal",
}
"""Screens of a play, each with its class: made with the play, and with what else they are about (as above)."""

WAYS: Final[Mapping[str, str]] = {"": "play", "pair": "pair", "vote": "vote"}
"""The screen on which a play is read and answered, by its `way`."""


WARM: Final = ("names", "play", "settings", "pause", "history", "runs", "reveal")
"""Screens whose modules are imported while the player looks at the title, the likeliest first."""


def warm(name: str) -> None:
    """Import the module of a screen, so that opening it is quick."""
    import_module(f"game.window.screens.{name}")


def room(name: str, host: Host, detail: object = None) -> Screen:
    """Return a new screen. Raises `KeyError` for a name that is in neither table."""
    module = import_module(f"game.window.screens.{name}")
    about = detail if isinstance(detail, tuple) else () if detail is None else (detail,)
    if name in OF_PLAY:
        return cast(Screen, getattr(module, OF_PLAY[name])(*about))
    return cast(Screen, getattr(module, HOUSE[name])(host, *about))
