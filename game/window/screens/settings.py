"""The settings: what a player has chosen for themselves. Each change holds, and is kept, at once.

1. They lie in sections; a section has a row for each setting, and beside it a sample of the page as it looks now.
2. Left and right step through the values of a row, picking it goes to the next one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final, NamedTuple

from game.host import Host
from game.language import N_, _
from game.settings import CHOICES
from game.window import commands as c
from game.window import sample
from game.window.column import Column
from game.window.commands import Command
from game.window.heard import SIGNS, Air
from game.window.layout import Layout, Look
from game.window.moves import Keep, Move, Open, Pop, Screen
from game.window.pacing import paced
from game.window.page import Plate, back, page, title_backdrop
from game.window.spread import spread
from game.window.typeset import Span

CHANGE: Final = "change"

_WORDS: Final[Mapping[object, str]] = {
    "sans": "Alegreya Sans",
    "serif": "Alegreya",
    "hyperlegible": "Atkinson Hyperlegible",
    "dyslexic": "OpenDyslexic",
    "light": N_("light"),
    "sepia": N_("sepia"),
    "dark": N_("dark"),
    "contrast": N_("high contrast"),
    "full": N_("slow and gentle"),
    "reduced": N_("none"),
    True: N_("yes"),
    False: N_("no"),
}
"""What values are called that are no numbers."""

_ADDED: Final = frozenset({"letter_spacing", "word_spacing"})
"""Settings whose numbers come on top of the usual."""


class Section(NamedTuple):
    """Settings that belong together: a title, what is in it, and a label for each field of `Settings`.

    One without rows has a screen of its own, of the section's name.
    """

    title: str
    about: str
    rows: tuple[tuple[str, str], ...]


SECTIONS: Final[Mapping[str, Section]] = {
    "reading": Section(
        N_("Reading"),
        N_("Size, letters, and the room around them"),
        (
            ("text_size", N_("Size of text")),
            ("font", N_("Letters")),
            ("line_spacing", N_("Height of lines")),
            ("paragraph_spacing", N_("Between paragraphs")),
            ("letter_spacing", N_("Between letters")),
            ("word_spacing", N_("Between words")),
            ("pace", N_("New text comes")),
        ),
    ),
    "looks": Section(
        N_("Look"),
        N_("Colours, motion, full screen"),
        (("theme", N_("Theme")), ("motion", N_("Motion")), ("full_screen", N_("Full screen"))),
    ),
    "sound": Section(
        N_("Sound"),
        N_("Music and small sounds, how loud, and captions"),
        (
            ("sound", N_("All sound")),
            ("music", N_("Music")),
            ("room_tone", N_("Sounds of a place")),
            ("volume", N_("Small sounds")),
            ("sound_away", N_("Go on behind other windows")),
            ("captions", N_("Captions")),
        ),
    ),
    "voice": Section(
        N_("Voice"),
        N_("Whether the game speaks, and screen readers"),
        (
            ("voice", N_("Voice")),
            ("voice_volume", N_("How loud the voice is")),
            ("voice_speed", N_("Speed of the voice")),
            ("screen_reader", N_("Screen reader")),
        ),
    ),
    "keys": Section(N_("Keys"), N_("Which key does what"), ()),
    "buttons": Section(N_("Gamepad"), N_("Which button does what"), ()),
    "comfort": Section(
        N_("Comfort"),
        N_("Ways to play"),
        (
            ("show_closed", N_("Show answers that are closed")),
            ("confirm", N_("Confirm each answer")),
            ("one_switch", N_("Play with one switch")),
            ("dwell", N_("Time for each line")),
        ),
    ),
    "players": Section(N_("Players"), N_("Who plays, where several people share this computer"), ()),
}
"""All settings that the window changes but names, in the order in which they are shown."""


class SettingsScreen(Screen):
    """The list of sections, or one of them."""

    def __init__(self, host: Host, section: str = "") -> None:
        super().__init__()
        self.host = host
        self.section = section

    def layout(self, look: Look) -> Layout:
        """Return the sections, or the rows of this one with the sample."""
        return self._rows(look, SECTIONS[self.section]) if self.section else self._sections(look)

    def handle(self, command: Command) -> Move | None:
        """Open a section, step through the values of the setting in focus, or go back."""
        match command.what:
            case "section":
                return Open("settings", command.detail) if SECTIONS[command.detail].rows else Open(command.detail)
            case "change":
                return self._step(command.detail, 1)
            case c.LEFT:
                return self._step(self.focus, -1)
            case c.RIGHT:
                return self._step(self.focus, 1)
            case c.BACK | c.MENU:
                return Pop()
        return None

    def air(self, below: Air) -> Air:
        """Return what is heard below; where it is chosen how loud that is, just so loud."""
        return below._replace(share=1.0) if self.section == "sound" else below

    def _sections(self, look: Look) -> Layout:
        """Return the sections, and below them what is wrong with the machine, if anything is."""
        column = Column(look, spread(look).column)
        column.text("heading", "heading", Span(_("Settings"), "heading"))
        column.space(0.5)
        for name, section in SECTIONS.items():
            column.entry(name, "button", Command("section", name), _(section.title), _(section.about))
        _troubles(column, look)
        column.lower(0.2)
        return page(look, self, column, backdrop=title_backdrop(), foot=(back(),), key="settings")

    def _rows(self, look: Look, section: Section) -> Layout:
        parts = spread(look)
        column = Column(look, parts.column)
        column.text("heading", "heading", Span(_(section.title), "heading"))
        column.space(0.5)
        roomy = sample.fits(parts.seen)
        if not roomy:
            sample.above(column)
        for field, label in section.rows:
            value = getattr(self.host.settings, field)
            column.setting(field, _(label), told(field, value), Command(CHANGE, field))
        if self.section == "sound" and look.settings.captions:
            _small_sounds(column)
        _troubles(column, look)
        backdrop = Plate(sample.beside(look, parts)) if roomy else title_backdrop()
        key = f"settings {self.section} {look.settings.pace}"
        done = page(look, self, column, backdrop=backdrop, foot=(back(),), key=key)
        # The sample comes as text would, but nobody has to wait for it.
        return paced(done, sample.text(done), look.since, look.settings.pace)._replace(paced=False)

    def _step(self, field: str, way: int) -> Move | None:
        if not self.section or field not in dict(SECTIONS[self.section].rows):
            return None
        values, now = CHOICES[field], getattr(self.host.settings, field)
        at = values.index(now) if now in values else 0
        change: Callable[..., Any] = replace
        return Keep(change(self.host.settings, **{field: values[(at + way) % len(values)]}))


def told(field: str, value: object) -> str:
    """Return the value of a setting in words."""
    if field == "pace" and isinstance(value, int):
        return _("a line every {time} s").format(time=f"{value / 10:g}") if value else _("all at once")
    if field == "dwell" and isinstance(value, int):
        return _("{time} s").format(time=f"{value / 10:g}")
    if isinstance(value, int) and not isinstance(value, bool):
        return (_("+{number} %") if field in _ADDED else _("{number} %")).format(number=value)
    return _(_WORDS[value])


def _small_sounds(column: Column) -> None:
    """Tell in words what the small sounds are: on other pages each only repeats what is seen."""
    column.space(0.3)
    told = "; ".join(map(_, SIGNS.values()))
    column.text("small sounds", "note", Span(_("Small sounds: {sounds}.").format(sounds=told), "small"))


def _troubles(column: Column, look: Look) -> None:
    for number, trouble in enumerate(look.troubles):
        column.space(0.4)
        column.text(f"trouble {number}", "note", Span(trouble, "trouble"))
