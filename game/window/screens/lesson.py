"""The ways in which a class can play: by vote, in pairs, or each alone with nothing kept."""

from __future__ import annotations

from typing import Final

from game.host import Host
from game.language import N_, _
from game.window import commands as c
from game.window.column import Column
from game.window.commands import Command
from game.window.layout import Layout, Look
from game.window.moves import Begin, Move, Open, Pop, Resume, Screen
from game.window.page import back, page, title_backdrop
from game.window.spread import spread
from game.window.typeset import Span

_WAYS: Final = (
    ("vote", N_("By vote"), N_("One screen for all. Hands are counted for each answer, and most hands decide.")),
    ("pair", N_("In pairs"), N_("Two at a computer, who agree before they answer.")),
    (
        "alone",
        N_("Each alone, in class mode"),
        N_("Nothing is kept here; a run is handed in as one file without a name."),
    ),
)


_SHEETS: Final = (
    ("before", N_("The sheet before")),
    ("after", N_("The sheet after")),
    ("lines", N_("Spot the pattern, line by line")),
)


class Lesson(Screen):
    """The ways, and the run of the last lesson if it waits to be gone on with."""

    def __init__(self, host: Host) -> None:
        super().__init__()
        self.host = host
        self.latest = host.latest()

    def layout(self, look: Look) -> Layout:
        """Return the list."""
        column = Column(look, spread(look).column)
        column.text("heading", "heading", Span(_("For a class"), "heading"))
        note = _("No names, no accounts, no connection. “me-and-we guide” writes a lesson for each story.")
        column.text("note", "note", Span(note, "note"))
        column.space(0.4)
        for way, words, about in _WAYS:
            if way != "alone" or not self.host.classroom:
                column.entry(way, "button", Command(way), _(words), _(about))
        if self.latest:
            going_on = (
                _("Go on by vote with the latest run, at “{scene}”")
                if self.latest.scene
                else _("Go on by vote with the latest run")
            )
            column.target("on", "button", Command("on"), Span(going_on.format(scene=self.latest.scene), "button"))
        column.space(0.3)
        column.text("sheets", "note", Span(_("Before and after: ten lines, which of the four is it?"), "note"))
        for what, words in _SHEETS:
            column.target(what, "button", Command(what), Span(_(words), "button"))
        return page(look, self, column, backdrop=title_backdrop(), foot=(back(),), key="lesson")

    def handle(self, command: Command) -> Move | None:
        """Let a story be chosen for a way, or ask for the folder of the class."""
        match command.what:
            case "vote" | "pair":
                stories = self.host.stories()
                alone = len(stories) == 1
                return Begin(stories[0].id, way=command.what) if alone else Open("stories", command.what)
            case "alone":
                return Open("classroom")
            case "before" | "after":
                return Open("sheet", command.what)
            case "lines":
                return Open("lines", "A")
            case "on" if self.latest:
                return Resume(self.latest.key, "vote")
            case c.BACK | c.MENU:
                return Pop()
        return None
