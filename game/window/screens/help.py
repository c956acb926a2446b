"""The keys, and what they are on the other devices."""

from __future__ import annotations

from typing import Final

from game.host import Host
from game.language import N_, _
from game.settings import Settings
from game.window import commands as c
from game.window.column import Column
from game.window.commands import Command
from game.window.layout import Layout, Look
from game.window.moves import Move, Open, Pop, Screen
from game.window.page import Control, back, page, title_backdrop
from game.window.spread import spread
from game.window.typeset import KEPT, Span
from game.window.ways import WAYS, Way

_EVERYTHING: Final = N_(
    "Everything can be done with the keyboard alone, the mouse alone, or a gamepad alone. Nothing is timed."
)

TOGETHER: Final = 20
"""Letters of what is said of a device that stay on one line."""


class Help(Screen):
    """Everything that can be done, with the keyboard, the mouse and a gamepad."""

    def __init__(self, host: Host) -> None:
        super().__init__()
        self.host = host

    def layout(self, look: Look) -> Layout:
        """Return the list."""
        column = Column(look, spread(look).column)
        column.text("heading", "heading", Span(_("Keys"), "heading"))
        column.text("every", "note", Span(_(_EVERYTHING), "note"))
        column.space(0.6)
        for number, way in enumerate(WAYS):
            column.text(f"does {number}", "paragraph", Span(_(way.does), "value"))
            column.text(f"how {number}", "note", *_how(way, self.host.settings))
            column.space(0.45)
        own = Control("keys", _("Choose keys"), Command("keys"))
        return page(look, self, column, backdrop=title_backdrop(), foot=(back(), own), key="help")

    def handle(self, command: Command) -> Move | None:
        """Go back, or on to the choice of keys."""
        if command.what == "keys":
            return Open("keys")
        return Pop() if command.what in (c.BACK, c.MENU) else None


def _how(way: Way, settings: Settings) -> tuple[Span, ...]:
    spans: list[Span] = []
    for number, (device, how) in enumerate(way.told(settings)):
        # What is short stays on one line with its device.
        kept = how.replace(" ", KEPT) if len(how) <= TOGETHER else how
        spans += [Span(" · " if number else "", "small"), Span(f"{device}:{KEPT}", "small stress"), Span(kept, "small")]
    return tuple(span for span in spans if span.words)
