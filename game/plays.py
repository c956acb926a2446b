"""Plays and how they are kept: starting, opening, listing; every failure is a sentence for the player.

1. Every new answer is kept before the player sees what it led to. If it cannot be kept, the play says so and goes on.
2. A file given by `--run` is made if absent, resumed if unfinished, only looked at if finished.
3. A kept run is trusted for its answers alone: they are played again through `step`.
"""

from __future__ import annotations

import os
import secrets
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game import copies
from game.authoring.pictures import shipped_pictures
from game.host import Picture, Play, Refusal, RunCard
from game.insight.dynamics import verdict
from game.keeper import keep
from game.language import _
from game.runs.kept import RunFile
from game.runs.places import places
from game.runs.reading import Reading
from game.runs.replay import resume
from game.runs.run import BadRun, Run
from game.runs.store import Listed, Store
from game.runs.trouble import CannotKeep, CannotRead, shown
from game.session import Session
from game.settings import names_for
from game.story.fingerprint import fingerprint
from game.story.text import plain
from game.trial import trial

if TYPE_CHECKING:
    from game.authoring.load import Loaded
    from game.library import Library

SEEDS: Final = 2**31
"""Seeds drawn for new runs are below this."""


class Plays:
    """Opens plays of the stories in `library` and keeps them in the journal, or in files of the player's choice."""

    def __init__(self, library: Library, *, keeps: bool = True) -> None:
        self._library = library
        self._store, self._homeless = _store(library) if keeps else (None, _("In class mode no run is kept here."))
        self._reading = None if self._homeless else Reading(library.players.places.reading)
        self._named = "" if library.shipped else str(library.named)

    def runs(self) -> tuple[RunCard, ...]:
        """Return the kept runs, the latest first. Raises `Refusal`."""
        return tuple(map(self._card, self._listed()))

    def latest(self) -> RunCard | None:
        """Return the latest run that is not finished, without a look at its story. Raises `Refusal`."""
        try:
            found = self._store.latest_first() if self._store else ()
            return next((_card(each, each.story) for each in found if each.run and not each.run.finished), None)
        except CannotRead as trouble:
            raise Refusal(str(trouble)) from trouble

    def start(self, story_id: str, picks: tuple[str, ...], seed: int | None) -> Play:
        """Start a new run of a story, from these answers on."""
        play = self.unkept(story_id, picks, seed)
        play.trouble = self._homeless
        if self._store:
            try:
                keep(play, self._store.file(self._store.new_key(story_id)), self._reading, self._named)
            except CannotKeep as trouble:
                play.trouble = str(trouble)
        return play

    def unkept(self, story_id: str, picks: tuple[str, ...], seed: int | None) -> Play:
        """Start a new run of a story, from these answers on, and keep nothing of it."""
        play = self._play(story_id, seed)
        play.session.replay(picks)
        return play

    def resume(self, key: str) -> Play:
        """Open a kept run of the journal."""
        return self._opened(self._kept(key), revive=True)

    def bring(self, file: str) -> Play:
        """Open the run in a file of the player's. Refuses one that is not there, is no run, or belongs elsewhere."""
        place = copies.typed(file)
        if not os.path.exists(place):  # noqa: PTH110  # of a name that is too long, `Path` would raise
            raise Refusal(_("There is no file {file}.").format(file=shown(place)))
        return self._opened(_file(place))

    def copy(self, key: str, place: str) -> str:
        """Write a copy of a kept run to a place that was typed; returns where it is, in words."""
        return _("The copy is here: {file}").format(file=shown(copies.copy(self._kept(key), place)))

    def suggested(self, key: str) -> str:
        """Return a place for a copy of a kept run: by its name, among the user's documents."""
        return str(copies.documents(places()) / key)

    def delete(self, key: str) -> str | None:
        """Delete a kept run; returns a sentence if that failed."""
        try:
            if self._store:
                self._store.delete(key)
        except (CannotKeep, CannotRead) as trouble:
            return str(trouble)
        return None

    def open(self, path: Path, seed: int | None) -> Play:
        """Open the run in a file, made there if absent. Refuses a file that is no run, another story, another seed."""
        file = _file(path)
        if file.path.exists():
            play = self._opened(file, seed=seed)
        else:
            play = self._play(self._library.first(), seed)
            try:
                file.hold()
            except CannotKeep as trouble:
                raise Refusal(str(trouble)) from trouble
            keep(play, file, self._reading, self._named)
        return play

    def look(self, path: Path) -> Play:
        """Open the run in a file only to look at it; nothing is written."""
        return self._replayed(_peek(_file(path)))

    def trial(self, at: str, having: str, seed: int | None) -> Play:
        """Return a play for authors that starts at a place, and is not kept."""
        play = self._play(self._library.first(), seed or 0)
        play.session = trial(play.session.story, at, having, play.session.seed)
        play.kept = _("A trial from “{at}”; nothing of it is kept.").format(at=at)
        return play

    def _opened(self, file: RunFile, *, seed: int | None = None, revive: bool = False) -> Play:
        run = _peek(file, revive=revive)
        if seed is not None and seed != run.seed:
            raise Refusal(_("This run has the seed {kept}, not {asked}.").format(kept=run.seed, asked=seed))
        if run.finished:
            return self._replayed(run)
        try:
            loaded = file.open(revive=revive)
        except (BadRun, CannotRead, CannotKeep) as trouble:
            raise Refusal(str(trouble)) from trouble
        play = self._replayed(loaded.run)
        play.notice = " ".join(filter(None, (loaded.notice, play.notice))) or None
        keep(play, file, self._reading, self._named, loaded.run.started)
        play.trouble = loaded.trouble
        return play

    def _replayed(self, run: Run) -> Play:
        if self._library.named is not None and self._library.first() != run.story_id:
            sentence = _("This run belongs to the story “{kept}”, not to “{asked}”.")
            raise Refusal(sentence.format(kept=run.story_id, asked=self._library.first()))
        play = self._play(run.story_id, run.seed)
        story = play.session.story
        try:
            resumed = resume(story, fingerprint(story), run, names_for(story, self._library.settings))
        except BadRun as trouble:
            raise Refusal(str(trouble)) from trouble
        play.session.replay(resumed.picks)
        play.notice = resumed.notice
        return play

    def _play(self, story_id: str, seed: int | None) -> Play:
        story, loaded = self._library.story(story_id)
        session = Session(story, secrets.randbelow(SEEDS) if seed is None else seed)
        return Play(session, pictures_of(loaded), loaded.support)

    def _kept(self, key: str) -> RunFile:
        """Return the file of a run of the journal. Raises `Refusal`."""
        try:
            file = self._store.file(key) if self._store else None
        except CannotRead as trouble:
            raise Refusal(str(trouble)) from trouble
        if file is None:
            raise Refusal(self._homeless or "")
        return file

    def _listed(self) -> tuple[Listed, ...]:
        try:
            return self._store.list() if self._store else ()
        except CannotRead as trouble:
            raise Refusal(str(trouble)) from trouble

    def _card(self, listed: Listed) -> RunCard:
        if listed.run is None:
            return _card(listed, listed.story)
        try:
            play = self._replayed(listed.run)
        except Refusal as refusal:
            return _card(listed, listed.story, trouble=str(refusal))
        story, state = play.session.story, play.session.state
        ended_in = verdict(state.me, state.we, story.dead_zone) if play.session.finished else None
        offered = play.session.offered
        title = story.scenes[offered.scene].title if offered else ()
        scene = plain(title, names_for(story, self._library.settings))
        return replace(_card(listed, story.title, ended_in), scene=scene)


