"""Class mode: one file without a name in the folder of the class, and nothing else anywhere."""

from __future__ import annotations

import errno
import io
from pathlib import Path

import pytest

from game.classroom.gather import find, gather
from game.host import Refusal
from game.library import Library
from game.runs.handed import hand_in
from game.runs.run import Run, loads
from game.runs.trouble import CannotKeep
from game.runs.words import WORDS
from game.settings import Settings
from game.story.called import Called
from game.story.fingerprint import fingerprint
from game.story.names import STORY_ID_PATTERN
from game.terminal.console import Console
from game.terminal.read import Reading
from tests.runs.disks import FailingDisk

RUN = Run(
    story_id="flatmates",
    story_hash="0" * 64,
    seed=3,
    choices=("rooms.swap",),
    finished=False,
    started="2026-01-31T18:05:00Z",
    saved="2026-01-31T18:06:00Z",
)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the game would keep things."""
    monkeypatch.setenv("ME_AND_WE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a class."""
    (tmp_path / "class").mkdir()
    return tmp_path / "class"


def attending(folder: Path) -> Library:
    """Return a host in class mode."""
    library = Library("flatmates")
    library.attend(str(folder))
    return library


def answered(library: Library, many: int = 2) -> object:
    """Return a play after its first answers."""
    play = library.start("flatmates", seed=5)
    for _ in range(many):
        assert play.session.offered
        play.session.pick(play.session.offered.options[0].id)
    return play


def everything(place: Path) -> list[str]:
    """Return all files below a folder, hidden ones too."""
    return sorted(str(file.relative_to(place)) for file in place.rglob("*"))


class TestNothingElseIsKept:
    """Not by playing, not by settings, not by looking."""

    def test_a_whole_lesson_leaves_one_file(self, home: Path, folder: Path, tmp_path: Path) -> None:
        """Settings changed, a run played to its end, handed in twice: one file, and no folder of the game's own."""
        library = attending(folder)
        assert library.keep(Settings(theme="dark")) is None
        assert library.runs() == ()
        assert library.latest() is None
        play = library.start("flatmates", seed=5)
        assert play.hand_in
        while play.session.offered:
            play.session.pick(play.session.offered.options[0].id)
            first = play.hand_in()
        assert play.hand_in() == first
        assert everything(tmp_path) == ["class", f"class/{first}"]
        assert not home.exists()
        assert library.settings.theme == "dark"

    def test_names_of_others_are_not_shown(self, home: Path, folder: Path) -> None:
        """On a shared account a pupil does not meet the names that somebody chose before; the looks stay."""
        before = Library("flatmates")
        before.keep(Settings(called={"you": Called("Jamie", "he")}, text_size=140))
        kept = everything(home)
        library = attending(folder)
        assert library.settings.called == {}
        assert library.settings.text_size == 140
        assert not library.settings.sound
        library.keep(Settings(text_size=200))
        assert everything(home) == kept
        assert Library("flatmates").settings.called["you"].name == "Jamie"

    def test_runs_that_were_kept_before_are_out_of_reach(self, home: Path, folder: Path) -> None:
        """Neither listed nor opened."""
        kept = Library("flatmates")
        play = answered(kept)
        assert home.exists()
        assert play
        key = kept.runs()[0].key
        library = attending(folder)
        assert library.runs() == ()
        with pytest.raises(Refusal, match="class mode"):
            library.resume(key)

    def test_no_other_file_is_written_or_opened(self, home: Path, folder: Path, tmp_path: Path) -> None:
        """Neither a picture nor a page nor a copy, and no run from a stick goes on there."""
        library = attending(folder)
        play = library.start("flatmates", seed=5)
        for refused in (
            lambda: library.keep_picture(b"PNG"),
            lambda: library.keep_page(play),
            lambda: library.copy("flatmates-0001.json", str(tmp_path / "copy.json")),
            lambda: library.bring(str(tmp_path / "run.json")),
        ):
            with pytest.raises(Refusal, match="In class mode"):
                refused()
        assert everything(tmp_path) == ["class"]
        assert not home.exists()


