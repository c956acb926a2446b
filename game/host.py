"""What the command line hands to a front end: stories, runs and settings, but not where they lie."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO, Literal, Protocol

from game.foresight import Foresight

if TYPE_CHECKING:
    # The title is shown before a story is read, and needs neither.
    from game.session import Session
    from game.settings import Settings
    from game.story.events import Said


class File(Protocol):
    """A file that can be opened whenever it is needed, in a folder or in a pack; a `Path` is one."""

    def open(self, mode: Literal["rb"], /) -> BinaryIO:
        """Return the file's bytes to read. Raises `OSError`, and `ValueError` where they are damaged."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that a story names: what it shows in words, and its file where the story brings its own.

    `focus` is the point that stays in sight when the picture is cut, as if it were 1600 by 900.
    """

    alternative: str
    file: File | None = None
    focus: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class StoryCard:
    """A story that can be started."""

    id: str
    title: str
    about: str
    content_note: str


@dataclass(frozen=True, slots=True)
class RunCard:
    """A kept run, as a list shows it: `key` opens it, `number` orders it, `answers` counts its picks.

    `dynamic` is what a finished run ended in, `scene` the title of the one that an unfinished run stands in; `saved` is
    the day and time it was kept, as written in it (ISO 8601); `trouble` says why a run can not be opened.
    """

    key: str
    number: int
    story: str
    title: str
    answers: int
    finished: bool
    saved: str
    dynamic: str | None = None
    trouble: str | None = None
    scene: str = ""


@dataclass(slots=True)
class Play:
    """A run that is open. The host keeps it after every answer; `trouble` says so where it could not.

    While its story is watched nothing is kept, and `trouble` says when a save has taken its place in the story away.

    `notice` is what the player should know before going on, such as that the story was edited; `kept` tells how the run
    is kept, `file` names its file; `close` lets other windows open it. `knows` tells whether a paragraph was read
    before the latest answer, in any run.

    `way` is how it is played: "" for one person's way, "pair" for two who agree first, "vote" for a class that votes.
    `hand_in` is there in class mode alone: it writes the run into the folder of the class and returns its name there.
    `foresight` knows what could have followed.
    """

    session: Session
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    support: str = ""
    notice: str | None = None
    trouble: str | None = None
    kept: str = ""
    file: str = ""
    close: Callable[[], None] = lambda: None
    knows: Callable[[Said], bool] = lambda _said: False
    way: str = ""
    hand_in: Callable[[], str] | None = None
    foresight: Foresight = field(default_factory=Foresight)

    def foresee(self) -> None:
        """Begin to find out what could have followed the answers so far; of a trial nobody asks for it."""
        if self.session.trial is None:
            self.foresight.begin(self.session.story, self.session.picks)


class Players(Protocol):
    """The players of this computer. The first has no name, "", and is at the head of them."""

    @property
    def now(self) -> str:
        """Who plays."""

    def names(self) -> tuple[str, ...]:
        """All players."""

    def become(self, player: str) -> str | None:
        """Let one of them play, or somebody new; returns a sentence about what could not be kept. Raises `Refusal`."""

    def dismiss(self, player: str) -> str | None:
        """Delete all that is kept of a later player; returns a sentence if some of it could not be."""


class Host(Protocol):
    """What a front end may ask for. Whatever fails is told as a sentence, by `Refusal` or as a value."""

    @property
    def settings(self) -> Settings:
        """The player's settings as they stand."""

    @property
    def troubles(self) -> tuple[str, ...]:
        """What the player should know of settings that could not be read, as sentences."""

    @property
    def players(self) -> Players:
        """Who plays, and who else does on this computer."""

    def keep(self, settings: Settings) -> str | None:
        """Take and keep new settings; returns a sentence if they could not be written."""

    def stories(self) -> tuple[StoryCard, ...]:
        """The stories that can be started."""

    def runs(self) -> tuple[RunCard, ...]:
        """The kept runs, the latest first."""

    def latest(self) -> RunCard | None:
        """The latest run that is not finished; quick, so that the title can ask for it."""

    def start(self, story: str, picks: tuple[str, ...] = (), *, seed: int | None = None) -> Play:
        """Start a new run of a story, from these answers on. Raises `Refusal`."""

    def resume(self, key: str) -> Play:
        """Open a kept run. Raises `Refusal`."""

    def delete(self, key: str) -> str | None:
        """Delete a kept run; returns a sentence if that failed."""

    def bring(self, file: str) -> Play:
        """Open the run in a file of the player's, where its answers are kept from then on. Raises `Refusal`."""

    def copy(self, key: str, place: str) -> str:
        """Write a copy of a kept run to a place that was typed; returns where it is, in words. Raises `Refusal`."""

    def suggested(self, key: str) -> str:
        """Return a place for a copy of a kept run."""

    def keep_picture(self, data: bytes) -> str:
        """Keep a picture (PNG) among the user's own; returns where it is, in words. Raises `Refusal`."""

    def keep_page(self, play: Play) -> str:
        """Keep what a play meant as a page among the user's documents; returns where it is, in words."""

    @property
    def classroom(self) -> str:
        """The folder in which a class hands its runs in; "" outside class mode. In class mode nothing else is kept."""

    def attend(self, folder: str) -> None:
        """Begin class mode: keep nothing from here on, and hand runs in to this folder. Raises `Refusal`."""

    def hand_in_sheet(self, when: str, row: str) -> str:
        """Write a sheet from before or after a lesson into the folder of the class; returns its name there.

        Raises `Refusal`, as outside class mode.
        """


class Refusal(Exception):  # noqa: N818  # it is no error: the player reads it
    """Something that cannot be done, in a sentence for the player."""
