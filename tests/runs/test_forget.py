"""Forgetting everything: what is ours goes, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.runs import settings
from game.runs.forget import belongings, forget
from game.runs.places import Places
from game.runs.reading import Reading
from game.runs.store import Store
from game.settings import Settings
from game.story.events import Said
from game.story.text import Words
from tests.runs.kept import RUN


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Return places with two runs, a damaged one, leftovers, and settings."""
    found = Places(tmp_path / "data/runs", tmp_path / "config/settings.json", tuple(tmp_path / name for name in OWN))
    store = Store(found.runs)
    for _run in range(2):
        key = store.new_key("sample")
        store.save(key, RUN)
        store.save(key, RUN)
    store.close()
    for words in ("It rains.", "It snows."):
        Reading(found.reading).add([Said((Words(words),), None, None)])
    settings.save(found.settings, Settings())
    settings.save(found.settings, Settings(volume=3))
    for name in ("sample-0001.json.damaged", ".sample-0009.json.0123456789abcdef.tmp", ".sample-0009.json.lock"):
        (found.runs / name).write_bytes(b"")
    return found


OWN = ("data/runs", "data", "config")


def test_everything_of_ours_is_listed(places: Places) -> None:
    """Whoever is asked can see what would go."""
    assert [each.name for each in belongings(places)] == [
        ".sample-0009.json.0123456789abcdef.tmp",
        ".sample-0009.json.lock",
        "sample-0001.json",
        "sample-0001.json.damaged",
        "sample-0001.json.previous",
        "sample-0002.json",
        "sample-0002.json.previous",
        "read.json",
        "read.json.previous",
        "settings.json",
        "settings.json.previous",
    ]


def test_nothing_of_ours_stays(places: Places, tmp_path: Path) -> None:
    """Folders that are left empty go too."""
    assert forget(places) == ()
    assert list(tmp_path.iterdir()) == []
    assert forget(places) == ()


def test_what_is_not_ours_stays(places: Places, tmp_path: Path) -> None:
    """A letter in our folder is not ours, and neither is a folder that holds one."""
    letter, config = places.runs / "letter.txt", places.settings.with_name("other.json")
    letter.write_text("Dear Sam", encoding="utf-8")
    config.write_text("{}", encoding="utf-8")
    assert forget(places) == ()
    assert sorted(each for each in tmp_path.rglob("*") if each.is_file()) == sorted([letter, config])


def test_a_run_that_is_open_stays_and_is_told(places: Places) -> None:
    """The others go."""
    window = Store(places.runs)
    window.load("sample-0002.json")
    troubles = forget(places)
    assert len(troubles) == 1
    assert "sample-0002.json is already open in another window" in troubles[0]
    window.close()
    assert [listed.key for listed in window.list()] == ["sample-0002.json"]


def test_what_cannot_be_deleted_is_told_and_stays(places: Places) -> None:
    """One sentence each, with the reason; everything else goes."""
    stays = [places.runs / "sample-0002.json.damaged", places.settings.with_name("settings.json.damaged")]
    for folder in stays:
        folder.mkdir()
    run, kept = forget(places)
    assert run.startswith(f"{stays[0].with_name('sample-0002.json')} could not be deleted: ")
    assert kept.startswith(f"{stays[1]} could not be deleted: ")
    assert {each.name.split(".")[0] for each in belongings(places)} == {"sample-0002", "settings"}


def test_a_journal_that_cannot_be_looked_into_is_told(tmp_path: Path) -> None:
    """What lies beside it goes all the same."""
    places = Places(tmp_path / "runs", tmp_path / "settings.json", (tmp_path,))
    settings.save(places.settings, Settings())
    places.runs.write_bytes(b"")
    assert forget(places) == (f"{places.runs} could not be read: the folder does not exist.",)
    assert list(tmp_path.iterdir()) == [places.runs]
