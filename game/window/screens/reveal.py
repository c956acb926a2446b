"""The reveal: the epilogue, the dynamic, the way that led there moment by moment, and what next.

1. It is told in pages that the player turns, forwards and back; the chart grows with the words.
2. It is made from the answers alone; of a run that is not finished it tells what they say so far.
3. Any answer can be gone back to, and any road not taken can be walked: that starts a new run, and this one stays.
4. The road that has the focus is lit, or the one that had it last. The focus begins below the roads, so that nobody who
   only turns pages starts another run.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from functools import cached_property
from typing import Final

from game.drawing.plane import described, where
from game.drawing.rect import Rect
from game.host import Play
from game.insight.reveal import reveal
from game.insight.what_if import WhatIf
from game.insight.why import Explanation, explain
from game.language import N_, _
from game.settings import names_for, partner
from game.story.called import Called
from game.window import branches, plates, telling
from game.window import commands as c
from game.window.branches import Branch
from game.window.card import card
from game.window.chart import Shown
from game.window.column import Column
from game.window.commands import Command
from game.window.heard import LOOKING_BACK, Air, captions
from game.window.layout import Box, Layout, Look
from game.window.moves import Begin, Hand, Home, Move, Open, Pop, Screen, Snap
from game.window.page import Backdrop, Control, Plate, page
from game.window.prose import SEASONS, TIMES, Stretch, backdrop, epilogue, stretches
from game.window.spread import spread, whole
from game.window.telling import Step
from game.window.typeset import Span

_NEXT: Final = (
    ("again", N_("Go back to one of your answers")),
    ("new", N_("Begin the story anew")),
    ("card", N_("Keep this as a picture")),
    ("print", N_("Keep this as a page to print")),
    ("runs", N_("Your runs")),
    ("settings", N_("Settings")),
    ("home", N_("To the title")),
)

LOWER: Final = {"epilogue": 0.2, "name": 0.3, "path": 0.3, "moment": 0.3, "against": 0.3, "next": 0.3, "gone back": 0.3}
"""How far a page's words stand below its top, as a share of the room that they leave."""

_SPACE: Final = {"note": 0.1, "paragraph": 0.45, "speech": 0.45}


