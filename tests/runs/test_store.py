"""The journal: names, order, broken neighbours, and two windows at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from game.runs.run import BadRun
from game.runs.store import Store
from game.runs.trouble import AlreadyOpen, CannotKeep, CannotRead
from tests.runs.disks import QuickDisk
from tests.runs.kept import DATA, RUN, changed, longer
from tests.runs.test_run import RUNS


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return a new journal."""
    opened = Store(tmp_path / "runs", QuickDisk())
    yield opened
    opened.close()


def begun(store: Store, count: int) -> list[str]:
    """Keep so many runs."""
    keys = []
    for number in range(count):
        keys.append(store.new_key("sample"))
        store.save(keys[-1], replace(RUN, seed=number))
    return keys


def test_names_are_numbered_and_say_nothing_else(store: Store) -> None:
    """A name is the story's id and a number."""
    assert begun(store, 3) == ["sample-0001.json", "sample-0002.json", "sample-0003.json"]
    assert store.new_key("our-year") == "our-year-0004.json"


def test_an_empty_journal_has_no_folder(store: Store) -> None:
    """Nothing is made before it is needed."""
    assert (store.list(), store.keys(), store.belongings()) == ((), set(), ())
    assert not store.folder.exists()


def test_a_run_is_released_as_often_as_one_likes(store: Store) -> None:
    """Also one that was never open; only then may another window open it."""
    key, other = begun(store, 1)[0], Store(store.folder, QuickDisk())
    with pytest.raises(AlreadyOpen):
        other.load(key)
    for _time in range(2):
        store.release(key)
    assert other.load(key).run.seed == 0
    other.close()


def test_a_journal_in_which_every_number_is_taken_is_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other windows hold all that are tried; nobody tries for ever."""
    monkeypatch.setattr("game.runs.store._ATTEMPTS", 2)
    monkeypatch.setattr(store, "keys", set)  # as they were before the others began theirs
    other = Store(store.folder, QuickDisk())
    for _number in (1, 2):
        other.new_key("sample")
    with pytest.raises(CannotKeep, match=r"No new run could be begun in .*runs\."):
        store.new_key("sample")
    other.close()


def test_what_is_saved_is_loaded(store: Store) -> None:
    """In this window and in the next."""
    key = begun(store, 1)[0]
    assert store.load(key).run == replace(RUN, seed=0)
    store.close()
    assert Store(store.folder, QuickDisk()).load(key).run == replace(RUN, seed=0)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(RUNS)
def test_any_run_that_is_saved_is_loaded(tmp_path: Path, run: object) -> None:
    """There and back for every run that there can be."""
    journal = Store(tmp_path / "any", QuickDisk())
    key = journal.new_key("sample")
    journal.save(key, run)  # type: ignore[arg-type]  # fixtures hide what hypothesis gives
    journal.close()
    assert journal.load(key).run == run
    journal.close()


def test_v25_the_number_orders_and_not_the_clock(store: Store) -> None:
    """The latest is the one begun last, whatever its dates say."""
    for saved in ("2100-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "2026-01-01T00:00:00Z"):
        store.save(store.new_key("sample"), replace(RUN, saved=saved))
    assert [listed.number for listed in store.list()] == [3, 2, 1]


def test_the_latest_is_found_without_reading_the_others(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A long journal does not slow the title."""
    begun(store, 3)
    listed = store.latest_first()
    assert next(listed).number == 3
    monkeypatch.delattr("game.runs.kept.RunFile.peek")
    with pytest.raises(AttributeError):
        next(listed)


def test_the_number_orders_across_stories(store: Store) -> None:
    """Names of stories do not, and a longer number is a later one."""
    store.folder.mkdir()
    for name in ("zoo-0002.json", "a-0003.json", "mid-10000.json"):
        store.save(name, RUN)
    assert [listed.key for listed in store.list()] == ["mid-10000.json", "a-0003.json", "zoo-0002.json"]
    assert store.new_key("b") == "b-10001.json"


def test_a_broken_run_is_listed_and_spoils_nothing(store: Store) -> None:
    """Each broken one has its sentence; what is not ours is not listed."""
    begun(store, 5)
    names = [f"sample-000{number}.json" for number in range(1, 6)]
    for name in names[:4]:
        (store.folder / f"{name}.previous").unlink(missing_ok=True)
    (store.folder / names[0]).write_bytes(b"<html>")
    (store.folder / names[1]).write_bytes(changed(version=9))
    (store.folder / names[2]).unlink()
    (store.folder / names[2]).mkdir()
    for other in ("notes.txt", "sample-1.json", "Sample-0009.json", "sample-0009.json.bak"):
        (store.folder / other).write_bytes(b"mine")
    listed = {each.key: each for each in store.list()}
    assert sorted(listed) == names
    assert [key for key in names if listed[key].run] == names[3:]
    assert listed[names[0]].trouble == "This file is not a run of this game."
    assert "newer version of the game (format 9" in str(listed[names[1]].trouble)
    assert "is no plain file" in str(listed[names[2]].trouble)


