"""Promise 17: the game starts and plays to an ending without a screen, sound, a home it may write to, or UTF-8."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.trust.watch import ROOT
from tests.trust.writers import is_run

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the rows are of Linux")
SHELL = "exec " + sys.executable + " -m game"


def environment(home: Path, **more: str) -> dict[str, str]:
    """Return what a process of no particular user has, with a home of its own."""
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH") if name in os.environ}
    return {**kept, "HOME": str(home), "PYTHONIOENCODING": "utf-8", **more}


def typed(words: str, *, answers: str = "1\n" * 40, **more: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of shell, with answers typed in."""
    home = Path(more.pop("home"))
    return subprocess.run(  # noqa: S603  # our own line
        ["/bin/sh", "-c", words], input=answers.encode(), capture_output=True, check=False, cwd=ROOT,
        env=environment(home, **more),
    )  # fmt: skip


ROWS: dict[str, dict[str, str]] = {
    "E01 no screen": {"verb": "play flatmates"},
    "E02 no sound": {"SDL_AUDIODRIVER": "none", "verb": "play flatmates"},
    "E03 no home": {"HOME": ""},
    "E03 the root as home": {"HOME": "/"},
    "E03 a home that is none": {"HOME": "/nowhere/at/all"},
    "E03 a home of devices": {"HOME": "/dev/null"},
    "E03 a home in the kernel": {"ME_AND_WE_HOME": "/proc/1"},
    "E07 C without UTF-8": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""},
    "E07 cp437": {"PYTHONIOENCODING": "cp437:strict"},
    "E07 cp1252": {"PYTHONIOENCODING": "cp1252:strict"},
    "E07 latin-1": {"PYTHONIOENCODING": "latin-1:strict"},
    "E07 ASCII": {"PYTHONIOENCODING": "ascii:strict"},
    "E12 a home of 200 letters": {"ME_AND_WE_HOME": "/tmp/me and we's " + "é" * 60},  # noqa: S108  # never made
}


@LINUX
@pytest.mark.parametrize("row", ROWS)
def test_a_story_is_played_to_its_end(row: str, tmp_path: Path) -> None:
    """The reveal comes, the exit is 0, and nothing ends in a traceback."""
    more = {"home": str(tmp_path), **ROWS[row]}
    if row.startswith("E12"):
        more["ME_AND_WE_HOME"] = str(tmp_path / ("me and we's " + "é" * 60))
    done = typed(f"{SHELL} {more.pop('verb', 'read flatmates')}", **more)
    words = " ".join(done.stdout.decode("ascii", "replace").split())
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False), done.stderr.decode()
    assert "you modelled" in words
    if row.startswith("E03"):
        assert "play is not saved" in words or "could not be written" in words, words[-600:]


@LINUX
@pytest.mark.parametrize(
    ("case", "line", "status"),
    [
        ("E08 a pipe that is cut", "{shell} read flatmates --run {run} | head -1", 0),
        ("E08 a full device", "{shell} read flatmates --run {run} > /dev/full", 1),
        ("E08 a full device, all printed at the end", "{shell} check our-year > /dev/full", 1),
        ("E08 no output", "{shell} read flatmates --run {run} >&-", 0),
        ("E08 no streams at all", "{shell} check our-year <&- >&- 2>&-", 0),
        ("E07 help in ASCII", "PYTHONIOENCODING=ascii:strict {shell} --help", 0),
        ("E07 the schema in ASCII", "PYTHONIOENCODING=ascii:strict {shell} schema", 0),
        ("E10 a missing path", "{shell} check nowhere", 1),
        ("E10 a folder for a file", "{shell} reveal .", 1),
        ("E10 a misspelt option", "{shell} read --sed 1", 2),
    ],
)
def test_an_odd_end_is_quiet(case: str, line: str, status: int, tmp_path: Path) -> None:
    """No traceback, and whatever was kept by then is whole."""
    run = tmp_path / "run.json"
    done = typed(line.format(shell=SHELL.removeprefix("exec "), run=run), home=str(tmp_path))
    assert done.returncode == status, (case, done.stderr.decode())
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr
    assert not run.exists() or is_run(run.read_bytes())


@LINUX
@pytest.mark.parametrize(
    ("without", "argv", "told"),
    [
        ("yaml", ["check", "our-year"], "python -m pip install PyYAML"),
        ("jinja2", ["guide", "our-year", "-o", "page.html"], "python -m pip install jinja2"),
        ("platformdirs", ["where"], "python -m pip install platformdirs"),
    ],
)
def test_e11_a_library_that_is_missing_is_told(without: str, argv: list[str], told: str, tmp_path: Path) -> None:
    """In one sentence, with the command that gets it."""
    program = f"import sys; sys.modules[{without!r}] = None; from game.cli import main; sys.exit(main({argv!r}))"
    done = typed(f"exec {sys.executable} -c {shlex.quote(program)}", home=str(tmp_path))
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1), done.stderr.decode()
    assert told in done.stderr.decode()


@LINUX
def test_e11_a_yaml_without_libyaml_is_told(tmp_path: Path) -> None:
    """PyYAML can be built without the C library, and would then read other things as the same."""
    program = (
        "import sys, yaml; yaml.__with_libyaml__ = False;"
        "from game.cli import main; sys.exit(main(['check', 'our-year']))"
    )
    done = typed(f"exec {sys.executable} -c {shlex.quote(program)}", home=str(tmp_path))
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1), done.stderr.decode()
    assert "--only-binary :all: PyYAML" in done.stderr.decode()


@LINUX
@pytest.mark.parametrize(("number", "status"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", -1)])
def test_e09_a_signal_in_the_middle_of_a_play_loses_nothing(number: str, status: int, tmp_path: Path) -> None:
    """What was answered is kept, and there is no traceback."""
    run = tmp_path / "run.json"
    command = [sys.executable, "-m", "game", "read", "flatmates", "--run", str(run)]
    with subprocess.Popen(  # noqa: S603  # our own child
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=environment(tmp_path, PYTHONUNBUFFERED="1"),
    ) as child:
        assert child.stdin
        assert child.stdout
        assert child.stderr
        child.stdin.write(b"1\n")
        child.stdin.flush()
        seen = b""
        while seen.count(b"\n> ") < 2:
            seen += os.read(child.stdout.fileno(), 4096)
        child.send_signal(signal.Signals[number])
        told = child.stderr.read()
        child.stdout.read()
    assert child.returncode == status
    assert b"Traceback" not in told
    assert is_run(run.read_bytes())
