"""What is handed in gets a name of its own. How pupils and teachers meet it is in `tests/test_classmode.py`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.runs.handed import hand_in, hand_in_again, hand_in_table
from game.runs.run import loads
from game.runs.trouble import CannotKeep
from game.runs.words import WORDS
from tests.runs.disks import PlainDisk, QuickDisk
from tests.runs.kept import RUN, longer


def test_a_run_has_a_word_in_its_name_and_nothing_of_anybody(tmp_path: Path) -> None:
    """The same run handed in again takes its own place, and leaves nothing beside it."""
    place = hand_in(tmp_path, RUN, QuickDisk())
    assert loads(place.read_bytes()) == RUN
    word = re.fullmatch(r"sample-([a-z]+)\.json", place.name)
    assert word
    assert word[1] in WORDS.split()
    hand_in_again(place, longer(RUN, 1), PlainDisk())
    assert loads(place.read_bytes()) == longer(RUN, 1)
    assert list(tmp_path.iterdir()) == [place]


def test_once_words_are_taken_two_are_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A class may be larger than the words are many."""
    monkeypatch.setattr("game.runs.handed.WORDS", "maple")
    names = [hand_in_table(tmp_path, "before", "1,2", QuickDisk()).name for _sheet in range(2)]
    assert names == ["before-maple.csv", "before-maple-maple.csv"]
    assert (tmp_path / names[1]).read_bytes() == b"1,2\r\n"


def test_a_folder_with_no_name_left_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody draws for ever, and nothing is written over."""
    monkeypatch.setattr("game.runs.handed.WORDS", "maple")
    for name in ("before-maple.csv", "before-maple-maple.csv"):
        (tmp_path / name).write_bytes(b"theirs")
    with pytest.raises(CannotKeep, match=r"No free name was found in .*\. Empty it, or name another\."):
        hand_in_table(tmp_path, "before", "1,2", QuickDisk())
    assert {each.read_bytes() for each in tmp_path.iterdir()} == {b"theirs"}


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    """Another name would not help."""
    with pytest.raises(CannotKeep, match="could not be written: the folder does not exist"):
        hand_in(tmp_path / "class", RUN, QuickDisk())
