"""Files of the player's choice: copies of runs, runs that are brought along, and where files go."""

from __future__ import annotations

from pathlib import Path

import pytest

from game import copies
from game.host import Refusal
from game.library import Library
from game.runs.places import places


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own, and a journal in it."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("ME_AND_WE_HOME", str(tmp_path / "kept"))
    return tmp_path


@pytest.fixture
def key() -> str:
    """Begin a run of the shipped story and give an answer; returns its key."""
    play = Library().start("our-year", seed=1)
    offered = play.session.offered
    assert offered
    play.session.pick(offered.options[0].id)
    play.close()
    return Library().runs()[0].key


def test_a_copy_is_the_run_and_is_told(home: Path, key: str) -> None:
    """It goes on where the run stood, in a file of its own; the run stays as it is."""
    told = Library().copy(key, str(home / "usb.json"))
    assert told == f"The copy is here: {home / 'usb.json'}"
    before = (places().runs / key).read_bytes()
    play = Library().bring(str(home / "usb.json"))
    assert len(play.session.picks) == 1
    assert play.file == str(home / "usb.json")
    play.session.skip()
    play.close()
    assert (places().runs / key).read_bytes() == before
    assert len(Library().bring(str(home / "usb.json")).session.picks) == 2


@pytest.mark.parametrize(
    ("typed", "name"), [("~/a", "a.json"), ("'~/a b.json'", "a b.json"), ("~", "KEY"), (" ~/a.txt ", "a.txt")]
)
def test_a_place_is_understood_as_people_type_it(home: Path, key: str, typed: str, name: str) -> None:
    """With a tilde, in quotes, as a folder, or without an ending."""
    Library().copy(key, typed)
    assert (home / name.replace("KEY", key)).is_file()


def test_nothing_is_written_over(home: Path, key: str) -> None:
    """Neither a file nor a link that leads nowhere."""
    (home / "there.json").write_text("mine", encoding="utf-8")
    (home / "link.json").symlink_to(home / "nowhere")
    for name in ("there.json", "link.json"):
        with pytest.raises(Refusal, match=r"There is a file .* already"):
            Library().copy(key, str(home / name))
    assert (home / "there.json").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "No file was named."),
        ("  ''  ", "No file was named."),
        ("~/no/folder/x.json", "the folder does not exist"),
        ("a\0b", "could not be written|is no place"),
        ("x" * 300, "the name is too long"),
    ],
)
def test_what_is_wrong_with_a_place_is_a_sentence(home: Path, key: str, typed: str, sentence: str) -> None:
    """Never a traceback, and nothing is left behind."""
    before = sorted(home.iterdir())
    with pytest.raises(Refusal, match=sentence):
        Library().copy(key, typed)
    assert sorted(home.iterdir()) == before


@pytest.mark.parametrize("content", [b"", b"<html>", b"[]", b"{}", bytes(99), None])
def test_what_is_no_run_is_refused_and_left_as_it_is(home: Path, content: bytes | None) -> None:
    """A file that is not there is not made either."""
    file = home / "run.json"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(Refusal):
        Library().bring(str(file))
    assert (file.read_bytes() if file.exists() else None) == content
    with pytest.raises(Refusal, match="There is no file"):
        Library().bring("x" * 300)
    with pytest.raises(Refusal, match="is no plain file"):
        Library().bring(str(home))


def test_a_run_that_is_open_is_told(key: str) -> None:
    """Dropping the file of the very run that is played does no harm."""
    library = Library()
    play = library.resume(key)
    with pytest.raises(Refusal, match="already open in another window"):
        Library().bring(str(places().runs / key))
    play.close()


def test_files_go_to_the_users_own_folders(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless they have none, or one folder was named for everything: then beside the runs."""
    beside = places().runs.parent
    assert copies.documents(places()) == copies.pictures(places()) == beside
    monkeypatch.delenv("ME_AND_WE_HOME")
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(home / "papers"))
    monkeypatch.setenv("XDG_PICTURES_DIR", str(home / "images"))
    assert copies.documents(places()) == places().runs.parent
    (home / "papers").mkdir()
    (home / "images").mkdir()
    assert copies.documents(places()) == home / "papers"
    assert copies.pictures(places()) == home / "images"


def test_a_free_name_is_free(home: Path) -> None:
    """Two pictures of the same minute lie side by side."""
    one = copies.write(copies.free(home, "me-and-we", ".png"), b"1")
    other = copies.write(copies.free(home, "me-and-we", ".png"), b"2")
    assert one != other
    assert sorted(home.iterdir()) == sorted((one, other))


def test_a_picture_and_a_page_are_kept_and_told(home: Path, key: str) -> None:
    """Beside the runs, where one folder was named for everything; the page bears nobody's own name."""
    library = Library()
    beside = places().runs.parent
    told = library.keep_picture(b"\x89PNG")
    (picture,) = beside.glob("me-and-we *.png")
    assert told == f"The picture is here: {picture}"
    assert picture.read_bytes() == b"\x89PNG"
    play = library.resume(key)
    told = library.keep_page(play)
    play.close()
    (page,) = beside.glob("our-year *.html")
    assert told == f"The page is here: {page}"
    assert "Our Year" in page.read_text(encoding="utf-8")
    assert home


def test_a_trial_has_no_page() -> None:
    """It begins in the middle of its story."""
    library = Library("our-year")
    with pytest.raises(Refusal, match="A trial has no page"):
        library.keep_page(library.trial("dinner", ""))


def test_a_home_without_room_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where nothing can be kept, no picture can be either."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("ME_AND_WE_HOME", str(tmp_path / "file" / "in"))
    with pytest.raises(Refusal, match="the folder does not exist"):
        Library().keep_picture(b"")
