"""Players and their folders: a name is kept as it was written, and never leads anywhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.naming import clean_name
from game.runs import players, settings
from game.runs.forget import belongings, forget
from game.runs.places import Places
from game.settings import Settings


@pytest.fixture
def kept(tmp_path: Path) -> Places:
    """Return the places of a computer on which Kim and Ånn/e play, too."""
    base = tmp_path / "home"
    found = Places(base / "runs", base / "settings.json", (base / "runs", base / "players", base))
    for name in ("", "Kim", "Ånn/e"):
        settings.save(players.of(found, name).settings, Settings())
    return found


def test_players_are_found_by_their_names(kept: Places) -> None:
    """In the order of the alphabet, however they are capitalised when asked for; what is no player is none."""
    (kept.players / "notes.d").mkdir()
    (kept.players / "link").symlink_to(kept.players / "Kim")
    assert players.names(kept) == ("Kim", "Ånn/e")
    assert players.known(kept, "KIM") == "Kim"
    assert players.known(kept, "ånn/E") == "Ånn/e"
    assert players.known(kept, "Sam") is None


@given(st.text(max_size=40).map(clean_name).filter(bool))
def test_a_folder_is_one_plain_name(name: str) -> None:
    """It is one part of a path, on every system, leads back to its player, and has no dot, so it hides nothing."""
    folder = players.folder_name(name)
    assert not set(folder) & set('/\\:*?"<>|.\0')
    assert len(folder.encode()) < 200
    base = Path("home")
    places = players.of(Places(base / "runs", base / "settings.json", ()), name)
    assert places.runs.parent.parent == base / "players"


@given(st.lists(st.text(max_size=40).map(clean_name).filter(bool), unique=True))
def test_two_players_never_share_a_folder(names: list[str]) -> None:
    """Different names have different folders."""
    assert len({players.folder_name(name) for name in names}) == len(names)


def test_who_played_last_is_kept_in_mind(kept: Places) -> None:
    """Until they are gone, or the note is."""
    assert players.latest(kept) == ""
    players.note(kept, "Kim")
    assert players.latest(kept) == "Kim"
    forget(players.of(kept, "Kim"))
    assert players.latest(kept) == ""
    players.notes(kept)[0].write_bytes(b"\xff\x00../..")
    assert players.latest(kept) == ""


def test_one_is_forgotten_alone(kept: Places) -> None:
    """Nobody else loses anything."""
    assert forget(players.of(kept, "Kim")) == ()
    assert players.names(kept) == ("Ånn/e",)
    assert kept.settings.exists()


def test_everything_means_everybody(kept: Places, tmp_path: Path) -> None:
    """Forgetting all that the game keeps leaves no player behind, and says so before."""
    players.note(kept, "Kim")
    assert len(belongings(kept)) == 4
    assert forget(kept) == ()
    assert list(tmp_path.iterdir()) == []
