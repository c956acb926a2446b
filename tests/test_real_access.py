"""The real thing, read by a screen reader: the window's tree on Linux's accessibility bus, and what it lets one do.

Needs the extra `screen-reader`, dbus-daemon, at-spi2-core, a Python with gi and its Atspi, Xvfb and xdotool.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import pytest

from game.settings import Settings
from tests.xserver import Screen, playing, settled

READER = Path(__file__).with_name("screen_reader.py")
PYTHONS = (sys.executable, "/usr/bin/python3")
PROGRAMS = ("dbus-daemon", "Xvfb", "xdotool")
PATIENCE = 20.0


def _has_atspi(python: str) -> bool:
    code = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    return bool(shutil.which(python)) and not subprocess.run([python, "-c", code], capture_output=True).returncode  # noqa: PLW1510, S603


pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(find_spec("accesskit") is None, reason="needs the extra `screen-reader`"),
    pytest.mark.skipif(not all(map(shutil.which, PROGRAMS)), reason=f"needs {', '.join(PROGRAMS)}"),
]


class Seen(NamedTuple):
    """A node as a screen reader sees it."""

    depth: int
    role: str
    name: str
    attributes: dict[str, str]
    focused: bool


class Reader:
    """Somebody with a screen reader."""

    def __init__(self, python: str) -> None:
        self._python = python

    def ask(self, *words: str) -> str:
        """Let the screen reader do something; returns what it prints."""
        done = subprocess.run([self._python, READER, *words], capture_output=True, text=True, check=True)  # noqa: S603
        return done.stdout

    def tree(self) -> list[Seen]:
        """Return what the window shows."""
        return [Seen(*json.loads(line)) for line in self.ask("tree").splitlines() if line]

    def until(self, fact: Callable[[list[Seen]], object]) -> list[Seen]:
        """Wait until something holds of the tree, and return that."""
        end = time.monotonic() + PATIENCE
        tree = self.tree()
        while not fact(tree) and time.monotonic() < end:
            time.sleep(0.2)
            tree = self.tree()
        assert fact(tree), tree
        return tree

    def listening(self) -> subprocess.Popen[str]:
        """Begin to write down what is announced."""
        return subprocess.Popen([self._python, READER, "listen"], stdout=subprocess.PIPE, text=True)  # noqa: S603


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Reader]:
    """A bus of our own, on which a screen reader runs."""
    python = next(filter(_has_atspi, PYTHONS), None)
    if python is None:
        pytest.skip("needs a Python with gi and Atspi 2.0")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.delenv("AT_SPI_BUS_ADDRESS", raising=False)
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as bus:  # noqa: S603
        assert bus.stdout
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.stdout.readline().strip())
        reader = Reader(python)
        reader.ask("enable")
        yield reader
        bus.terminate()


@pytest.fixture
def screen(reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Screen]:
    """The game, with screen readers let in."""
    assert reader
    home = tmp_path / "home"
    monkeypatch.setenv("ME_AND_WE_HOME", str(home))
    settled(home, Settings(screen_reader=True))
    with playing(home, **os.environ) as screen:
        yield screen


def names(tree: list[Seen], role: str) -> list[str]:
    """Return the names of all nodes of a role."""
    return [seen.name for seen in tree if seen.role == role]


def test_a_choice_is_read_and_made(reader: Reader, screen: Screen) -> None:
    """The title with its focus; then by the screen reader's own click to a choice, whose answers are a counted list."""
    tree = reader.until(lambda tree: names(tree, "push button"))
    assert (tree[0].role, tree[0].name) == ("frame", "Me & We")
    assert "Me & We" in names(tree, "heading")
    assert [seen.name for seen in tree if seen.focused] == ["Begin a new year"]
    screen.press("Down")
    reader.until(lambda tree: [seen.name for seen in tree if seen.focused] == ["For a class"])
    reader.ask("click", "Begin a new year")
    tree = reader.until(lambda tree: names(tree, "list item"))
    story = next(name for name in names(tree, "list item") if name.startswith("Our Year"))
    with reader.listening() as ears:
        reader.ask("click", story)
        reader.until(lambda tree: "Begin" in names(tree, "push button"))
        reader.ask("click", "Begin")
        tree = reader.until(lambda tree: len(names(tree, "list item")) > 2)
        options = [seen for seen in tree if seen.role == "list item"]
        counted = [(seen.attributes.get("posinset"), seen.attributes.get("setsize")) for seen in options]
        assert counted == [(str(at), str(len(options))) for at in range(1, len(options) + 1)]
        assert names(tree, "paragraph")
        reader.ask("focus", options[1].name)
        reader.until(lambda tree: [seen.name for seen in tree if seen.focused] == [options[1].name])
        reader.ask("click", options[1].name)
        tree = reader.until(lambda tree: f"You: {options[1].name}" in names(tree, "paragraph"))
        ears.terminate()
        assert ears.stdout
        announced = [json.loads(line) for line in ears.stdout.read().splitlines()]
    assert f"You: {options[1].name}" in announced, announced
    assert [len(json.loads(file.read_text())["choices"]) for file in (screen.home / "runs").glob("*.json")] == [1]
