"""What was read before: kept as safely as runs, known by its words, and forgotten with everything else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.host import Play
from game.keeper import keep
from game.runs import files, lock, reading
from game.runs.kept import RunFile
from game.runs.reading import Reading, mark
from game.runs.trouble import CannotKeep
from game.session import Session
from game.story.events import Said
from game.story.text import NameOf, Words
from tests.runs.disks import ERRORS, FailingDisk, QuickDisk
from tests.samples import STORY

ONE, OTHER, THIRD = (Said((Words(words),), None, None) for words in ("It rains.", "It snows.", "It clears."))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the place of the file, in a folder that is not there yet."""
    return tmp_path / "data" / "read.json"


def known(path: Path) -> list[bool]:
    """Return whether a game that begins now knows the three paragraphs."""
    fresh = Reading(path)
    return [fresh.knows(each) for each in (ONE, OTHER, THIRD)]


def test_what_was_read_is_known_from_then_on(path: Path) -> None:
    """In this window and in the next; nothing is made before anything was read."""
    here = Reading(path)
    assert known(path) == [False, False, False]
    assert not path.parent.exists()
    here.add([ONE, OTHER])
    assert here.knows(ONE)
    assert known(path) == [True, True, False]
    assert [each.name for each in path.parent.iterdir()] == ["read.json"]


def test_a_paragraph_is_known_by_its_words_speaker_and_manner() -> None:
    """Not by names: those are the player's affair, and may change."""
    named = Said((NameOf("sam"), Words(" waits.")), None, None)
    assert mark(named) == mark(Said((NameOf("sam"), Words(" waits.")), None, None))
    assert (
        len({mark(each) for each in (named, ONE, OTHER, Said(ONE.text, "sam", None), Said(ONE.text, "sam", "low"))})
        == 5
    )
    assert mark(ONE) == "2cb4bb031a4c5f2c"


def test_nothing_is_written_for_what_is_known(path: Path) -> None:
    """A page read again costs nothing."""
    here = Reading(path)
    here.add([ONE])
    before = path.stat().st_mtime_ns
    here.add([ONE])
    assert path.stat().st_mtime_ns == before


def test_two_windows_add_up(path: Path) -> None:
    """Neither loses what the other has read."""
    one, other = Reading(path), Reading(path)
    assert not one.knows(ONE)
    assert not other.knows(ONE)
    one.add([ONE])
    other.add([OTHER])
    assert known(path) == [True, True, False]


@pytest.mark.parametrize(
    "data", [b"", bytes(40), b"[]", b'{"format": "me-and-we reading", "version": 1, "marks": "x"}']
)
def test_a_damaged_file_is_kept_and_the_one_before_it_taken(path: Path, data: bytes) -> None:
    """All that is lost is what was read last."""
    here = Reading(path)
    here.add([ONE])
    here.add([OTHER])
    path.write_bytes(data)
    later = Reading(path)
    assert later.knows(ONE)
    later.add([THIRD])
    assert known(path) == [True, False, True]
    assert path.with_name("read.json.damaged").read_bytes() == data


def test_a_newer_file_is_neither_used_nor_touched(path: Path) -> None:
    """It says so, once something has to be written."""
    path.parent.mkdir()
    data = json.dumps({"format": "me-and-we reading", "version": 2, "marks": mark(ONE)}).encode()
    path.write_bytes(data)
    here = Reading(path)
    assert not here.knows(ONE)
    with pytest.raises(CannotKeep, match="newer version"):
        here.add([OTHER])
    assert here.knows(OTHER)
    assert path.read_bytes() == data


def test_a_folder_in_its_place_is_a_sentence(path: Path) -> None:
    """What was read is known in this window all the same."""
    path.mkdir(parents=True)
    here = Reading(path)
    with pytest.raises(CannotKeep, match="is no plain file: a folder"):
        here.add([ONE])
    assert here.knows(ONE)


def test_another_window_that_writes_is_waited_for_and_then_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is never written by two at once."""
    monkeypatch.setattr(reading, "_PATIENCE", 0.05)
    path.parent.mkdir()
    held = lock.hold(path)
    with pytest.raises(CannotKeep, match="already open in another window"):
        Reading(path).add([ONE])
    held.release()


@pytest.mark.parametrize("error", ERRORS)
def test_a_disk_that_fails_at_any_call_leaves_the_old_or_the_new(tmp_path: Path, error: int) -> None:
    """The file is whole, and who could not write is told."""
    for at in range(1, 60):
        folder = tmp_path / str(at)
        path, disk = folder / "read.json", FailingDisk(at, error, stays=True)
        Reading(path, QuickDisk()).add([ONE])
        told = None
        try:
            Reading(path, disk).add([OTHER])
        except CannotKeep as trouble:
            told = str(trouble)
        assert known(path)[0]
        assert known(path)[1] or told
        if len(disk.calls) < at:
            assert at > 6
            return
    pytest.fail("the disk never stopped failing")


def test_the_oldest_go_first(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So the file stays small for ever."""
    monkeypatch.setattr(reading, "MOST", 2)
    here = Reading(path)
    for each in (ONE, OTHER, THIRD):
        here.add([each])
    assert known(path) == [False, True, True]


def test_all_that_belongs_to_it_is_forgotten(path: Path) -> None:
    """The file, the one before it, and the damaged ones."""
    here = Reading(path)
    here.add([ONE])
    here.add([OTHER])
    path.write_bytes(b"")
    Reading(path).add([THIRD])
    assert [each.name for each in files.belongings(path)] == ["read.json", "read.json.damaged", "read.json.previous"]


def test_what_led_to_an_answer_was_read(path: Path) -> None:
    """And what it led to was not yet; of a play that is over, the last page was read when it is closed."""
    play = Play(Session(STORY, 1))
    keep(play, RunFile(path.with_name("run.json")), Reading(path))
    path.parent.mkdir()
    told = [event for event in play.session.frames[0].events if isinstance(event, Said)]
    assert told
    assert not any(map(play.knows, told))
    play.session.pick("dinner.noodles")
    assert all(map(play.knows, told))
    late = [event for event in play.session.frames[1].events if isinstance(event, Said)]
    assert late
    assert not any(map(play.knows, late))
    play.session.pick("offer.go")
    assert all(map(play.knows, late))
    assert play.trouble is None
    play.close()
