"""Promises 2, 3 and 18: a power cut, a disk that fails, and whoever says no, leave every answer where it was."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

from game.runs.trouble import CannotKeep
from game.settings import Settings
from tests.runs.disks import ERRORS, FailingDisk
from tests.trust.power import Files, PowerLog
from tests.trust.watch import ROOT
from tests.trust.writers import WRITERS, Writer, is_run

MOST_CALLS = 60


def lying(folder: Path) -> Files:
    """Return the files in a folder."""
    return {each: each.read_bytes() for each in sorted(folder.iterdir()) if each.is_file()}


def laid(writer: Writer, folder: Path) -> Files:
    """Put down what is there before, and return it."""
    folder.mkdir()
    writer.lays(folder)
    return lying(folder)


def holds(writer: Writer, folder: Path, before: Files, now: Files) -> None:
    """Every kept file is there and whole, and no bytes of before are gone unless a whole newer one took their place."""
    for name in writer.keeps:
        assert writer.whole(now[folder / name]), (name, now)
    if not all(map(writer.whole, before.values())):
        lost = [data for data in before.values() if not writer.whole(data) and data not in now.values()]
        assert not lost, "what was damaged is kept, too"


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("name", WRITERS)
def test_a_power_cut_leaves_every_kept_file_whole(name: str, tmp_path: Path, *, links: bool) -> None:
    """After every call, with every part of what had not reached the medium lost."""
    writer, folder = WRITERS[name], tmp_path / "kept"
    before = laid(writer, folder)
    disk = PowerLog(before, links)
    writer.acts(folder, disk)
    assert len(disk.states) > 8
    for state in disk.states:
        holds(writer, folder, before, state)


def test_the_states_of_a_power_cut_are_many(tmp_path: Path) -> None:
    """More than a thousand in all, so that what holds in each of them means something."""
    count = 0
    for number, (writer, links) in enumerate(product(WRITERS.values(), (True, False))):
        disk = PowerLog(laid(writer, tmp_path / str(number)), links)
        writer.acts(tmp_path / str(number), disk)
        count += len(disk.states)
    assert count > 1_000


def test_a_scene_that_is_renamed_is_never_gone_under_both_names(tmp_path: Path) -> None:
    """The file under the old name goes only once the new one has reached the medium."""
    writer, folder = WRITERS["an id is renamed in a story"], tmp_path / "tea"
    disk = PowerLog(laid(writer, folder))
    writer.acts(folder, disk)
    for state in disk.states:
        assert b"new supper.yaml" in state.values() or state[folder / "dinner.yaml"] == b"old dinner.yaml"


def test_a_writer_that_syncs_nothing_would_be_seen(tmp_path: Path) -> None:
    """Written in place, as many programs do: some state is neither the old file nor the new one."""
    folder = tmp_path / "kept"
    before = laid(WRITERS["a run is kept"], folder)
    path = next(each for each in before if is_run(before[each]) and each.suffix == ".json")
    disk = PowerLog(before)
    disk.remove(path)
    handle = disk.create(path)
    disk.write(handle, memoryview(before[path]))
    disk.close(handle)
    assert any(not is_run(state.get(path, b"")) for state in disk.states)


@pytest.mark.parametrize("stays", [False, True])
@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("name", WRITERS)
def test_an_error_at_any_call_loses_nothing(name: str, error: int, tmp_path: Path, *, stays: bool) -> None:
    """Call 1, 2, … fails, once or from then on: what was kept is whole, and if nothing was written, it is told."""
    writer = WRITERS[name]
    for at in range(1, MOST_CALLS):
        folder = tmp_path / str(at)
        before, disk = laid(writer, folder), FailingDisk(at, error, stays=stays)
        with contextlib.suppress(CannotKeep):
            writer.acts(folder, disk)
        now = lying(folder)
        holds(writer, folder, before, now)
        # A disk that stays broken lets nothing be removed; what lies about then is swept at the next start.
        assert stays or not [each for each in now if each.name.endswith((".tmp", ".lock"))]
        if len(disk.calls) < at:
            return
    pytest.fail("never clean")


@pytest.mark.skipif(sys.platform != "linux", reason="no such limit there")
def test_a_disk_that_is_really_full_ends_no_play(tmp_path: Path) -> None:
    """A file may have 700 bytes and no more: the play goes to its reveal, the last run that fitted is whole."""
    program = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (700, 700));"
        "from game.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    run = tmp_path / "run.json"
    done = subprocess.run(  # noqa: S603  # our own child
        [sys.executable, "-B", "-c", program, "read", "our-year", "--seed", "1", "--run", str(run)],
        input="1\n" * 60,
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
        env={**os.environ, "ME_AND_WE_HOME": str(tmp_path / "home"), "PYTHONIOENCODING": "utf-8"},
    )
    assert done.returncode == 0, done.stderr
    assert "the disk is full" in " ".join(done.stdout.split())
    assert "you modelled" in " ".join(done.stdout.split())
    assert is_run(run.read_bytes())
    assert len(run.read_bytes()) <= 700


def test_settings_that_hold_by_default_are_kept_nowhere(tmp_path: Path) -> None:
    """Reading what is not there writes nothing."""
    from game.runs import settings  # noqa: PLC0415  # beside its one use

    assert settings.load(tmp_path / "settings.json").settings == Settings()
    assert list(tmp_path.iterdir()) == []
