"""The stack of a window whose story is watched: the screens as ever, with the panel beside them. Needs no display.

1. The page has what the panel leaves of the window, and is laid out as in a window of that size.
2. One of the two has the focus. The pointer goes where it points; a key of `AUTHOR_KEYS` goes across.
3. A story that was saved is taken up between two frames. Mistakes are shown over the page, once: what was read and put
   aside does not come again. The next good story takes them away.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.author import Author, Flaw
from game.drawing.rect import Rect
from game.window import commands as c
from game.window.commands import AUTHOR_KEYS, Command, Pointed
from game.window.focus import Outcome, navigate, pointed
from game.window.layout import Layout, Look
from game.window.moves import Jump, Move, Pop, Push
from game.window.panel import Panel
from game.window.screens.flaws import Flaws
from game.window.screens.spots import Spots
from game.window.stack import Stack


class Workbench(Stack):
    """A stack with a panel. It begins with a play from where the author wants to start, if the story can be played."""

    def __init__(self, author: Author) -> None:
        super().__init__(author)
        self.author = author
        self.panel = Panel(author)
        self._aside = False
        self._known: frozenset[tuple[str, str]] = frozenset()
        self._layouts: tuple[Layout, Layout | None] | None = None
        self._begin()
        self._show_flaws()

    @property
    def keys(self) -> Mapping[str, Command]:
        """The keys of authors."""
        return AUTHOR_KEYS

    @property
    def held(self) -> object:
        """What a pointer that only moves can change."""
        return super().held, self._aside, self.panel.focus

    @property
    def pictures(self) -> int:
        """How often the story's own pictures have changed."""
        return self.author.pictures

    def renew(self) -> bool:
        """Take up what was saved, and bring the play into it."""
        if not self.author.news():
            return False
        if not self.author.broken:
            self._known = frozenset()
            self.screens = [screen for screen in self.screens if not (isinstance(screen, Flaws) and screen.of_broken)]
            if self.play:
                self.author.renew(self.play)
            else:
                self._begin()
        for screen in self.screens[1:]:
            screen.refresh()
        self._show_flaws()
        return True

    def layout(self, look: Look) -> Layout:
        """Return the window: the page, and the panel beside it."""
        wide = self.panel.width(look)
        left = look.size[0] - wide
        page = super().layout(look._replace(size=(left, look.size[1])))
        room = Rect(left, 0, wide, max(1, look.size[1]))
        beside = self.panel.layout(look, room, self.play) if wide else None
        self._aside = self._aside and beside is not None
        self._layouts = (page, beside)
        shown = beside._replace(focus=beside.focus if self._aside else "") if beside else None
        return page._replace(size=look.size, focus="" if self._aside else page.focus, beside=shown)

    def settle(self, layout: Layout) -> None:
        """Note where the focus of both, and both pages, have come to rest."""
        page, beside = self._parts(layout)
        super().settle(page)
        if beside:
            self.panel.focus = beside.focus
            self.panel.scroll = beside.scroll.at if beside.scroll else self.panel.scroll

    def answer(self, layout: Layout, asked: Command | Pointed) -> None:
        """Let the page or the panel have what was asked for."""
        page, beside = self._parts(layout)
        if isinstance(asked, Pointed):
            self._aside = beside is not None and asked.x >= beside.boxes[0].rect.x
        answers = isinstance(asked, Command) and asked.what == c.OPTION
        if not self._aside or beside is None or answers:
            super().answer(page, asked)
            return
        outcome = pointed(beside, asked) if isinstance(asked, Pointed) else navigate(beside, asked)
        self.panel.focus, self.panel.scroll = outcome.focus, outcome.scroll
        if outcome.command:
            self._on_panel(page, outcome)

    def carry_out(self, move: Move | None) -> None:
        """Do what a move says; a jump starts a play."""
        if isinstance(move, Jump):
            self._enter(lambda: self.author.jump(move.at), names=False)
        else:
            super().carry_out(move)

    def _on_panel(self, page: Layout, outcome: Outcome) -> None:
        """Do what was picked on the panel; what means nothing there is meant for the page."""
        if outcome.command and outcome.command.what == c.BACK:
            self._aside = False
        elif outcome.command:
            super().answer(page, outcome.command)

    def _everywhere(self, command: Command) -> Move | None:
        match command.what:
            case c.PANEL:
                self.panel.hidden = not self.panel.hidden
                self._aside = False
            case c.ACROSS:
                self._aside = not self._aside
            case c.SPOTS if not isinstance(self.top, Spots):
                self._aside = False
                return Push(Spots(self.author))
            case c.FLAWS:
                self._aside = False
                return Pop() if isinstance(self.top, Flaws) else Push(Flaws(self.author))
        return super()._everywhere(command)

    def _show_flaws(self) -> None:
        """Show what keeps the story from being played, unless nothing of it is new."""
        errors = frozenset(map(_told, self.author.flaws)) if self.author.broken else frozenset()
        if errors - self._known and not isinstance(self.top, Flaws):
            self.screens.append(Flaws(self.author))
        self._known |= errors

    def _begin(self) -> None:
        play = self.author.begin()
        if play:
            self._enter(lambda: play, names=False)

    def _parts(self, layout: Layout) -> tuple[Layout, Layout | None]:
        """Return page and panel, each with its own focus, as `layout` was put together from them."""
        return self._layouts or (layout, layout.beside)


def _told(flaw: Flaw) -> tuple[str, str]:
    return flaw.code, flaw.sentence
