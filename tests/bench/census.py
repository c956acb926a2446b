"""How long the census takes: `python -m tests.bench.census [POINTS …]` prints a table.

It is the time of the processor, for `stories.long_story`: choices of three options, all scored, so many flags alive at
once, and at every tenth choice a condition on a meter. The memory is the most that the process ever had.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time

from game.insight.census import census
from game.insight.exact.limits import Limits
from tests.stories import long_story

POINTS = (24, 50, 100, 200, 400)
FLAGS = (0, 2, 4, 6)


def measure(points: int, flags: int) -> str:
    """Return one row of the table, measured in this process."""
    made = long_story(points, flags)
    start = time.process_time()
    found = census(made, Limits(states=None))
    seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    digits = len(str(found.playthroughs))
    return f"| {points} | {flags} | {seconds:.2f} s | {memory:.0f} MiB | {digits} digits | {found.lost:.0e} |"


def main(arguments: list[str]) -> None:
    """Print the table; each row is measured in a process of its own."""
    if arguments[:1] == ["--row"]:
        print(measure(int(arguments[1]), int(arguments[2])))
        return
    print("| choices | live flags | time | memory | playthroughs | lost |")
    for points in map(int, arguments or map(str, POINTS)):
        for flags in FLAGS:
            row = [sys.executable, "-m", "tests.bench.census", "--row", str(points), str(flags)]
            print(subprocess.run(row, check=True, capture_output=True, text=True).stdout.strip(), flush=True)  # noqa: S603


if __name__ == "__main__":
    main(sys.argv[1:])
