"""Which small sound follows what a player did: from one layout to the next, by values. Pure.

1. Every answer sounds alike, and so does every page of a reveal, whatever it says.
2. What the player did not ask for is silent; so are a pointer that only moves, letters, and reading up and down a page.
"""

from __future__ import annotations

from typing import Final

from game.window import commands as c
from game.window.commands import Command, Pointed
from game.window.focus import Outcome, navigate, pointed
from game.window.layout import Layout
from game.window.voice import Asked

_BACKWARDS: Final = frozenset({c.BACK, c.REWIND, c.LEFT, c.PAGE_UP})
_MOVES: Final = frozenset({c.NEXT, c.PREVIOUS})
_PICKS: Final = frozenset({c.PICK, c.OPTION, c.CHOOSE, c.START})
_DRAWN: Final = frozenset({"path", "moment", "against", "roads"})
"""The pages of a reveal on which the way is drawn."""


def sign(before: Layout | None, after: Layout, asked: Asked, *, changed: bool) -> str:
    """Return the small sound of `after`, which stands after `asked` on `before`, or "".

    `changed` tells whether settings are other ones now.
    """
    if before is None or asked is None or (isinstance(asked, Pointed) and not asked.pressed):
        return ""
    if after.key != before.key:
        return _turned(before, after, asked)
    if changed or (_picks(asked) and not before.paced and _outcome(before, asked).command):
        return "pick"
    moved = isinstance(asked, Command) and asked.what in _MOVES and after.focus != before.focus
    return "move" if moved else ""


def _turned(before: Layout, after: Layout, asked: Command | Pointed) -> str:
    """Return the sound of another page: of an answer, of going back, of the way as it is drawn, or of paper."""
    meant = _outcome(before, asked).command
    picked = meant and next((box for box in before.targets if box.gives == meant), None)
    if picked and picked.role == "option":
        return "pick"
    if meant and meant.what in _BACKWARDS:
        return "back"
    screen, _space, rest = after.key.partition(" ")
    return "line" if screen == "reveal" and rest.partition(" ")[0] in _DRAWN else "page"


def _picks(asked: Command | Pointed) -> bool:
    return isinstance(asked, Pointed) or asked.what in _PICKS


def _outcome(layout: Layout, asked: Command | Pointed) -> Outcome:
    return pointed(layout, asked) if isinstance(asked, Pointed) else navigate(layout, asked)
