"""The sheet before or after a lesson, in the window: ten lines, which of the four each shows, and how sure.

1. Nobody is named, nothing is timed, and any line can be left blank.
2. In class mode a sheet is handed in as a row of its own; elsewhere it is shown, and nothing of it is kept.
3. Which answers were right is told after the lesson alone: the lines of the sheet before are talked over in it.
"""

from __future__ import annotations

from typing import Final

from game.host import Host
from game.insight.vignettes import FORMS, LETTERS
from game.insight.wording import DYNAMIC_WORDS
from game.language import N_, _
from game.window import commands as c
from game.window.column import Column
from game.window.commands import Command
from game.window.layout import Layout, Look
from game.window.moves import Move, Open, Pop, Screen
from game.window.page import Control, page, title_backdrop
from game.window.spread import spread
from game.window.typeset import Span

FORM: Final = {"before": "A", "after": "B"}

_SURE: Final = (N_("a guess"), N_("fairly sure"), N_("sure"))
_HEADINGS: Final = {"before": N_("The sheet before"), "after": N_("The sheet after")}


class Sheet(Screen):
    """One sheet, filled in line by line; `when` is "before" or "after"."""

    def __init__(self, host: Host, when: str) -> None:
        super().__init__()
        self.host = host
        self.when = when
        self.form = FORM[when]
        self.marks = [""] * len(FORMS[self.form])
        self._at = 0
        self._letter = self._name = ""

    def layout(self, look: Look) -> Layout:
        """Return the line to be answered, the question how sure, or the end of the sheet."""
        column = Column(look, spread(look).column)
        if self._at < len(self.marks):
            self._line(column)
        else:
            self._end(column)
        back = Control("rewind", _("Back"), Command(c.REWIND), "left")
        leave = Control("leave sheet", _("Stop here"), Command(c.BACK))
        key = f"sheet {self._at} {self._letter}"
        return page(look, self, column, backdrop=title_backdrop(), foot=(back, leave), key=key)

    def handle(self, command: Command) -> Move | None:
        """Take a letter, then how sure; hand the sheet in, or go back."""
        match command.what:
            case "letter" if LETTERS[command.detail]:
                self._turn_to(self._at, letter=command.detail)
            case "letter" | "sure":
                self._mark(self._letter + command.detail)
            case c.SKIP if self._at < len(self.marks):
                self._mark("")
            case "hand in" if not self._name:
                self._name = self.host.hand_in_sheet(self.when, ",".join((self.form, *self.marks)))
                self.focus = ""
            case "lines":
                return Open("lines", (self.form, tuple(self.marks)))
            case c.REWIND | c.LEFT | c.PAGE_UP if (self._letter or self._at) and not self._name:
                self._turn_to(self._at if self._letter else self._at - 1)
            case c.BACK | c.MENU | c.REWIND:
                return Pop()
        return None

    def _turn_to(self, at: int, *, letter: str = "") -> None:
        self._at, self._letter, self.focus, self.scroll = at, letter, "", None

    def _mark(self, mark: str) -> None:
        self.marks[self._at] = mark
        self._turn_to(self._at + 1)

    def _line(self, column: Column) -> None:
        over = _("{sheet} · line {number} of {all}")
        words = over.format(sheet=_(_HEADINGS[self.when]), number=self._at + 1, all=len(self.marks))
        column.text("over", "note", Span(words, "overline"))
        column.space(0.3)
        column.text("line", "paragraph", Span(_(FORMS[self.form][self._at].words), "voice"))
        column.space(0.7)
        if self._letter:
            column.text("ask", "note", Span(_("How sure are you?"), "note"))
            for number, sure in enumerate(_SURE, 1):
                column.target(f"sure {number}", "option", Command("sure", str(number)), Span(_(sure), "option"))
            return
        column.text("ask", "note", Span(_("Going by this one line: which of the four is it?"), "note"))
        for letter, dynamic in LETTERS.items():
            said = _(DYNAMIC_WORDS[dynamic].title) if dynamic else _("can’t tell")
            column.target(letter, "option", Command("letter", letter), Span(said, "option"), number=letter)
        column.target("blank", "button", Command(c.SKIP), Span(_("Leave this line blank"), "quiet button"))

    def _end(self, column: Column) -> None:
        column.text("heading", "heading", Span(_("That was the last line"), "heading"))
        column.space(0.5)
        if self._name:
            said = _("The sheet is in the folder of the class, as {name}. Nothing else of it is kept here.")
            column.text("saved", "paragraph", Span(said.format(name=self._name), "prose"))
            column.space(0.5)
        elif self.host.classroom:
            said = _("The sheet bears no name. It is kept only if you save it.")
            column.text("how", "paragraph", Span(said, "prose"))
            column.space(0.5)
            column.target("hand in", "button", Command("hand in"), Span(_("Save it for the class"), "button"))
        else:
            row = " ".join((self.form, *(mark or "–" for mark in self.marks)))
            column.text("row", "paragraph", Span(row, "value"))
            column.space(0.3)
            said = _("The form, then a letter and how sure for each line. Nothing of it is kept here.")
            column.text("how", "note", Span(said, "note"))
            column.space(0.5)
        if self.when == "after" and (self._name or not self.host.classroom):
            column.target("lines", "button", Command("lines"), Span(_("See what each line shows"), "button"))
