"""Settings as a file: forgiven field by field, and never lost."""

from __future__ import annotations

import errno
import json
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as limited
from hypothesis import strategies as st

from game.buttons import BUTTONS
from game.choosing import Choosing
from game.keys import KEYS
from game.naming import LONGEST_NAME, clean_name
from game.runs import lock, settings
from game.runs.settings import Read
from game.runs.trouble import CannotKeep
from game.settings import CHOICES, Settings
from game.story.called import Called
from game.story.pronouns import PRONOUNS
from tests.runs.disks import FailingDisk

FULL = Settings(
    {"you": Called("Zoë", "she"), "our-year.sam": Called("Kim Ly", "he")},
    {"menu": "j", "history": "m"},
    {"pick": "b", "back": "a", "skip": "button 12", "help": ""},
    text_size=140,
    font="dyslexic",
    line_spacing=125,
    paragraph_spacing=200,
    letter_spacing=6,
    word_spacing=16,
    theme="dark",
    motion="reduced",
    full_screen=True,
    volume=0,
    show_closed=True,
)
HEAD = {"format": "me-and-we settings", "version": 1}

WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "a size": ({"text_size": 7}, "The setting `text_size` cannot be used; the usual one is."),
    "a size in words": ({"text_size": "140"}, "The setting `text_size` cannot be used; the usual one is."),
    "a theme": ({"theme": "pink"}, "The setting `theme` cannot be used; the usual one is."),
    "a theme in a list": ({"theme": ["dark"]}, "The setting `theme` cannot be used; the usual one is."),
    "a font": ({"font": "wingdings"}, "The setting `font` cannot be used; the usual one is."),
    "a spacing": ({"line_spacing": 90}, "The setting `line_spacing` cannot be used; the usual one is."),
    "a motion": ({"motion": None}, "The setting `motion` cannot be used; the usual one is."),
    "a flag as number": ({"full_screen": 1}, "The setting `full_screen` cannot be used; the usual one is."),
    "too loud": ({"volume": 101}, "The setting `volume` cannot be used; the usual one is."),
    "half loud": ({"volume": 0.5}, "The setting `volume` cannot be used; the usual one is."),
    "a flag as volume": ({"volume": True}, "The setting `volume` cannot be used; the usual one is."),
    "music too loud": ({"music": 130}, "The setting `music` cannot be used; the usual one is."),
    "a place too quiet": ({"room_tone": -1}, "The setting `room_tone` cannot be used; the usual one is."),
    "a switch as word": ({"sound": "off"}, "The setting `sound` cannot be used; the usual one is."),
    "a voice without volume": ({"voice_volume": 0}, "The setting `voice_volume` cannot be used; the usual one is."),
    "unknown": ({"colour\n": 1}, "There is no setting `colour\\n`; it is left out."),
    "names as list": ({"called": []}, "The name kept for `called` cannot be used; the usual one is."),
    "keys as list": ({"keys": ["h"]}, "The key kept for `keys` cannot be used; the usual one is."),
    "a key for nothing": ({"keys": {"dance": "d"}}, "The key kept for `dance` cannot be used; the usual one is."),
    "a key that is fixed": ({"keys": {"menu": "escape"}}, "The key kept for `menu` cannot be used; the usual one is."),
    "a key that is held": ({"keys": {"menu": "left alt"}}, "The key kept for `menu` cannot be used; the usual one is."),
    "a key that is taken": ({"keys": {"menu": "h"}}, "The key kept for `menu` cannot be used; the usual one is."),
    "a key as number": ({"keys": {"menu": 7}}, "The key kept for `menu` cannot be used; the usual one is."),
    "buttons as list": ({"buttons": ["a"]}, "The button kept for `buttons` cannot be used; the usual one is."),
    "a button for nothing": (
        {"buttons": {"dance": "y"}},
        "The button kept for `dance` cannot be used; the usual one is.",
    ),
    "a button that is fixed": (
        {"buttons": {"skip": "start"}},
        "The button kept for `skip` cannot be used; the usual one is.",
    ),
    "a button that is none": (
        {"buttons": {"skip": "button 0"}},
        "The button kept for `skip` cannot be used; the usual one is.",
    ),
    "a button that is taken": (
        {"buttons": {"skip": "a"}},
        "The button kept for `skip` cannot be used; the usual one is.",
    ),
    "a button as list": (
        {"buttons": {"skip": ["a"]}},
        "The button kept for `skip` cannot be used; the usual one is.",
    ),
    "no button to choose with": (
        {"buttons": {"pick": ""}},
        "The button kept for `pick` cannot be used; the usual one is.",
    ),
    "a blank name": (
        {"called": {"you": {"name": " \u200b\u3164", "pronouns": "she"}}},
        "The name kept for `you` cannot be used; the usual one is.",
    ),
    "other pronouns": (
        {"called": {"you": {"name": "Ann", "pronouns": "it"}}},
        "The name kept for `you` cannot be used; the usual one is.",
    ),
    "pronouns in a list": (
        {"called": {"you": {"name": "Ann", "pronouns": ["she"]}}},
        "The name kept for `you` cannot be used; the usual one is.",
    ),
    "somebody impossible": (
        {"called": {"../x": {"name": "Ann", "pronouns": "she"}}},
        "The name kept for `../x` cannot be used; the usual one is.",
    ),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the place of settings, in a folder that is not there yet."""
    return tmp_path / "config" / "settings.json"


def test_a_file_without_a_sound_from_before_there_was_music_stays_silent(path: Path) -> None:
    """Whoever had put the small sounds at nothing hears no music by an update; a newer file says what it means."""
    path.parent.mkdir()
    for fields, sounds in (({"volume": 0}, False), ({"volume": 10}, True), ({"volume": 0, "sound": True}, True)):
        path.write_text(json.dumps({**HEAD, **fields}), encoding="utf-8")
        read = settings.load(path)
        assert read.settings.sound is sounds
        assert not read.notices


def names(path: Path) -> list[str]:
    """Return what lies in the folder."""
    return sorted(each.name for each in path.parent.iterdir())


def test_without_a_file_the_usual_settings_hold(path: Path) -> None:
    """There is nothing to tell, and nothing is made."""
    assert settings.load(path) == Read(Settings())
    assert not path.parent.exists()


def test_what_is_kept_is_read(path: Path) -> None:
    """Every setting comes back."""
    settings.save(path, FULL)
    assert settings.load(path) == Read(FULL)
    assert names(path) == ["settings.json"]


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_field_falls_back_alone(path: Path, case: str) -> None:
    """It is told once; the other fields hold, and the file as it was is kept."""
    fields, sentence = WRONG[case]
    path.parent.mkdir()
    data = json.dumps({**HEAD, "text_size": 160, "show_closed": True, **fields}).encode()
    path.write_bytes(data)
    read = settings.load(path)
    assert read.notices == (sentence, "The file is kept as settings.json.damaged.")
    assert read.settings.show_closed
    assert read.settings.text_size == (100 if "text_size" in fields else 160)
    assert path.with_name("settings.json.damaged").read_bytes() == data
    assert settings.load(path) == Read(read.settings)


@pytest.mark.parametrize(
    "data", [b"", b"[]", bytes(90), b'{"format": "me-and-we settings", "ver', b"<html>", b"[" * 99_999]
)
def test_a_damaged_file_is_kept_and_the_usual_settings_hold(path: Path, data: bytes) -> None:
    """Nothing is destroyed, nothing is raised."""
    path.parent.mkdir()
    path.write_bytes(data)
    read = settings.load(path)
    assert read.settings == Settings()
    assert read.notices[0].endswith(" The usual settings are used.")
    assert path.with_name("settings.json.damaged").read_bytes() == data
    assert settings.load(path) == Read(Settings())


def test_a_newer_file_is_neither_used_nor_touched(path: Path) -> None:
    """Neither reading nor writing changes a byte."""
    path.parent.mkdir()
    data = json.dumps({**HEAD, "version": 2, "volume": 1}).encode()
    path.write_bytes(data)
    assert settings.load(path).settings == Settings()
    with pytest.raises(CannotKeep, match="The settings hold for now only: This file was made by a newer version"):
        settings.save(path, FULL)
    assert (path.read_bytes(), names(path)) == (data, ["settings.json"])


def test_a_folder_in_its_place_is_a_sentence(path: Path) -> None:
    """The game goes on with the usual settings."""
    path.mkdir(parents=True)
    assert settings.load(path).settings == Settings()
    assert "is no plain file" in settings.load(path).notices[0]
    with pytest.raises(CannotKeep):
        settings.save(path, FULL)


def test_a_damaged_file_that_cannot_be_repaired_is_told(path: Path) -> None:
    """The usual settings hold; the file stays as it is."""
    path.parent.mkdir()
    path.write_bytes(b"[]")
    read = settings.load(path, FailingDisk(1, errno.ENOSPC, stays=True))
    assert read.settings == Settings()
    assert read.notices[1] == f"{path} could not be written: the disk is full. What was kept before is untouched."
    assert (path.read_bytes(), names(path)) == (b"[]", ["settings.json"])


def test_settings_are_kept_in_the_place_of_a_damaged_file(path: Path) -> None:
    """Whoever changes something while it lies there does not lose it; the damaged one is the previous one."""
    path.parent.mkdir()
    path.write_bytes(b"[]")
    settings.save(path, FULL)
    assert settings.load(path) == Read(FULL)
    assert path.with_name("settings.json.previous").read_bytes() == b"[]"


def test_another_window_that_writes_is_waited_for_and_then_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings are never written by two at once."""
    monkeypatch.setattr(settings, "_PATIENCE", 0.05)
    path.parent.mkdir()
    held = lock.hold(path)
    with pytest.raises(CannotKeep, match="already open in another window"):
        settings.save(path, FULL)
    held.release()


