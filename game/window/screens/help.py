"""The keys, and what they are on the other devices."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from game.host import Host
from game.language import N_, _
from game.window import commands as c
from game.window.column import Column
from game.window.commands import HELP_ROWS, Command, HelpRow, pressed
from game.window.layout import Layout, Look
from game.window.moves import Move, Open, Pop, Screen
from game.window.page import Control, back, page, title_backdrop
from game.window.spread import spread
from game.window.typeset import Span

_EVERYTHING: Final = N_(
    "Everything can be done with the keyboard alone, the mouse alone, or a gamepad alone. Nothing is timed."
)


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
        for number, row in enumerate(HELP_ROWS):
            column.text(f"does {number}", "paragraph", Span(_(row.does), "value"))
            column.text(f"how {number}", "note", *_how(row, self.host.settings.keys))
            column.space(0.45)
        own = Control("keys", _("Choose keys"), Command("keys"))
        return page(look, self, column, backdrop=title_backdrop(), foot=(back(), own), key="help")

    def handle(self, command: Command) -> Move | None:
        """Go back, or on to the choice of keys."""
        if command.what == "keys":
            return Open("keys")
        return Pop() if command.what in (c.BACK, c.MENU) else None


def _how(row: HelpRow, own: Mapping[str, str]) -> tuple[Span, ...]:
    ways = ((_("Keyboard"), pressed(row, own)), (_("Mouse"), row.mouse), (_("Gamepad"), row.pad))
    told = [(device, _(way)) for device, way in ways if way]
    spans: list[Span] = []
    for number, (device, way) in enumerate(told):
        spans += [Span(" · " if number else "", "small"), Span(f"{device}: ", "small stress"), Span(way, "small")]
    return tuple(span for span in spans if span.words)
