"""How `library` keeps plays: the parts of `runs` and `insight` that it needs, with every failure as a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from game.host import Picture, Play, Refusal, RunCard
from game.insight.dynamics import verdict
from game.runs import settings as kept_settings
from game.runs.kept import RunFile
from game.runs.places import places
from game.runs.replay import resume
from game.runs.run import BadRun, Run, stamp
from game.runs.store import Listed, Store
from game.runs.trouble import CannotKeep, CannotRead
from game.session import Session
from game.settings import Settings, names_for
from game.story.fingerprint import fingerprint

if TYPE_CHECKING:
    from game.authoring.load import Loaded
    from game.story.model import Story


def settings() -> Settings:
    """Return the settings that are kept, or the usual ones."""
    try:
        return kept_settings.load(places().settings).settings
    except CannotKeep:
        return Settings()


def keep_settings(new: Settings) -> str | None:
    """Keep settings; returns a sentence if they could not be written."""
    try:
        kept_settings.save(places().settings, new)
    except (CannotKeep, CannotRead) as trouble:
        return str(trouble)
    return None


def store() -> Store | None:
    """Return the journal of runs, None where the player has no place for one."""
    try:
        found = Store(places().runs)
    except CannotKeep:
        return None
    found.sweep()
    return found


def listed(journal: Store | None) -> tuple[Listed, ...]:
    """Return the runs of the journal, the latest first."""
    try:
        return journal.list() if journal else ()
    except CannotRead as trouble:
        raise Refusal(str(trouble)) from trouble


def delete(journal: Store | None, key: str) -> str | None:
    """Delete a run of the journal; returns a sentence if that failed."""
    try:
        if journal:
            journal.delete(key)
    except (CannotKeep, CannotRead) as trouble:
        return str(trouble)
    return None


def file(path: Path) -> RunFile:
    """Return the file of a run. Raises `Refusal` for an impossible path."""
    try:
        return RunFile(path)
    except CannotRead as trouble:
        raise Refusal(str(trouble)) from trouble


def peek(kept: RunFile, *, revive: bool = False) -> Run:
    """Return the run in a file without touching it. Raises `Refusal`."""
    try:
        return kept.peek(revive=revive).run
    except (BadRun, CannotRead) as trouble:
        raise Refusal(str(trouble)) from trouble


def opened(kept: RunFile, *, revive: bool = False) -> tuple[Run, tuple[str, ...], str | None]:
    """Hold a file and return its run, what to tell of it, and why it cannot be kept further. Raises `Refusal`."""
    try:
        loaded = kept.open(revive=revive)
    except (BadRun, CannotRead, CannotKeep) as trouble:
        raise Refusal(str(trouble)) from trouble
    return loaded.run, (loaded.notice,) if loaded.notice else (), loaded.trouble


def replayable(story: Story, run: Run, looks: Settings) -> tuple[tuple[str, ...], str | None]:
    """Return the answers of a run that the story of today takes, and what to tell of the rest. Raises `Refusal`."""
    try:
        resumed = resume(story, fingerprint(story), run, names_for(story, looks))
    except BadRun as trouble:
        raise Refusal(str(trouble)) from trouble
    return resumed.picks, resumed.notice


@dataclass(slots=True)
class _Keeper:
    """Writes a play to its file after every answer."""

    play: Play
    file: RunFile
    started: str
    hash: str

    def __call__(self, session: Session) -> None:
        """Keep the run, or leave a sentence about why not."""
        story, now = session.story, stamp(datetime.now(UTC))
        run = Run(story.id, self.hash, session.seed, session.furthest, session.finished, self.started, now)
        try:
            self.file.save(run)
        except CannotKeep as trouble:
            self.play.trouble = str(trouble)
        else:
            self.play.trouble = None


def attach(play: Play, kept: RunFile, *, started: str | None = None) -> None:
    """Keep `play` in a file from its next answer on."""
    began = started or stamp(datetime.now(UTC))
    play.session.listener = _Keeper(play, kept, began, fingerprint(play.session.story))
    play.close = kept.release


def card(found: Listed, title: str, dynamic: str | None = None) -> RunCard:
    """Return a run of the journal as a list shows it."""
    run = found.run
    if run is None:
        return RunCard(found.key, found.number, found.story, title, 0, finished=False, saved="", trouble=found.trouble)
    answers = len(run.choices)
    return RunCard(found.key, found.number, run.story_id, title, answers, run.finished, run.saved, dynamic)


def ended_in(story: Story, run: Run, looks: Settings) -> str | None:
    """Return the dynamic that a finished run ended in."""
    if not run.finished:
        return None
    session = Session(story, run.seed)
    session.replay(replayable(story, run, looks)[0])
    return verdict(session.state.me, session.state.we, story.dead_zone) if session.finished else None


def pictures(loaded: Loaded) -> Mapping[str, Picture]:
    """Return what every picture shows: the shipped places and poses, and those that the story brings."""
    # Imported here: it reads YAML, and the title needs none.
    from game.authoring.pictures import shipped_pictures  # noqa: PLC0415  # as said

    shipped = shipped_pictures()
    poses = {f"figures/{pose}": picture for pose, picture in shipped.figures.items()}
    return {**shipped.places, **poses, **loaded.pictures}
