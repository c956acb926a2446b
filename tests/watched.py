"""An author in memory, and the workbench in each of its modes, so that it is tested without files or a display."""

from __future__ import annotations

from dataclasses import replace

from game.author import Answer, Flaw, Given, Glance, Holding, Spot
from game.host import Play, Refusal
from game.session import Session
from game.settings import Settings
from game.story.text import Words
from game.trial import trial
from game.window import commands as c
from game.window.commands import Command
from game.window.layout import Layout
from game.window.workbench import Workbench
from tests.samples import STORY
from tests.stage import PICTURES, StageHost, look

MODES = ("play", "panel", "hidden", "flaws", "spots", "broken from the start")

ERROR = Flaw(
    "dinner.yaml:14:20",
    "error",
    "E243",
    "There is no pattern `decide_togehter`.",
    "Did you mean `decide_together`?",
    "          shows: decide_togehter",
    17,
    15,
)
OTHER = Flaw(
    "dinner.yaml:35:15",
    "error",
    "E230",
    "There is no passage `bgas`.",
    "Did you mean `bags`?",
    "          go: bgas",
    14,
    4,
)
WARNING = Flaw("story.yaml:3:1", "warning", "W301", "Nothing reads `job`.")
GLANCE = Glance(
    "dinner.fridge",
    "dinner.yaml:12",
    1,
    -2,
    "independence",
    (Holding("ate", "takeaway", "nothing"), Holding("booked", "false", "false")),
    (
        Answer("dinner.noodles", "open", "Decide together", 1, 2),
        Answer(
            "dinner.curry",
            "closed",
            "Swallow my wish",
            -2,
            1,
            "ate == nothing and not booked",
            (("ate", "takeaway"), ("booked", "false")),
            "dinner.yaml:31",
        ),
        Answer("dinner.wait", "picked"),
    ),
    (Given("dinner.wait"), Given("offer.go", "Run in parallel", 1, -1)),
)

SPOTS = (
    Spot("dinner", "What’s for dinner?", "dinner.yaml:1"),
    Spot("dinner.fridge", "", "dinner.yaml:12"),
    Spot("offer", "Behind the lamp", "offer.yaml:1"),
    Spot("offer.table", "", "offer.yaml:9"),
)


class StageAuthor(StageHost):
    """An author in memory: a test sets what is saved next."""

    def __init__(self, settings: Settings | None = None, flaws: tuple[Flaw, ...] = (), *, begun: bool = True) -> None:
        super().__init__(settings)
        self.flaws = flaws
        self.begun = begun
        self.broken = any(flaw.severity == "error" for flaw in flaws)
        self.pictures = 0
        self.waiting = False
        self.places: tuple[Spot, ...] = SPOTS

    def save(self, *flaws: Flaw) -> None:
        """Save the story, with these mistakes in it."""
        self.flaws, self.waiting = flaws, True
        self.broken = any(flaw.severity == "error" for flaw in flaws)
        self.begun = self.begun or not self.broken

    def news(self) -> bool:
        """Take up what was saved."""
        waiting, self.waiting = self.waiting, False
        return waiting

    def begin(self) -> Play | None:
        """Start the sample, if there is a good story."""
        return self.start(STORY.id) if self.begun else None

    def renew(self, play: Play) -> bool:
        """Put the play into another copy of the sample, with other words for noodles."""
        told = replace(STORY.options["dinner.noodles"], text=(Words("Say more noodles."),))
        story = replace(STORY, options={**STORY.options, "dinner.noodles": told})
        picks = play.session.picks
        play.session = Session(story, 1)
        play.session.replay(picks)
        return True

    def glance(self, _session: Session) -> Glance:
        """Return what a kitchen looks like from behind."""
        return GLANCE

    def spots(self) -> tuple[Spot, ...]:
        """Return the scenes of the sample, or none while there is no story. Raises `Refusal`."""
        if not self.begun:
            raise Refusal("This story cannot be played yet.")
        return self.places

    def jump(self, at: str) -> Play:
        """Start a trial of the sample."""
        return Play(trial(STORY, at, "", 1), PICTURES)


def made(mode: str = "play", settings: Settings | None = None) -> Workbench:
    """Return a workbench as it is in a mode."""
    flaws = (ERROR, OTHER, WARNING) if mode in ("flaws", "broken from the start") else (WARNING,)
    author = StageAuthor(settings, (WARNING,), begun=True)
    if mode == "broken from the start":
        author = StageAuthor(settings, flaws, begun=False)
    bench = Workbench(author)
    if mode == "flaws":
        author.save(*flaws)
        bench.renew()
    doing = {"panel": (c.ACROSS,), "hidden": (c.PANEL,), "spots": (c.SPOTS,)}
    for what in doing.get(mode, ()):
        ask(bench, what)
    return bench


def ask(bench: Workbench, what: str, detail: str = "") -> Layout:
    """Ask for something, as the window would; returns what is to be seen then."""
    layout = bench.layout(look())
    bench.settle(layout)
    bench.answer(layout, Command(what, detail))
    return bench.layout(look())
