"""The calls that other systems have in place of Linux's, as the disk makes them there."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from game.runs import disk
from game.runs.disk import Disk


class TestOnAMac:
    """`fsync` alone leaves bytes in the drive's own memory there."""

    @pytest.mark.parametrize("knows", [True, False])
    def test_a_file_is_brought_to_the_medium_itself(self, monkeypatch: pytest.MonkeyPatch, *, knows: bool) -> None:
        """By a full sync; where the file system knows none, by the ordinary one."""
        called: list[str] = []

        def full(_handle: int, command: str) -> None:
            called.append(command)
            if not knows:
                raise OSError(errno.ENOTSUP, "Operation not supported")

        monkeypatch.setattr(disk, "fcntl", SimpleNamespace(fcntl=full, F_FULLFSYNC="full sync"), raising=False)
        monkeypatch.setattr(os, "fsync", lambda _handle: called.append("sync"))
        monkeypatch.setattr("sys.platform", "darwin")
        Disk().sync(7)
        assert called == (["full sync"] if knows else ["full sync", "sync"])


class TestOnWindows:
    """A virus scanner may hold a file for a moment; folders are never synced."""

    @pytest.mark.parametrize("refusals", [0, 1, 3])
    def test_a_file_that_is_held_for_a_moment_is_waited_for(
        self, refusals: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """It is tried again, a little later each time."""
        left, waited = refusals, list[float]()

        def replace(_old: Path, _new: Path) -> None:
            nonlocal left
            if left:
                left -= 1
                raise PermissionError(errno.EACCES, "Permission denied")

        monkeypatch.setattr(os, "replace", replace)
        monkeypatch.setattr("time.sleep", waited.append)
        monkeypatch.setattr("sys.platform", "win32")
        Disk().replace(Path("new"), Path("old"))
        assert waited == [0.02, 0.1, 0.3][:refusals]

    def test_a_file_that_is_held_for_good_is_given_up(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """After less than half a second the error is told."""
        waited: list[float] = []

        def refuse(_old: Path, _new: Path) -> None:
            raise PermissionError(errno.EACCES, "Permission denied")

        monkeypatch.setattr(os, "replace", refuse)
        monkeypatch.setattr("time.sleep", waited.append)
        monkeypatch.setattr("sys.platform", "win32")
        with pytest.raises(PermissionError):
            Disk().replace(Path("new"), Path("old"))
        assert sum(waited) < 0.5

    def test_a_folder_is_left_alone(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """It could not even be opened."""
        monkeypatch.setattr("sys.platform", "win32")
        Disk().sync_folder(tmp_path / "none")
