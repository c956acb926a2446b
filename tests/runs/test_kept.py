"""One run's file: its generations, what is repaired, and what stays untouched."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.runs.kept import RunFile
from game.runs.run import BadRun, dumps
from game.runs.trouble import AlreadyOpen, CannotKeep, CannotRead, NoFile
from tests.runs.kept import DATA, RUN, changed, longer, whole

SECOND = longer(RUN, 1)
DAMAGES = {"empty": b"", "cut": DATA[:100], "zeroes": bytes(300), "edited": DATA.replace(b"wait", b"curry")}


def twice_kept(folder: Path) -> Path:
    """Return a file with one before it."""
    path = folder / "run.json"
    with RunFile(path) as file:
        file.save(RUN)
        file.save(SECOND)
    return path


def names(folder: Path) -> list[str]:
    """Return what lies in a folder."""
    return sorted(each.name for each in folder.iterdir())


def test_what_is_kept_is_opened(tmp_path: Path) -> None:
    """The newest run comes back, with nothing to tell."""
    with RunFile(twice_kept(tmp_path)) as file:
        loaded = file.open()
    assert (loaded.run, loaded.notice, loaded.trouble) == (SECOND, None, None)


def test_the_one_before_is_kept_and_no_other_file(tmp_path: Path) -> None:
    """After a save and a release there are the newest and the previous."""
    path = twice_kept(tmp_path)
    assert names(tmp_path) == ["run.json", "run.json.previous"]
    assert whole(path.with_name("run.json.previous")) == RUN


@pytest.mark.parametrize("kind", DAMAGES)
def test_a_damaged_run_is_kept_aside_and_the_one_before_it_opened(tmp_path: Path, kind: str) -> None:
    """The notice says what was wrong, what was opened instead, and where the damaged file is."""
    path = twice_kept(tmp_path)
    path.write_bytes(DAMAGES[kind])
    with RunFile(path) as file:
        loaded = file.open()
    assert loaded.run == RUN
    assert str(loaded.notice).endswith(
        "Opened instead: the one kept before it, with 2 answers, of 2026-01-31T18:09:30Z. "
        "The damaged file is kept as run.json.damaged."
    )
    assert path.with_name("run.json.damaged").read_bytes() == DAMAGES[kind]
    assert whole(path) == whole(path.with_name("run.json.previous")) == RUN


def test_the_whole_notice_reads_well(tmp_path: Path) -> None:
    """One case word by word."""
    path = twice_kept(tmp_path)
    path.write_bytes(b"")
    with RunFile(path) as file:
        notice = file.open().notice
    assert notice == (
        "This file is empty, probably after a crash or on a full disk. Opened instead: the one kept before it, "
        "with 2 answers, of 2026-01-31T18:09:30Z. The damaged file is kept as run.json.damaged."
    )


@pytest.mark.parametrize("newest", ["whole", "damaged"])
@pytest.mark.parametrize("before", ["whole", "damaged", "absent"])
def test_every_mixture_of_whole_and_damaged(tmp_path: Path, newest: str, before: str) -> None:
    """A whole one is opened if there is any; if not, it is refused and every byte stays where it is."""
    path = twice_kept(tmp_path)
    previous = path.with_name("run.json.previous")
    if newest == "damaged":
        path.write_bytes(b"{")
    if before == "damaged":
        previous.write_bytes(DATA[:-5])
    elif before == "absent":
        previous.unlink()
    there = {each.name: each.read_bytes() for each in tmp_path.iterdir()}
    with RunFile(path) as file:
        if newest == "whole":
            assert file.open().run == SECOND
        elif before == "whole":
            assert file.open().run == RUN
        else:
            with pytest.raises(BadRun, match="This file is incomplete: it stops after 1 byte"):
                file.open()
            assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == there


@pytest.mark.parametrize("data", [changed(version=3), changed(mood="blue"), changed(me=3)])
def test_v10_a_file_of_a_newer_game_is_left_byte_for_byte(tmp_path: Path, data: bytes) -> None:
    """It is refused even though one before it would do, and a save does not touch it either."""
    path = twice_kept(tmp_path)
    path.write_bytes(data)
    with RunFile(path) as file:
        with pytest.raises(BadRun):
            file.open()
        with pytest.raises(CannotKeep, match=r"The run could not be kept in .*run\.json: "):
            file.save(SECOND)
    assert path.read_bytes() == data
    assert names(tmp_path) == ["run.json", "run.json.previous"]


def test_a_picture_named_by_mistake_is_left_as_it_is(tmp_path: Path) -> None:
    """`--run photo.png` is refused; the photo keeps its name and its bytes."""
    photo = tmp_path / "photo.png"
    photo.write_bytes(b"\x89PNG")
    with RunFile(photo) as file, pytest.raises(BadRun, match=r"This file is not a run of this game\."):
        file.open()
    assert (photo.read_bytes(), names(tmp_path)) == (b"\x89PNG", ["photo.png"])


def test_looking_changes_nothing(tmp_path: Path) -> None:
    """`peek` takes the one before a damaged one and leaves both."""
    path = twice_kept(tmp_path)
    path.write_bytes(b"")
    assert RunFile(path).peek().run == RUN
    assert path.read_bytes() == b""
    assert names(tmp_path) == ["run.json", "run.json.previous"]


def test_a_deleted_file_comes_back_only_if_asked(tmp_path: Path) -> None:
    """Whoever deletes a file means it; in the journal, where nobody does by hand, the one before it is offered."""
    path = twice_kept(tmp_path)
    path.unlink()
    with RunFile(path) as file, pytest.raises(NoFile):
        file.open()
    with RunFile(path) as file:
        assert file.open(revive=True).run == RUN
    assert whole(path) == RUN


def test_a_file_damaged_while_it_is_open_never_becomes_the_previous_one(tmp_path: Path) -> None:
    """A save over a damaged file sets it aside and keeps the whole one before it."""
    path = twice_kept(tmp_path)
    with RunFile(path) as file:
        file.open()
        path.write_bytes(b"rot")
        file.save(longer(RUN, 2))
    assert (whole(path), whole(path.with_name("run.json.previous"))) == (longer(RUN, 2), RUN)
    assert path.with_name("run.json.damaged").read_bytes() == b"rot"


def test_answers_that_an_edit_of_the_story_cost_are_kept(tmp_path: Path) -> None:
    """The longer run from before the edit stays beside the file, however often is saved after it."""
    path = twice_kept(tmp_path)
    edited = replace(RUN, story_hash="0" * 64, choices=RUN.choices[:1])
    with RunFile(path) as file:
        file.save(edited)
        file.save(longer(edited, 1))
        file.save(longer(edited, 2))
    assert whole(path.with_name("run.json.earlier")) == SECOND
    assert names(tmp_path) == ["run.json", "run.json.earlier", "run.json.previous"]


def test_taking_back_answers_keeps_no_extra_file(tmp_path: Path) -> None:
    """That is the player's own wish."""
    path = twice_kept(tmp_path)
    with RunFile(path) as file:
        file.save(RUN)
    assert names(tmp_path) == ["run.json", "run.json.previous"]


