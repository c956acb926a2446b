"""Where stories, runs and settings come together: the one `Host`, made by the verbs and handed to a front end.

Nothing is imported or read before it is asked for: the title shows before any story or run is looked at.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.host import Refusal, StoryCard
from game.language import _
from game.roster import Roster
from game.runs import settings as kept_settings
from game.runs.trouble import CannotKeep, CannotRead
from game.settings import Settings
from game.shipped import SCENES

if TYPE_CHECKING:
    from game.authoring.load import Loaded
    from game.host import Play, RunCard
    from game.plays import Plays
    from game.story.model import Story

MAIN_STORY: Final = "our-year"
"""The story that comes first."""


def find(named: str) -> Path:
    """Return the path of a story: an existing path first, then a shipped one of that name. Raises `Refusal` for ""."""
    if not named:
        raise Refusal(_("No story was named."))
    path = Path(named)
    return path if path.exists() or not (SCENES / named / "story.yaml").is_file() else SCENES / named


def fairly(named: str) -> tuple[Story, Loaded]:
    """Return a story with the advice on its fairness. Raises `Refusal` if it cannot be played."""
    from game.authoring.load import load  # noqa: PLC0415  # it takes a YAML library

    loaded = load(find(named))
    return playable(loaded), loaded


def playable(loaded: Loaded) -> Story:
    """Return what was loaded as a story. Raises `Refusal`, with the first problem, if it is none yet."""
    if loaded.story is not None:
        return loaded.story
    from game.authoring.problems import show  # noqa: PLC0415  # only where there is one

    first = next(each for each in loaded.problems if each.severity == "error")
    lead = _("This story cannot be played yet. “me-and-we check” tells everything; the first problem is:")
    sentence = f"{lead}\n{show(first, loaded.sources)}"
    raise Refusal(sentence)


class Library:
    """The host of a front end. `named` is the STORY of the command line; without it, all shipped stories are there."""

    def __init__(self, named: str | None = None) -> None:
        self.named = named
        self._loaded: dict[Path, Loaded] = {}
        self._settings: Settings | None = None
        self._troubles: tuple[str, ...] = ()
        self._class: Path | None = None
        self.players = Roster(self)

    @property
    def settings(self) -> Settings:
        """The player's settings as they stand."""
        if self._settings is None:
            try:
                read = kept_settings.load(self.players.places.settings)
            except CannotKeep as trouble:
                read = kept_settings.Read(Settings(), (str(trouble),))
            self._settings, self._troubles = read.settings, read.notices
        return self._settings

    @property
    def troubles(self) -> tuple[str, ...]:
        """What could not be read of the settings, as sentences."""
        return self._troubles if self.settings else ()

    def keep(self, settings: Settings) -> str | None:
        """Take and keep new settings; returns a sentence if they could not be written."""
        self._settings = settings
        if self._class:
            return None
        try:
            kept_settings.save(self.players.places.settings, settings)
        except (CannotKeep, CannotRead) as trouble:
            return str(trouble)
        return None

    def stories(self) -> tuple[StoryCard, ...]:
        """Return the stories that can be started: the one named, or all that are shipped. Raises `Refusal`."""
        found = (self._load(path) for path in self._paths)
        return tuple(StoryCard(story.id, story.title, story.about, story.content_note) for story, _loaded in found)

    def first(self) -> str:
        """Return the id of the story named, or of the main one. Raises `Refusal` if it cannot be played."""
        return self._load(self._paths[0])[0].id

    def story(self, story_id: str) -> tuple[Story, Loaded]:
        """Return a story by its id, with what belongs to it. Raises `Refusal`."""
        for path in self._paths:
            if self.named is not None or path.name == story_id:
                story, loaded = self._load(path)
                if story.id == story_id:
                    return story, loaded
        sentence = _(
            "The story “{id}” is not here. Name its folder too: as STORY for “read” and “play”, else with --story."
        )
        raise Refusal(sentence.format(id=story_id))

    def runs(self) -> tuple[RunCard, ...]:
        """Return the kept runs, the latest first; in class mode none. Raises `Refusal`."""
        return () if self._class else self._plays.runs()

    def latest(self) -> RunCard | None:
        """Return the latest run that is not finished, without a look at its story. Raises `Refusal`."""
        return None if self._class else self._plays.latest()

    def start(self, story: str, picks: tuple[str, ...] = (), *, seed: int | None = None) -> Play:
        """Start a new run of a story, from these answers on. Raises `Refusal`."""
        if not self._class:
            return self._plays.start(story, picks, seed)
        from game import classmode  # noqa: PLC0415  # only here

        play = self._plays.unkept(story, picks, seed)
        classmode.attend(play, self._class)
        return play

    def resume(self, key: str) -> Play:
        """Open a kept run of the journal. Raises `Refusal`."""
        return self._plays.resume(key)

    def delete(self, key: str) -> str | None:
        """Delete a kept run; returns a sentence if that failed."""
        return self._plays.delete(key)

    def bring(self, file: str) -> Play:
        """Open the run in a file of the player's. Raises `Refusal`, also where there is none."""
        self._refuse_in_class()
        return self._plays.bring(file)

    def copy(self, key: str, place: str) -> str:
        """Write a copy of a kept run to a place that was typed; returns where it is, in words. Raises `Refusal`."""
        self._refuse_in_class()
        return self._plays.copy(key, place)

    def suggested(self, key: str) -> str:
        """Return a place for a copy of a kept run."""
        return self._plays.suggested(key)

    def keep_picture(self, data: bytes) -> str:
        """Keep a picture (PNG) among the user's own; returns where it is, in words. Raises `Refusal`."""
        self._refuse_in_class()
        from game.copies import keep_picture  # noqa: PLC0415  # only who keeps one needs it

        return keep_picture(data)

    def keep_page(self, play: Play) -> str:
        """Keep what a play meant as a page among the user's documents; returns where it is, in words."""
        self._refuse_in_class()
        from game.copies import keep_page  # noqa: PLC0415  # the same
        from game.sharing import page  # noqa: PLC0415  # it takes a library for pages

        return keep_page(play.session.story.id, page(play))

    @property
    def classroom(self) -> str:
        """The folder in which a class hands its runs in; "" outside class mode."""
        return str(self._class or "")

    def attend(self, folder: str) -> None:
        """Begin class mode, with everything as it looks now, no names and no sound. Raises `Refusal`."""
        from game import classmode  # noqa: PLC0415  # only here

        found = classmode.folder_of(folder)
        self._settings, self._class = replace(self.settings, called={}, sound=False), found
        # What is opened from here on knows no journal.
        self.__dict__.pop("_plays", None)

    def hand_in_sheet(self, when: str, row: str) -> str:
        """Write a sheet into the folder of the class; returns its name there. Raises `Refusal`."""
        from game import classmode  # noqa: PLC0415  # only here

        if not self._class:
            raise Refusal(_("Sheets are handed in in class mode: me-and-we play --class FOLDER"))
        return classmode.hand_in_sheet(self._class, when, row)

    def open(self, file: str | None, seed: int | None = None) -> Play | None:
        """Open the run in a file, made there if absent; None without a file. Raises `Refusal`."""
        return self._plays.open(Path(file), seed) if file is not None else None

    def look(self, file: Path) -> Play:
        """Open the run in a file only to look at it; nothing is written. Raises `Refusal`."""
        return self._plays.look(file)

    def trial(self, at: str, having: str, seed: int | None = None) -> Play:
        """Return a play for authors that starts at a place, and is not kept. Raises `Refusal`."""
        return self._plays.trial(at, having, seed)

    def turn_over(self) -> None:
        """Forget what was read of whoever played until now."""
        self._settings = None
        self.__dict__.pop("_plays", None)

    def _refuse_in_class(self) -> None:
        if self._class:
            raise Refusal(_("In class mode nothing is kept on this computer, and no other file is opened."))

    @cached_property
    def _plays(self) -> Plays:
        from game.plays import Plays  # noqa: PLC0415  # the title shows before it is needed

        return Plays(self, keeps=self._class is None)

    @property
    def shipped(self) -> bool:
        """Whether its stories come with the game, so that a run's story is found by its id."""
        return self.named is None or find(self.named).parent == SCENES

    @cached_property
    def _paths(self) -> tuple[Path, ...]:
        if self.named is not None:
            return (find(self.named),)
        folders = sorted(each.parent for each in SCENES.glob("*/story.yaml"))
        return tuple(sorted(folders, key=lambda folder: folder.name != MAIN_STORY))

    def _load(self, path: Path) -> tuple[Story, Loaded]:
        from game.authoring.load import load  # noqa: PLC0415  # the same: it takes a YAML library

        loaded = self._loaded.get(path) or load(path, fair=False)
        self._loaded[path] = loaded
        return playable(loaded), loaded