class TestHandingIn:
    """The file that a class hands in."""

    def test_it_is_an_ordinary_run_under_a_neutral_name(self, home: Path, folder: Path) -> None:
        """The story and a word; the class map counts it like any other."""
        library = attending(folder)
        play = library.start("flatmates", seed=5)
        assert play.session.offered
        play.session.pick(play.session.offered.options[0].id)
        assert play.hand_in
        name = play.hand_in()
        assert not home.exists()
        story, _hyphen, word = name.removesuffix(".json").rpartition("-")
        assert (story, word in WORDS.split()) == ("flatmates", True)
        run = loads((folder / name).read_bytes())
        assert run.choices == play.session.picks
        model = play.session.story
        found, left = find(folder)
        gathered = gather(model, fingerprint(model), found)
        assert (len(gathered.runs), left, gathered.left) == (1, (), ())

    def test_a_file_that_is_there_is_never_written_over(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Two pupils who draw the same word at the same moment both keep their run."""
        drawn = iter(("maple", "maple", "maple", "oak"))
        monkeypatch.setattr("game.runs.handed.secrets.choice", lambda _words: next(drawn))
        places = [hand_in(folder, RUN), hand_in(folder, RUN)]
        assert [place.name for place in places] == ["flatmates-maple.json", "flatmates-oak.json"]

    @pytest.mark.parametrize("at", [1, 2, 3, 4])
    def test_what_could_not_be_finished_is_removed(self, at: int, folder: Path) -> None:
        """A full disk leaves no half of a run behind, whichever call fails, and is told in a sentence."""
        with pytest.raises(CannotKeep, match="the disk is full"):
            hand_in(folder, RUN, FailingDisk(at, errno.ENOSPC, stays=False))
        assert everything(folder) == []

    def test_a_second_copy_takes_the_place_of_the_first(self, home: Path, folder: Path) -> None:
        """One run out, also for whoever saves in the middle and again at the end."""
        library = attending(folder)
        play = library.start("flatmates", seed=5)
        assert play.hand_in
        names = set()
        while play.session.offered:
            play.session.pick(play.session.offered.options[0].id)
            names.add(play.hand_in())
        assert not home.exists()
        assert len(names) == 1
        assert loads((folder / names.pop()).read_bytes()).finished

    def test_a_folder_that_is_gone_is_told(self, folder: Path) -> None:
        """Nothing is lost: the play goes on, and the copy can be saved once the drive is back."""
        library = attending(folder)
        play = library.start("flatmates", seed=5)
        folder.rmdir()
        assert play.hand_in
        with pytest.raises(Refusal, match="folder does not exist"):
            play.hand_in()
        folder.mkdir()
        assert (folder / play.hand_in()).exists()

    @pytest.mark.parametrize("named", ["", "   ", "nowhere/at/all", "file", "bad\0name"])
    def test_only_a_folder_that_is_there_will_do(self, named: str, tmp_path: Path, folder: Path) -> None:
        """One that is missing is more likely a drive that is not connected; it is not made."""
        (tmp_path / "file").write_text("", encoding="utf-8")
        assert folder
        wanted = str(tmp_path / named) if named.strip() else named
        with pytest.raises(Refusal, match="There is no folder"):
            Library().attend(wanted)


def test_the_words_are_fit_for_names() -> None:
    """Each once, in small letters, enough for a class, and a name of a story and a word is still a plain one."""
    words = WORDS.split()
    assert len(words) == len(set(words)) >= 150
    assert all(STORY_ID_PATTERN.fullmatch(f"our-year-{word}") and len(word) > 2 for word in words)


def test_the_prompt_asks_for_the_copy_at_the_end(home: Path, folder: Path) -> None:
    """Nobody is asked for a name, and the answer to the question writes one file."""
    library = attending(folder)
    play = library.start("flatmates", seed=5)
    output = io.StringIO()
    typed = "1\n" * 6 + "yes\n"
    Reading(library, play, Console(io.StringIO(typed), output)).run()
    assert "Save a copy for class? [yes/no]" in output.getvalue()
    assert len(everything(folder)) == 1
    assert not home.exists()
