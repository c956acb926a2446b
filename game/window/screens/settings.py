"""The settings: what a player has chosen for themselves. Each change holds, and is kept, at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final, NamedTuple

from game.host import Host
from game.language import N_, _
from game.settings import MOTIONS, TEXT_SIZES, THEMES, VOICE_SPEEDS
from game.window import commands as c
from game.window.column import Column
from game.window.commands import Command
from game.window.layout import Layout, Look
from game.window.moves import Keep, Move, Pop, Screen
from game.window.page import back, page, title_backdrop
from game.window.spread import spread
from game.window.typeset import Span

CHANGE: Final = "change"

_WORDS: Final[Mapping[object, str]] = {
    "light": N_("light"),
    "sepia": N_("sepia"),
    "dark": N_("dark"),
    "contrast": N_("high contrast"),
    "full": N_("slow and gentle"),
    "reduced": N_("none"),
    True: N_("yes"),
    False: N_("no"),
}


class Row(NamedTuple):
    """A setting: its field in `Settings`, its label, and the values it steps through."""

    field: str
    label: str
    values: tuple[Any, ...]


ROWS: Final = (
    Row("text_size", N_("Size of text"), TEXT_SIZES),
    Row("theme", N_("Theme"), THEMES),
    Row("motion", N_("Motion"), MOTIONS),
    Row("full_screen", N_("Full screen"), (False, True)),
    Row("volume", N_("Sound"), tuple(range(0, 101, 10))),
    Row("show_closed", N_("Show answers that are closed"), (False, True)),
    Row("voice", N_("Voice"), (False, True)),
    Row("voice_speed", N_("Speed of the voice"), VOICE_SPEEDS),
    Row("screen_reader", N_("Screen reader"), (False, True)),
)
"""All settings that this screen changes, in its order."""


class SettingsScreen(Screen):
    """A row for each setting: left and right step through its values, picking it goes to the next."""

    def __init__(self, host: Host) -> None:
        super().__init__()
        self.host = host

    def layout(self, look: Look) -> Layout:
        """Return the rows, and below them what is wrong with the machine, if anything is."""
        column = Column(look, spread(look).column)
        column.text("heading", "heading", Span(_("Settings"), "heading"))
        column.space(0.5)
        for row in ROWS:
            value = getattr(self.host.settings, row.field)
            column.setting(row.field, _(row.label), _told(value), Command(CHANGE, row.field))
        for number, trouble in enumerate(look.troubles):
            column.space(0.4)
            column.text(f"trouble {number}", "note", Span(trouble, "trouble"))
        return page(look, self, column, backdrop=title_backdrop(), foot=(back(),), key="settings")

    def handle(self, command: Command) -> Move | None:
        """Step through the values of the setting in focus, or go back."""
        match command.what:
            case "change":
                return self._step(command.detail, 1)
            case c.LEFT:
                return self._step(self.focus, -1)
            case c.RIGHT:
                return self._step(self.focus, 1)
            case c.BACK | c.MENU:
                return Pop()
        return None

    def _step(self, field: str, way: int) -> Move | None:
        row = next((row for row in ROWS if row.field == field), None)
        if row is None:
            return None
        now = getattr(self.host.settings, field)
        at = row.values.index(now) if now in row.values else 0
        change: Callable[..., Any] = replace
        return Keep(change(self.host.settings, **{field: row.values[(at + way) % len(row.values)]}))


def _told(value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        return _("{number} %").format(number=value)
    return _(_WORDS[value])
