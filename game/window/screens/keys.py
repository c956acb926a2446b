"""Choosing keys: a line for each command that has a key of its own, and the way back to the usual ones.

1. Picking a line turns to a page that waits for a key. Keys that always mean the same still do there: Escape, or Enter
   on the one line, leaves it as it was.
2. A key that another command has is told, and exchanged for this one's if it is pressed once more.
3. A key that cannot be given, such as one that is only held, is told.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from game.host import Host
from game.keys import chosen, given, may_be_chosen
from game.language import _
from game.window import commands as c
from game.window.column import Column
from game.window.commands import OWN, Command, key_name
from game.window.layout import Layout, Look
from game.window.moves import Keep, Move, Pop, Screen
from game.window.page import back, page, title_backdrop
from game.window.spread import spread
from game.window.typeset import Span

CHOOSE: Final = "choose"
RESET: Final = "reset"


class Keys(Screen):
    """The commands with their keys. `_waits` is the one that waits for a key, `_asked` a key that another one has."""

    def __init__(self, host: Host) -> None:
        super().__init__()
        self.host = host
        self._waits = self._asked = self._note = ""
        self._place: int | None = None

    def layout(self, look: Look) -> Layout:
        """Return the list, or the page that waits for a key."""
        column = Column(look, spread(look).column)
        if self._waits:
            self._waiting(column)
        else:
            self._list(column)
        key = f"keys {self._waits}"
        done = page(look, self, column, backdrop=title_backdrop(), foot=(back(),), key=key)
        return done._replace(listens=bool(self._waits))

    def handle(self, command: Command) -> Move | None:
        """Wait for a key, take it, or go back."""
        match command.what:
            case "choose":
                self._turn_to(command.detail)
            case c.KEY if self._waits:
                return self._take(command.detail)
            case "reset":
                self._note = _("All keys are as usual.")
                return Keep(replace(self.host.settings, keys={}))
            case c.BACK if self._waits:
                self._turn_to("")
            case c.BACK | c.MENU:
                return Pop()
        return None

    def _turn_to(self, what: str, note: str = "") -> None:
        """Wait for the key of a command, or go back to its line in the list where it was."""
        if what:
            self._place, self.focus, self.scroll = self.scroll, "", None
        else:
            self.focus, self.scroll = self._waits, self._place or 0
        self._waits, self._asked, self._note = what, "", note

    def _take(self, key: str) -> Move | None:
        """Give the key that was pressed to the command that waits, unless it means something else."""
        own, what = self.host.settings.keys, self._waits
        others = {theirs: each for each, theirs in chosen(own).items() if each != what}
        if not may_be_chosen(key):
            self._note, self._asked = (
                _("That key is needed elsewhere, or means nothing by itself. Try another one."),
                "",
            )
        elif key in others and key != self._asked:
            sentence = _("“{key}” is the key for “{what}”. Press it once more to exchange the two, or another one.")
            self._note, self._asked = sentence.format(key=key_name(key), what=_(OWN[others[key]])), key
        else:
            self._turn_to("", _told(what, key, others.get(key), chosen(own)[what]))
            return Keep(replace(self.host.settings, keys=given(own, what, key)))
        return None

    def _list(self, column: Column) -> None:
        column.text("heading", "heading", Span(_("Keys"), "heading"))
        about = _("Choose a line to give it another key. Enter, Escape, Tab, the arrows and 1 to 9 always work.")
        column.text("about", "note", Span(self._note or about, "note"))
        column.space(0.5)
        keys = chosen(self.host.settings.keys)
        for what, label in OWN.items():
            column.setting(what, _(label), key_name(keys[what]), Command(CHOOSE, what), stepped=False)
        column.space(0.3)
        column.target(RESET, "button", Command(RESET), Span(_("All keys as usual"), "button"))

    def _waiting(self, column: Column) -> None:
        key = key_name(chosen(self.host.settings.keys)[self._waits])
        column.text("heading", "heading", Span(_(OWN[self._waits]), "heading"))
        column.space(0.5)
        now = _("Its key is “{key}” now. Press the key that you want in its place.").format(key=key)
        column.text("now", "paragraph", Span(now, "prose"))
        column.space(0.5)
        column.target("leave", "button", Command(c.BACK), Span(_("Leave it as it is"), "button"))
        column.space(0.5)
        if self._note:
            column.text("note", "paragraph", Span(self._note, "stress"))


def _told(what: str, key: str, other: str | None, before: str) -> str:
    sentence = _("“{what}” has the key “{key}” now.")
    told = sentence.format(what=_(OWN[what]), key=key_name(key))
    return f"{told} {sentence.format(what=_(OWN[other]), key=key_name(before))}" if other else told
