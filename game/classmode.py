"""Class mode: a play of which nothing is kept on this computer, but the copy that is handed in."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from game.host import Play, Refusal
from game.language import _
from game.runs.handed import hand_in, hand_in_again, hand_in_table
from game.runs.run import BadRun, Run, stamp
from game.runs.trouble import CannotKeep, shown
from game.story.fingerprint import fingerprint


def folder_of(named: str) -> Path:
    """Return the folder of a class. Raises `Refusal` unless it is there and can be written into.

    It is never made: one that is not there is more likely a drive that is not connected.
    """
    try:
        folder = Path(named).expanduser().absolute()
        there, writable = folder.is_dir(), os.access(folder, os.W_OK)
    except (OSError, RuntimeError, ValueError):
        there = writable = False
    if not named.strip() or not there:
        sentence = _("There is no folder “{folder}”. Name one that is there already, for the runs of the class.")
        raise Refusal(sentence.format(folder=shown(Path(named))))
    if not writable:
        raise Refusal(_("Nothing can be written into {folder}. Name another folder.").format(folder=shown(folder)))
    return folder


def attend(play: Play, folder: Path) -> None:
    """Let a play be handed in to a folder, and tell that it is kept nowhere else."""
    play.kept = _("Nothing of this run is kept on this computer. “Save a copy for class” hands it in.")
    play.hand_in = _HandIn(play, folder)


def hand_in_sheet(folder: Path, when: str, row: str) -> str:
    """Write a sheet, a row of a table, into the folder of a class; returns the name of its file. Raises `Refusal`."""
    try:
        return hand_in_table(folder, when, row).name
    except CannotKeep as trouble:
        raise Refusal(str(trouble)) from trouble


@dataclass(slots=True)
class _HandIn:
    """Writes a play into the folder of its class: the first time under a new name, then again in the same place."""

    play: Play
    folder: Path
    began: datetime = field(default_factory=lambda: datetime.now(UTC))
    place: Path | None = None

    def __call__(self) -> str:
        """Write the run as it is now; returns the name of its file. Raises `Refusal`."""
        session = self.play.session
        story, began, now = session.story, stamp(self.began), stamp(datetime.now(UTC))
        try:
            run = Run(story.id, fingerprint(story), session.seed, session.furthest, session.complete, began, now)
            if self.place is None:
                self.place = hand_in(self.folder, run)
            else:
                hand_in_again(self.place, run)
        except (BadRun, CannotKeep) as trouble:
            raise Refusal(str(trouble)) from trouble
        return self.place.name
