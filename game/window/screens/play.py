"""Playing: the picture, the prose, and the options beneath it.

1. What is new stands in full ink below what was read before on the same leaf, in quieter ink.
2. A scene that begins waits for the page to be turned, so that the picture always belongs to the words.
3. Going back keeps what lies ahead; going forward brings it back.
4. What was read before, in any run, can be gone over: to the next choice, or to the first words that are new. It never
   comes line by line.
5. If the player wants to confirm answers, one that was picked is asked for once more, and not giving it comes first.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from itertools import takewhile
from typing import Final

from game.drawing.rect import Rect
from game.host import Play
from game.language import _
from game.settings import names_for
from game.story.events import Offered
from game.window import art
from game.window import commands as c
from game.window.column import Column, words
from game.window.commands import Command
from game.window.compose import View
from game.window.heard import READING, Air, captions, tone
from game.window.layout import Layout, Look
from game.window.moves import Move, Open, Screen
from game.window.pacing import paced, waiting
from game.window.page import Control, page, view_of
from game.window.prose import Block, backdrop, epilogue, option_spans, styled
from game.window.reader import Reader
from game.window.spread import spread
from game.window.typeset import Span

ANSWER: Final = "answer"
TURN: Final = "turn"

_END: Final = "end"
"""Stands for the end of the page, where a choice waits."""

_HEADS: Final = frozenset({"note", "heading", "answer"})
"""What stands above the words of a stretch: captions come between."""

_QUIETER: Final = {"prose": "read", "stress": "read stress", "opening": "read opening"}


class PlayScreen(Screen):
    """A run as it is played, where its reader is.

    `_held` is an answer that waits to be confirmed, `_goal` the box to be brought into view next; `_pacing` holds until
    the text in view has come.
    """

    def __init__(self, play: Play) -> None:
        super().__init__()
        self.play = play
        self.reader = Reader(play)
        self._held = self._goal = ""
        self._pacing = True
        self._confirms = False

    def layout(self, look: Look) -> Layout:
        """Return the spread of the leaf that is being read."""
        if new := self.reader.settle(look.settings):
            self._fresh(again=new == "again")
        self._confirms = look.settings.confirm
        column = Column(look, spread(look).column)
        begins = self._leaf(column, look)
        self._waiting(column, look)
        view = view_of(spread(look), column)
        begin = begins if column.y > view.h else 0
        self._reach(column)
        unseen = column.y - view.h > (begin if self.scroll is None else self.scroll)
        key = f"play {len(self.play.session.picks)} {self.reader.at}"
        here = backdrop(self.play, self._view)
        done = page(look, self, column, backdrop=here, foot=self._controls(unseen=unseen), key=key, begin=begin)
        waits = waiting(done, f"{self.reader.at} 0") if self._pacing else ()
        return paced(done, waits, look.since, look.settings.pace)

    def handle(self, command: Command) -> Move | None:
        """Answer, turn pages, go back and forward, or open what belongs to the play."""
        match command.what:
            case "answer" | c.SKIP if self._waits:
                self._answer(command)
            case "turn":
                self._turn(1)
            case c.SKIP if not self.reader.last:
                self._turn(1)
            case c.BACK | c.LEFT | c.REWIND if self._held:
                self._hold("")
            case c.LEFT | c.REWIND:
                self._back()
            case c.RIGHT | c.FORWARD:
                self._forward()
            case c.UNREAD:
                self._go_over()
            case _:
                return self._elsewhere(command.what)
        return None

    def hurry(self) -> None:
        """Let all of the text stand there."""
        self._pacing = False

    def ahead(self) -> tuple[View, ...]:
        """Return the picture of the page after this one, if it is known: after the last, that of the epilogue."""
        session, reader = self.play.session, self.reader
        if reader.last and session.finished:
            return (epilogue(session, reader.called, self._view).view,)
        return tuple(stretch.view for stretch in reader.told[reader.at + 1 : reader.at + 2])

    def onward(self, look: Look) -> Layout | None:
        """Return the next page of the leaf; once the story is over, find out what could have followed."""
        if self.play.session.finished:
            self.play.foresee()
        if self.reader.last:
            return None
        twin = copy(self)
        twin.reader = copy(self.reader)
        twin.handle(Command("turn"))
        return twin.layout(look)

    def air(self, below: Air) -> Air:
        """Return the music of the pages, and the room tone of the one in view."""
        return self._heard(self.reader.at) if self.reader.told else below

    @property
    def _view(self) -> View:
        return self.reader.here.view

    @property
    def _waits(self) -> bool:
        """Whether a choice waits, on the page in view."""
        return self.reader.last and self.play.session.offered is not None

    def _elsewhere(self, what: str) -> Move | None:
        moves: Mapping[str, Move] = {
            c.HISTORY: Open("history", (self.play, self.reader.here)),
            c.MENU: Open("pause", (self.play, self.reader.here)),
            c.BACK: Open("pause", (self.play, self.reader.here)),
            "reveal": Open("reveal", self.play),
        }
        return moves.get(what)

    def _answer(self, command: Command) -> None:
        """Give an answer, or leave the rest of the scene out; or ask first."""
        answer = command.detail or c.SKIP
        if self._confirms and self._held != answer:
            self._hold(answer)
        elif command.what == c.SKIP:
            self.play.session.skip()
        else:
            self.play.session.pick(answer)

    def _hold(self, answer: str) -> None:
        """Ask for an answer once more, or for none."""
        self._held, self.focus, self._goal = answer, "", _END

    def _fresh(self, *, again: bool = False) -> None:
        """Begin to show a stretch; one that is shown `again` is there at once, like one that was read before."""
        self.focus, self.scroll, self._held, self._goal = "", None, "", ""
        self._pacing = not again and not self.reader.known(self.reader.at)

    def _turn(self, way: int) -> None:
        self.reader.at += way
        self._fresh(again=way < 0)

    def _back(self) -> None:
        if self.reader.back():
            self._fresh(again=True)

    def _forward(self) -> None:
        if not self.reader.last:
            self._turn(1)
        else:
            self.play.session.forward()

    def _go_over(self) -> None:
        """Go on from what was read before to the first words that are new, or to the next choice."""
        if self._held or not self.reader.known(self.reader.at):
            return
        if not self.reader.last:
            self.reader.go_over()
            self._fresh()
        new = self.reader.first_new()
        self._goal = _END if new is None else f"{self.reader.at} {new}"

    def _reach(self, column: Column) -> None:
        """Scroll to where going over what was read leads."""
        if self._goal:
            box = next((box for box in column.boxes if box.id == self._goal), None)
            self.scroll = box.rect.y - round(column.base * 0.2) if box else column.y
        self._goal = ""

    def _leaf(self, column: Column, look: Look) -> int:
        """Set all of this leaf; returns where what is new begins."""
        new, reader = 0, self.reader
        if self.play.notice and self.reader.begins:
            column.text("notice", "note", Span(self.play.notice, "note"))
            column.space(0.6)
        for at, stretch in enumerate(reader.told[: reader.at + 1]):
            if stretch.leaf != reader.here.leaf:
                continue
            new = column.y if at == reader.at else new
            told = [(f"{at} {number}", block) for number, block in enumerate(stretch.blocks)]
            heads = len([*takewhile(lambda each: each[1].role in _HEADS, told)])
            for box_id, block in told[:heads]:
                _set(column, box_id, block, read=at < reader.at)
            if look.settings.captions:
                self._captions(column, at)
            for box_id, block in told[heads:]:
                _set(column, box_id, block, read=at < reader.at)
        return max(0, new - round(look.base * 0.2))

    def _captions(self, column: Column, at: int) -> None:
        """Set in words what is heard from a stretch on, if that is another sound than before it on the leaf."""
        told = self.reader.told
        same_leaf = at > 0 and told[at - 1].leaf == told[at].leaf
        before = self._heard(at - 1) if same_leaf else Air(READING if at else "")
        for number, caption in enumerate(captions(self._heard(at), before)):
            column.text(f"{at} heard {number}", "note", Span(caption, "note"))
            column.gap(0.3)

    def _heard(self, at: int) -> Air:
        """Return what is heard while a stretch is read: it goes by the place and by stage directions alone."""
        stretch = self.reader.told[at]
        return Air(READING, tone(stretch.view.place, stretch.sound))

    def _waiting(self, column: Column, look: Look) -> None:
        """Set what the page ends in: the options, the turning of the page, or the way to the reveal."""
        column.space(0.25)
        choice = self.play.session.offered
        if not self.reader.last:
            column.target(TURN, "button", Command(TURN), Span(_("Turn the page"), "turn"))
        elif choice is None:
            column.target("reveal", "button", Command("reveal"), Span(_("See what the year says"), "turn"))
        elif self._held:
            self._confirmation(column, look, choice)
        else:
            self._options(column, look, choice)
        if self.play.trouble:
            column.text("trouble", "note", Span(self.play.trouble, "trouble"))

    def _options(self, column: Column, look: Look, choice: Offered) -> None:
        called = names_for(self.play.session.story, look.settings)
        for number, offer in enumerate(choice.options, 1):
            spans = option_spans(offer.text, called, spoken=offer.spoken)
            column.target(offer.id, "option", Command(ANSWER, offer.id), *spans, number=str(number))
        for offer in choice.closed if look.settings.show_closed else ():
            spans = styled(offer.text, called, "closed", "closed")
            name = _("Closed: {words}").format(words=words(spans))
            column.text(f"closed {offer.id}", "paragraph", *spans, name=name)

    def _confirmation(self, column: Column, look: Look, choice: Offered) -> None:
        """Set the answer that waits to be confirmed, and both ways on; the first is the one that changes nothing."""
        called = names_for(self.play.session.story, look.settings)
        spans: tuple[Span, ...] = (Span(_("Leave the rest of this scene out."), "answer"),)
        for offer in choice.options:
            if offer.id == self._held:
                spans = option_spans(offer.text, called, spoken=offer.spoken)
        column.text("asked", "note", Span(_("Is this your answer?"), "note"))
        column.space(0.3)
        column.text("held", "paragraph", *spans)
        column.space(0.6)
        column.target("no", "button", Command(c.BACK), Span(_("Choose again"), "button"))
        gives = Command(c.SKIP) if self._held == c.SKIP else Command(ANSWER, self._held)
        column.target("yes", "button", gives, Span(_("Yes, this one"), "button"))

    def _controls(self, *, unseen: bool) -> tuple[Control, ...]:
        session, reader = self.play.session, self.reader
        over = reader.known(reader.at) and (unseen or not reader.last) and not self._held
        ahead = not reader.last or len(session.furthest) > len(session.picks)
        behind = bool(reader.at)
        return (
            Control("rewind", _("Go back"), Command(c.REWIND) if behind else None, "left"),
            Control("forward", _("Go forward"), Command(c.FORWARD) if ahead else None, "right"),
            Control("menu", _("Menu"), Command(c.MENU)),
            Control("history", _("History"), Command(c.HISTORY)),
            *((Control("unread", _("Skip"), Command(c.UNREAD), spare=True),) if over else ()),
        )


def _set(column: Column, box_id: str, block: Block, *, read: bool) -> None:
    """Set a paragraph; one that was read before is quieter."""
    spans = tuple(Span(span.words, _QUIETER.get(span.style, span.style)) if read else span for span in block.spans)
    if block.role == "answer":
        column.space(0.25)
        _sign(column, box_id)
    column.text(box_id, block.role, *spans, name=block.name)
    column.gap({"heading": 0.5, "note": 0.05}.get(block.role, 0.45))


def _sign(column: Column, box_id: str) -> None:
    """Hang the sign into the margin, filled, beside the answer that was given."""
    width, line = round(column.base * 0.8), column.letters.leading("answer", column.base)
    rect = Rect(column.room.x - column.gutter + round(column.base * 0.15), column.y, width, line)
    column.hang(f"{box_id} sign", rect, art.sign(width, line, full=True))
