"""How long a frame takes while anything moves, how soon a key is answered, and how much memory the window has.

    xvfb-run -s "-screen 0 2560x1440x24" python tests/bench/frames.py

A shipped story is played from its names to the end of its reveal, with everything that moves: pages that fade, the
figures, the path that draws itself. A frame is one beat of the window in which something was drawn, from taking the
events to the flip, in software. The first frame of a page is told apart from those that follow while the page moves: it
is the answer to a key, and lays the page out. A pause is a beat in which nothing is drawn and the next page is made
ready: a key that is pressed meanwhile waits for its end. Each size is measured in a process of its own.

Each time is told twice: on the clock, which on a busy machine tells of the others as well, and as the processor's time
of the window's own thread, to which the drawing of the system comes on top.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
SIZES = {"1920x1080": 16, "2560x1440": 33}
"""Each size with the milliseconds under which 99 of 100 frames are to stay."""

STORY = "six-evenings"
STEPS = 60
AFTER = 2.5
"""Seconds that each page is watched: whatever moves has settled by then."""

MEMORY = 200
"""Mebibytes at 1080p, at most."""


class Beat(NamedTuple):
    """How long a beat of the window took, in milliseconds: on the clock, and of the processor's time."""

    clock: float
    processor: float


class Times(NamedTuple):
    """The frames that answer a key, those in which something moves by itself, and the beats that draw nothing."""

    first: list[Beat]
    moving: list[Beat]
    pauses: list[Beat]


def played(size: tuple[int, int]) -> Times:
    """Play in a window of this size, and return what its frames took."""
    import pygame  # noqa: PLC0415  # only the process that measures has a window

    from game.library import Library  # noqa: PLC0415
    from game.window.app import App  # noqa: PLC0415

    library = Library(STORY)
    app = App(library, library.start(STORY, seed=1))
    app.surface = pygame.display.set_mode(size)
    # The pointer of a virtual screen rests somewhere, and would take the focus.
    pygame.event.set_blocked(pygame.MOUSEMOTION)
    app.dirty = True
    app.draw()
    watched(app.tick, Times([], [], []), pygame.time.Clock())
    times = Times([], [], [])
    for _step in range(STEPS):
        before = app.layout and app.layout.key
        press = {"key": pygame.K_RETURN, "unicode": "\r", "mod": 0, "scancode": 40}
        if before and before.startswith("reveal"):
            press = {"key": pygame.K_RIGHT, "unicode": "", "mod": 0, "scancode": 79}
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, press))
        watched(app.tick, times, pygame.time.Clock())
        if before and before.startswith("reveal") and app.layout and app.layout.key == before:
            break
    return times


def watched(tick: Callable[[], bool], times: Times, clock: object) -> None:
    """Let a page come and settle."""
    import pygame  # noqa: PLC0415  # the same

    end, shown = time.monotonic() + AFTER, [0]
    ways = pygame.display.flip, pygame.display.update

    def counted(way: Callable[..., None]) -> Callable[..., None]:
        def show(*areas: object) -> None:
            shown[0] += 1
            way(*areas)

        return show

    pygame.display.flip, pygame.display.update = map(counted, ways)
    first = True
    while time.monotonic() < end:
        begin, spent, before = time.perf_counter(), time.thread_time(), shown[0]
        moves = tick()
        beat = Beat((time.perf_counter() - begin) * 1000, (time.thread_time() - spent) * 1000)
        drawn = times.first if first else times.moving
        (drawn if shown[0] > before else times.pauses).append(beat)
        first = first and shown[0] == before
        clock.tick(60 if moves else 50)  # type: ignore[attr-defined]
    pygame.display.flip, pygame.display.update = ways


def told(size: str) -> str:
    """Return one line about one size, measured in this process."""
    width, height = map(int, size.split("x"))
    times = played((width, height))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    middle, most = both(times.moving, statistics.median), both(times.moving, hundredth)
    moving = f"{len(times.moving)} | {middle} | {most} | {SIZES[size]} ms"
    return f"| {size} | {moving} | {both(times.first, max)} | {both(times.pauses, max)} | {memory:.0f} MiB |"


def both(beats: list[Beat], figure: Callable[[list[float]], float]) -> str:
    """Return a figure of beats, on the clock and of the processor's time."""
    return " / ".join(f"{figure([*column]):.1f}" for column in zip(*beats, strict=True)) + " ms"


def hundredth(values: list[float]) -> float:
    """Return what 99 of 100 stay within."""
    return statistics.quantiles(values, n=100)[98]


def main() -> None:
    """Print the table."""
    if len(sys.argv) > 1:
        print(told(sys.argv[1]))
        return
    print("| size | frames in motion | median | 99 of 100 within | goal | longest answer | longest pause | memory |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for size in SIZES:
        with tempfile.TemporaryDirectory() as home:
            done = subprocess.run(  # noqa: S603  # this file
                [sys.executable, __file__, size],
                env={**os.environ, "ME_AND_WE_HOME": home},
                capture_output=True,
                text=True,
                check=True,
            )
        print(done.stdout.splitlines()[-1])


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
