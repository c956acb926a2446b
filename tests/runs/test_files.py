"""Reading and replacing plain files, and refusing everything else without waiting."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest

from game.runs import files
from game.runs.disk import Disk
from game.runs.strict import LIMIT
from game.runs.trouble import CannotKeep, CannotRead, NoFile, shown

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such thing")


def special(folder: Path, kind: str) -> Path:
    """Make something that is no plain file."""
    path = folder / "odd.json"
    if sys.platform == "win32":
        return path
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "dangling link":
        path.symlink_to(folder / "nowhere")
    elif kind == "circle of links":
        path.symlink_to(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    else:
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(str(path))
    return path


SPECIAL = ("folder", "pipe", "dangling link", "device", "socket")


@POSIX
@pytest.mark.timeout(5)
@pytest.mark.parametrize("kind", SPECIAL)
def test_v23_what_is_no_plain_file_is_not_read_and_never_waited_for(tmp_path: Path, kind: str) -> None:
    """A pipe that nobody writes to does not stop the game."""
    path = special(tmp_path, kind)
    with pytest.raises(CannotRead) as refused:
        files.read(path)
    sentence = f"{path} is no plain file: a folder, a device, a pipe or a dangling link."
    assert str(refused.value) == sentence
    assert not isinstance(refused.value, NoFile)


@POSIX
@pytest.mark.timeout(5)
def test_v23_a_pipe_that_was_a_file_a_moment_ago(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is opened is looked at again, and opening does not wait."""
    plain, pipe = tmp_path / "plain.json", special(tmp_path, "pipe")
    plain.write_bytes(b"")
    was = plain.stat()
    monkeypatch.setattr(Path, "stat", lambda _path: was)
    with pytest.raises(CannotRead, match="is no plain file"):
        files.read(pipe)


@POSIX
@pytest.mark.timeout(5)
@pytest.mark.parametrize("kind", SPECIAL)
def test_what_is_no_plain_file_is_never_replaced(tmp_path: Path, kind: str) -> None:
    """A run kept at a device would otherwise take the device's place."""
    path = files.resolved(special(tmp_path, kind))
    before = path.lstat().st_mode
    with pytest.raises(CannotKeep, match="is no plain file"):
        files.write(path, b"new", Disk())
    assert path.lstat().st_mode == before


@POSIX
def test_a_circle_of_links_is_refused(tmp_path: Path) -> None:
    """It leads nowhere, and the sentence says so."""
    with pytest.raises(CannotRead, match="the link leads nowhere"):
        files.read(special(tmp_path, "circle of links"))


@POSIX
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """What is replaced is the file that it leads to."""
    target, link = tmp_path / "target.json", tmp_path / "link.json"
    target.write_bytes(b"old")
    link.symlink_to(target)
    files.write(files.resolved(link), b"new", Disk())
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_file_that_is_not_there_is_told_apart(tmp_path: Path) -> None:
    """Whoever asked may make it then."""
    with pytest.raises(NoFile, match="There is no file"):
        files.read(tmp_path / "none.json")


def test_v17_a_large_file_is_not_opened(tmp_path: Path) -> None:
    """Its size is looked at first; 500 MB that are not there cost nothing."""
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(500_000_000)
    with pytest.raises(CannotRead, match=r"This file has 500\.0 MB, more than any"):
        files.read(path)


def test_a_file_of_just_the_limit_is_read(tmp_path: Path) -> None:
    """The limit itself is allowed."""
    path = tmp_path / "edge.json"
    path.write_bytes(b" " * LIMIT)
    assert len(files.read(path)) == LIMIT


@pytest.mark.parametrize("name", ["nul\0.json", "half\ud800.json"])
def test_an_impossible_name_is_a_sentence(tmp_path: Path, name: str) -> None:
    """No name ends in a traceback, and nothing hidden in it is shown."""
    for use in (files.read, lambda path: files.write(path, b"", Disk())):
        with pytest.raises((CannotRead, CannotKeep)) as refused:
            use(tmp_path / name)
        assert str(refused.value).isprintable()


def test_a_missing_folder_is_a_sentence(tmp_path: Path) -> None:
    """The game makes no folders where the player named a file."""
    with pytest.raises(CannotKeep, match="the folder does not exist"):
        files.write(tmp_path / "none" / "run.json", b"", Disk())


def test_names_of_250_letters_work(tmp_path: Path) -> None:
    """What belongs to such a file has a shorter name, always the same."""
    path = tmp_path / ("é" * 120 + ".json")
    for data in (b"one", b"two"):
        files.write(path, data, Disk())
    assert (path.read_bytes(), files.beside(path, files.PREVIOUS).read_bytes()) == (b"two", b"one")


def test_only_leftovers_of_this_file_are_swept(tmp_path: Path) -> None:
    """A name that is not exactly ours stays, whosever it is."""
    path, number = tmp_path / "run.json", "0123456789abcdef"
    mine = tmp_path / f".run.json.{number}.tmp"
    others = [f".run.json.{number[:-1]}.tmp", f".other.json.{number}.tmp", "run.json.tmp", f"run.json.{number}.tmp"]
    for name in (mine.name, *others):
        (tmp_path / name).write_bytes(b"")
    files.sweep(path)
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted(others)


def test_nothing_is_set_aside_over_something_else(tmp_path: Path) -> None:
    """Each damaged file gets a name of its own."""
    path = tmp_path / "run.json"
    for data in (b"one", b"two", b"three"):
        path.unlink(missing_ok=True)
        path.write_bytes(data)
        files.set_aside(path, files.DAMAGED, Disk())
    asides = [(tmp_path / f"run.json.damaged{end}").read_bytes() for end in ("", "-2", "-3")]
    assert asides == [b"one", b"two", b"three"]


def test_a_path_in_a_sentence_hides_nothing() -> None:
    """Neither a terminal's codes nor a direction mark gets through."""
    assert shown(Path("a\x1b[31m\u202eb\udce9")) == "a\\x1b[31m\\u202eb\\udce9"
