"""How long a save takes until the window shows it, and whether the window answers meanwhile.

    xvfb-run -s "-screen 0 1920x1080x24" python tests/bench/watch.py

1. Save to frame: the shipped story, copied; a title is changed in its file, in turn by writing over it and by moving a
   new file over it; from the save to the flip of the first frame with the new title, at 1280x720.
2. Longest pause: a story of 1,000 scenes is saved; the longest time between two beats of the window until the change
   is on it, and how long that took.
3. Waiting: the processor's seconds over ten seconds in which nothing is saved, as a share of one core, all threads.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import pygame  # noqa: E402  # the tree has to be found first

from game.authoring.doorbell import rings  # noqa: E402
from game.authoring.watch import Watch, reading  # noqa: E402
from game.bench import Bench  # noqa: E402
from game.library import Library  # noqa: E402
from game.window.app import LIVELY, REST, App  # noqa: E402
from game.window.workbench import Workbench  # noqa: E402
from tests.bench.load import SCENES, write  # noqa: E402

ROUNDS = 30
WAIT = 10.0


@contextmanager
def watched(folder: Path) -> Iterator[App]:
    """Return the window on a story that is being watched, at rest."""
    first = reading(folder)
    bench = Bench(Library(str(folder)), first, None, "")
    watch = Watch(folder, first, bench.take, rings)
    app = App(bench, stack=Workbench(bench))
    app.surface = pygame.display.set_mode((1280, 720))
    watch.start()
    beat(app, 3.0)
    yield app
    watch.stop()


def beat(app: App, seconds: float, until: str = "") -> tuple[float, float]:
    """Let the window go on, until it shows these words if any; returns when that was, and the longest pause."""
    clock, last, longest = pygame.time.Clock(), time.monotonic(), 0.0
    end = last + seconds
    while time.monotonic() < end:
        lively = app.tick()
        now = time.monotonic()
        if until and app.layout and until in app.layout.words and not app.dirty:
            return now, max(longest, now - last)
        longest, last = max(longest, now - last), now
        clock.tick(LIVELY if lively else REST)
    if until:
        sys.exit(f"“{until}” was not shown within {seconds:.0f} s")
    return end, longest


def save(file: Path, text: str, number: int) -> float:
    """Save a file in one of two ways; returns when that was done."""
    if number % 2:
        new = file.with_name(f".{file.name}.new")
        new.write_text(text, encoding="utf-8")
        new.replace(file)
    else:
        file.write_text(text, encoding="utf-8")
    return time.monotonic()


def shipped(folder: Path) -> None:
    """Print how long the shipped story takes from a save to the frame, and what waiting costs."""
    file = folder / "dinner.yaml"
    text = file.read_text(encoding="utf-8")
    took = []
    with watched(folder) as app:
        for number in range(ROUNDS):
            words = f"Dinner {number} of {ROUNDS}"
            saved = save(file, text.replace("What’s for dinner?", words, 1), number)
            took.append((beat(app, 5, words)[0] - saved) * 1000)
            beat(app, 0.5)
        spent = time.process_time()
        beat(app, WAIT)
        share = (time.process_time() - spent) / WAIT * 100
    middle, worst = statistics.median(took), max(took)
    print(f"save to frame         median {middle:4.0f} ms   worst {worst:4.0f} ms  (goal: within 300 ms)")
    print(f"waiting               {share:4.1f} % of a core over {WAIT:.0f} s, all threads")


def large(folder: Path) -> None:
    """Print what the window does while a story of 1,000 scenes is read."""
    write(folder, SCENES)
    file = folder / "day_0.yaml"
    text = file.read_text(encoding="utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title:"))
    took, pauses = [], []
    with watched(folder) as app:
        for number in range(5):
            saved = save(file, text.replace(title, f"title: Day number {number}", 1), number)
            shown, pause = beat(app, 30, f"Day number {number}")
            took.append(shown - saved)
            pauses.append(pause * 1000)
            beat(app, 3)
    print(f"1,000 scenes          median {statistics.median(took):4.1f} s    longest pause {max(pauses):4.0f} ms")


def main() -> None:
    """Print the page, with a home of its own."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["ME_AND_WE_HOME"] = home
        shutil.copytree(ROOT / "scenes" / "our-year", Path(home) / "our-year")
        (Path(home) / "days").mkdir()
        shipped(Path(home) / "our-year")
        large(Path(home) / "days")


if __name__ == "__main__":
    main()
