"""The real thing: a window on an X server, and a story in a folder that somebody edits meanwhile. Needs Xvfb, xdotool.

What is on the screen is read from the file in which Xvfb keeps its picture, so that nothing of the game is asked.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from game.library import Library
from game.settings import Settings
from game.shipped import SCENES

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool"),
]

PATIENCE = 10.0
"""Seconds after which the screen should have changed."""

STILL = 0.6
"""Seconds without a change after which the screen counts as being still."""


@dataclass(slots=True)
class Watching:
    """An X server with a watched story on it."""

    display: str
    picture: Path
    folder: Path
    game: subprocess.Popen[bytes]

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            subprocess.run(["xdotool", "key", key], env={**os.environ, "DISPLAY": self.display}, check=True)  # noqa: S603, S607
            time.sleep(0.3)

    def seen(self) -> bytes:
        """Return what is on the screen, once it is still."""
        last, since, end = self.picture.read_bytes(), time.monotonic(), time.monotonic() + PATIENCE
        while time.monotonic() - since < STILL:
            time.sleep(0.05)
            now = self.picture.read_bytes()
            assert time.monotonic() < end, "the screen does not come to rest"
            last, since = (last, since) if now == last else (now, time.monotonic())
        return last

    def until(self, right: Callable[[bytes], bool]) -> bytes:
        """Return what is on the screen, once it is right."""
        end = time.monotonic() + PATIENCE
        while not right(self.picture.read_bytes()):
            assert time.monotonic() < end, "the screen does not show it"
            time.sleep(0.05)
        return self.seen()

    def save(self, old: str, new: str) -> None:
        """Change words in the first scene."""
        file = self.folder / "dinner.yaml"
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def watching(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watching]:
    """Start an X server, and on it `watch` on a copy of the shipped story; end both."""
    monkeypatch.setenv("ME_AND_WE_HOME", str(tmp_path / "home"))
    assert Library().keep(replace(Settings(), motion="reduced")) is None
    folder = tmp_path / "our-year"
    shutil.copytree(SCENES / "our-year", folder)
    read, write = os.pipe()
    frame = tmp_path / "frame"
    frame.mkdir()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x720x24", "-fbdir", str(frame)]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)  # noqa: S603
    display = ":" + os.read(read, 16).decode().strip()
    environment = {name: value for name, value in os.environ.items() if name != "SDL_VIDEODRIVER"}
    words = [sys.executable, "-m", "game", "watch", str(folder)]
    game = subprocess.Popen(words, env={**environment, "DISPLAY": display})  # noqa: S603
    try:
        search = ["xdotool", "search", "--sync", "--onlyvisible", "--class", "me-and-we"]
        subprocess.run(search, env={**os.environ, "DISPLAY": display}, check=True, capture_output=True)  # noqa: S603
        time.sleep(2)
        yield Watching(display, frame / "Xvfb_screen0", folder, game)
    finally:
        game.kill()
        game.wait()
        server.terminate()
        server.wait()


def test_a_save_is_seen(watching: Watching, tmp_path: Path) -> None:
    """New words, the old ones again, a mistake, its mending; all without a touch. Nothing of the play is kept."""
    before = watching.seen()
    watching.save("What’s for dinner?", "Who has the salt?")
    other = watching.until(lambda picture: picture != before)
    watching.save("Who has the salt?", "What’s for dinner?")
    watching.until(lambda picture: picture == before)
    watching.save("shows: decide_together", "shows: decide_togehter")
    broken = watching.until(lambda picture: picture not in (before, other))
    watching.press("Escape")
    assert watching.seen() not in (before, broken)
    watching.save("shows: decide_togehter", "shows: decide_together")
    watching.until(lambda picture: picture == before)

    watching.press("1")
    answered = watching.seen()
    assert answered != before
    watching.save("What’s for dinner?", "Who has the salt?")
    watching.save("Who has the salt?", "What’s for dinner?")
    time.sleep(1)
    assert watching.seen() == answered
    watching.press("m", "Up", "Up", "Up", "Return")
    assert watching.game.wait(timeout=10) == 0
    assert not (tmp_path / "home" / "runs").exists()
