"""What the gallery is drawn from: a host over the story beside this file, and any screen at any moment of a play."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from game.authoring.load import Loaded, load
from game.host import Play, Refusal, RunCard, StoryCard
from game.session import Session
from game.settings import Settings
from game.story.model import Story
from game.window.commands import Command
from game.window.layout import AT_REST, Layout, Look
from game.window.moves import Screen
from game.window.rooms import room
from game.window.scan import scanned
from game.window.screens.message import Message
from tests.stage import StageHost, about
from tests.watched import made as watched

TALKED = ("key.both", "train.tell", "oars.there_back", "rain.own", "ice.lend")
YEAR = ("key.both", "train.answer", "oars.row", "rain.own", "ice.lend")
OWN_WAY = ("key.alone", "train.answer", "oars.each", "rain.bed", "ice.mine_only")
RUNS = {"year": YEAR, "own way": OWN_WAY, "begun": YEAR[:2]}

_DAY = "2026-03-{day:02}T19:02:00+00:00"


class Shot(NamedTuple):
    """A picture of a screen, after `picks`, once everything that `do` says was done in it.

    `do` holds commands with their detail, and three words more: "last" turns to the last page that is there, "focus
    BOX" moves the focus, and "end" scrolls down. `since` are seconds since the page was opened; `grey` takes all colour
    out of the picture.
    """

    name: str
    about: str
    screen: str
    theme: str = "light"
    text: int = 100
    size: tuple[int, int] = (1280, 720)
    picks: tuple[str, ...] = ()
    do: tuple[str, ...] = ()
    since: float = AT_REST
    grey: bool = False
    settings: Mapping[str, object] = {}


@cache
def loaded() -> Loaded:
    """Return the story of the gallery, with what belongs to it."""
    return load(Path(__file__).parent / "story", fair=False)


def story() -> Story:
    """Return the story of the gallery."""
    found = loaded()
    assert found.story, found.problems
    return found.story


class GalleryHost(StageHost):
    """A host over the story of the gallery, with three runs in its journal."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings, _cards())

    def stories(self) -> tuple[StoryCard, ...]:
        """The story, and another that has a card only."""
        told = story()
        other = StoryCard("lamp", "The Lamp in the Stairwell", "Two neighbours, six floors, one bulb.", "")
        return (StoryCard(told.id, told.title, told.about, told.content_note), other)

    def start(self, story_id: str, picks: tuple[str, ...] = (), *, seed: int | None = None) -> Play:
        """Start the story."""
        assert story_id == story().id
        play = Play(Session(story(), 1 if seed is None else seed), loaded().pictures, "Talk to somebody.")
        assert play.session.replay(picks) == len(picks)
        return play

    def resume(self, key: str) -> Play:
        """Open one of the runs."""
        if key not in RUNS:
            raise Refusal("Another window has this run open.")
        return self.start(story().id, RUNS[key])


def _cards() -> tuple[RunCard, ...]:
    told = story()

    def card(key: str, number: int, day: int, ended: str | None = None, scene: str = "") -> RunCard:
        finished, saved = ended is not None, _DAY.format(day=day)
        many = len(RUNS[key])
        return RunCard(key, number, told.id, told.title, many, finished, saved, dynamic=ended, scene=scene)

    return (
        card("begun", 3, 21, scene="Whose turn it is"),
        card("year", 2, 14, "interdependence"),
        card("own way", 1, 2, "independence"),
    )


def settings(shot: Shot) -> Settings:
    """Return the settings under which a shot is taken."""
    chosen: Mapping[str, object] = {"theme": shot.theme, "text_size": shot.text, "motion": "reduced", **shot.settings}
    make: Callable[..., Settings] = Settings
    return make(**chosen)


def laid_out(shot: Shot, look: Look) -> Layout:
    """Return the layout of a shot."""
    kind, _space, rest = shot.screen.partition(" ")
    if kind == "watch":
        return watched(rest, look.settings).layout(look)
    screen = made(shot, look.settings)
    still = look._replace(since=AT_REST)
    for words in shot.do:
        screen.layout(still)
        _do(screen, words, still)
    layout = screen.layout(look)
    return scanned(layout, rests=False) if look.settings.one_switch else layout


def made(shot: Shot, chosen: Settings) -> Screen:
    """Return the screen of a shot before anything is done in it."""
    host = GalleryHost(chosen)
    name, _space, rest = shot.screen.partition(" ")
    if name == "message":
        return Message("The run could not be opened: another window has it. Close that one, and try once more.")
    play = host.start(story().id, shot.picks)
    play.way = {"before": "vote", "pair": "pair"}.get(name, "")
    others = tuple((card.key, card.title) for card in host.cards[::2])
    screen = room(name, host, rest or (("year", others) if name == "compare" else about(name, play)))
    screen.refresh()
    return screen


def _do(screen: Screen, words: str, look: Look) -> None:
    what, _space, detail = words.partition(" ")
    if what == "focus":
        screen.focus = detail
    elif what == "end":
        screen.scroll = 10**6
    elif what == "last":
        while screen.layout(look).box("turn"):
            screen.handle(Command("turn"))
    else:
        screen.handle(Command(what, detail))
