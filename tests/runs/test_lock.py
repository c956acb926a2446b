"""One window at a time: the lock itself."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

import game
from game.runs import lock, settings
from game.runs.kept import RunFile
from game.runs.reading import Reading
from game.runs.trouble import AlreadyOpen, CannotKeep
from game.settings import Settings
from game.story.events import Said
from game.story.text import Words
from tests.runs.kept import RUN

ROOT = Path(game.__file__).parent.parent
HOLDING = """
import sys, time, pathlib
from game.runs import lock
held = lock.hold(pathlib.Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""


def test_a_second_one_is_refused_until_the_first_lets_go(tmp_path: Path) -> None:
    """And nothing is left behind."""
    path = tmp_path / "run.json"
    held = lock.hold(path)
    with pytest.raises(AlreadyOpen, match=r"run\.json is already open in another window\."):
        lock.hold(path)
    held.release()
    lock.hold(path).release()
    assert list(tmp_path.iterdir()) == []


def test_it_can_be_waited_for_a_moment(tmp_path: Path) -> None:
    """Waiting ends with the same sentence."""
    held = lock.hold(tmp_path / "settings.json")
    with pytest.raises(AlreadyOpen):
        lock.hold(tmp_path / "settings.json", patience=0.05)
    held.release()


def test_a_process_holds_it_against_others_and_a_kill_frees_it(tmp_path: Path) -> None:
    """A game that was killed keeps nobody out."""
    path = tmp_path / "run.json"
    command = [sys.executable, "-c", HOLDING, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as child:  # noqa: S603  # our own child
        assert child.stdout
        assert child.stdout.readline().strip() == b"held"
        with pytest.raises(AlreadyOpen):
            lock.hold(path)
        child.kill()
    lock.hold(path).release()


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    """It is no other window that stands in the way."""
    with pytest.raises(CannotKeep, match="the folder does not exist") as refused:
        lock.hold(tmp_path / "none" / "run.json")
    assert not isinstance(refused.value, AlreadyOpen)


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be removed there")
def test_a_lock_on_a_file_that_was_just_removed_does_not_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another window may let go between opening and locking; then the lock is taken anew, on the file that is there."""
    gone: list[Path] = []
    really_taken = lock._taken

    def taken_late(handle: int) -> bool | None:
        if not gone:
            gone.append(next(tmp_path.iterdir()))
            gone[0].unlink()
        return really_taken(handle)

    monkeypatch.setattr(lock, "_taken", taken_late)
    held = lock.hold(tmp_path / "run.json")
    with pytest.raises(AlreadyOpen):
        lock.hold(tmp_path / "run.json")
    held.release()


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be removed there")
def test_a_file_that_is_always_just_removed_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for ever on a disk that forgets what it was given, and no handle stays open."""
    closed, really_close = list[int](), os.close

    def close(handle: int) -> None:
        closed.append(handle)
        really_close(handle)

    monkeypatch.setattr(lock, "_is_still", lambda _place, _handle: False)
    monkeypatch.setattr("os.close", close)
    with pytest.raises(AlreadyOpen):
        lock.hold(tmp_path / "run.json")
    assert len(closed) == lock._ATTEMPTS


class OddLocks:
    """Windows' own calls, on a system that locks nothing: `taken` tells whether another window is there."""

    LK_NBLCK = 2

    def __init__(self, *, taken: bool) -> None:
        self.taken = taken
        self.asked: list[tuple[int, int]] = []

    def locking(self, _handle: int, mode: int, count: int) -> None:
        """Lock so many bytes, or refuse as Windows does."""
        self.asked.append((mode, count))
        if self.taken:
            raise PermissionError(errno.EACCES, "Permission denied")


@pytest.mark.parametrize("taken", [False, True])
def test_windows_has_calls_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, taken: bool) -> None:
    """One byte is locked, without waiting; the file is removed once it is closed, since an open one cannot be."""
    calls, order = OddLocks(taken=taken), list[str]()
    really_close, really_unlink = os.close, Path.unlink

    def close(handle: int) -> None:
        order.append("close")
        really_close(handle)

    def unlink(place: Path) -> None:
        order.append("unlink")
        really_unlink(place)

    monkeypatch.setattr(lock, "msvcrt", calls, raising=False)
    monkeypatch.setattr("os.close", close)
    monkeypatch.setattr(Path, "unlink", unlink)
    with monkeypatch.context() as there:
        there.setattr("sys.platform", "win32")
        if taken:
            with pytest.raises(AlreadyOpen):
                lock.hold(tmp_path / "run.json")
        else:
            lock.hold(tmp_path / "run.json").release()
    assert calls.asked == [(calls.LK_NBLCK, 1)]
    assert order == (["close"] if taken else ["close", "unlink"])
    assert bool(list(tmp_path.iterdir())) is taken


@pytest.mark.skipif(sys.platform == "win32", reason="other calls there")
def test_a_disk_without_locks_keeps_nobody_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some network disks know none; then nothing is swept, since another window may be writing it."""

    def unknown(*_args: object) -> None:
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr("fcntl.flock", unknown)
    held = lock.hold(tmp_path / "run.json")
    assert not held.sure
    held.release()
    others = [tmp_path / f".{name}.json.0123456789abcdef.tmp" for name in ("run", "settings", "read")]
    for other in others:
        other.write_bytes(b"")
    with RunFile(tmp_path / "run.json") as file:
        file.save(RUN)
    settings.save(tmp_path / "settings.json", Settings())
    Reading(tmp_path / "read.json").add([Said((Words("It rains."),), None, None)])
    assert all(other.exists() for other in others)
