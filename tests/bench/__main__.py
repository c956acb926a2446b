"""All benchmarks, one after the other: `python -m tests.bench [--write] [NAME …]`.

What each prints is shown, and with `--write` put into `docs/benchmarks.md`. It takes some ten minutes, on a machine
with nothing else to do; those that need a screen get one of Xvfb's, and those whose peer is not installed say so.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parents[2]
PAGE: Final = ROOT / "docs" / "benchmarks.md"


class Bench(NamedTuple):
    """A benchmark: what it is about, its arguments, and whether it needs a screen."""

    about: str
    words: tuple[str, ...] = ()
    screen: bool = False


BENCHES: Final = {
    "window": Bench("Start, an answer, waiting", screen=True),
    "frames": Bench("Frames while anything moves, memory", screen=True),
    "renpy": Bench("Beside Ren’Py", screen=True),
    "load": Bench("Reading, building and checking a story of 1,000 scenes"),
    "watch": Bench("A save until the window shows it", screen=True),
    "census": Bench("Exact answers", ("--quick",)),
    "ink": Bench("Beside inkjs"),
    "class_map": Bench("A class map of 10,000 runs"),
}

HEAD: Final = """\
# Benchmarks

Made by `python -m tests.bench --write` on {when}, on {machine} with {cores} cores and no graphics processor, under
Python {python}. Compare ratios within one run rather than seconds between machines.
"""


def printed(name: str, bench: Bench) -> str:
    """Return what a benchmark prints, or why it could not run."""
    screen = ("xvfb-run", "-a", "-s", "-screen 0 2560x1440x24") if bench.screen and shutil.which("xvfb-run") else ()
    command = [*screen, sys.executable, "-m", f"tests.bench.{name}", *bench.words]
    done = subprocess.run(command, cwd=ROOT, env=os.environ, capture_output=True, text=True, check=False)  # noqa: S603
    if not done.returncode:
        return done.stdout.strip()
    return f"It did not run here: {(done.stderr.strip() or done.stdout.strip() or 'nothing was said').splitlines()[-1]}"


def sections(names: list[str]) -> Iterator[str]:
    """Yield the page, a section for each benchmark."""
    machine, cores = platform.machine(), os.cpu_count()
    when = time.strftime("%Y-%m-%d")
    yield HEAD.format(when=when, machine=machine, cores=cores, python=platform.python_version())
    for name in names:
        bench = BENCHES[name]
        told = printed(name, bench)
        shown = told if told.startswith("|") else textwrap.indent(told, "    ")
        yield f"\n## {bench.about}\n\n`python {' '.join(('-m', f'tests.bench.{name}', *bench.words))}`\n\n{shown}\n"


def main() -> None:
    """Print the page, and keep it if that is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Run the benchmarks.")
    parser.add_argument("names", nargs="*", choices=[[], *BENCHES], metavar="NAME", help=", ".join(BENCHES))
    parser.add_argument("--write", action="store_true", help=f"put them into {PAGE.relative_to(ROOT)}")
    args = parser.parse_args()
    page = []
    for section in sections(args.names or [*BENCHES]):
        print(section, flush=True)
        page.append(section)
    if args.write:
        PAGE.write_text("".join(page), encoding="utf-8")


if __name__ == "__main__":
    main()
