"""Where things are kept, and homes that are none."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import game
from game.runs.places import Places, places
from game.runs.trouble import CannotKeep

LINUX = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="other folders there")
VARIABLES = ("ME_AND_WE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for variable in VARIABLES:
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))


def test_one_variable_moves_everything(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Everything lies under the folder that it names, and nothing is made yet."""
    base = tmp_path / "a folder"
    monkeypatch.setenv("ME_AND_WE_HOME", str(base))
    assert places() == Places(base / "runs", base / "settings.json", (base / "runs", base / "players"))
    assert not base.exists()


@LINUX
@pytest.mark.parametrize("value", ["", "  "])
def test_an_empty_variable_says_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, value: str) -> None:
    """The usual folders are used: data and settings apart."""
    monkeypatch.setenv("ME_AND_WE_HOME", value)
    found = places()
    assert found.runs == tmp_path / ".local/share/me-and-we/runs"
    assert found.settings == tmp_path / ".config/me-and-we/settings.json"


@LINUX
@pytest.mark.parametrize("home", ["", "/", "/nonexistent", "relative"])
def test_e03_a_home_that_is_none(monkeypatch: pytest.MonkeyPatch, home: str) -> None:
    """Empty, the root, missing or relative: a sentence that names the ways out."""
    monkeypatch.setenv("HOME", home)
    with pytest.raises(CannotKeep) as refused:
        places()
    assert str(refused.value).startswith("Nothing can be kept in ")
    assert str(refused.value).endswith(
        "so this play is not saved; to keep it, name a folder in the environment variable ME_AND_WE_HOME, "
        "or a file with --run."
    )


@LINUX
@pytest.mark.parametrize("named", [(), VARIABLES[1:2], VARIABLES[2:3]])
def test_e03_somebody_who_has_no_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, named: tuple[str, ...]) -> None:
    """As a user of whom the system knows only the number; also where one of the two folders is named."""

    def unknown(_number: int) -> None:
        raise KeyError

    monkeypatch.delenv("HOME")
    monkeypatch.setattr("pwd.getpwuid", unknown)
    for variable in named:
        monkeypatch.setenv(variable, str(tmp_path))
    with pytest.raises(CannotKeep, match="Nothing can be kept in the home folder, so this play is not saved"):
        places()


@LINUX
def test_the_home_of_somebody_unknown_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever mistypes a name after ~ is told which folder was meant."""
    monkeypatch.setenv("ME_AND_WE_HOME", "~nobody-of-this-name/games")
    with pytest.raises(CannotKeep, match="Nothing can be kept in ~nobody-of-this-name/games, so this play"):
        places()


@LINUX
def test_a_bad_home_does_not_matter_where_folders_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whoever names the folders needs no home."""
    monkeypatch.setenv("HOME", "/")
    for variable in VARIABLES[1:]:
        monkeypatch.setenv(variable, str(tmp_path))
    assert places().runs == tmp_path / "me-and-we/runs"


def test_platformdirs_is_not_loaded_before_it_is_needed() -> None:
    """The title has to come fast."""
    code = "import sys, game.runs.places, game.runs.store; sys.exit('platformdirs' in sys.modules)"
    root = Path(game.__file__).parent.parent
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0  # noqa: S603  # our own
