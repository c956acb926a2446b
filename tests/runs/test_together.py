"""Several files at once: all of them or none, and a note for whoever was stopped half-way."""

from __future__ import annotations

import errno
import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from game.runs.disk import Disk
from game.runs.files import leftover_of
from game.runs.together import Note, finish, unfinished, write_all
from game.runs.trouble import CannotKeep, CannotRead
from tests.runs.disks import CrashError, FailingDisk, QuickDisk, StoppingDisk

BEFORE = {"a.yaml": b"a", "b.yaml": b"b"}
AFTER = {"b.yaml": b"B", "c.yaml": b"c"}


def begun(folder: Path) -> tuple[dict[Path, bytes | None], Note]:
    """Make the folder as it is before; returns what is to change, and the note."""
    folder.mkdir(parents=True)
    for name, data in BEFORE.items():
        (folder / name).write_bytes(data)
    return {folder / "a.yaml": None, folder / "b.yaml": b"B", folder / "c.yaml": b"c"}, Note(folder / ".note", "a to c")


def held(folder: Path) -> dict[str, bytes]:
    """Return what is in a folder."""
    return {each.name: each.read_bytes() for each in folder.iterdir()}


def plainly_held(folder: Path) -> dict[str, bytes]:
    """Return what is in a folder but for what a game that was killed leaves behind."""
    return {name: data for name, data in held(folder).items() if leftover_of(name) is None}


def attempt(files: Mapping[Path, bytes | None], disk: Disk, note: Note | None) -> str:
    """Change the files; returns what the reader is told, "nothing" if that went well."""
    try:
        write_all(files, disk, note)
    except CannotKeep as trouble:
        return str(trouble)
    return "nothing"


@pytest.mark.parametrize("noted", [False, True])
def test_all_of_them_are_changed(tmp_path: Path, *, noted: bool) -> None:
    """One goes, one is new, one is other; no note and nothing else is left."""
    files, note = begun(tmp_path / "tea")
    write_all(files, QuickDisk(), note if noted else None)
    assert held(tmp_path / "tea") == AFTER
    assert unfinished(note.path) == finish(note.path, QuickDisk()) == ""


@pytest.mark.parametrize("noted", [False, True])
def test_a_disk_that_fails_once_changes_none(tmp_path: Path, *, noted: bool) -> None:
    """Whichever call it is, all is as before, and the sentence says why."""
    at, told = 1, ""
    while told != "nothing":
        folder = tmp_path / str(at)
        files, note = begun(folder)
        told = attempt(files, FailingDisk(at, errno.ENOSPC, stays=False), note if noted else None)
        assert "the disk is full" in told or told == "nothing"
        assert held(folder) == (AFTER if told == "nothing" else BEFORE), at
        at += 1
    assert at > 12


def test_what_cannot_be_put_back_is_told(tmp_path: Path) -> None:
    """From the first renaming on, a disk that stays broken leaves half of them changed."""
    told = set()
    for at in range(1, 20):
        files, _note = begun(tmp_path / str(at))
        with pytest.raises(CannotKeep) as refused:
            write_all(files, FailingDisk(at, errno.EIO, stays=True))
        told.add(str(refused.value).split(",")[0].split(":")[-1].strip())
        if held(tmp_path / str(at)) == AFTER:
            break
    assert "Half of the files were changed when the disk failed" in told


def test_whoever_finds_a_note_finishes_what_was_begun(tmp_path: Path) -> None:
    """Stopped before any call: all is as before and no note is there, or the rest is done by the next one."""
    finished = 0
    for at in range(1, 60):
        folder = tmp_path / str(at)
        files, note = begun(folder)
        disk = StoppingDisk(at)
        try:
            write_all(files, disk, note)
        except CrashError:
            if unfinished(note.path):
                assert unfinished(note.path) == finish(note.path, QuickDisk()) == "a to c"
                finished += 1
                assert held(folder) == AFTER
            else:
                assert plainly_held(folder) in (BEFORE, AFTER)
        else:
            assert finished > 4
            return
    pytest.fail("the game was never not stopped")


def test_a_disk_that_fails_again_leaves_the_note(tmp_path: Path) -> None:
    """What is left can be done another time."""
    files, note = begun(tmp_path / "tea")
    for at in range(1, 60):
        if unfinished(note.path):
            break
        with pytest.raises(CrashError):
            write_all(files, StoppingDisk(at), note)
    with pytest.raises(CannotKeep, match="the disk can only be read"):
        finish(note.path, FailingDisk(1, errno.EROFS, stays=True))
    assert finish(note.path, QuickDisk()) == "a to c"
    assert plainly_held(tmp_path / "tea") == AFTER


FRESH = ".a.yaml.0123456789abcdef.tmp"


@pytest.mark.parametrize(
    "left",
    [
        b"",
        b"[]",
        b'{"words": "a", "fresh": []}',
        json.dumps({"words": "a", "fresh": [[FRESH, "b.yaml"]], "gone": []}).encode(),
        json.dumps({"words": "a", "fresh": [], "gone": ["../a.yaml"]}).encode(),
        json.dumps({"words": "a", "fresh": [], "gone": ["notes.txt"]}).encode(),
        json.dumps({"words": "a", "fresh": [[7, "a.yaml"]], "gone": []}).encode(),
    ],
)
def test_a_note_of_somebody_else_moves_nothing(tmp_path: Path, left: bytes) -> None:
    """It may name nothing but files of ours, within its own folder."""
    _files, note = begun(tmp_path / "tea")
    note.path.write_bytes(left)
    before = held(tmp_path / "tea")
    with pytest.raises(CannotRead, match="is no note that this game left"):
        unfinished(note.path)
    with pytest.raises(CannotRead, match="is no note that this game left"):
        finish(note.path, QuickDisk())
    assert held(tmp_path / "tea") == before
