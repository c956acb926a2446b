"""Measure the window on a real display: start against a bare pygame program, a key to its frame, and rest.

    DISPLAY=:0 python -m tests.bench.window

Start is from the process's start to the first flip. A key's time is from the event to the end of the flip that shows
what it did, at 1920 by 1080, on every page of a play; whatever is prepared ahead had its time to be.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 11
BARE = """
import os; os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
import pygame
pygame.display.init(); pygame.font.init()
from game.window.display import usual
surface = pygame.display.set_mode(usual(pygame.display.get_desktop_sizes()[0]), pygame.RESIZABLE)
surface.blit(pygame.font.Font(None, 90).render("Me & We", True, (40, 30, 30)), (800, 200))
pygame.display.flip(); os._exit(0)
"""
OURS = """
import os
from game.library import Library
from game.window.app import App
App(Library()).draw(); os._exit(0)
"""


def started(code: str) -> float:
    """Return the milliseconds that a process with this code takes."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)  # noqa: S603  # code above
    return (time.perf_counter() - begun) * 1000


def main() -> None:
    """Print all figures."""
    times = [(started(BARE), started(OURS)) for _ in range(ROUNDS)]
    bare, ours = (statistics.median(column) for column in zip(*times, strict=True))
    print(f"start: bare {bare:.0f} ms, the game {ours:.0f} ms, ratio {ours / bare:.2f}")
    measure_keys()


def measure_keys() -> None:
    """Play at 1920 by 1080 and print what keys take, then what rest costs."""
    import pygame  # noqa: PLC0415  # not for the processes above

    from game.library import Library  # noqa: PLC0415
    from game.window import display  # noqa: PLC0415
    from game.window.app import App  # noqa: PLC0415

    # Nothing is kept among the player's own runs.
    os.environ["XDG_DATA_HOME"] = os.environ["XDG_CONFIG_HOME"] = tempfile.mkdtemp()
    display.SHARE = 1.0  # type: ignore[misc]  # the whole desktop
    app = App(Library())
    while type(app.stack.top).__name__ != "PlayScreen":
        settle(app)
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode=""))
        app.tick()
    taken: list[float] = []
    for name in ("h", "escape", "down", "page down", "return") * 20:
        settle(app)
        if type(app.stack.top).__name__ == "Reveal":
            break
        code = pygame.key.key_code(name)
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode=name if len(name) == 1 else ""))
        begun = time.perf_counter()
        app.tick()
        if type(app.stack.top).__name__ in ("PlayScreen", "History"):
            taken.append((time.perf_counter() - begun) * 1000)
    taken.sort()
    median, most = statistics.median(taken), taken[int(len(taken) * 0.95)]
    print(
        f"a key to its frame: median {median:.1f} ms, 95 % {most:.1f}, worst {taken[-1]:.1f}, {app.surface.get_size()}"
    )
    settle(app, 100)
    before, begun = resource.getrusage(resource.RUSAGE_SELF).ru_utime, time.perf_counter()
    while time.perf_counter() - begun < 5:  # seconds
        app.tick()
        time.sleep(0.02)
    used = resource.getrusage(resource.RUSAGE_SELF).ru_utime - before
    print(f"at rest: {used / 5:.1%} of a core")
    os._exit(0)


def settle(app: object, ticks: int = 60) -> None:
    """Let changes end and pictures be made."""
    for _ in range(ticks):
        app.tick()  # type: ignore[attr-defined]
        time.sleep(0.015)


if __name__ == "__main__":
    main()