def test_names_are_cleaned_before_they_are_kept(path: Path) -> None:
    """A name of which nothing is left is not kept at all."""
    settings.save(path, Settings({"you": Called("A\nnn\u202e", "she"), "our-year.sam": Called("\u200b", "he")}))
    assert settings.load(path) == Read(Settings({"you": Called("A nn", "she")}))


@pytest.mark.parametrize(
    ("name", "cleaned"),
    [
        ("Ann", "Ann"),
        ("  Ann   Lee ", "Ann Lee"),
        ("Ann\nLee\u2028Kim", "Ann Lee Kim"),
        ("\x1b[31mAnn", "[31mAnn"),
        ("\u202eAnn\u2066", "Ann"),
        ("An\u0000n\ud800", "Ann"),
        ("e\u0301", "é"),
        ("a" + "\u0323" * 50, "ạ" + "\u0323" * 3),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("x" * 99, "x" * LONGEST_NAME),
        ("x" * 23 + " yy", "x" * 23),
        ("", ""),
        (" \t\n", ""),
        ("\u200b\u2060\ufeff", ""),
        ("\u3164\u2800\u115f", ""),
        ("\u0301\u0302", ""),
    ],
)
def test_a_name_that_is_cleaned(name: str, cleaned: str) -> None:
    """What cannot be seen goes; what a script needs stays."""
    assert clean_name(name) == cleaned