def test_a_damaged_run_with_one_before_it_is_listed_with_that(store: Store) -> None:
    """It can still be opened, and the sentence says what happened."""
    key = begun(store, 1)[0]
    store.save(key, longer(RUN, 1))
    (store.folder / key).write_bytes(DATA[:50])
    listed = store.list()[0]
    assert listed.run == replace(RUN, seed=0)
    assert str(listed.trouble).startswith("This file is incomplete: it stops after 50 bytes. Opened instead:")


def test_a_number_is_not_used_again_while_anything_of_it_is_there(store: Store) -> None:
    """A damaged file keeps its number for itself."""
    begun(store, 2)
    (store.folder / "sample-0002.json").rename(store.folder / "sample-0002.json.damaged")
    store.close()
    assert store.new_key("sample") == "sample-0003.json"


def test_two_windows_begin_two_runs(store: Store) -> None:
    """A name that one window has taken is held, before anything is kept under it."""
    other = Store(store.folder, QuickDisk())
    assert [store.new_key("sample"), other.new_key("sample"), store.new_key("sample")] == [
        "sample-0001.json",
        "sample-0002.json",
        "sample-0003.json",
    ]
    other.close()


def test_v24_a_run_that_is_open_elsewhere_is_told(store: Store) -> None:
    """It can be listed there, but not opened or deleted."""
    key, other = begun(store, 1)[0], Store(store.folder, QuickDisk())
    for attempt in (other.load, other.delete):
        with pytest.raises(AlreadyOpen, match="is already open in another window"):
            attempt(key)
    assert other.list()[0].run == replace(RUN, seed=0)
    store.release(key)
    assert other.load(key).run == replace(RUN, seed=0)
    other.close()


def test_200_interleavings_of_two_windows_lose_no_answer(store: Store) -> None:
    """Whoever is not told to wait has the run, and what it keeps stays kept."""
    key, other, kept = begun(store, 1)[0], Store(store.folder, QuickDisk()), replace(RUN, seed=0)
    store.release(key)
    for turn in range(200):
        here = (store, other)[turn * 7919 % 11 % 2]
        there = other if here is store else store
        loaded = here.load(key).run
        assert loaded == kept
        kept = longer(loaded, turn % 3)
        with pytest.raises(AlreadyOpen):
            there.save(key, RUN)
        here.save(key, kept)
        here.release(key)


def test_deleting_takes_the_run_and_leaves_the_others(store: Store) -> None:
    """All generations of one run go."""
    keys = begun(store, 2)
    store.save(keys[0], RUN)
    store.delete(keys[0])
    assert [listed.key for listed in store.list()] == [keys[1]]
    assert not [each for each in store.folder.iterdir() if keys[0] in each.name]


@pytest.mark.parametrize(
    "key", ["../sample-0001.json", "sample-0001.json/../x", "CON", "", "a\0b", "sample-0001.json\n"]
)
def test_c10_a_name_is_never_a_path(store: Store, key: str) -> None:
    """Only the journal's own names are opened."""
    for attempt in (store.load, store.delete):
        with pytest.raises(CannotRead, match="There is no run named"):
            attempt(key)


def test_v26_leftovers_of_a_killed_game_are_swept(store: Store) -> None:
    """Those of a run that is open in another window stay, and so does everything that is not ours."""
    keys, number = begun(store, 2), "0123456789abcdef"
    store.release(keys[0])
    for name in (f".{keys[0]}.{number}.tmp", f".{keys[0]}.lock", f".{keys[1]}.{number}.tmp", ".other.tmp"):
        (store.folder / name).write_bytes(b"")
    Store(store.folder, QuickDisk()).sweep()
    hidden = sorted(each.name for each in store.folder.iterdir() if each.name.startswith("."))
    assert hidden == [".other.tmp", f".{keys[1]}.{number}.tmp", f".{keys[1]}.lock"]


def test_a_folder_that_is_a_file_is_a_sentence(tmp_path: Path) -> None:
    """Neither listing nor beginning a run ends in a traceback."""
    (tmp_path / "runs").write_bytes(b"")
    journal = Store(tmp_path / "runs")
    with pytest.raises(CannotRead):
        journal.list()
    with pytest.raises(CannotKeep):
        journal.new_key("sample")
    journal.sweep()


def test_an_id_that_cannot_be_a_name_is_refused(store: Store) -> None:
    """A story with an impossible id keeps nothing."""
    with pytest.raises(CannotKeep):
        store.new_key("../x")


def test_a_broken_run_is_refused_with_its_sentence(store: Store) -> None:
    """Opening tells the same as the list."""
    key = begun(store, 1)[0]
    (store.folder / key).write_bytes(b"[]")
    with pytest.raises(BadRun, match=r"This file is not a run of this game\."):
        store.load(key)
