"""About the game: what it is and is not, who made its parts, under which licences."""

from __future__ import annotations

from typing import Final

from game import __version__
from game.host import Host
from game.language import N_, _
from game.window import commands as c
from game.window.column import Column
from game.window.commands import Command
from game.window.layout import Layout, Look
from game.window.moves import Move, Pop, Screen
from game.window.page import back, page, title_backdrop
from game.window.spread import spread
from game.window.typeset import Span

_PARTS: Final = (
    (
        N_("What it is"),
        N_(
            "A story of two people, and at its end a look at what your answers did: for you, and for the two of you. It"
            " is about the story, not about you. It is no test, and it knows nothing of the people in your life."
        ),
    ),
    (
        N_("If something here is close to home"),
        N_(
            "A game cannot help, and others can. Talk to somebody you trust, or to a helpline or a counselling service"
            " near you. You do not have to have it sorted out first."
        ),
    ),
    (
        N_("What is kept"),
        N_(
            "Your answers, your settings, and which pages were read before stay on this computer. Nothing is sent"
            " anywhere. “me-and-we where” says where they lie, “me-and-we forget” deletes them."
        ),
    ),
    (N_("The game"), N_("The program is free software under the MIT licence.")),
    (N_("Story and pictures"), N_("The prose and the pictures may be shared and changed under CC BY-SA 4.0.")),
    (
        N_("Music and sounds"),
        N_("Composed for this game by a program that comes with its source, and given to everybody, under CC0 1.0."),
    ),
    (
        N_("Letters"),
        N_(
            "Alegreya and Alegreya Sans by Juan Pablo del Peral, Huerta Tipográfica; Atkinson Hyperlegible by the"
            " Braille Institute of America and Applied Design; OpenDyslexic by Abbie Gonzalez. All are under the SIL"
            " Open Font License."
        ),
    ),
    (N_("Built with"), N_("Python, pygame-ce and SDL.")),
)


class Credits(Screen):
    """What should be known about the game."""

    def __init__(self, host: Host) -> None:
        super().__init__()
        self.host = host

    def layout(self, look: Look) -> Layout:
        """Return the parts, a heading each."""
        column = Column(look, spread(look).column)
        column.text("heading", "heading", Span("Me & We", "heading"))
        column.text("version", "note", Span(_("Version {version}").format(version=__version__), "small"))
        column.space(0.5)
        for number, (heading, words) in enumerate(_PARTS):
            column.text(f"part {number}", "heading", Span(_(heading), "subheading"))
            column.text(f"words {number}", "paragraph", Span(_(words), "prose"))
            column.space(0.6)
        return page(look, self, column, backdrop=title_backdrop(), foot=(back(),), key="credits")

    def handle(self, command: Command) -> Move | None:
        """Go back."""
        return Pop() if command.what in (c.BACK, c.MENU) else None
