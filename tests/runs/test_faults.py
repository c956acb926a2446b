"""A disk that fails, a game that is killed, a power cut: at every single call, never only at a sample of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.runs import files, settings
from game.runs.disk import Disk
from game.runs.kept import RunFile
from game.runs.run import dumps, loads
from game.runs.store import Store
from game.runs.trouble import CannotKeep
from game.settings import Settings
from tests.runs.disks import (
    ERRORS,
    CrashError,
    FailingDisk,
    PlainDisk,
    PoweredDisk,
    QuickDisk,
    StoppingDisk,
    WatchedDisk,
)
from tests.runs.kept import RUN, longer, whole

BEFORE, LAST, NEXT = RUN, longer(RUN, 1), longer(RUN, 2)
MOST_CALLS = 60


def prepared(folder: Path) -> Path:
    """Return a run's file with one before it."""
    path = folder / "sample-0001.json"
    with RunFile(path, QuickDisk()) as file:
        file.save(BEFORE)
        file.save(LAST)
    return path


def save(path: Path, disk: Disk) -> None:
    """Keep one answer more."""
    with RunFile(path, disk) as file:
        file.save(NEXT)


class PlainStoppingDisk(StoppingDisk):
    """A disk without second names under a game that is killed."""

    def before(self, call: str) -> None:
        """Stop if it is time, and refuse links before that."""
        super().before(call)
        PlainDisk.before(PlainDisk(), call)


def trouble_of(attempt: Callable[[], None]) -> str | None:
    """Return the sentence with which an attempt failed, None if it did not."""
    try:
        attempt()
    except CannotKeep as trouble:
        return str(trouble)
    return None


def each_call(tmp_path: Path, attempt: Callable[[Path, int], bool]) -> int:
    """Try with trouble at call 1, 2, … until one comes through clean; returns how many calls there were."""
    for at in range(1, MOST_CALLS):
        folder = tmp_path / str(at)
        folder.mkdir()
        if attempt(folder, at):
            return at - 1
    pytest.fail("never clean")


@pytest.mark.parametrize("stays", [False, True])
@pytest.mark.parametrize("error", ERRORS)
def test_a_disk_that_fails_at_any_call_loses_nothing(tmp_path: Path, error: int, *, stays: bool) -> None:
    """Whichever call fails, once or from then on, the save before is whole, and the player is told in a sentence."""

    def attempt(folder: Path, at: int) -> bool:
        path, disk = prepared(folder), FailingDisk(at, error, stays=stays)
        told = trouble_of(lambda: save(path, disk))
        assert told is None or told.endswith("What was kept before is untouched.")
        assert whole(path) == NEXT or (told and whole(path) == LAST)
        assert whole(files.beside(path, files.PREVIOUS)) in (BEFORE, LAST)
        save(path, QuickDisk())
        assert sorted(each.name for each in folder.iterdir()) == ["sample-0001.json", "sample-0001.json.previous"]
        return len(disk.calls) < at

    assert each_call(tmp_path, attempt) >= 8


@pytest.mark.parametrize("kind", [StoppingDisk, PlainStoppingDisk])
def test_a_game_killed_before_any_call_leaves_the_newest_or_the_one_before(
    tmp_path: Path, kind: type[StoppingDisk]
) -> None:
    """The file is whole at every instant, and the next game cleans up."""

    def attempt(folder: Path, at: int) -> bool:
        path, clean = prepared(folder), False
        file = RunFile(path, kind(at))
        try:
            file.save(NEXT)
            clean = True
        except CrashError:
            assert whole(path) in (LAST, NEXT)
            assert whole(files.beside(path, files.PREVIOUS)) in (BEFORE, LAST)
        file.release()
        with RunFile(path) as again:
            loaded = again.open()
            assert loaded.run == (NEXT if clean else whole(path))
            assert loaded.notice is None
            assert [each.name for each in folder.iterdir() if each.name.endswith(".tmp")] == []
        return clean

    assert each_call(tmp_path, attempt) >= 8


@pytest.mark.parametrize("links", [True, False])
def test_a_power_cut_at_any_call_leaves_the_newest_or_the_one_before(tmp_path: Path, *, links: bool) -> None:
    """Of the calls that had not reached the medium any may be lost, in every combination."""
    path = prepared(tmp_path)
    previous = files.beside(path, files.PREVIOUS)
    disk = PoweredDisk(links=links)
    for number, place in enumerate((path, previous)):
        disk.bytes_of[number] = disk.synced[number] = place.read_bytes()
        disk.names[place] = disk.kept_names[place] = number
    files.write(path, dumps(NEXT), disk)
    states = [state for after_call in disk.history for state in after_call]
    assert len(states) > 30
    for state in states:
        assert loads(state[path]) in (LAST, NEXT)
        assert loads(state[previous]) in (BEFORE, LAST)
    assert [loads(state[path]) for state in disk.history[-1]] == [NEXT]


def test_bytes_are_on_the_medium_before_their_name_and_the_folder_last(tmp_path: Path) -> None:
    """The order of calls is the promise: sync, close, keep the old one, rename, sync the folder."""
    path, disk = prepared(tmp_path), WatchedDisk()
    files.write(path, dumps(NEXT), disk)
    done = [call for call in disk.calls if call != "remove"]
    assert done == ["create", "write", "sync", "close", "link", "replace", "replace", "sync_folder"]


def test_a_disk_without_second_names_keeps_a_copy(tmp_path: Path) -> None:
    """On FAT the file before is copied, and synced before it is named."""
    path, disk = prepared(tmp_path), PlainDisk()
    save(path, disk)
    assert (whole(path), whole(files.beside(path, files.PREVIOUS))) == (NEXT, LAST)
    assert disk.calls.count("sync") == 2


@pytest.mark.parametrize("error", ERRORS)
def test_the_repair_of_a_damaged_run_loses_nothing_at_any_call(tmp_path: Path, error: int) -> None:
    """Whatever fails while the damaged file is set aside, its bytes and the run before it are still there."""

    def attempt(folder: Path, at: int) -> bool:
        path, disk = prepared(folder), FailingDisk(at, error, stays=True)
        path.write_bytes(b"damaged")
        with RunFile(path, disk) as file:
            assert file.open().run == BEFORE
        assert whole(files.beside(path, files.PREVIOUS)) == BEFORE
        assert b"damaged" in [each.read_bytes() for each in folder.iterdir()]
        return len(disk.calls) < at

    assert each_call(tmp_path, attempt) >= 6


@pytest.mark.parametrize("error", ERRORS)
def test_settings_on_a_disk_that_fails_at_any_call_are_the_old_or_the_new(tmp_path: Path, error: int) -> None:
    """The settings' writer keeps the same promise."""

    def attempt(folder: Path, at: int) -> bool:
        path, disk = folder / "settings.json", FailingDisk(at, error, stays=True)
        settings.save(path, Settings(volume=10), QuickDisk())
        told = trouble_of(lambda: settings.save(path, Settings(volume=20), disk))
        kept = settings.load(path).settings
        assert kept == Settings(volume=20) or (told and kept == Settings(volume=10))
        return len(disk.calls) < at

    assert each_call(tmp_path, attempt) >= 8


@pytest.mark.parametrize("error", ERRORS)
def test_a_journal_that_cannot_be_made_says_so(tmp_path: Path, error: int) -> None:
    """Without a folder there is no new run, only a sentence."""
    with pytest.raises(CannotKeep, match=r"journal could not be written: "):
        Store(tmp_path / "journal", FailingDisk(1, error, stays=True)).new_key("sample")
