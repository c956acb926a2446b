"""The vote at one choice: its options as large as the screen allows, each with a letter and the hands counted for it.

1. A number is typed, or stepped by left and right, F5, or the arrows; Enter goes on to the next row.
2. Page Down and Page Up go through the rows as well, so that a clicker alone can count: F5 is one hand more.
3. What is typed takes the place of what stood there. Backspace shortens it, and goes back to the page from nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import Final

from game.ballot import LETTERS, Ballot, ballot
from game.host import Play
from game.language import N_, _
from game.settings import names_for
from game.story.text import plain
from game.window import commands as c
from game.window.column import Column
from game.window.commands import Command
from game.window.focus import navigate
from game.window.hands import MORE, ROW, Row, hands_row
from game.window.layout import Layout, Look
from game.window.moves import Move, Open, Pop, Screen
from game.window.page import Control, page, title_backdrop
from game.window.prose import option_spans
from game.window.spread import Spread, whole
from game.window.typeset import Span

CLOSE: Final = "close"

LARGEST: Final = 260
"""The size of text, in percent, that a ballot is set in at most."""

STEP: Final = 10

_HOW: Final = N_("Hold up the letter for which you could give a reason.")
_AGAIN: Final = N_("Once more, now that it has been talked over.")
_UNCOUNTED: Final = N_("No hand is counted yet. Type how many there are, or leave the scene out with S.")


class BallotScreen(Screen):
    """The options of the choice that waits in a play. `counted` is a ballot to go on with, if there is one."""

    def __init__(self, play: Play, counted: Ballot | None = None) -> None:
        super().__init__()
        self.play = play
        self.choice = play.session.offered
        self.picks = play.session.picks
        options = self.choice.options if self.choice else ()
        self.ballot = counted or ballot(tuple(offer.id for offer in options))
        self._typing = ""
        self._told = False
        self._laid_out: Layout | None = None

    @property
    def over(self) -> bool:
        """Whether the choice was answered, taken back or left out meanwhile."""
        return self.play.session.picks != self.picks

    def layout(self, look: Look) -> Layout:
        """Return the options in the largest letters that leave all of them in view."""
        self._typing = self._typing if self._typing == self.focus else ""
        larger = self._largest(look)
        parts = whole(larger)
        column = self._column(larger, parts)
        column.lower(0.35)
        back = Control("rewind", _("Back to the page"), Command(c.REWIND), "left")
        foot = (back, Control("menu", _("Menu"), Command(c.MENU)))
        key = f"ballot {len(self.picks)} {self.ballot.again}"
        done = page(larger, self, column, backdrop=title_backdrop(), foot=foot, key=key, parts=parts)
        self._laid_out = done
        return done

    def handle(self, command: Command) -> Move | None:
        """Count, close the vote, or go back."""
        if self._counts(command):
            return None
        match command.what:
            case "close" | c.PAGE_DOWN:
                return self._close()
            case c.SKIP:
                self.play.session.skip()
                return Pop()
            case c.MENU | c.BACK:
                return Open("pause", self.play)
            case c.REWIND | c.PAGE_UP:
                return Pop()
        return None

    def _counts(self, command: Command) -> bool:
        """Do what a command means for a number or between the rows; tells whether it means anything there."""
        row = self._row
        match command.what:
            case "fewer" | "more hands":
                self._step(int(command.detail), 1 if command.what == MORE else -1)
            case "row" | c.PAGE_DOWN if self.focus != CLOSE:
                self._go(c.NEXT)
            case c.PAGE_UP if self.focus != f"{ROW} 0":
                self._go(c.PREVIOUS)
            case c.OPTION if row is not None:
                self._type(row, command.detail)
            case c.LEFT | c.RIGHT if row is not None:
                self._step(row, 1 if command.what == c.RIGHT else -1)
            case c.REWIND if row is not None and self.ballot.hands[row]:
                self._erase(row)
            case _:
                return False
        return True

    def _largest(self, look: Look) -> Look:
        """Return the look with the largest text in which the whole ballot is in view; else as it is."""
        looks = [
            look._replace(settings=replace(look.settings, text_size=size))
            for size in range(look.settings.text_size, LARGEST + 1, STEP)
        ]
        return looks[max(0, bisect_left(looks, 1, key=self._overflows) - 1)] if looks else look

    def _overflows(self, look: Look) -> bool:
        parts = whole(look)
        return self._column(look, parts).y > parts.column.h

    @property
    def _row(self) -> int | None:
        """The row that has the focus, by its number."""
        what, _space, number = self.focus.partition(" ")
        return int(number) if what == ROW else None

    def _column(self, look: Look, parts: Spread) -> Column:
        column = Column(look, parts.column)
        session, called = self.play.session, names_for(self.play.session.story, look.settings)
        if self.choice:
            scene = plain(session.story.scenes[self.choice.scene].title, called)
            column.text("scene", "heading", Span(scene, "subheading"))
        column.text("how", "note", Span(_(_AGAIN if self.ballot.again else _HOW), "note"))
        column.space(0.35)
        for number, offer in enumerate(self.choice.options if self.choice else ()):
            spans = option_spans(offer.text, called, spoken=offer.spoken)
            hands_row(column, Row(number, LETTERS[number], spans, self.ballot.hands[number]))
        last = len(self.ballot.options)
        hands_row(column, Row(last, "", (Span(_("Pass"), "option stress"),), self.ballot.hands[last]))
        column.target(CLOSE, "button", Command(CLOSE), Span(_("See how it fell"), "turn"))
        if self._told:
            column.text("uncounted", "note", Span(_(_UNCOUNTED), "note"))
        return column

    def _type(self, row: int, digit: str) -> None:
        """Take a digit: the first one since the focus came takes the place of the number."""
        before = self.ballot.hands[row] if self._typing == self.focus else 0
        self._typing = self.focus
        self._count(row, before * 10 + int(digit))

    def _erase(self, row: int) -> None:
        self._typing = self.focus
        self._count(row, self.ballot.hands[row] // 10)

    def _step(self, row: int, way: int) -> None:
        self.focus = f"{ROW} {row}"
        self._count(row, self.ballot.hands[row] + way)

    def _count(self, row: int, hands: int) -> None:
        self.ballot, self._told = self.ballot.counted(row, hands), False

    def _go(self, what: str) -> None:
        """Move to the next row or the one before, and bring it into view; below the last lies the way on."""
        if self._laid_out:
            outcome = navigate(self._laid_out, Command(what))
            self.focus, self.scroll, self._typing = outcome.focus, outcome.scroll, ""

    def _close(self) -> Move | None:
        """Show how the class is split, or say that nothing is counted."""
        self._told = self.ballot.outcome == "uncounted"
        return None if self._told else Open("split", (self.play, self.ballot), instead=True)
