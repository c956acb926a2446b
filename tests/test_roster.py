"""Several players on one computer: each with runs and settings of their own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.host import Refusal
from game.library import Library
from game.story.called import Called


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home."""
    monkeypatch.setenv("ME_AND_WE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def played(library: Library) -> None:
    """Give one answer in the shipped story."""
    play = library.start("our-year", seed=1)
    assert play.session.offered
    play.session.pick(play.session.offered.options[0].id)
    play.close()


def test_nobody_is_asked_for_a_name(home: Path) -> None:
    """One player alone leaves no trace of players."""
    library = Library()
    played(library)
    assert library.players.now == ""
    assert library.players.names() == ("",)
    assert not (home / "players").exists()


def test_runs_and_settings_are_apart() -> None:
    """A new player sees the game as it looked, without the names of the one before, and none of their runs."""
    library = Library()
    library.keep(replace(library.settings, text_size=140, called={"you": Called("Robin", "they")}))
    played(library)
    assert library.players.become("Kim") is None
    assert (library.settings.text_size, library.settings.called) == (140, {})
    assert library.runs() == ()
    library.keep(replace(library.settings, theme="dark"))
    played(library)
    played(library)
    assert len(library.runs()) == 2
    library.players.become("")
    assert (library.settings.theme, library.settings.called["you"].name) == ("light", "Robin")
    assert len(library.runs()) == 1


def test_whoever_played_last_plays_at_the_next_start() -> None:
    """However they are capitalised, nobody is there twice."""
    Library().players.become("Kim")
    again = Library()
    assert again.players.now == "Kim"
    again.players.become("KIM")
    assert again.players.names() == ("", "Kim")


def test_a_name_that_cannot_be_seen_is_refused() -> None:
    """It would be a player whom nobody could pick."""
    with pytest.raises(Refusal, match="Nothing of this name can be seen"):
        Library().players.become("\u200b\u202e")


def test_somebody_new_whose_folder_cannot_be_made_is_refused(home: Path) -> None:
    """And whoever plays goes on."""
    home.mkdir()
    (home / "players").write_text("a file in the way", encoding="utf-8")
    library = Library()
    with pytest.raises(Refusal, match="players"):
        library.players.become("Kim")
    assert library.players.now == ""


def test_a_class_has_no_players(tmp_path: Path) -> None:
    """Class mode names nobody."""
    library = Library()
    library.attend(str(tmp_path))
    with pytest.raises(Refusal, match="class mode"):
        library.players.become("Kim")


def test_who_is_dismissed_leaves_nothing(home: Path) -> None:
    """If they were playing, the first one does; of the first one nothing is ever deleted like this."""
    library = Library()
    played(library)
    library.players.become("Kim")
    played(library)
    assert library.players.dismiss("Kim") is None
    assert (library.players.now, library.players.names()) == ("", ("",))
    assert library.players.dismiss("") is None
    assert len(library.runs()) == 1
    assert not (home / "players/Kim").exists()
