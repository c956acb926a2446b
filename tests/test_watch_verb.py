"""`watch` on the command line: what it refuses, and what it does without a window."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.cli import main

STORY = "title: Tea\nscenes: [start]\n"
SCENE = """\
title: Tea
passages:
  start:
    - The kettle sings.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A story, with a home of its own and no screen."""
    monkeypatch.setenv("ME_AND_WE_HOME", str(tmp_path / "home"))
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"):
        monkeypatch.delenv(name, raising=False)
    tea = tmp_path / "tea"
    tea.mkdir()
    (tea / "story.yaml").write_text(STORY)
    (tea / "start.yaml").write_text(SCENE)
    return tea


def refused(capsys: pytest.CaptureFixture[str], *words: object) -> str:
    """Return the sentence with which `watch` refuses these words."""
    assert main(["watch", *map(str, words)]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    return printed.err


def test_what_cannot_be_watched_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A story that is not there, a place with the nearest one, values without a place."""
    assert refused(capsys, folder / "none") == f"me-and-we: There is nothing at “{folder / 'none'}”.\n"
    told = refused(capsys, folder, "--at", "strat")
    assert told == "me-and-we: There is no scene or passage “strat”. Did you mean “start”?\n"
    assert "--at SCENE" in refused(capsys, folder, "--with", "me=1")


def test_a_missing_watcher_is_told_with_the_way_to_get_it(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing else of the game needs it."""
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    monkeypatch.delitem(sys.modules, "game.authoring.doorbell", raising=False)
    assert "pip install watchfiles" in refused(capsys, folder)


class Watching:
    """A `watch` in a process of its own; `next` reads what it prints."""

    def __init__(self, *words: object) -> None:
        self.process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", "game", "watch", *map(str, words)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        )

    def until(self, end: str) -> str:
        """Return what it prints up to a line that ends so."""
        assert self.process.stdout
        told = []
        for line in self.process.stdout:
            told.append(line)
            if line.rstrip().endswith(end):
                return "".join(told)
        raise AssertionError("".join(told))

    def leave(self) -> tuple[int, str]:
        """Press Ctrl-C; returns the exit status and what was said beside the problems."""
        self.process.send_signal(signal.SIGINT)
        _out, err = self.process.communicate(timeout=20)
        return self.process.returncode, err


@pytest.fixture
def started() -> Iterator[list[Watching]]:
    """A list of processes, ended at last."""
    made: list[Watching] = []
    yield made
    for each in made:
        each.process.kill()
        each.process.communicate()


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C cannot be sent to one process there")
@pytest.mark.timeout(40)
@pytest.mark.parametrize("words", [("--check",), ()])
def test_without_a_window_problems_are_printed_at_each_save(
    folder: Path, words: tuple[str, ...], started: list[Watching]
) -> None:
    """As asked for, or because there is no screen, which is said in a line; Ctrl-C leaves, with 0."""
    started.append(Watching(folder, *words))
    watching = started[0]
    assert watching.until("0 errors, 5 warnings.").startswith("-- ")
    (folder / "start.yaml").write_text(SCENE.replace("sings", "{sings"))
    told = watching.until(" warnings.")
    assert "start.yaml:4:18: error" in told
    assert "1 error, " in told
    (folder / "start.yaml").write_text(SCENE)
    assert ": error" not in watching.until("0 errors, 5 warnings.")
    status, said = watching.leave()
    line = "" if words else "No screen was found. Problems are printed here at each save, until Ctrl-C.\n"
    assert (status, said) == (0, line)
