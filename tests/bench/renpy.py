"""Me & We beside Ren'Py on the same machine: start, memory, the cost of waiting, frames.

    xvfb-run -s "-screen 0 1920x1080x24" python tests/bench/renpy.py

Both show a page with a choice, Ren'Py at 1920x1080 a story of ten menus on plain grounds, written here; both are
compiled before. Needs Debian's package `renpy` (8.0.3 of 2022). That version does not start on the Python that it is
shipped with, 3.11, so it gets a `sitecustomize` that mends the line numbers of its syntax trees. It draws by OpenGL,
which a machine without a graphics processor does in software, so it is measured by its own software renderer as well;
with a graphics processor it would be quicker than here.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parents[2]
RENPY: Final = Path("/usr/share/games/renpy/renpy.py")
SYSTEM_PYTHON: Final = "/usr/bin/python3"
ROUNDS: Final = 5
AT_REST: Final = 8.0
"""Seconds after which everything has been made ready."""

WAIT: Final = 10.0

MENDED: Final = """
import ast
usual = ast.fix_missing_locations
def fix(tree):
    usual(tree)
    for node in ast.walk(tree):
        if hasattr(node, "end_lineno") and (node.end_lineno, node.end_col_offset) < (node.lineno, node.col_offset):
            node.end_lineno, node.end_col_offset = node.lineno, node.col_offset
    return tree
ast.fix_missing_locations = fix
"""

HEAD: Final = """
init python:
    import sys, time
    config.screen_width, config.screen_height = 1920, 1080
    config.save_directory = None
    told = []
    def tell():
        if not told:
            told.append(True)
            sys.stdout.write("shown %f\\n" % time.monotonic())
            sys.stdout.flush()
    config.periodic_callbacks.append(tell)
label main_menu:
    return
label start:
"""

MENU: Final = """
    scene expression Solid("#e5d7bd")
    menu:
        "It is raining, and there is one umbrella. (%d)"
        "Take it.":
            "You take it."
        "Leave it.":
            "You leave it."
        "Share it.":
            "You share it."
"""

MOTION: Final = """
    scene expression Solid("#e5d7bd")
    with None
    scene expression Solid("#4a3b2c")
    with Dissolve(4.0)
    python:
        sys.stdout.write("frames %s\\n" % " ".join("%f" % each for each in renpy.display.interface.frame_times))
        sys.stdout.flush()
        renpy.quit()
"""

OURS_MOTION: Final = """
import os, sys, time, pygame
times, begun = [], time.monotonic()
def timed(way):
    def show(*areas):
        way(*areas)
        times.append(time.monotonic())
        if len(times) == 1:
            sys.stdout.write("shown %f\\n" % times[0])
    return show
pygame.display.flip, pygame.display.update = timed(pygame.display.flip), timed(pygame.display.update)
usual, pages = pygame.event.get, iter(range(1, 9))
turn = 2.0
def get():
    global turn
    if time.monotonic() - begun > turn:
        page, turn = next(pages, 0), turn + 0.75
        if not page:
            sys.stdout.write("frames %s\\n" % " ".join("%f" % each for each in times))
            sys.stdout.flush()
            os._exit(0)
        key = pygame.K_F1 if page % 2 else pygame.K_ESCAPE
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, unicode="", mod=0, scancode=0))
    return usual()
pygame.event.get = get
from game.window import display
display.SHARE = 1
from game.cli import main
main(["play", "--run", sys.argv[1]])
"""
"""Turns eight pages of the whole screen, each of them while the one before still fades."""

OURS: Final = """
import sys, time, pygame
shown, told = pygame.display.flip, []
def flip():
    shown()
    if not told:
        told.append(True)
        sys.stdout.write("shown %f\\n" % time.monotonic())
        sys.stdout.flush()
