"""What the command line hands to a window that an author watches: the story as it is today, seen from behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from game.host import Host

if TYPE_CHECKING:
    # As in `host`: only the types need them.
    from game.host import Play
    from game.session import Session


class Flaw(NamedTuple):
    """A problem in a story's files. `place` is `file:line:column`; its line `source` is at fault from `start` on."""

    place: str
    severity: str
    code: str
    sentence: str
    hint: str = ""
    source: str = ""
    start: int = 0
    length: int = 0


class Holding(NamedTuple):
    """A variable: what it holds, and what it held at the start, both as an author writes them."""

    name: str
    value: str
    start: str


class Answer(NamedTuple):
    """An option of the choice that waits. `state` is open, closed or picked (and so spent).

    `pattern` is the plain name of what it shows, "" for nothing; `when` the condition that closes it, as it is written
    in `place`; `now` are the names in it with what they are worth.
    """

    id: str
    state: str
    pattern: str = ""
    me: int = 0
    we: int = 0
    when: str = ""
    now: tuple[tuple[str, str], ...] = ()
    place: str = ""


class Given(NamedTuple):
    """An answer that was given: its id, the pattern that it shows in plain words ("" for none), and its weights."""

    id: str
    pattern: str = ""
    me: int = 0
    we: int = 0


class Glance(NamedTuple):
    """A play at a moment: the passage and its place, the meters and what they name, and all that has a say in it."""

    passage: str
    place: str
    me: int
    we: int
    dynamic: str
    variables: tuple[Holding, ...] = ()
    answers: tuple[Answer, ...] = ()
    given: tuple[Given, ...] = ()


class Spot(NamedTuple):
    """Where a play can start: the id of a scene or passage, the scene's title ("" for a passage), and its place."""

    id: str
    title: str
    place: str


class Author(Host, Protocol):
    """What a window may ask for while its story is watched. Nothing that is played there is kept."""

    @property
    def flaws(self) -> tuple[Flaw, ...]:
        """What is wrong with the story's files as they were last saved, errors first."""

    @property
    def broken(self) -> bool:
        """Whether they cannot be played, so that the last good story goes on."""

    @property
    def begun(self) -> bool:
        """Whether there was a good story so far."""

    @property
    def pictures(self) -> int:
        """How often the story's own pictures have changed."""

    def news(self) -> bool:
        """Take up what was saved since it was last asked; tells whether anything was."""

    def begin(self) -> Play | None:
        """Return a play from where the author wants to start; None while there is no story to play."""

    def renew(self, play: Play) -> bool:
        """Bring a play into the story of today, where it was by its ids; tells whether the place could be kept."""

    def glance(self, session: Session) -> Glance:
        """Return what there is to see from behind."""

    def spots(self) -> tuple[Spot, ...]:
        """Return all scenes and passages, in the order of the story."""

    def jump(self, at: str) -> Play:
        """Return a play that starts at a scene or passage. Raises `Refusal`."""