@given(st.text(st.characters(), max_size=60))
def test_every_cleaned_name_is_short_visible_and_stays_the_same(name: str) -> None:
    """Over all of Unicode."""
    cleaned = clean_name(name)
    assert len(cleaned) <= LONGEST_NAME
    assert cleaned == cleaned.strip()
    assert clean_name(cleaned) == cleaned
    assert not [sign for sign in cleaned if unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp")]
    assert not [
        sign for sign in cleaned if unicodedata.bidirectional(sign) in ("LRO", "RLO", "LRI", "RLI", "FSI", "PDI")
    ]


def _given(choosing: Choosing, tries: list[tuple[str, str]]) -> Mapping[str, str]:
    """Return what somebody has chosen who tried these for these commands, one after the other."""
    own: Mapping[str, str] = {}
    for what, name in tries:
        own = choosing.given(own, what, name) if choosing.may_take(own, what, name) else own
    return own


def _choices(choosing: Choosing, *names: str) -> st.SearchStrategy[Mapping[str, str]]:
    """Return what anybody can have chosen."""
    tries = st.tuples(st.sampled_from(tuple(choosing.usual)), st.sampled_from(names))
    return st.lists(tries).map(lambda tried: _given(choosing, tried))


@limited(max_examples=40)
@given(
    st.builds(
        Settings,
        **{name: st.sampled_from(values) for name, values in CHOICES.items() if name != "volume"},
        called=st.dictionaries(
            st.sampled_from(("you", "our-year.sam", "a.b")),
            st.builds(Called, st.sampled_from(("Zoë", "Ann Lee", "李")), st.sampled_from(PRONOUNS)),
        ),
        volume=st.integers(0, 100),
        keys=_choices(KEYS, "j", "h", "f7", "space"),
        buttons=_choices(BUTTONS, "a", "x", "paddle 1", "button 9", ""),
    )
)
def test_all_settings_there_and_back(kept: Settings) -> None:
    """Whatever can be chosen is understood when it is read."""
    assert settings._understood(json.loads(settings._dumps(kept)) | {}) == Read(
        kept, ("There is no setting `format`; it is left out.", "There is no setting `version`; it is left out.")
    )
