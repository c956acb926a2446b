"""A host over the sample story and letters of a fixed width, so that screens are tested without files or a display."""

from __future__ import annotations

from game.ballot import Ballot
from game.host import Picture, Play, Refusal, RunCard, StoryCard
from game.session import Session
from game.settings import Settings
from game.window import commands
from game.window.compose import View
from game.window.layout import Look
from game.window.letters import Font
from game.window.moves import Pop
from game.window.rooms import OF_PLAY
from tests.samples import STORY

PICTURES = {"kitchen": Picture("A kitchen."), "figures/apart": Picture("They stand apart.")}


class Letters:
    """Letters that are all nearly half as wide as they are high."""

    def width(self, words: str, font: Font) -> int:
        """Return the pixels that `words` take."""
        return round(len(words) * font.size * 0.45)


KEYS = commands.keys({})
"""What each key asks for, unless a player has chosen otherwise."""

LETTERS = Letters()


class StageHost:
    """A host that keeps everything in memory; `refuses` is the sentence with which nothing can be opened."""

    def __init__(self, settings: Settings | None = None, cards: tuple[RunCard, ...] = ()) -> None:
        self.settings = settings or Settings(motion="reduced")
        self.cards = cards
        self.plays: list[Play] = []
        self.refuses = ""
        self.copied = ("", "")
        self.snapped: list[bytes] = []
        self.folder = ""
        self.sheets: list[tuple[str, str]] = []

    @property
    def troubles(self) -> tuple[str, ...]:
        """None."""
        return ()

    def keep(self, settings: Settings) -> str | None:
        """Take new settings."""
        self.settings = settings
        return None

    def stories(self) -> tuple[StoryCard, ...]:
        """The sample alone."""
        return (StoryCard(STORY.id, STORY.title, STORY.about, STORY.content_note),)

    def runs(self) -> tuple[RunCard, ...]:
        """The cards it was made with."""
        return self.cards

    def latest(self) -> RunCard | None:
        """The first card that is not finished."""
        return next((card for card in self.cards if not card.finished), None)

    def start(self, story: str, picks: tuple[str, ...] = (), *, seed: int | None = None) -> Play:
        """Start the sample."""
        if self.refuses:
            raise Refusal(self.refuses)
        assert story == STORY.id
        play = Play(Session(STORY, 1 if seed is None else seed), PICTURES, "Talk to somebody.")
        play.session.replay(picks)
        play.hand_in = (lambda: "sample-maple.json") if self.folder else None
        self.plays.append(play)
        return play

    def resume(self, key: str) -> Play:
        """Open a run after its first answer."""
        return self.start(STORY.id, ("dinner.noodles",) if key else ())

    def bring(self, file: str) -> Play:
        """Open a run after its first answer, whatever the file; refuse none."""
        if not file:
            raise Refusal("No file was named.")
        return self.start(STORY.id, ("dinner.noodles",))

    def copy(self, key: str, place: str) -> str:
        """Say where a copy would be."""
        self.copied = (key, place)
        return f"The copy is here: {place}"

    def suggested(self, key: str) -> str:
        """A place that is nobody's."""
        return f"somewhere/documents/{key}"

    def keep_picture(self, data: bytes) -> str:
        """Keep it in memory, and say so."""
        self.snapped.append(data)
        return "The picture is here: somewhere/pictures/me-and-we.png"

    def keep_page(self, play: Play) -> str:
        """Say where a page would be."""
        return f"The page is here: somewhere/documents/{play.session.story.id}.html"

    @property
    def classroom(self) -> str:
        """The folder that was named last."""
        return self.folder

    def attend(self, folder: str) -> None:
        """Take a folder, unless there is none of that name."""
        if self.refuses:
            raise Refusal(self.refuses)
        self.folder = folder

    def hand_in_sheet(self, when: str, row: str) -> str:
        """Remember a sheet."""
        self.sheets.append((when, row))
        return f"{when}-maple.csv"

    def delete(self, key: str) -> str | None:
        """Forget a card."""
        self.cards = tuple(card for card in self.cards if card.key != key)
        return None


def about(name: str, play: Play) -> object:
    """Return what a screen of this name is made with, beside the host."""
    offered = play.session.offered
    counted = (
        Ballot(tuple(offer.id for offer in offered.options), (12, *range(1, len(offered.options)), 2))
        if offered
        else None
    )
    asked = ("Who knew what?", "What would a fourth answer have been?")
    details: dict[str, object] = {
        "names": (play, True),
        "before": (play, True),
        "split": (play, counted),
        "ballot": (play, counted),
        "sheet": "before",
        "file": "our-year-0001.json",
        "lines": "A",
        "compare": ("one", (("one", "2026-11-02, 21:40 · 4 answers"), ("two", "2026-11-20, 19:02 · 1 answer"))),
        "talk": (play, "To talk about", asked, View("kitchen"), Pop()),
    }
    return details.get(name, play if name in OF_PLAY or name == "calm" else None)


def cards() -> tuple[RunCard, ...]:
    """Return two runs, one of them finished."""
    return (
        RunCard("two", 2, STORY.id, STORY.title, 1, finished=False, saved="2026-11-20T19:02:00+00:00", scene="Dinner"),
        RunCard(
            "one",
            1,
            STORY.id,
            STORY.title,
            4,
            finished=True,
            saved="2026-11-02T21:40:00+00:00",
            dynamic="interdependence",
        ),
    )


def look(size: tuple[int, int] = (1280, 720), text_size: int = 100, theme: str = "light") -> Look:
    """Return what a layout depends on."""
    return Look(size, LETTERS, Settings(text_size=text_size, theme=theme, motion="reduced"))
