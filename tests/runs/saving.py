"""A child that keeps a run after every answer and says so, until it is killed: `python -m tests.runs.saving FILE`."""

from __future__ import annotations

import sys
from pathlib import Path

from game.runs.kept import RunFile
from game.runs.run import Run
from tests.runs.kept import RUN, longer


def main() -> None:
    """Open or make the run, then go on with it for ever; each answer is acknowledged once it is kept."""
    file = RunFile(Path(sys.argv[1]))
    run: Run = file.open().run if file.path.exists() else RUN
    while len(run.choices) < 5_000:
        run = longer(run, 1)
        file.save(run)
        sys.stdout.write(f"{len(run.choices)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
