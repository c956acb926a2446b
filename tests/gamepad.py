"""The game with a gamepad that nobody holds: `python -m tests.gamepad …` plays as `me-and-we …` does.

Each line that it reads is a button of SDL's game controllers (`a`, `b`, `start`, `up`, …), pressed and let go; or
`swap`, which plugs in a pad that SDL does not know and that has one button, and then pulls the first one out. The pads
are SDL's own virtual joysticks, so what the game hears has come the whole way of real ones but for their wires.
"""

from __future__ import annotations

import ctypes
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Final
from unittest.mock import patch

from game.cli import main

BUTTONS: Final = (
    *("a", "b", "x", "y", "back", "guide", "start", "leftstick", "rightstick", "leftshoulder", "rightshoulder"),
    *("up", "down", "left", "right"),
)
"""In SDL's order, see SDL_GameControllerButton."""

AXES: Final = 6
GAME_CONTROLLER: Final = 1
UNKNOWN: Final = 0
SWAP: Final = "swap"
LISTENS: Final = 0x2000
"""SDL_INIT_GAMECONTROLLER: until then nobody would hear of a pad."""

HELD: Final = 0.05
"""Seconds from pressing a button to letting it go."""


def library() -> ctypes.CDLL:
    """Return the SDL that pygame has loaded, once it has."""
    while True:
        maps = Path("/proc/self/maps").read_text(encoding="utf-8").splitlines()
        found = next((line.split()[-1] for line in maps if "libSDL2-2" in line), None)
        if found:
            return ctypes.CDLL(found)
        time.sleep(HELD)


def pushes(lines: Iterator[str]) -> None:
    """Plug a pad in as soon as the game listens for one, and press what each line names."""
    sdl = library()
    sdl.SDL_JoystickOpen.restype = ctypes.c_void_p
    while not sdl.SDL_WasInit(LISTENS):
        time.sleep(HELD)
    pad = _plugged(sdl, GAME_CONTROLLER, len(BUTTONS))
    for line in map(str.strip, lines):
        if line == SWAP:
            pad = _plugged(sdl, UNKNOWN, 1)
            time.sleep(HELD)
            sdl.SDL_JoystickDetachVirtual(0)
            continue
        for down in (1, 0):
            sdl.SDL_JoystickSetVirtualButton(pad, BUTTONS.index(line), down)
            time.sleep(HELD)


def _plugged(sdl: ctypes.CDLL, kind: int, many: int) -> ctypes.c_void_p:
    """Return a pad of a kind, with so many buttons, that has just been plugged in."""
    return ctypes.c_void_p(sdl.SDL_JoystickOpen(sdl.SDL_JoystickAttachVirtual(kind, AXES, many, 0)))


if __name__ == "__main__":
    Thread(target=pushes, args=(iter(sys.stdin.readline, ""),), daemon=True).start()
    with patch("secrets.randbelow", return_value=1):
        sys.exit(main(sys.argv[1:]))
