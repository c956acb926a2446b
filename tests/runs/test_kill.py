"""A real game, really killed: what was acknowledged is there, and nothing stays locked or lying about."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import game
from game.runs.kept import RunFile

ROOT = Path(game.__file__).parent.parent
ROWS = 3


def killed(path: Path, after: int) -> int:
    """Let a child keep a run until it has acknowledged so many answers more, kill it, and return the last one."""
    command = [sys.executable, "-m", "tests.runs.saving", str(path)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)  # noqa: S603  # our own child
    with child:
        assert child.stdout
        told = [child.stdout.readline() for _answer in range(after)]
        child.kill()
        told += child.stdout.readlines()
    return int([line for line in told if line.endswith("\n")][-1])


def trial(folder: Path, number: int) -> None:
    """Kill one child at an instant of its own and check what it left."""
    path = folder / "run.json"
    acknowledged = killed(path, 1 + number * 7 % 13)
    with RunFile(path) as file:
        loaded = file.open()
        assert loaded.notice is None
        # One answer may have been kept and not yet acknowledged.
        assert acknowledged <= len(loaded.run.choices) <= acknowledged + 1
    assert {each.name for each in folder.iterdir()} <= {"run.json", "run.json.previous"}


def trials(folder: Path, count: int) -> None:
    """Kill so many children, in three rows at once; each row goes on with the run that was left."""

    def row(first: int) -> None:
        own = folder / str(first)
        own.mkdir()
        for number in range(first, count, ROWS):
            trial(own, number)

    with ThreadPoolExecutor(ROWS) as rows:
        list(rows.map(row, range(ROWS)))


def test_15_kills_lose_no_acknowledged_answer(tmp_path: Path) -> None:
    """The lock is free again, the run is whole, and leftovers are gone."""
    trials(tmp_path, 15)


@pytest.mark.slow
@pytest.mark.timeout(3_600)
def test_400_kills_lose_no_acknowledged_answer(tmp_path: Path) -> None:
    """With none failing, fewer than 3 in 400 would, at 95 %."""
    trials(tmp_path, 400)
