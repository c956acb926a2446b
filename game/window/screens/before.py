"""What should be known before a story, also in the middle of it: what it is about, what is in it, and the ways out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from game.host import Play
from game.language import N_, _
from game.window import commands as c
from game.window.column import Column
from game.window.commands import Command
from game.window.layout import Layout, Look
from game.window.moves import Move, Open, Pop, Screen
from game.window.page import back, page, title_backdrop
from game.window.rooms import WAYS
from game.window.spread import spread
from game.window.typeset import Span

_AGREED: Final = N_("We speak of the two in the story, and not of ourselves. Anybody may pass, without a reason.")

_HOW: Final[Mapping[str, str]] = {
    "vote": N_("At each choice, hold up the letter for which you could give a reason. No card is the right one."),
    "pair": N_("Agree before you answer: one of you picks an answer, and it counts when the other one picks it, too."),
}

_WAYS_OUT: Final = N_(
    "One key each, and nobody asks why: S leaves the rest of a scene out, B brings a calm screen, O another story,"
    " and Q leaves."
)


class Before(Screen):
    """The first page of a play that `begins`, or the same over a play that goes on."""

    def __init__(self, play: Play, begins: bool) -> None:  # noqa: FBT001  # made by `rooms`, by place
        super().__init__()
        self.play = play
        self._begins = begins

    def layout(self, look: Look) -> Layout:
        """Return the page."""
        story = self.play.session.story
        column = Column(look, spread(look).column)
        column.text("heading", "heading", Span(story.title, "heading"))
        column.space(0.4)
        told = (story.about, _("In it: {note}").format(note=story.content_note) if story.content_note else "")
        agreed = (_(_AGREED), _(_HOW[self.play.way])) if self.play.way else ()
        kept = (self.play.kept,) if self.play.hand_in else ()
        for number, words in enumerate(filter(None, (*told, *agreed, *kept))):
            column.text(f"words {number}", "paragraph", Span(words, "prose"))
            column.space(0.45)
        column.text("ways out", "note", Span(_(_WAYS_OUT), "note"))
        column.space(0.6)
        words = _("Begin") if self._begins else _("Go on")
        column.target("begin", "button", Command("begin"), Span(words, "turn"))
        return page(look, self, column, backdrop=title_backdrop(), foot=(back(),), key="before", last="begin")

    def handle(self, command: Command) -> Move | None:
        """Begin, or go back to where this was opened."""
        match command.what:
            case "begin" | c.PAGE_DOWN if self._begins:
                return Open(WAYS[self.play.way], self.play, instead=True)
            case "begin" | c.PAGE_DOWN | c.BACK | c.NOTE | c.MENU:
                return Pop()
        return None
