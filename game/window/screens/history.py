"""Everything so far: the whole run as it was read, with each answer marked, to go back to.

What is in view always says where it is from: once the heading has gone by, a running head names the scene.
"""

from __future__ import annotations

from game.drawing.rect import Rect
from game.host import Play
from game.language import _
from game.settings import names_for
from game.window import commands as c
from game.window.column import Column
from game.window.commands import Command
from game.window.layout import APART, Box, Layout, Look
from game.window.moves import Move, Pop, Screen
from game.window.page import back, page
from game.window.prose import Block, Stretch, backdrop, read, stretches
from game.window.spread import Spread, spread
from game.window.typeset import Span, setting


class History(Screen):
    """The log of a play, as far as `here`, or all of it.

    Picking an answer goes back to where it was given; what came after can be gone forward to.
    """

    def __init__(self, play: Play, here: Stretch | None = None) -> None:
        super().__init__()
        self.play = play
        self._here = here

    def layout(self, look: Look) -> Layout:
        """Return the log, begun at its end."""
        session = self.play.session
        parts = _below_a_head(look, spread(look))
        column = Column(look, parts.column)
        told = read(stretches(session, names_for(session.story, look.settings)), self._here)
        column.text("history", "heading", Span(_("Everything so far"), "heading"))
        column.text("how", "note", Span(_("Choose an answer to go back to the moment before it."), "note"))
        column.space(0.8)
        for at, stretch in enumerate(told):
            for number, block in enumerate(stretch.blocks):
                _set(column, f"{at} {number}", block, stretch.frame)
        here = backdrop(self.play, told[-1].view)
        self.focus = self.focus or "back"
        done = page(look, self, column, backdrop=here, foot=(back(),), key="history", begin=column.y, parts=parts)
        return _headed(done, parts, look)

    def handle(self, command: Command) -> Move | None:
        """Go back to an answer, or to the page that was read."""
        match command.what:
            case "to":
                self.play.session.rewind(len(self.play.session.picks) - int(command.detail) + 1)
                return Pop()
            case c.BACK | c.MENU | c.HISTORY:
                return Pop()
        return None


def _below_a_head(look: Look, parts: Spread) -> Spread:
    """Return the parts of a page with room for the running head above the column, if the margin has too little."""
    lower = max(0, look.letters.close.leading("overline", look.base) + look.px(APART) - (parts.column.y - parts.page.y))
    room = parts.column
    return parts._replace(column=Rect(room.x, room.y + lower, room.w, max(1, room.h - lower)))


def _headed(layout: Layout, parts: Spread, look: Look) -> Layout:
    """Return the layout with the scene at the top of the view named above it, unless its own heading stands there."""
    view, headings = layout.scroll, [box for box in layout.boxes if box.role == "heading"]
    cut = [box for box in headings if view and box.rect.y < view.view.y]
    if not cut:
        return layout
    # A heading that is cut by the edge, and can be read still, is not written twice.
    scene = [] if view and cut[-1].rect.bottom > view.view.y else [box.name for box in cut[1:][-1:]]
    words = " · ".join((headings[0].name, *scene))
    done = setting((Span(words, "overline"),), 10**6, look.base, look.letters.close)
    base = look.base if done.width <= parts.column.w else max(1, look.base * parts.column.w // done.width)
    done = setting((Span(words, "overline"),), 10**6, base, look.letters.close)
    room = parts.column
    rect = Rect(room.x, room.y - look.px(APART) - done.height, max(1, min(done.width, room.w)), done.height)
    head = Box("running head", "note", rect, words, done.pieces)
    at = next(number for number, box in enumerate(layout.boxes) if box.scrolled)
    return layout._replace(boxes=(*layout.boxes[:at], head, *layout.boxes[at:]))


def _set(column: Column, box_id: str, block: Block, frame: int) -> None:
    if block.role == "answer":
        column.target(box_id, "answer", Command("to", str(frame)), *block.spans, name=block.name)
        return
    if block.role == "heading" and column.boxes[-1].role != "note":
        column.space(0.8)
    smaller = tuple(Span(span.words, {"heading": "subheading"}.get(span.style, span.style)) for span in block.spans)
    column.text(box_id, block.role, *smaller, name=block.name)
    column.gap(0.4)