class Reveal(Screen):
    """What the run of a play meant. `_at` is the page in view, `_called` how everybody is called on it."""

    def __init__(self, play: Play) -> None:
        super().__init__()
        self.play = play
        self._explanation: Explanation
        self._stretches: tuple[Stretch, ...]
        self._end: Stretch
        self._pages: tuple[Step, ...] = ()
        self._at = 0
        self._lit = 0
        self._look: Look | None = None
        self._read()

    def _read(self) -> None:
        """Take the run as it is now, in the story as it is now."""
        self.story = self.play.session.story
        self.picks = self.play.session.picks
        self.meant = reveal(self.story, self.picks, self.play.session.trial)
        self._called: Mapping[str, Called] = {}
        self.__dict__.pop("_beside", None)

    def refresh(self) -> None:
        """Look whether the player went back to an answer meanwhile; then there is only the way on from there.

        If the story was read anew, it is told anew, from the page in view.
        """
        if self.play.session.picks != self.picks:
            self._pages, self._at = (Step("gone back"),), 0
            self.focus, self.scroll = "", None
        elif self.play.session.story is not self.story:
            self._read()

    def layout(self, look: Look) -> Layout:
        """Return the spread of the page in view."""
        self._settle(look)
        self._look = look
        step, parts = self._pages[self._at], spread(look)
        pictured, drawn = step.kind in ("epilogue", "gone back"), plates.fits(parts.seen, look.base)
        parts = parts if pictured or drawn else whole(look)
        column = Column(look, parts.column)
        for caption in captions(self.air(Air()), Air()) if look.settings.captions and self._at == 0 else ():
            column.text("heard", "note", Span(caption, "note"))
            column.space(0.4)
        self._words(column, step)
        beside: Backdrop | Plate = Plate(())
        if pictured:
            beside = backdrop(self.play, self._end.view)
        elif drawn:
            beside = Plate(self._plate(look, step, parts.seen))
        else:
            self._plate_among_words(column, step)
        self._targets(column, step)
        column.lower(LOWER.get(step.kind, 0.0))
        moving = look.since < plates.DRIFT and (step.kind == "name" or step.grows)
        key = f"reveal {step.kind} {self._at}"
        done = page(look, self, column, backdrop=beside, foot=self._controls(), key=key, moving=moving, parts=parts)
        fresh = step.kind == "roads" and not self.focus and done.focus != "more"
        return done._replace(focus="turn") if fresh else done

    def handle(self, command: Command) -> Move | None:
        """Turn pages, or do what the last one offers."""
        match command.what:
            case "turn" | c.RIGHT | c.FORWARD | c.PAGE_DOWN:
                self._turn_to(min(self._at + 1, max(self._at, len(self._pages) - 2)))
            case c.BACK if self._at == 0:
                return Pop()
            case c.LEFT | c.REWIND | c.BACK | c.PAGE_UP:
                self._turn_to(max(0, self._at - 1))
            case "again":
                self._turn_to(len(self._pages) - 1)
            case "from":
                return Begin(self.story.id, self.picks[: int(command.detail)])
            case telling.ROAD:
                road = self._explanation.roads[int(command.detail)]
                return Begin(self.story.id, road.run[: road.parts_at])
            case _:
                return self._leaving(command.what)
        return None

    def onward(self, look: Look) -> Layout | None:
        """Return the page after this one; the last one again."""
        twin = copy(self)
        twin.handle(Command("turn"))
        return twin.layout(look)

    def air(self, below: Air) -> Air:
        """Return the music of the reveal: the same whatever it says."""
        return Air(LOOKING_BACK, share=below.share)

    def _leaving(self, what: str) -> Move | None:
        if what == "card" and self._look:
            return Snap(card(self._look, self.story, self.meant))
        moves: Mapping[str, Move] = {
            "on": Open("play", self.play, instead=True),
            "new": Begin(self.story.id),
            "copy": Open("handed", self.play),
            "runs": Open("runs"),
            "settings": Open("settings"),
            "print": Hand(self.play),
            "home": Home(),
            c.MENU: Open("pause", self.play),
            c.HISTORY: Open("history", self.play),
        }
        return moves.get(what)

    def _turn_to(self, at: int) -> None:
        if at != self._at:
            self._at, self.focus, self.scroll, self._lit = at, "", None, 0

    def _settle(self, look: Look) -> None:
        """Put everything into words, anew if somebody is called otherwise than before."""
        called = names_for(self.story, look.settings)
        if called == self._called:
            return
        self._called = called
        self._explanation = explain(self.story, self.meant, called, self._beside)
        self._stretches = stretches(self.play.session, called)
        self._end = self._stretches[-1]
        if self.meant.finished:
            self._end = epilogue(self.play.session, called, self._end.view)
        self._pages = telling.steps(self._explanation, len(self.meant.moments), finished=self.meant.finished)
        self._at = min(self._at, len(self._pages) - 1)

    @cached_property
    def _beside(self) -> WhatIf | None:
        """What could have followed; found out once, when the first page is laid out. Unknown of a trial."""
        return None if self.play.session.trial else self.play.foresight.of(self.story, self.picks)

    def _words(self, column: Column, step: Step) -> None:
        """Set what a page says."""
        match step.kind:
            case "epilogue":
                _epilogue(column, self._end)
            case "name":
                telling.named(column, self._explanation, finished=self.meant.finished)
            case "path":
                telling.way(column, described(self.meant.path, self.story.dead_zone), self._explanation)
            case "moment" | "against" if step.why:
                telling.moment(column, step, step.why)
            case "roads":
                telling.roads(column, self._explanation)
            case "question":
                telling.question(column, self._explanation, self.play.support)
            case "next":
                column.text("heading", "heading", Span(_("And now?"), "heading"))
                column.space(0.6)
            case "again":
                self._answers(column)
            case "gone back":
                telling.paragraph(column, "gone", _("You have gone back to a moment before the end."))

    def _answers(self, column: Column) -> None:
        """Set every answer, to go back to the moment before it."""
        column.text("heading", "heading", Span(_("Once more, from where?"), "heading"))
        note = _("A new run begins at that moment. This one stays as it is.")
        column.text("note", "note", Span(note, "note"))
        for at, stretch in enumerate(self._stretches):
            for number, block in enumerate(stretch.blocks):
                if block.role == "heading":
                    column.space(0.7)
                    spans = (Span(span.words, "subheading") for span in block.spans)
                    column.text(f"{at} {number}", "heading", *spans)
                    column.space(0.2)
                elif block.role == "answer":
                    gives = Command("from", str(stretch.frame - 1))
                    column.target(f"{at} {number}", "button", gives, *block.spans, name=block.name)

    def _targets(self, column: Column, step: Step) -> None:
        """Set what the page ends in: turning it, or where one can go from here."""
        column.space(0.25)
        match step.kind:
            case "next":
                going_on = () if self.meant.finished else (("on", N_("Go on with the run")),)
                handing_in = (("copy", N_("Save a copy for class")),) if self.play.hand_in else ()
                for what, words in (*going_on, *handing_in, *_NEXT):
                    if (what != "again" or self.picks) and (what != "runs" or not handing_in):
                        column.target(what, "button", Command(what), Span(_(words), "button"))
            case "again":
                pass
            case "gone back":
                column.target("on", "button", Command("on"), Span(_("Read on from there"), "turn"))
            case _:
                column.target("turn", "button", Command("turn"), Span(_("Turn the page"), "turn"))

    def _plate(self, look: Look, step: Step, room: Rect) -> tuple[Box, ...]:
        """Return the drawing of a page: the two circles, or the chart as far as it was told."""
        path, dead_zone = self.meant.path, self.story.dead_zone
        if step.shown is None:
            return plates.two(look, room, path, self._other)
        roads = tuple(Branch(road.dynamic, road.path) for road in self._explanation.roads)
        chart = plates.chart(look.letters.close, look.base, room, path, dead_zone, roads=roads)
        # Where nothing is drawn, what stands there once it is drawn stands there at once.
        shown = step.shown._replace(share=plates.share(look.since, plates.DRAW) if step.grows else 1.0)
        if step.kind == "roads":
            ways = f"{described(path, dead_zone)} {branches.described(roads, dead_zone)}"
            return chart.boxes(self._with_light(shown), ways)
        if step.why is None or shown.ended:
            # The page of the way says the same in its own words.
            return chart.boxes(shown, "" if step.kind == "path" else described(path, dead_zone))
        reached = _("The path as far as this moment lies {where}.").format(where=where(path[shown.new], dead_zone))
        return chart.boxes(shown, reached)

    def _with_light(self, shown: Shown) -> Shown:
        """Return the chart with the road lit that has the focus, or had it last."""
        what, _space, number = self.focus.partition(" ")
        if what == telling.ROAD:
            self._lit = int(number)
        return shown._replace(lit=self._lit, name=self._explanation.roads[self._lit].heading)

    def _plate_among_words(self, column: Column, step: Step) -> None:
        """Put the drawing into the column where there is no room for it beside."""
        side = min(column.room.w, max(plates.ROOM, round(column.room.h * 0.92)))
        if step.kind in ("next", "again") or column.room.w < plates.ROOM:
            return
        column.boxes += self._plate(column.look, step, Rect(column.room.x, column.y, side, side))
        column.y += side
        column.space(0.5)

    @property
    def _other(self) -> str:
        person = partner(self.story)
        return self._called[person.id].name if person else _("The other")

    def _controls(self) -> tuple[Control, ...]:
        ahead = self._at < len(self._pages) - 2
        return (
            Control("rewind", _("Turn back"), Command(c.REWIND) if self._at else None, "left"),
            Control("forward", _("Turn the page"), Command(c.FORWARD) if ahead else None, "right"),
            Control("menu", _("Menu"), Command(c.MENU)),
        )


def _epilogue(column: Column, end: Stretch) -> None:
    """Set the last page of the story."""
    season, time = SEASONS.get(end.view.season or ""), TIMES.get(end.view.time or "")
    over = " · ".join(_(each) for each in (season, time) if each)
    if over:
        column.text("over", "note", Span(over, "overline"))
        column.space(0.4)
    for number, block in enumerate(end.blocks):
        column.text(f"end {number}", block.role, *block.spans, name=block.name)
        column.gap(_SPACE.get(block.role, 0.45))