def pictures_of(loaded: Loaded) -> dict[str, Picture]:
    """Return all pictures that a play of a loaded story can show: places, poses, and those that it brings along."""
    shipped = shipped_pictures()
    poses = {f"figures/{pose}": picture for pose, picture in shipped.figures.items()}
    return {**shipped.places, **poses, **loaded.pictures}


def _store(library: Library) -> tuple[Store | None, str | None]:
    """Return the journal of runs, or a sentence about why there is none."""
    try:
        found = Store(library.players.places.runs)
    except CannotKeep as trouble:
        return None, str(trouble)
    found.sweep()
    return found, None


def _file(path: Path) -> RunFile:
    try:
        return RunFile(path)
    except CannotRead as trouble:
        raise Refusal(str(trouble)) from trouble


def _peek(file: RunFile, *, revive: bool = False) -> Run:
    try:
        return file.peek(revive=revive).run
    except (BadRun, CannotRead) as trouble:
        raise Refusal(str(trouble)) from trouble


def _card(found: Listed, title: str, dynamic: str | None = None, trouble: str | None = None) -> RunCard:
    run, why = found.run, trouble or found.trouble
    if run is None:
        return RunCard(found.key, found.number, found.story, title, 0, finished=False, saved="", trouble=why)
    count = len(run.choices)
    return RunCard(found.key, found.number, run.story_id, title, count, run.finished, run.saved, dynamic, trouble)
