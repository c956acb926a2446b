"""How long a class map of thousands of runs takes, and how much memory: `python -m tests.bench.class_map [RUNS]`.

Even a school has hundreds; 10,000 are to take less than 20 seconds and 500 MiB. Half as many come first, to show how
the cost grows. Time is the processor's; that of the clock stands beside it.
"""

from __future__ import annotations

import contextlib
import io
import resource
import sys
import tempfile
import time
from pathlib import Path

from game.cli import main
from game.library import Library
from game.story.model import Story
from tests.classroom.class_of import fill

SECONDS, MEBIBYTES = 20, 500


def bench(story: Story, runs: int) -> bool:
    """Print what so many runs take; tell whether that is within both limits."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "runs"
        fill(folder, story, runs)
        began, wall = time.process_time(), time.perf_counter()
        with contextlib.redirect_stdout(io.StringIO()):  # it names files that are gone when anybody reads it
            status = main(["class", str(folder), "-o", f"{place}/class.html", "--csv", f"{place}/class.csv"])
        took, waited = time.process_time() - began, time.perf_counter() - wall
        page = (Path(place) / "class.html").stat().st_size / 1000
    # Linux tells kibibytes, macOS bytes.
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    print(f"| {runs:,} | {took:.1f} s | {waited:.1f} s | {memory:.0f} MiB | {page:.0f} kB |", flush=True)
    return status == 0 and took < SECONDS and memory < MEBIBYTES


def table(runs: int) -> bool:
    """Print the table, the larger class last; tell whether both are within the limits."""
    library = Library("our-year")
    story, _loaded = library.story(library.first())
    print(f"| runs | processor (at most {SECONDS} s) | by the clock | memory (at most {MEBIBYTES} MiB) | the page |")
    print("| --- | --- | --- | --- | --- |")
    half = bench(story, runs // 2)
    return bench(story, runs) and half


if __name__ == "__main__":
    sys.exit(not table(int(sys.argv[1]) if sys.argv[1:] else 10_000))
