"""Choosing what each command has, a key or a button: a line for each, and the way back to the usual ones.

1. Picking a line turns to a page that waits for another one. Going back leaves it as it was.
2. One that another command has is told, and exchanged for this one's if it is chosen once more.
3. What was told stands below the line that it is about, in view.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final, NamedTuple

from game.choosing import Choosing
from game.drawing.rect import Rect
from game.host import Host
from game.language import _
from game.window import commands as c
from game.window.column import Column
from game.window.commands import Command
from game.window.layout import Layout, Look
from game.window.moves import Keep, Move, Open, Pop, Screen
from game.window.page import Control, back, page, title_backdrop
from game.window.spread import spread
from game.window.typeset import Span

CHOOSE: Final = "choose"
RESET: Final = "reset"
TOLD: Final = "told"


class Words(NamedTuple):
    """What such a screen says. `now` has a place for `{name}`, the last three for `{what}` too, which is a command."""

    heading: str
    about: str
    reset: str
    usual: str
    now: str
    unfit: str
    owned: str
    needed: str
    told: str


class Kind(NamedTuple):
    """What is chosen: its field in the settings, what may be, the command that tells it, and how it is called.

    `beside` is the room where the other device has its own, and its title.
    """

    field: str
    choosing: Choosing
    listens: str
    labels: Mapping[str, str]
    name_of: Callable[[str], str]
    words: Words
    beside: tuple[str, str]


class ChoosingScreen(Screen):
    """The commands with what they have. `_waits` is the one that waits, `_asked` what another one has.

    `_note` is what there is to tell, and `_at` the line that it is about.
    """

    def __init__(self, host: Host, kind: Kind) -> None:
        super().__init__()
        self.host = host
        self.kind = kind
        self._waits = self._note = self._at = ""
        self._asked: str | None = None
        self._place = self._begin = self._seen = 0

    def layout(self, look: Look) -> Layout:
        """Return the list, or the page that waits."""
        parts = spread(look)
        column = Column(look, parts.column)
        if self._waits:
            self._waiting(column)
        else:
            self._list(column)
        begin = self._in_view(column, parts.column)
        key, (room, title) = f"{self.kind.field} {self._waits}", self.kind.beside
        foot = (back(), *([] if self._waits else [Control("beside", _(title), Command(room))]))
        done = page(look, self, column, backdrop=title_backdrop(), foot=foot, key=key, begin=begin)
        self._seen = done.scroll.at if done.scroll else 0
        return done._replace(listens=self.kind.listens if self._waits else "")

    def handle(self, command: Command) -> Move | None:
        """Wait for one, take it, or go back."""
        match command.what:
            case "choose":
                self._turn_to(command.detail)
            case c.KEY | c.BUTTON if self._waits:
                return self._take(command.detail)
            case "reset":
                self._tell(_(self.kind.words.usual), RESET)
                return self._keep({})
            case "keys" | "buttons":
                return Open(command.what, instead=True)
            case c.BACK | c.MENU if self._waits:
                self._turn_to("")
            case c.BACK | c.MENU:
                return Pop()
        return None

    @property
    def own(self) -> Mapping[str, str]:
        """What the player has chosen so far."""
        own: Mapping[str, str] = getattr(self.host.settings, self.kind.field)
        return own

    @property
    def chosen(self) -> Mapping[str, str]:
        """What each command has."""
        return self.kind.choosing.chosen(self.own)

    def label(self, what: str) -> str:
        """Return what a command is called, "" if it is none."""
        return _(self.kind.labels[what]) if what else ""

    def note(self, column: Column, at: str) -> None:
        """Set what there is to tell, if it is about this line."""
        if self._note and self._at == at:
            column.text(TOLD, "paragraph", Span(self._note, "stress"))
            column.space(0.4)

    def offer(self, column: Column) -> None:
        """Set what can be picked from on the page that waits, if anything can."""

    def row(self, name: str) -> str:
        """Return the line that something to choose has on the page that waits."""
        del name
        return ""

    def _keep(self, own: Mapping[str, str]) -> Move:
        change: Callable[..., Any] = replace
        return Keep(change(self.host.settings, **{self.kind.field: own}))

    def _tell(self, note: str, at: str) -> None:
        """Tell something about a line; the page stays where it is as far as that leaves both in view."""
        self._note, self._at = note, at
        self._begin, self.scroll = self._seen, None

    def _turn_to(self, what: str) -> None:
        """Wait for what a command is to have, or go back to its line in the list where it was."""
        if what:
            self._place, self._begin, self.focus = self._seen, 0, ""
        else:
            self._begin, self.focus = self._place, line(self._waits)
        self.scroll, self._waits, self._asked, self._note = None, what, None, ""

    def _take(self, name: str) -> Move | None:
        """Give the command that waits what was chosen, unless something speaks against it."""
        what, choosing = self._waits, self.kind.choosing
        other = choosing.owner(self.own, what, name)
        against = self._against(name, other)
        if against:
            self._tell(against, self.row(name))
            self._asked = name if choosing.may_take(self.own, what, name) else None
            self.focus = self.row(name) or self.focus
            return None
        told = [self._told(what, name), *([self._told(other, self.chosen[what])] if other else [])]
        move = self._keep(choosing.given(self.own, what, name))
        self._turn_to("")
        self._note, self._at = " ".join(told), line(what)
        return move

    def _against(self, name: str, other: str) -> str:
        """Return what speaks against a choice now: "" for nothing, or nothing any more."""
        words, what = self.kind.words, self._waits
        named = {"name": self.kind.name_of(name), "what": self.label(other)}
        if self.kind.choosing.may_take(self.own, what, name):
            return _(words.owned).format(**named) if other and name != self._asked else ""
        return _(words.needed).format(**named) if other else _(words.unfit)

    def _told(self, what: str, name: str) -> str:
        return _(self.kind.words.told).format(what=self.label(what), name=self.kind.name_of(name))

    def _in_view(self, column: Column, room: Rect) -> int:
        """Return where the page begins, so that what was told is in view, and its line too."""
        at = next((box.rect.y for box in column.boxes if box.id == self._at), 0)
        low = next((box.rect.bottom + column.base - room.h for box in column.boxes if box.id == TOLD), None)
        return self._begin if low is None else min(max(self._begin, low), at or low)

    def _list(self, column: Column) -> None:
        words = self.kind.words
        column.text("heading", "heading", Span(_(words.heading), "heading"))
        column.text("about", "note", Span(_(words.about), "note"))
        column.space(0.5)
        for what in self.kind.labels:
            name, gives = self.chosen[what], Command(CHOOSE, what)
            column.setting(
                line(what), self.label(what), self.kind.name_of(name), gives, stepped=False, seen="" if name else "–"
            )
            self.note(column, line(what))
        column.space(0.3)
        column.target(RESET, "button", Command(RESET), Span(_(words.reset), "button"))
        self.note(column, RESET)

    def _waiting(self, column: Column) -> None:
        name = self.kind.name_of(self.chosen[self._waits])
        column.text("heading", "heading", Span(self.label(self._waits), "heading"))
        column.space(0.5)
        column.text("now", "paragraph", Span(_(self.kind.words.now).format(name=name), "prose"))
        column.space(0.5)
        column.target("leave", "button", Command(c.BACK), Span(_("Leave it as it is"), "button"))
        column.space(0.5)
        self.note(column, "")
        self.offer(column)


def line(what: str) -> str:
    """Return the line that a command has in the list."""
    return f"for {what}"
