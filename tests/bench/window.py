"""The window's figures: start to first frame, a step from key to drawn frame, and the cost of waiting.

    xvfb-run -s "-screen 0 1920x1080x24" python tests/bench/window.py

1. Start: a new process until its first flip, against a bare pygame program that opens a window the same way and draws
   one text; the two in turn, medians and the ratio.
2. Step: at 1920x1080 in software, from a key event to the flip of the frame that answers it, over a whole play.
3. Waiting: processor seconds over ten seconds at a choice, as a share of one core.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FONT = ROOT / "assets" / "fonts" / "AlegreyaSans-Regular.ttf"
ROUNDS = 15
WAIT = 10.0

FIRST_FLIP = """
import os, sys, time, pygame
shown = pygame.display.flip
def flip():
    shown()
    sys.stdout.write(str(time.monotonic()))
    sys.stdout.flush()
    os._exit(0)
pygame.display.flip = flip
"""

BARE = f"""
{FIRST_FLIP}
os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
pygame.display.init()
pygame.font.init()
window = pygame.display.set_mode((1536, 864), pygame.RESIZABLE)
window.fill("white")
window.blit(pygame.font.Font({str(FONT)!r}, 40).render("Me & We", True, "black"), (40, 40))
pygame.display.flip()
"""

GAME = f"""
{FIRST_FLIP}
from game.cli import main
main([])
"""


def started(program: str) -> float:
    """Return the milliseconds from the start of a process to its first flip."""
    begin = time.monotonic()
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True)  # noqa: S603
    return (float(done.stdout.splitlines()[-1]) - begin) * 1000


def start() -> None:
    """Print how long the first frame takes, beside the bare program's."""
    for program in (BARE, GAME):
        started(program)
    pairs = [(started(BARE), started(GAME)) for _round in range(ROUNDS)]
    bare, game = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(ours / theirs for theirs, ours in pairs)
    print(f"start to first frame   bare {bare:6.0f} ms   game {game:6.0f} ms   ratio {ratio:.2f}  (goal: at most 2)")


def at_choice() -> tuple[object, Callable[[], bool]]:
    """Return the running window at the first choice of a new run, and its beat."""
    import pygame  # noqa: PLC0415  # only this part needs it here

    from game.library import Library  # noqa: PLC0415
    from game.window.app import App  # noqa: PLC0415

    library = Library("our-year")
    app = App(library, library.start("our-year", seed=1))
    app.surface = pygame.display.set_mode((1920, 1080))
    app.dirty = True
    settle(app.tick)
    return app, app.tick


def settle(tick: Callable[[], bool], seconds: float = 3.0) -> None:
    """Let pictures and motion come to rest."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        tick()
        time.sleep(0.005)


def step() -> None:
    """Print how long an answer takes from the key to the frame."""
    import pygame  # noqa: PLC0415  # the same

    _app, tick = at_choice()
    took = []
    for _answer in range(9):
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_1, unicode="1", mod=0, scancode=30))
        begin = time.perf_counter()
        tick()
        took.append((time.perf_counter() - begin) * 1000)
        settle(tick, 1.5)
    middle = statistics.median(took)
    print(f"key to frame, 1080p    median {middle:5.1f} ms   worst {max(took):5.1f} ms  (goal: within 33 ms)")


def wait() -> None:
    """Print what waiting at a choice costs."""
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from tests.bench.window import waiting; waiting()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)  # noqa: S603
    print(done.stdout.splitlines()[-1])


def waiting() -> None:
    """Wait at a choice with the game's own beat, and print the share of a core that it took."""
    import pygame  # noqa: PLC0415  # the same

    from game.window.app import LIVELY, REST  # noqa: PLC0415

    _app, tick = at_choice()
    clock = pygame.time.Clock()
    settle(tick, 5)
    begin, spent = time.monotonic(), time.process_time()
    while time.monotonic() - begin < WAIT:
        clock.tick(LIVELY if tick() else REST)
    share = (time.process_time() - spent) / WAIT * 100
    print(f"waiting at a choice    {share:4.1f} % of a core over {WAIT:.0f} s  (goal: at most 2 %)")


def main() -> None:
    """Print the page, with a home of its own."""
    with tempfile.TemporaryDirectory() as home:
        # As on a player's machine: the folders are asked for, not named.
        os.environ["HOME"] = home
        # As after an installation: the first round compiles, the counted ones do not.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        start()
        step()
        wait()


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
