"""The title: lettering, and the ways into the game."""

from __future__ import annotations

from typing import Final

from game.host import Host, RunCard
from game.language import N_, _
from game.window import commands as c
from game.window.column import Column
from game.window.commands import Command
from game.window.heard import EVENING, Air, captions
from game.window.layout import APART, Layout, Look
from game.window.moves import Begin, Leave, Move, Open, Resume, Screen
from game.window.page import Control, page, title_backdrop
from game.window.spread import spread
from game.window.typeset import Span

NEW: Final = "new"
CONTINUE: Final = "continue"

_LINE: Final = N_("A year, two people, and what you make of it.")
_CLASS: Final = N_("Class mode: nothing is kept on this computer.")

_ROOMS: Final = (
    ("lesson", N_("For a class")),
    ("runs", N_("Your runs")),
    ("settings", N_("Settings")),
)
_BELOW: Final = (("credits", N_("About")), ("help", N_("Keys")))


class Title(Screen):
    """The first screen. The latest run is looked for after its first frame, so that it comes up at once."""

    def __init__(self, host: Host) -> None:
        super().__init__()
        self.host = host
        self.latest: RunCard | None = None

    def refresh(self) -> None:
        """Look which run waits to be gone on with."""
        before, self.latest = self.latest, self.host.latest()
        if self.latest != before:
            self.focus = ""

    def layout(self, look: Look) -> Layout:
        """Return lettering above a menu."""
        room = spread(look).column
        column = Column(look, room)
        menu = self._menu()
        left = room.h - len(menu) * (look.target + look.px(APART))
        _lettering(column, _(_CLASS if self.host.classroom else _LINE), left)
        for caption in captions(self.air(Air()), Air()) if look.settings.captions else ():
            column.space(0.25)
            column.text("heard", "note", Span(caption, "note"))
        column.space(1.4 if room.h > 20 * look.base else 0.3)
        for what, words in menu:
            column.target(what, "button", Command(what), Span(words, "button"))
        column.lower(0.45)
        foot = (*(Control(what, _(words), Command(what)) for what, words in _BELOW), *self._who())
        return page(look, self, column, backdrop=title_backdrop(), foot=foot, key="title")

    def handle(self, command: Command) -> Move | None:
        """Open what was picked; Escape only goes to the way out."""
        match command.what:
            case "continue":
                return Resume(self.latest.key) if self.latest else None
            case "new":
                stories = self.host.stories()
                return Begin(stories[0].id) if len(stories) == 1 else Open("stories")
            case "lesson" | "runs" | "settings" | "help" | "credits" | "players":
                return Open(command.what)
            case c.LEAVE:
                return Leave()
            case c.BACK:
                self.focus = c.LEAVE
        return None

    def air(self, below: Air) -> Air:
        """Return the music of the evening."""
        return below._replace(music=EVENING)

    def _menu(self) -> tuple[tuple[str, str], ...]:
        going_on = ((CONTINUE, _("Continue")),) if self.latest else ()
        rooms = ((what, _(words)) for what, words in _ROOMS if what != "runs" or not self.host.classroom)
        return (*going_on, (NEW, _("Begin a new year")), *rooms, (c.LEAVE, _("Leave")))

    def _who(self) -> tuple[Control, ...]:
        """Tell who plays, once it is not the first player, and lead to the others; the settings always do."""
        player = "" if self.host.classroom else self.host.players.now
        words = _("{name} plays").format(name=player)
        return (Control("players", words, Command("players"), spare=True),) if player else ()


def _lettering(column: Column, line: str, left: int) -> None:
    """Set the game's name in its three inks and a line below it, as large as it fits.

    It is somewhat smaller if all of the menu is in view then, for which `left` says how much room it may take.
    """
    usual, small = max(8, min(column.room.w // 18, column.room.h // 14)), (left - 2 * column.base) // 5
    base = small if usual * 0.6 <= small < usual else usual
    lettering = Column(column.look, column.room, base)
    lettering.y = column.y
    spans = (Span("Me ", "title me"), Span("&  ", "title and"), Span("We", "title we"))
    lettering.text("name", "heading", *spans, name="Me & We")
    column.boxes += lettering.boxes
    column.y = lettering.y
    column.space(0.25)
    column.text("line", "note", Span(line, "note"))
