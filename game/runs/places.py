"""Where runs and settings are kept: in the user's own folders, or all under `ME_AND_WE_HOME`."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game.language import _
from game.runs.trouble import CannotKeep, shown

VARIABLE: Final = "ME_AND_WE_HOME"
"""The environment variable that names one folder for everything."""

_APP: Final = "me-and-we"


@dataclass(frozen=True, slots=True)
class Places:
    """The folder of the journal, the file of the settings, and the folders that are the game's to remove when empty."""

    runs: Path
    settings: Path
    own: tuple[Path, ...]

    @property
    def reading(self) -> Path:
        """The file of what was read before, beside the folder of runs."""
        return self.runs.parent / "read.json"

    @property
    def players(self) -> Path:
        """The folder of the other players of this computer, beside the folder of runs."""
        return self.runs.parent / "players"


def places() -> Places:
    """Return the places; makes nothing. Raises `CannotKeep` where the user has no folder to keep anything in."""
    chosen = os.environ.get(VARIABLE, "").strip()
    if chosen:
        base = _absolute(Path(chosen))
        return Places(base / "runs", base / "settings.json", (base / "runs", base / "players"))
    # Imported here: it takes 30 ms, and who names a folder does not need it.
    from platformdirs import user_config_path, user_data_path  # noqa: PLC0415  # as said

    try:
        data, config = user_data_path(_APP, appauthor=False), user_config_path(_APP, appauthor=False)
        _refuse_homeless(data, "XDG_DATA_HOME")
        _refuse_homeless(config, "XDG_CONFIG_HOME")
    except (OSError, RuntimeError) as error:
        raise _nowhere(_("the home folder")) from error
    return Places(data / "runs", config / "settings.json", (data / "runs", data / "players", data, config))


def _absolute(path: Path) -> Path:
    try:
        return path.expanduser().absolute()
    except (OSError, RuntimeError) as error:
        raise _nowhere(shown(path)) from error


def _refuse_homeless(place: Path, variable: str) -> None:
    """Refuse a home folder that is unset, missing, or the root of the disk, unless `variable` names another place."""
    if os.environ.get(variable, "").strip():
        return
    home = Path.home()
    if not home.is_absolute() or home == Path(home.anchor) or (home in place.parents and not home.is_dir()):
        raise _nowhere(shown(home))


def _nowhere(place: str) -> CannotKeep:
    sentence = _(
        "Nothing can be kept in {place}, so this play is not saved; to keep it, name a folder in the "
        "environment variable {variable}, or a file with --run."
    )
    return CannotKeep(sentence.format(place=place, variable=VARIABLE))
