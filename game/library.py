"""Where stories, runs and settings come together: the one `Host`, made by the verbs and handed to a front end.

1. Every new answer is kept before the player sees what it led to. If it cannot be kept, the play says so and goes on.
2. A file given by `--run` is made if absent, resumed if unfinished, only looked at if finished.
3. Nothing is imported or read before it is asked for, so that the title comes fast.
"""

from __future__ import annotations

import secrets
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game import keeping
from game.host import Play, Refusal, RunCard, StoryCard
from game.language import _
from game.runs.trouble import CannotKeep
from game.session import Session
from game.settings import Settings
from game.shipped import SCENES
from game.trial import trial

if TYPE_CHECKING:
    from game.authoring.load import Loaded
    from game.runs.kept import RunFile
    from game.runs.run import Run
    from game.runs.store import Listed, Store
    from game.story.model import Story

SEEDS: Final = 2**31
"""Seeds drawn for new runs are below this."""

MAIN_STORY: Final = "our-year"
"""The story that comes first."""


def find(named: str) -> Path:
    """Return the path of a story: an existing path first, then a shipped story of that name, else the path as named."""
    path = Path(named)
    return path if path.exists() or not (SCENES / named / "story.yaml").is_file() else SCENES / named


class Library:
    """The host of a front end. `named` is the STORY of the command line; without it, all shipped stories are there."""

    def __init__(self, named: str | None = None) -> None:
        self._named = named
        self._loaded: dict[Path, Loaded] = {}
        self._settings: Settings | None = None

    @property
    def settings(self) -> Settings:
        """The player's settings as they stand."""
        if self._settings is None:
            self._settings = keeping.settings()
        return self._settings

    def keep(self, settings: Settings) -> str | None:
        """Take and keep new settings; returns a sentence if they could not be written."""
        self._settings = settings
        return keeping.keep_settings(settings)

    def stories(self) -> tuple[StoryCard, ...]:
        """Return the stories that can be started: the one named, or all that are shipped. Raises `Refusal`."""
        found = (self._load(path) for path in self._paths)
        return tuple(StoryCard(story.id, story.title, story.about, story.content_note) for story in found)

    def story(self, story_id: str) -> Loaded:
        """Return a story with what belongs to it, by its id. Raises `Refusal`."""
        for path in self._paths:
            if self._named is not None or path.name == story_id:
                if self._load(path).id != story_id:
                    break
                return self._loaded[path]
        raise Refusal(_("The story “{id}” is not here. Name its folder with --story.").format(id=story_id))

    def runs(self) -> tuple[RunCard, ...]:
        """Return the kept runs, the latest first."""
        return tuple(self._card(listed) for listed in keeping.listed(self._store))

    def latest(self) -> RunCard | None:
        """Return the latest run that is not finished, without a look at its story."""
        listed = keeping.listed(self._store)
        found = (each for each in listed if each.run and not each.run.finished)
        return next((keeping.card(each, each.story) for each in found), None)

    def start(self, story: str, picks: tuple[str, ...] = (), *, seed: int | None = None) -> Play:
        """Start a new run of a story, from these answers on. Raises `Refusal`."""
        play = self._play(story, secrets.randbelow(SEEDS) if seed is None else seed)
        play.session.replay(picks)
        try:
            file = self._store.file(self._store.new_key(story)) if self._store else None
        except CannotKeep as trouble:
            file, play.trouble = None, str(trouble)
        if file is not None:
            keeping.attach(play, file)
        return play

    def resume(self, key: str) -> Play:
        """Open a kept run of the journal. Raises `Refusal`."""
        if self._store is None:
            raise Refusal(_("There is no run named {key}.").format(key=key))
        return self._resumed(self._store.file(key), revive=True)

    def delete(self, key: str) -> str | None:
        """Delete a kept run; returns a sentence if that failed."""
        return keeping.delete(self._store, key)

    def open(self, file: str | None, seed: int | None = None) -> Play | None:
        """Open what the command line names: the run in `file`, made there if absent; None without a file.

        Raises `Refusal` for a file that is no run, and for a run of another story or seed.
        """
        if file is None:
            return None
        kept = keeping.file(Path(file))
        if kept.path.exists():
            return self._resumed(kept, seed=seed)
        story = self._load(self._paths[0])
        play = self._play(story.id, secrets.randbelow(SEEDS) if seed is None else seed)
        keeping.attach(play, kept)
        play.kept = _("Kept in {file}; the same command goes on with it.").format(file=file)
        return play

    def trial(self, at: str, having: str, seed: int | None = None) -> Play:
        """Return a play for authors, that starts at a place and is not kept. Raises `Refusal`."""
        story = self._load(self._paths[0])
        play = self._play(story.id, 0)
        play.session = trial(story, at, having, seed or 0)
        play.kept = _("A trial from “{at}”; nothing of it is kept.").format(at=at)
        return play

    def look(self, file: Path) -> Play:
        """Open the run in `file` only to look at it; nothing is written. Raises `Refusal`."""
        return self._replayed(keeping.peek(keeping.file(file)))

    def _resumed(self, file: RunFile, *, seed: int | None = None, revive: bool = False) -> Play:
        run = keeping.peek(file, revive=revive)
        if seed is not None and seed != run.seed:
            raise Refusal(_("This run has the seed {kept}, not {asked}.").format(kept=run.seed, asked=seed))
        if run.finished:
            return self._replayed(run)
        run, notices, trouble = keeping.opened(file, revive=revive)
        play = self._replayed(run)
        play.notice = " ".join(filter(None, (*notices, play.notice))) or None
        keeping.attach(play, file, started=run.started)
        play.trouble = trouble
        return play

    def _replayed(self, run: Run) -> Play:
        if self._named is not None and self._load(self._paths[0]).id != run.story_id:
            sentence = _("This run belongs to the story “{kept}”, not to “{asked}”.")
            raise Refusal(sentence.format(kept=run.story_id, asked=self._load(self._paths[0]).id))
        play = self._play(run.story_id, run.seed)
        picks, play.notice = keeping.replayable(play.session.story, run, self.settings)
        play.session.replay(picks)
        return play

    def _play(self, story_id: str, seed: int) -> Play:
        loaded = self.story(story_id)
        story = self._story(loaded)
        return Play(Session(story, seed), keeping.pictures(loaded), loaded.support)

    def _card(self, listed: Listed) -> RunCard:
        if listed.run is None:
            return keeping.card(listed, listed.story)
        try:
            story = self._story(self.story(listed.run.story_id))
        except Refusal:
            return keeping.card(listed, listed.story)
        return keeping.card(listed, story.title, keeping.ended_in(story, listed.run, self.settings))

    @cached_property
    def _paths(self) -> tuple[Path, ...]:
        if self._named is not None:
            return (find(self._named),)
        folders = sorted(each.parent for each in SCENES.glob("*/story.yaml"))
        return tuple(sorted(folders, key=lambda folder: folder.name != MAIN_STORY))

    @cached_property
    def _store(self) -> Store | None:
        return keeping.store()

    def _load(self, path: Path) -> Story:
        if path not in self._loaded:
            # Imported here: reading stories takes a YAML library, and the title needs none.
            from game.authoring.load import load  # noqa: PLC0415  # as said

            self._loaded[path] = load(path)
        return self._story(self._loaded[path])

    def _story(self, loaded: Loaded) -> Story:
        if loaded.story is None:
            from game.authoring.problems import show  # noqa: PLC0415  # only when it is needed

            errors = [each for each in loaded.problems if each.severity == "error"]
            lead = _("This story cannot be played yet. “me-and-we check” tells everything; the first problem is:")
            sentence = f"{lead}\n{show(errors[0], loaded.sources)}"
            raise Refusal(sentence)
        return loaded.story