def test_v24_a_second_window_is_told(tmp_path: Path) -> None:
    """Opening, saving and deleting are refused there; looking is not."""
    path = twice_kept(tmp_path)
    first, second = RunFile(path), RunFile(path)
    first.open()
    for attempt in (second.open, lambda: second.save(RUN), second.delete):
        with pytest.raises(AlreadyOpen) as refused:
            attempt()
        assert str(refused.value) == f"{path} is already open in another window."
    assert second.peek().run == SECOND
    first.release()
    assert second.open().run == SECOND
    second.release()


def test_deleting_removes_every_generation_and_nothing_else(tmp_path: Path) -> None:
    """What only looks alike stays."""
    path = twice_kept(tmp_path)
    for name in ("run.json.damaged", "run.json.damaged-2", "run.json.earlier", "run.json.damaged.txt", "run.jsonx"):
        (tmp_path / name).write_bytes(b"")
    RunFile(path).delete()
    assert names(tmp_path) == ["run.json.damaged.txt", "run.jsonx"]


def test_a_run_where_nothing_can_be_written_is_opened_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A read-only folder: the run is there, with a sentence that it cannot be kept further."""
    path = twice_kept(tmp_path)

    def refused(_path: Path) -> None:
        raise CannotKeep("The disk can only be read.")

    monkeypatch.setattr("game.runs.lock.hold", refused)
    loaded = RunFile(path).open()
    assert (loaded.run, loaded.trouble) == (SECOND, "The disk can only be read.")


def test_an_impossible_path_is_refused() -> None:
    """It never becomes a traceback."""
    with pytest.raises((CannotRead, CannotKeep)):
        RunFile(Path("a\0b")).save(RUN)


def test_v25_odd_dates_are_only_labels(tmp_path: Path) -> None:
    """Runs of 1970, 2100 and with time going backwards open as they are."""
    path = tmp_path / "run.json"
    for saved in ("1970-01-01T00:00:00Z", "2100-12-31T23:59:59Z", "1969-07-20T20:17:40Z"):
        path.write_bytes(dumps(replace(RUN, saved=saved)))
        with RunFile(path) as file:
            assert file.open().run.saved == saved
