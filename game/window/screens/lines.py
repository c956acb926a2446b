"""The lines of a sheet, one by one, with what each shows and why: feedback is what teaches to tell them apart."""

from __future__ import annotations

from game.host import Host
from game.insight.vignettes import FORMS, LETTERS, Vignette
from game.insight.wording import DYNAMIC_WORDS
from game.language import _
from game.window import commands as c
from game.window.column import Column
from game.window.commands import Command
from game.window.layout import Layout, Look
from game.window.moves import Move, Pop, Screen
from game.window.page import Control, page, title_backdrop
from game.window.projector import projected
from game.window.spread import spread
from game.window.typeset import Span


class Lines(Screen):
    """The lines of a form; `marks` are the cells of a sheet, if one was filled in (see `classroom.sheets`)."""

    def __init__(self, host: Host, form: str, marks: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.host = host
        self.form = form
        self.marks = marks
        self._at = 0
        self._told = False

    def layout(self, look: Look) -> Layout:
        """Return a line, and what it shows once that was asked for."""
        look = projected(look)
        column = Column(look, spread(look).column)
        item = FORMS[self.form][self._at]
        over = _("Line {number} of {all}").format(number=self._at + 1, all=len(FORMS[self.form]))
        column.text("over", "note", Span(over, "overline"))
        column.space(0.3)
        column.text("line", "paragraph", Span(_(item.words), "voice"))
        column.space(0.7)
        if self._told:
            self._key(column, item)
        words = _("On") if self._told else _("What does it show, and how could you tell?")
        column.target("on", "button", Command("on"), Span(words, "turn"))
        column.lower(0.2)
        back = Control("rewind", _("Back"), Command(c.REWIND), "left")
        leave = Control("leave lines", _("Stop here"), Command(c.BACK))
        key = f"lines {self._at} {self._told}"
        return page(look, self, column, backdrop=title_backdrop(), foot=(back, leave), key=key, last="on")

    def handle(self, command: Command) -> Move | None:
        """Tell what a line shows, then go to the next; after the last one, leave."""
        many = len(FORMS[self.form])
        match command.what:
            case "on" | c.PAGE_DOWN | c.RIGHT | c.FORWARD if not self._told:
                self._turn_to(self._at, told=True)
            case "on" | c.PAGE_DOWN | c.RIGHT | c.FORWARD if self._at < many - 1:
                self._turn_to(self._at + 1)
            case c.REWIND | c.PAGE_UP | c.LEFT if self._told or self._at:
                self._turn_to(self._at - (not self._told))
            case "on" | c.PAGE_DOWN | c.REWIND | c.PAGE_UP | c.BACK | c.MENU:
                return Pop()
        return None

    def _turn_to(self, at: int, *, told: bool = False) -> None:
        self._at, self._told, self.focus, self.scroll = at, told, "", None

    def _key(self, column: Column, item: Vignette) -> None:
        """Set what the line shows and why, and what was circled."""
        column.text("shows", "heading", Span(_(DYNAMIC_WORDS[item.shows].title), "heading"))
        column.space(0.3)
        column.text("why", "paragraph", Span(_(item.why), "prose"))
        column.space(0.4)
        if item.looks_like:
            looks = _("It is easily taken for {dynamic}.")
            dynamic = _(DYNAMIC_WORDS[item.looks_like].title).lower()
            column.text("looks", "note", Span(looks.format(dynamic=dynamic), "note"))
            column.space(0.4)
        mark = self.marks[self._at] if self.marks else ""
        if mark:
            named = LETTERS[mark[0]]
            circled = _(DYNAMIC_WORDS[named].title) if named else _("can’t tell")
            column.text("circled", "note", Span(_("You said: {dynamic}.").format(dynamic=circled), "note"))
            column.space(0.4)
