"""How long exact answers take: `python -m tests.bench.census` prints tables.

`--quick` leaves out what takes long, `--int` does without gmpy2 and numpy, and `--alone` without a second process.

1. How the census grows, for `stories.long_story`: choices of three options, all scored, at each choice so many flags
   alive at once, and at every tenth choice a condition on a meter. Each row is measured in a process of its own.
2. What the peers' testers do with stories of that size, as measured in PEERS.md: they sample, or merge nothing.
3. The shipped story and one of 12 scenes, 24 scored choices; both bare and with sixty echoes (`tests.echoes`).
4. The roads not taken of ten runs through each of these, the slowest of them.

Time is the processor's; in the table of growth that of this process and of the one beside it, after that of the wall.
Memory is the most that they held at once.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import active_children
from pathlib import Path
from random import Random
from typing import Final

from game.authoring.load import load
from game.insight.census import census
from game.insight.exact import wholes
from game.insight.exact.digits import digits
from game.insight.exact.limits import Limits
from game.insight.exact.wholes import MANY, made, sheets
from game.insight.what_if import what_if
from game.shipped import SCENES
from game.story import engine
from game.story.model import Choose, Story
from tests.echoes import echoed, twelve_scenes
from tests.stories import long_story

if "--int" in sys.argv:  # here, where a second process comes past as well
    vars(wholes)["find_spec"] = {}.get

POINTS: Final = (50, 100, 200, 400)
FLAGS: Final = (0, 2, 4, 6)
QUICK: Final = 20_000
"""With `--quick`, the most that the points squared times the flag states of a row may be, in hundreds of states."""

ECHOES: Final = 60
RUNS: Final = 10

PEERS: Final = """\
| peer | 12 choices | 200 choices | 1,000 choices | what it tells |
| --- | --- | --- | --- | --- |
| ChoiceScript randomtest | 2,074 plays/s | 117 plays/s | 20 plays/s | a sample; 38.3 % reported as 42.6 to 43.0 % |
| ChoiceScript quicktest | 0.15 s | 0.27 s | 2.1 s | lines met, whatever the numbers |
| inkjs 2.4.0 | 874 plays/s | 47 plays/s | 10 plays/s | a sample, if a tester is written |
| Yarn (yarn-bound 0.5.5) | 90 plays/s | 5.6 plays/s | - | the same |
| a dictionary of states (our own trial) | 2-4 ms | 37 s | - | exact, no flags; 50 choices, 4 flags: 1.1-2.5 s |"""


def seconds(work: Callable[[], object]) -> float:
    """Return how long `work` takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def row(points: int, flags: int, *, helped: bool) -> str:
    """Return one row of the table of growth, measured in this process and the one beside it."""
    story = long_story(points, flags)
    held: list[int] = []
    threading.Thread(target=_watch, args=(held,), daemon=True).start()
    start, (here, there) = time.monotonic(), _processor()
    found = census(story, Limits(states=None), helped=helped)
    wall, (until, beside) = time.monotonic() - start, _processor()
    took = f"{wall:.2f} s | {until - here:.2f} + {beside - there:.2f} s | {max(held)} MiB"
    count = f"{len(digits(found.playthroughs))} digits"
    return f"| {points} | {flags} | {took} | {found.states:,} | {count} | {found.lost:.0e} |"


def _processor() -> tuple[float, float]:
    """Return the seconds of processor time of this process, and of those that it has awaited."""
    here, there = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return here.ru_utime + here.ru_stime, there.ru_utime + there.ru_stime


def _watch(held: list[int]) -> None:
    """Note again and again how many MiB this process and its children hold."""
    while True:
        pids = ("self", *(each.pid for each in active_children()))
        held.append(sum(_pages(pid) for pid in pids) * resource.getpagesize() >> 20)
        time.sleep(0.05)


def _pages(pid: int | str | None) -> int:
    """Return the pages that a process holds in memory, 0 once it is gone."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    except (FileNotFoundError, ProcessLookupError):
        return 0


def growth(*, quick: bool, asked: Sequence[str]) -> Iterator[str]:
    """Yield the table of growth, each row measured as it was `asked` for."""
    numbers = "gmpy2.mpz" if made() is not int else "int"
    yield f"Numbers are {numbers}, {'with' if sheets(MANY) else 'without'} arrays.\n"
    yield "| choices | flags alive | wall | processor | memory | states | playthroughs | lost |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- |"
    for points in POINTS:
        for flags in FLAGS:
            if not quick or points * points * 2**flags // 100 <= QUICK:
                command = [sys.executable, "-m", "tests.bench.census", *asked, "--row", str(points), str(flags)]
                yield subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()  # noqa: S603


def stories() -> Iterator[tuple[str, Story]]:
    """Yield the shipped story and one of the size that it is to have, bare and with echoes."""
    shipped = load(SCENES / "our-year").story
    assert shipped is not None
    for name, story in (("the shipped story", shipped), ("12 scenes, 24 choices", twelve_scenes())):
        yield name, story
        yield f"{name}, {ECHOES} echoes", echoed(story, ECHOES)


def some_run(story: Story, seed: int) -> tuple[str, ...]:
    """Return a run in which everything is picked by chance."""
    rng, picks = Random(seed), list[str]()  # noqa: S311  # no secret hangs on it
    state, _ = engine.begin(story)
    while isinstance(node := story.nodes[state.place], Choose):
        picks.append(rng.choice(list(engine.open_options(story, state, node))).id)
        state, _ = engine.step(story, state, picks[-1])
    return tuple(picks)


def answers() -> Iterator[str]:
    """Yield the table of stories of a real size."""
    yield "| story | census | roads, the slowest of ten | playthroughs |"
    yield "| --- | --- | --- | --- |"
    for name, story in stories():
        whole = seconds(lambda story=story: census(story, Limits(states=None)))  # type: ignore[misc]
        runs = [some_run(story, seed) for seed in range(RUNS)]
        roads = max(seconds(lambda story=story, run=run: what_if(story, run)) for run in runs)  # type: ignore[misc]
        count = census(story, Limits(states=None)).playthroughs
        yield f"| {name} | {whole:.2f} s (at most 1) | {1000 * roads:.0f} ms (at most 100) | {count:.2e} |"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="leave out what takes more than some ten seconds")
    parser.add_argument("--row", nargs=2, type=int, metavar=("POINTS", "FLAGS"), help="measure one row here")
    parser.add_argument("--int", action="store_true", help="reckon with Python's own numbers, whatever is installed")
    parser.add_argument("--alone", action="store_true", help="do all in one process")
    args = parser.parse_args()
    if args.row:
        print(row(*args.row, helped=not args.alone))
        return
    asked = [option for option in ("--int", "--alone") if option in sys.argv]
    for part in (answers(), growth(quick=args.quick, asked=asked), PEERS.splitlines()):
        for line in part:
            print(line, flush=True)
        print()


if __name__ == "__main__":
    main()