pygame.display.flip = flip
from game.cli import main
main(["play", "--run", sys.argv[1]])
"""


class Figures(NamedTuple):
    """Seconds to the first page, MiB at rest, percent of a core while waiting, milliseconds between two frames."""

    start: float
    memory: float
    waiting: float
    frame: float


class Program(NamedTuple):
    """A program to run: its command, and what its environment has beside the usual."""

    command: list[str]
    environment: Mapping[str, str]


@contextmanager
def running(program: Program) -> Iterator[tuple[subprocess.Popen[str], float]]:
    """Start a program; yields it and the seconds until its first page."""
    begin = time.monotonic()
    environment = {**os.environ, **program.environment}
    with subprocess.Popen(  # noqa: S603  # written here
        program.command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT
    ) as process:
        yield process, float(_line(process, "shown")) - begin
        process.kill()


def _line(process: subprocess.Popen[str], first: str) -> str:
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith(first):
            return line.removeprefix(first)
    message = f"{process.args!r} ended before it showed anything."
    raise RuntimeError(message)


def started(program: Program) -> float:
    """Return the seconds until a program's first page."""
    with running(program) as (_process, seconds):
        return seconds


def at_rest(program: Program) -> tuple[float, float]:
    """Return the MiB that a program has at rest, and the percent of a core that waiting takes."""
    with running(program) as (process, _seconds):
        time.sleep(AT_REST)
        before = _spent(process.pid)
        time.sleep(WAIT)
        share = (_spent(process.pid) - before) / WAIT * 100
        status = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
    memory = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
    return int(memory) / 1024, share


def _spent(pid: int) -> float:
    """Return the processor's seconds of a process, all threads."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(") ")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def between_frames(program: Program) -> float:
    """Return the median of milliseconds between two frames of a slow dissolve."""
    with running(program) as (process, _seconds):
        times = [float(each) for each in _line(process, "frames").split()]
    return statistics.median(later - earlier for earlier, later in pairwise(times)) * 1000


def measured(program: Program, moving: Program) -> Figures:
    """Return a program's figures."""
    started(program)
    start = statistics.median(started(program) for _round in range(ROUNDS))
    return Figures(start, *at_rest(program), between_frames(moving))


def renpy(place: Path, renderer: str, script: str) -> Program:
    """Write a story for Ren'Py, compile it, and return how to run it with one of its renderers."""
    (place / "game").mkdir(parents=True)
    (place / "game/script.rpy").write_text(HEAD + script, encoding="utf-8")
    site = place / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(MENDED, encoding="utf-8")
    environment = {"PYTHONPATH": str(site), "RENPY_RENDERER": renderer, "SDL_AUDIODRIVER": "dummy"}
    command = [SYSTEM_PYTHON, str(RENPY), str(place)]
    subprocess.run([*command, "compile"], env={**os.environ, **environment}, check=True, capture_output=True)  # noqa: S603
    return Program(command, environment)


def ours(place: Path) -> tuple[Program, Program]:
    """Begin a run of the shipped story, and return how to open it, and how to turn pages in it."""
    run = place / "run.json"
    environment = {"ME_AND_WE_HOME": str(place)}
    command = [sys.executable, "-m", "game", "read", "our-year", "--run", str(run), "--seed", "1"]
    own = {**os.environ, **environment}
    subprocess.run(command, env=own, input="1\n", text=True, check=True, capture_output=True, cwd=ROOT)  # noqa: S603
    at_rest, moving = (Program([sys.executable, "-c", code, str(run)], environment) for code in (OURS, OURS_MOTION))
    return at_rest, moving


def row(name: str, figures: Figures) -> str:
    """Return a row of the table."""
    first, rest = f"{figures.start:.2f} s", f"{figures.memory:.0f} MiB | {figures.waiting:.1f} %"
    return f"| {name} | {first} | {rest} | {figures.frame:.1f} ms |"


def main() -> None:
    """Print the table."""
    if not (RENPY.exists() and shutil.which(SYSTEM_PYTHON)):
        sys.exit("This needs Debian's package renpy.")
    print("| program | start to its first page | memory at rest | waiting | between two frames in motion |")
    print("| --- | --- | --- | --- | --- |")
    menus = "".join(MENU % number for number in range(10))
    with tempfile.TemporaryDirectory() as folder:
        print(row("Me & We", measured(*ours(Path(folder)))))
        for renderer, name in (("gl2", "Ren'Py, OpenGL"), ("sw", "Ren'Py, its software renderer")):
            still = renpy(Path(folder) / renderer, renderer, menus)
            moving = renpy(Path(folder) / f"{renderer}-moving", renderer, MOTION)
            print(row(name, measured(still, moving)), flush=True)


if __name__ == "__main__":
    main()
