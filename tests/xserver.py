"""The game in a real window on an X server of its own, and hands for it. Needs Xvfb and xdotool."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from game.library import Library
from game.settings import Settings

SCREEN = (1280, 720)

GAME = (
    "-c",
    "import secrets, sys; secrets.randbelow = lambda _: 1; from game.cli import main; sys.exit(main(sys.argv[1:]))",
)
"""The game as it is, but for the seed of a new run, which two windows may have to share."""

WITH_PAD = ("-m", "tests.gamepad")
"""The same with a gamepad, whose buttons `Screen.push` presses."""


@dataclass(slots=True)
class Screen:
    """An X server with the game on it."""

    display: str
    home: Path
    game: subprocess.Popen[bytes]
    origin: tuple[int, int]

    def do(self, *words: str) -> str:
        """Do something as a person would, by xdotool."""
        return _xdotool(self.display, *words)

    def press(self, key: str) -> None:
        """Press a key, and give the window time to answer."""
        self.do("key", key)
        time.sleep(0.25)

    def push(self, button: str) -> None:
        """Press a button of the gamepad, and give the window time to answer."""
        assert self.game.stdin is not None
        self.game.stdin.write(f"{button}\n".encode())
        self.game.stdin.flush()
        time.sleep(0.3)

    def click(self, x: int, y: int, button: int = 1) -> None:
        """Move the pointer over the window and press a button."""
        self.do("mousemove", str(self.origin[0] + x), str(self.origin[1] + y), "click", str(button))
        time.sleep(0.35)

    def place(self) -> tuple[int, int, int, int]:
        """Where the window is, and how large: left, top, width, height."""
        return _place(self.display)

    def finished(self) -> bool:
        """Whether the run that is kept is finished."""
        return any(json.loads(file.read_text())["finished"] for file in (self.home / "runs").glob("*-[0-9]*.json"))


def _xdotool(display: str, *words: str) -> str:
    done = subprocess.run(  # noqa: S603
        ["xdotool", *words],  # noqa: S607
        env={**os.environ, "DISPLAY": display},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def _place(display: str) -> tuple[int, int, int, int]:
    found = _xdotool(display, "search", "--sync", "--onlyvisible", "--class", "me-and-we").split()[0]
    place = dict(line.split("=") for line in _xdotool(display, "getwindowgeometry", "--shell", found).splitlines())
    return int(place["X"]), int(place["Y"]), int(place["WIDTH"]), int(place["HEIGHT"])


def settled(home: Path, settings: Settings | None = None) -> None:
    """Keep settings without motion, so that the window is still between two clicks."""
    os.environ["ME_AND_WE_HOME"] = str(home)
    assert Library().keep(replace(settings or Settings(), motion="reduced")) is None


@contextmanager
def playing(
    home: Path, *words: str, game: Sequence[str] = GAME, errors: str = "", **environment: str
) -> Iterator[Screen]:
    """Start an X server and the game on it, with these words and this environment beside the usual one; end both.

    What the game complains of goes to the file `errors`, if one is named.
    """
    read, write = os.pipe()
    size = f"{SCREEN[0]}x{SCREEN[1]}x24"
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", size]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)  # noqa: S603
    display = ":" + os.read(read, 16).decode().strip()
    usual = {name: value for name, value in os.environ.items() if name != "SDL_VIDEODRIVER"}
    own = {**usual, **environment, "DISPLAY": display}
    with ExitStack() as open_:
        # Without a name it complains where the tests do.
        complaints = open_.enter_context(Path(errors).open("wb")) if errors else None
        command = [sys.executable, *game, *words]
        program = subprocess.Popen(command, env=own, stdin=subprocess.PIPE, stderr=complaints)  # noqa: S603
    try:
        left, top, *_size = _place(display)
        time.sleep(1.5)
        yield Screen(display, home, program, (left, top))
    finally:
        program.kill()
        program.wait()
        server.terminate()
        server.wait()
