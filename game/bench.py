"""The author's bench: the host of a window whose story is watched. Nothing that is played on it is kept.

1. What was saved is read in another thread and taken up by `news`, in the window's own. The last good story goes on
   while today's cannot be played.
2. A play is brought into the story of today by the ids of its picks. What could not be given again is remembered, and
   given as soon as it can be, unless the author went another way meanwhile.
3. Settings are the player's own, and are kept.
"""

from __future__ import annotations

from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import NamedTuple

from game.author import Flaw, Glance, Spot
from game.authoring.glance import flaws, glance, spots
from game.authoring.problems import playable
from game.authoring.stamp import Stamp
from game.authoring.watch import Handed, Reading
from game.authoring.whereabouts import Whereabouts
from game.host import Play, Players, Refusal, RunCard, StoryCard
from game.language import _
from game.library import Library
from game.plays import pictures_of
from game.session import Session
from game.settings import Settings
from game.story.model import Story
from game.trial import trial

SEED = 0
"""Seeds the order of the options, which stays the same while an author looks at them."""


class _Way(NamedTuple):
    """The answers of a session, with those that a rewind left ahead, and how many of them lie behind."""

    picks: tuple[str, ...]
    at: int


class Bench:
    """The host. `at` and `having` say where the author wants plays to start, as on the command line.

    Raises `Refusal` if the story can be played, but does not have that place or value.
    """

    def __init__(self, library: Library, first: Reading, at: str | None, having: str, seed: int | None = None) -> None:
        self._library = library
        self._handed: SimpleQueue[Handed] = SimpleQueue()
        self._read = first
        self._good = first if first.places else None
        self._at = at
        self._having = having
        self._seed = SEED if seed is None else seed
        self._wanted: tuple[_Way, _Way] | None = None
        self._flaws: tuple[Flaw, ...] | None = None
        self.pictures = 0
        if self._good and at:
            trial(_story(self._good), at, having, self._seed)

    @property
    def take(self) -> Callable[[Handed], None]:
        """What a `Watch` hands its readings to."""
        return self._handed.put

    @property
    def settings(self) -> Settings:
        """The player's settings as they stand."""
        return self._library.settings

    @property
    def players(self) -> Players:
        """Who plays, and who else does on this computer."""
        return self._library.players

    @property
    def troubles(self) -> tuple[str, ...]:
        """What could not be read of the settings, as sentences."""
        return self._library.troubles

    def keep(self, settings: Settings) -> str | None:
        """Take and keep new settings; returns a sentence if they could not be written."""
        return self._library.keep(settings)

    def stories(self) -> tuple[StoryCard, ...]:
        """Return the story, as it was last good. Raises `Refusal`."""
        story = _story(self._played())
        return (StoryCard(story.id, story.title, story.about, story.content_note),)

    def runs(self) -> tuple[RunCard, ...]:
        """Return none: nothing is kept here."""
        return ()

    def latest(self) -> RunCard | None:
        """Return none, for the same reason."""
        return None

    def start(self, _story_id: str, picks: tuple[str, ...] = (), *, seed: int | None = None) -> Play:
        """Start the story from its beginning, or the same trial again with these answers. Raises `Refusal`."""
        self._at = self._at if picks else None
        play = self._opened(self._started(self._seed if seed is None else seed)[0])
        play.session.replay(picks)
        return play

    def resume(self, _key: str) -> Play:
        """Raise `Refusal`: there is no run to open."""
        raise Refusal(_("No run is kept while a story is watched."))

    def delete(self, _key: str) -> str | None:
        """Return why there is nothing to delete."""
        return _("No run is kept while a story is watched.")

    def bring(self, _file: str) -> Play:
        """Raise `Refusal`: a watched story has no runs."""
        raise Refusal(_("No run is opened while a story is watched."))

    def copy(self, _key: str, _place: str) -> str:
        """Raise `Refusal`, for the same reason."""
        raise Refusal(_("No run is kept while a story is watched."))

    def suggested(self, _key: str) -> str:
        """Return no place."""
        return ""

    def keep_picture(self, data: bytes) -> str:
        """Keep a picture among the user's own; returns where it is, in words. Raises `Refusal`."""
        return self._library.keep_picture(data)

    def keep_page(self, _play: Play) -> str:
        """Raise `Refusal`: a watched story has no runs."""
        raise Refusal(_("No run is kept while a story is watched."))

    @property
    def classroom(self) -> str:
        """Return none: a story that is watched is not handed in."""
        return ""

    def attend(self, _folder: str) -> None:
        """Raise `Refusal`: nobody learns in a workshop."""
        raise Refusal(_("A story that is watched cannot be played by a class. Play it without “watch”."))

    def hand_in_sheet(self, _when: str, _row: str) -> str:
        """Raise `Refusal`, for the same reason."""
        raise Refusal(_("Sheets are handed in in class mode, and not while a story is watched."))

    @property
    def flaws(self) -> tuple[Flaw, ...]:
        """What is wrong with the story's files as they were last saved, errors first."""
        if self._flaws is None:
            self._flaws = flaws(self._read.loaded, self._read.problems)
        return self._flaws

    @property
    def broken(self) -> bool:
        """Whether they cannot be played."""
        return self._read.places is None or not playable(self._read.loaded.problems)

    @property
    def begun(self) -> bool:
        """Whether there was a good story so far."""
        return self._good is not None

    def news(self) -> bool:
        """Take up what was saved since it was last asked; tells whether anything was.

        Raises whatever went wrong with the watching itself.
        """
        before = self._read
        while True:
            try:
                handed = self._handed.get_nowait()
            except Empty:
                break
            if isinstance(handed, Exception):
                raise handed
            self._read = handed
        if self._read is before:
            return False
        self._flaws = None
        self._good = self._read if self._read.places else self._good
        self.pictures += _pictures(self._read.stamp) != _pictures(before.stamp)
        return True

    def begin(self) -> Play | None:
        """Return a play from where the author wants to start; None while there is no story to play."""
        if not self._good:
            return None
        session, lost = self._started(self._seed)
        play = self._opened(session)
        play.trouble = lost
        return play

    def renew(self, play: Play) -> bool:
        """Bring a play into the story of today, where it was by its ids; tells whether the place could be kept."""
        good, old = self._played(), play.session
        if _story(good) is old.story:
            return True
        way = _Way(old.furthest, len(old.picks))
        if self._wanted and self._wanted[0] == way:
            way = self._wanted[1]
        session, lost = self._started(old.seed)
        renamed = _story(good).renamed
        taken = session.replay(renamed.get(pick, pick) for pick in way.picks)
        session.rewind(max(0, taken - way.at))
        play.session, play.support, play.pictures = session, good.loaded.support, pictures_of(good.loaded)
        self._follow(play)
        play.trouble = lost or (_lost(way, taken) if taken < way.at else None)
        self._wanted = (_Way(session.furthest, len(session.picks)), way) if taken < len(way.picks) else None
        return play.trouble is None

    def glance(self, session: Session) -> Glance:
        """Return what there is to see from behind."""
        return glance(self._places(), session.state, session.picks)

    def spots(self) -> tuple[Spot, ...]:
        """Return all scenes and passages, in the order of the story. Raises `Refusal`."""
        return tuple(spots(self._places()))

    def jump(self, at: str) -> Play:
        """Return a play that starts at a scene or passage, with the author's values. Raises `Refusal`."""
        session = trial(_story(self._played()), at, self._having, self._seed)
        self._at = at
        return self._opened(session)

    def _opened(self, session: Session) -> Play:
        good = self._played()
        play = Play(session, pictures_of(good.loaded), good.loaded.support)
        play.kept = _("Nothing of this is kept: the story is being watched.")
        self._wanted = None
        self._follow(play)
        return play

    def _follow(self, play: Play) -> None:
        """Let the sentence about a lost place go with the next answer."""

        def answered(_session: Session) -> None:
            play.trouble = None

        play.session.listener = answered

    def _started(self, seed: int) -> tuple[Session, str | None]:
        """Return a session from where plays are to start, or from the beginning and why."""
        story = _story(self._played())
        if self._at is None:
            return Session(story, seed), None
        try:
            return trial(story, self._at, self._having, seed), None
        except Refusal as refusal:
            return Session(story, seed), _("{reason} So this is the beginning.").format(reason=refusal)

    def _played(self) -> Reading:
        if self._good is None:
            raise Refusal(_("This story cannot be played yet. It begins as soon as its mistakes are mended."))
        return self._good

    def _places(self) -> Whereabouts:
        places = self._played().places
        assert places is not None  # noqa: S101  # what is good has places
        return places


def _story(read: Reading) -> Story:
    assert read.loaded.story is not None  # noqa: S101  # as above
    return read.loaded.story


def _pictures(stamp: Stamp) -> dict[str, object]:
    return {name: face for name, face in stamp.items() if name.startswith("pictures")}


def _lost(way: _Way, taken: int) -> str:
    sentence = _("The story changed, and “{pick}” cannot be picked there any more. This is the moment before it.")
    return sentence.format(pick=way.picks[taken])
