"""Gamepads: which buttons each one that is plugged in has, and what they ask for. Needs no pygame.

1. Gamepads that SDL knows are read by their buttons' names; any other is read as the commonest pad's numbers.
2. A stick or a trigger counts when it is pushed past `PUSHED`, and again only after it was let back under `LET_GO`.
3. Where a button is waited for, each one is told by its name but those by which one moves, chooses and goes back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from game.buttons import FIXED, NEEDED, may_be_chosen
from game.window import commands as c
from game.window.commands import Command, buttons
from game.window.layout import Layout

PUSHED: Final = 0.6
LET_GO: Final = 0.35

_SDL: Final[Mapping[str, str]] = {
    "a": "a",
    "b": "b",
    "x": "x",
    "y": "y",
    "back": "back",
    "guide": "",
    "start": "start",
    "leftstick": "left stick press",
    "rightstick": "right stick press",
    "leftshoulder": "left shoulder",
    "rightshoulder": "right shoulder",
    "dpup": "up",
    "dpdown": "down",
    "dpleft": "left",
    "dpright": "right",
    "misc1": "share",
    "paddle1": "paddle 1",
    "paddle2": "paddle 2",
    "paddle3": "paddle 3",
    "paddle4": "paddle 4",
    "touchpad": "touchpad",
}
"""Our names of the buttons of a pad that SDL knows, by its own names, in the order of their numbers."""

_TRIGGERS: Final[Mapping[str, str]] = {"lefttrigger": "left trigger", "righttrigger": "right trigger"}
_KNOWN: Final = tuple(_SDL.values())
_RAW: Final = ("a", "b", "x", "y", "left shoulder", "right shoulder", "back", "start")
_AXES: Final[Mapping[int, tuple[str, str]]] = {
    0: ("left", "right"),
    1: ("up", "down"),
    3: ("right stick up", "right stick down"),
    4: ("", "left trigger"),
    5: ("", "right trigger"),
}
_RAW_AXES: Final[Mapping[int, int]] = {0: 0, 1: 1, 3: 3, 4: 3}
"""Axes of an unknown pad: which of its others are triggers, and where those rest, nobody knows."""


class Pads:
    """The gamepads that are plugged in. `own` are the buttons that the player has chosen."""

    def __init__(self) -> None:
        self.own: Mapping[str, str] = {}
        self._has: dict[int, frozenset[str]] = {}
        self._raw: set[int] = set()
        self._pushed: dict[tuple[int, int], str] = {}

    def plug(self, pad: int, mapping: Mapping[str, Any] | None, many: int) -> None:
        """Take a pad by its number: SDL's mapping of its buttons, None where SDL has none, and how many it has."""
        self._raw -= {pad}
        if mapping is None:
            self._raw |= {pad}
            self._has[pad] = frozenset(map(_counted, range(many)))
        elif has := frozenset(filter(None, ({**_SDL, **_TRIGGERS}.get(name) for name in mapping))):
            self._has[pad] = has

    def unplug(self, pad: int) -> None:
        """Let a pad go."""
        self._raw.discard(pad)
        self._has.pop(pad, None)
        self._pushed = {key: way for key, way in self._pushed.items() if key[0] != pad}

    def button(self, pad: int, number: int, layout: Layout) -> Iterator[Command]:
        """Yield what a button of a pad that SDL knows asks for."""
        if number < len(_KNOWN):
            yield from self._asked(pad, _KNOWN[number], layout)

    def raw_button(self, pad: int, number: int, layout: Layout) -> Iterator[Command]:
        """Yield what a button of an unknown pad asks for; SDL tells of the others' buttons here, too."""
        if pad in self._raw:
            yield from self._asked(pad, _counted(number), layout)

    def hat(self, pad: int, way: tuple[int, int], layout: Layout) -> Iterator[Command]:
        """Yield what the cross of an unknown pad asks for; `way` is how far it is pushed to the right and up."""
        across, up = way
        if pad in self._raw and (across or up):
            name = ("up" if up > 0 else "down") if up else ("right" if across > 0 else "left")
            yield from self._asked(pad, name, layout)

    def axis(self, pad: int, axis: int, value: float, layout: Layout) -> Iterator[Command]:
        """Yield what a stick or a trigger of a pad that SDL knows asks for; `value` is -1 to 1."""
        ways = _AXES.get(axis)
        if ways is None:
            return
        way = ways[value > 0]
        if abs(value) < LET_GO:
            self._pushed.pop((pad, axis), None)
        elif abs(value) > PUSHED and self._pushed.get((pad, axis)) != way:
            self._pushed[pad, axis] = way
            yield from self._asked(pad, way, layout)

    def raw_axis(self, pad: int, axis: int, value: float, layout: Layout) -> Iterator[Command]:
        """Yield what a stick of an unknown pad asks for."""
        if pad in self._raw and axis in _RAW_AXES:
            yield from self.axis(pad, _RAW_AXES[axis], value, layout)

    def _asked(self, pad: int, name: str, layout: Layout) -> Iterator[Command]:
        command = buttons(self.own, self._has.get(pad)).get(name)
        stays = name in FIXED or (command is not None and command.what in NEEDED)
        if layout.listens == c.BUTTON and not stays and may_be_chosen(name):
            yield Command(c.BUTTON, name)
        elif command:
            yield command


def _counted(number: int) -> str:
    """Return the name of an unknown pad's button by its number, counted from 0."""
    return _RAW[number] if number < len(_RAW) else f"button {number + 1}"
