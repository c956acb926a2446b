"""How long a class map of thousands of runs takes, and how much memory: `python -m tests.bench.class_map [RUNS]`.

Even a school has hundreds; 10,000 are to take less than 20 seconds and 500 MiB. Time is the processor's; that of
the clock stands beside it.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path

from game.cli import main
from game.library import Library
from tests.classroom.class_of import fill

SECONDS, MEBIBYTES = 20, 500


def bench(runs: int) -> bool:
    """Print what it took; tell whether that is within both limits."""
    library = Library("our-year")
    story, _loaded = library.story(library.first())
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "runs"
        fill(folder, story, runs)
        began, wall = time.process_time(), time.perf_counter()
        status = main(["class", str(folder), "-o", f"{place}/class.html", "--csv", f"{place}/class.csv"])
        took, waited = time.process_time() - began, time.perf_counter() - wall
        page = (Path(place) / "class.html").stat().st_size
    # Linux tells kibibytes, macOS bytes.
    unit = 2**20 if sys.platform == "darwin" else 2**10
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    print(f"{runs:,} runs of {story.title}: {took:.1f} s ({waited:.1f} by the clock), {memory:.0f} MiB at most")
    print(f"The page has {page / 1000:.0f} kB.")
    return status == 0 and took < SECONDS and memory < MEBIBYTES


if __name__ == "__main__":
    sys.exit(not bench(int(sys.argv[1]) if sys.argv[1:] else 10_000))
