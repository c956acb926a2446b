"""Promise 15: two windows never lose an answer. Real processes, which nobody keeps from meeting."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from game.runs.kept import RunFile
from tests.runs.kept import RUN
from tests.trust.watch import ROOT

EACH = 100


def test_two_processes_lose_none_of_200_answers(tmp_path: Path) -> None:
    """Whoever finds the file taken waits; in the end all answers of both are there, and nothing else."""
    path = tmp_path / "run.json"
    with RunFile(path) as file:
        file.save(RUN)
    command = [sys.executable, "-m", "tests.trust.rival", str(path), str(EACH)]
    rivals = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) for _rival in range(2)]  # noqa: S603  # ours
    for rival in rivals:
        with rival:
            assert rival.stdout
            assert rival.stdout.read() == str(EACH).encode()
    with RunFile(path) as file:
        loaded = file.open()
    assert loaded.notice is None
    assert len(loaded.run.choices) == len(RUN.choices) + 2 * EACH
    assert {each.name for each in tmp_path.iterdir()} == {"run.json", "run.json.previous"}
