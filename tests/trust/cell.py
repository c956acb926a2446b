"""Cells: each job in a child of its own, under a guard and with limits, so that nothing it does harms the tests.

`python -m tests.trust.cell ROOM` reads jobs from its input, one JSON a line, and answers each with a line:
`{"target": …, "file": …}` feeds a file to a harness of `tests.fuzz`, `{"target": …, "seed": …, "count": …}` feeds so
many changed inputs, and `{"argv": […]}` runs the command line. A job has five seconds of processor time, and one more
for each input, and 4 GB of addresses; that it took far less is for the tests to ask.
"""

from __future__ import annotations

import codecs
import contextlib
import importlib
import io
import json
import os
import pkgutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, Final

import game
from game import cli
from tests.fuzz import bundle
from tests.fuzz.limits import CEILING, measured
from tests.fuzz.targets import NAMES, target
from tests.trust.watch import ROOT, Guard

if sys.platform != "win32":
    import resource

SECONDS: Final = 5
MOST_SAID: Final = 20_000

Job = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a job: `ended` is its exit status, negative for a signal; `raised` what it raised, "" for nothing.

    `seconds` and `memory` (bytes) are the worst of its inputs, `found` what the guard saw, `said` what was printed.
    """

    ended: int
    raised: str = ""
    seconds: float = 0.0
    memory: int = 0
    found: tuple[str, ...] = ()
    said: str = ""


def answers(jobs: Iterable[Job], room: Path) -> list[Answer]:
    """Do jobs in cells that may touch nothing outside `room`, and return what came of each."""
    command = [sys.executable, "-m", "tests.trust.cell", str(room)]
    lines = "".join(json.dumps(job) + "\n" for job in jobs)
    environment = {**os.environ, "ME_AND_WE_HOME": str(room / "home"), "SDL_VIDEODRIVER": "dummy"}
    done = subprocess.run(  # noqa: S603  # ourselves
        command, input=lines, capture_output=True, text=True, cwd=ROOT, env=environment, check=False
    )
    assert done.returncode == 0, done.stderr
    return [
        Answer(**{**fields, "found": tuple(fields["found"])})
        for fields in map(json.loads, done.stdout.split("\n")[:-1])
    ]


def changed(data: bytes, rng: Random, words: tuple[str, ...]) -> bytes:
    """Return an input with some bytes flipped, cut, doubled, or replaced by a word."""
    new = bytearray(data)
    for _change in range(rng.choice((1, 1, 2, 3, 8))):
        at, until = rng.randrange(len(new) + 1), rng.randrange(len(new) + 1)
        way = rng.randrange(5)
        if way == 0 and new:
            new[at % len(new)] ^= 1 << rng.randrange(8)
        elif way == 1:
            del new[at : at + rng.randrange(40)]
        elif way == 2:
            new[at:at] = new[until : until + rng.randrange(60)]
        elif way == 3:
            new[at:at] = rng.choice(words).encode("utf-8", "surrogatepass")
        else:
            new[at : at + 16] = bytes(rng.randrange(256) for _byte in range(rng.randrange(17)))
    return bytes(new)


def _inputs(job: Job) -> Iterator[bytes]:
    if "file" in job:
        yield Path(job["file"]).read_bytes()
        return
    harness, rng = target(job["target"]), Random(job["seed"])  # noqa: S311  # no secret hangs on it
    seeds = list(harness.seeds())
    for _number in range(job["count"]):
        yield changed(rng.choice(seeds), rng, harness.WORDS)


def _done(job: Job, guard: Guard) -> dict[str, Any]:
    """Do a job under the guard and return what came of it."""
    if "argv" in job:
        return _typed(job["argv"], guard)
    seconds, memory = 0.0, 0
    feed = target(job["target"]).one

    def guarded(data: bytes) -> None:
        guard.on = True
        feed(data)
        guard.on = False

    for data in _inputs(job):
        cost = measured(guarded, data)
        seconds, memory = max(seconds, cost.seconds), max(memory, cost.memory)
    return {"seconds": seconds, "memory": memory}


def _typed(argv: list[str], guard: Guard) -> dict[str, Any]:
    out = io.StringIO()
    began = time.process_time()
    guard.on = True
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out), contextlib.suppress(SystemExit):
        cli.main(argv)
    guard.on = False
    return {"seconds": time.process_time() - began, "said": out.getvalue()[:MOST_SAID]}


def _child(job: Job, room: Path, told: int) -> None:
    """Do a job, write what came of it, and end."""
    many = job.get("count", 1)
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS + many, SECONDS + many + 1))
        resource.setrlimit(resource.RLIMIT_AS, (CEILING, CEILING))
    guard = Guard(room)
    try:
        fields = _done(job, guard)
    except BaseException as raised:  # noqa: BLE001  # whatever it is, it is told
        guard.on = False
        fields = {"raised": f"{type(raised).__name__}: {raised}"[:500]}
    os.write(told, json.dumps({**fields, "found": guard.found[:20]}).encode())
    os._exit(0)


def _cell(job: Job, room: Path) -> dict[str, Any]:
    """Fork a child for a job and wait for it."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        _child(job, room, theirs)
    os.close(theirs)
    with os.fdopen(ours, "rb") as pipe:
        said = pipe.read()
    _id, status = os.waitpid(child, 0)
    told: dict[str, Any] = json.loads(said) if said else {"found": []}
    return {"ended": os.waitstatus_to_exitcode(status), **told}


def _warm(room: Path) -> None:
    """Import and prepare all that a job may need, so that under the guard nothing is left to import."""
    for module in pkgutil.walk_packages(game.__path__, "game."):
        with contextlib.suppress(ImportError):  # an extra that is not installed
            if module.name != "game.__main__":
                importlib.import_module(module.name)
    for encoding in ("ascii", "utf-8-sig", "utf-16", "utf-16-be", "utf-16-le", "utf-32-be", "utf-32-le", "cp1252"):
        codecs.lookup(encoding)
    for name in NAMES:
        for seed in list(target(name).seeds())[:3]:
            target(name).one(seed)
    for argv in (
        ["check", "our-year"],
        ["test", "our-year"],
        ["census", "flatmates"],
        ["pack", "flatmates", "-o", str(room / "warm.zip")],
        ["read", "flatmates", "--run", str(room / "warm.json")],
        ["reveal", str(room / "warm.json")],
        ["class", str(room), "-o", str(room / "warm.html")],
        ["map", "flatmates", "-o", str(room / "warm.svg")],
        ["compare", str(room / "warm.json"), str(room / "warm.json")],
        ["stats", "flatmates"],
    ):
        sys.stdin = io.StringIO("1\n1\n")
        out = io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out), contextlib.suppress(SystemExit):
            cli.main(argv)
    for each in room.glob("warm.*"):
        each.unlink()


def main() -> None:
    """Answer all jobs of the input."""
    room = Path(sys.argv[1])
    bundle.ROOM = room
    _warm(room)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    sys.stdin = io.StringIO()
    for line in sys.__stdin__ or ():
        sys.stdout.write(json.dumps(_cell(json.loads(line), room)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
