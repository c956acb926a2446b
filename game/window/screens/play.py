"""Playing: the picture, the prose, and the options beneath it.

1. What is new stands in full ink below what was read before on the same leaf, in quieter ink.
2. A scene that begins waits for the page to be turned, so that the picture always belongs to the words.
3. Going back keeps what lies ahead; going forward brings it back.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from game.drawing.rect import Rect
from game.host import Play
from game.language import _
from game.settings import names_for
from game.story.called import Called
from game.story.events import Offered
from game.window import art
from game.window import commands as c
from game.window.column import Column, words
from game.window.commands import Command
from game.window.compose import View
from game.window.layout import Layout, Look
from game.window.moves import Move, Open, Screen
from game.window.page import Control, page, view_of
from game.window.prose import Block, Stretch, backdrop, epilogue, option_spans, stretches, styled
from game.window.spread import spread
from game.window.typeset import Span, leading

ANSWER: Final = "answer"
TURN: Final = "turn"

_QUIETER: Final = {"prose": "read", "stress": "read stress"}


class PlayScreen(Screen):
    """A run as it is played. `_at` is the stretch in view, among all that were told."""

    def __init__(self, play: Play) -> None:
        super().__init__()
        self.play = play
        self._told: tuple[Stretch, ...] = ()
        self._seen: tuple[object, object, object] = (None, (), {})
        self._called: Mapping[str, Called] = {}
        self._frames = 0
        self._at = -1

    def layout(self, look: Look) -> Layout:
        """Return the spread of the leaf that is being read."""
        self._settle(look)
        column = Column(look, spread(look).column)
        begins = self._leaf(column, look)
        self._waiting(column, look)
        view = view_of(spread(look), column)
        begin = begins if column.y > view.h else 0
        key = f"{len(self.play.session.picks)} {self._at}"
        here = backdrop(self.play, self._here.view)
        return page(look, self, column, backdrop=here, foot=self._controls(), key=f"play {key}", begin=begin)

    def handle(self, command: Command) -> Move | None:
        """Answer, turn pages, go back and forward, or open what belongs to the play."""
        match command.what:
            case "answer":
                self.play.session.pick(command.detail)
                self._fresh()
            case "turn":
                self._turn(1)
            case c.LEFT | c.REWIND:
                self._back()
            case c.RIGHT | c.FORWARD:
                self._forward()
            case c.SKIP if self.play.session.offered and self._last:
                self.play.session.skip()
                self._fresh()
            case c.HISTORY:
                return Open("history", self.play)
            case c.MENU | c.BACK:
                return Open("pause", self.play)
            case "reveal":
                return Open("reveal", self.play)
        return None

    def ahead(self) -> tuple[View, ...]:
        """Return the picture of the page after this one, if it is known: after the last, that of the epilogue."""
        session = self.play.session
        if self._last and session.finished:
            return (epilogue(session, self._called, self._here.view).view,)
        return tuple(stretch.view for stretch in self._told[self._at + 1 : self._at + 2])

    @property
    def _here(self) -> Stretch:
        return self._told[self._at]

    @property
    def _last(self) -> bool:
        return self._at == len(self._told) - 1

    def _settle(self, look: Look) -> None:
        """Take in what the session tells now; it may have been moved, and people renamed, by another screen."""
        session = self.play.session
        called = names_for(session.story, look.settings)
        if (session, session.picks, called) == self._seen:
            return
        before, frames = self._frames, len(session.frames)
        place = self._place
        self._seen, self._called, self._frames = (session, session.picks, called), called, frames
        self._told = stretches(session, called)
        if before and frames == before + 1:
            self._at = next(at for at, stretch in enumerate(self._told) if stretch.frame == frames - 1)
            self._fresh()
        elif frames != before:
            self._at = 0 if frames == 1 else len(self._told) - 1
            self._fresh()
        else:
            self._at = self._found(*place)

    @property
    def _place(self) -> tuple[int, int]:
        """The frame in view, and how many of its stretches were turned over: what stays when a story is edited."""
        frame = self._here.frame if self._told else 0
        return frame, sum(stretch.frame == frame for stretch in self._told[: self._at]) if self._told else 0

    def _found(self, frame: int, turned: int) -> int:
        """Return where a place is among all that is told now."""
        within = [at for at, stretch in enumerate(self._told) if stretch.frame <= frame]
        first = next((at for at in within if self._told[at].frame == frame), within[-1] if within else 0)
        return max(0, min(first + turned, len(within) - 1))

    def _fresh(self) -> None:
        self.focus, self.scroll = "", None

    def _turn(self, way: int) -> None:
        self._at += way
        self._fresh()

    def _back(self) -> None:
        if self._at and self._told[self._at - 1].frame == self._here.frame:
            self._turn(-1)
        else:
            self.play.session.rewind()

    def _forward(self) -> None:
        if not self._last:
            self._turn(1)
        else:
            self.play.session.forward()

    def _leaf(self, column: Column, look: Look) -> int:
        """Set all of this leaf; returns where what is new begins."""
        new = 0
        if self.play.notice and self._frames == 1:
            column.text("notice", "note", Span(self.play.notice, "note"))
            column.space(0.6)
        for at, stretch in enumerate(self._told[: self._at + 1]):
            if stretch.leaf != self._here.leaf:
                continue
            new = column.y if at == self._at else new
            for number, block in enumerate(stretch.blocks):
                _set(column, f"{at} {number}", block, read=at < self._at)
        return max(0, new - round(look.base * 0.2))

    def _waiting(self, column: Column, look: Look) -> None:
        """Set what the page ends in: the options, the turning of the page, or the way to the reveal."""
        column.space(0.25)
        choice = self.play.session.offered
        if not self._last:
            column.target(TURN, "button", Command(TURN), Span(_("Turn the page"), "turn"))
        elif choice is None:
            column.target("reveal", "button", Command("reveal"), Span(_("See what the year says"), "turn"))
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

    def _controls(self) -> tuple[Control, ...]:
        session = self.play.session
        ahead = not self._last or len(session.furthest) > len(session.picks)
        behind = bool(self._at)
        return (
            Control("rewind", _("Go back"), Command(c.REWIND) if behind else None, "left"),
            Control("forward", _("Go forward"), Command(c.FORWARD) if ahead else None, "right"),
            Control("menu", _("Menu"), Command(c.MENU)),
            Control("history", _("History"), Command(c.HISTORY)),
        )


def _set(column: Column, box_id: str, block: Block, *, read: bool) -> None:
    """Set a paragraph; one that was read before is quieter."""
    spans = tuple(Span(span.words, _QUIETER.get(span.style, span.style)) if read else span for span in block.spans)
    if block.role == "answer":
        column.space(0.25)
        _sign(column, box_id)
    column.text(box_id, block.role, *spans, name=block.name)
    column.space({"heading": 0.5, "note": 0.05}.get(block.role, 0.45))


def _sign(column: Column, box_id: str) -> None:
    """Hang the sign into the margin, filled, beside the answer that was given."""
    width, line = round(column.base * 0.8), leading("answer", column.base)
    rect = Rect(column.room.x - column.gutter + round(column.base * 0.15), column.y, width, line)
    column.hang(f"{box_id} sign", rect, art.sign(width, line, full=True))
