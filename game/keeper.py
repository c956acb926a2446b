"""Keeping a play: its run after every answer, and what was read of it.

A run is kept before the player sees what an answer led to. If it cannot be kept, the play says so and goes on.
"""

from __future__ import annotations

import contextlib
import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from game.host import Play
from game.language import _
from game.runs.kept import RunFile
from game.runs.reading import Reading
from game.runs.run import BadRun, Run, stamp
from game.runs.trouble import CannotKeep
from game.session import Frame, Session
from game.story.fingerprint import fingerprint


def keep(play: Play, file: RunFile, reading: Reading | None, named: str = "", started: str | None = None) -> None:
    """Keep `play` in a file from its next answer on, and in `reading` what was read of it.

    `named` is where its story lies if it is not shipped; one that was `started` before is kept already.
    """
    began, story = started or stamp(datetime.now(UTC)), play.session.story
    told = _("Every answer is kept. To go on:\n  {command}").format(command=_to_go_on(file, named))
    keeper = _Keeper(play, file, reading, began, fingerprint(story), told)
    play.session.listener = keeper
    play.kept = told if started else _("Nothing is kept yet, since there was no new answer.")
    play.file = str(file.path)
    play.close = keeper.close
    if reading:
        play.knows = reading.knows


def _to_go_on(file: RunFile, named: str) -> str:
    """Return the command that opens a run again, for the shell; only stories that are shipped are found by their id."""
    words = ["me-and-we", "read", "--run", str(file.path), named]
    return shlex.join(filter(None, words))


@dataclass(slots=True)
class _Keeper:
    """Writes a play to its file after every answer."""

    play: Play
    file: RunFile
    reading: Reading | None
    started: str
    hash: str
    told: str
    """What to say of a run that is kept."""

    def __call__(self, session: Session) -> None:
        """Keep the run, or leave a sentence about why not. What led to the answer counts as read."""
        story, now = session.story, stamp(datetime.now(UTC))
        try:
            run = Run(story.id, self.hash, session.seed, session.furthest, session.complete, self.started, now)
            self.file.save(run)
            self._note(session.frames[-2:-1])
        except (BadRun, CannotKeep) as trouble:
            self.play.trouble = str(trouble)
        else:
            self.play.trouble, self.play.kept = None, self.told

    def close(self) -> None:
        """Let other windows open the run; of one that is finished, the last page was read as well."""
        if self.play.session.finished:
            with contextlib.suppress(CannotKeep):
                # There is nobody left to tell, and all that is lost is that this page is new once more.
                self._note(self.play.session.frames[-1:])
        self.file.release()

    def _note(self, frames: Sequence[Frame]) -> None:
        if self.reading:
            self.reading.add(event for frame in frames for event in frame.events)
