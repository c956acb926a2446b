"""The names and pronouns of both, with what the story holds, before it begins; or at any time from the menu.

What is written takes the place of the name that stood there; erasing shortens that one instead, so it can be mended.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from game.host import Host, Play
from game.language import _
from game.naming import LONGEST_NAME
from game.settings import names_for, partner
from game.story.called import Called
from game.story.pronouns import PRONOUNS
from game.window import commands as c
from game.window.column import Column
from game.window.commands import Command
from game.window.layout import Layout, Look
from game.window.moves import Keep, Move, Open, Pop, Screen
from game.window.page import back, page, title_backdrop
from game.window.spread import spread
from game.window.typeset import Span

SUGGESTED: Final = ("Alex", "Sam", "Robin", "Noor", "Kim", "Mika", "Jo", "Ayo", "Yuki", "Lee", "Ines", "Tomasz")
"""Names to step through for those who do not type."""


class Names(Screen):
    """Two people, a name and pronouns each, before the play `begins` or while it is paused. What is written is kept."""

    def __init__(self, host: Host, play: Play, begins: bool) -> None:  # noqa: FBT001  # made by `rooms`, by place
        super().__init__()
        self._begins = begins
        self.host = host
        self.play = play
        self._written: dict[str, str] = {}

    def layout(self, look: Look) -> Layout:
        """Return the content note, and the two."""
        story = self.play.session.story
        column = Column(look, spread(look).column)
        column.text("heading", "heading", Span(story.title, "heading"))
        column.space(0.4)
        if self._begins:
            column.text("about", "paragraph", Span(story.about, "prose"))
            column.space(0.3)
            if story.content_note:
                held = _("In it: {note}").format(note=story.content_note)
                column.text("content", "note", Span(held, "small"))
            column.space(0.5)
        for who, label in self._people():
            self._person(column, who, label)
        words = _("Begin") if self._begins else _("Go on")
        column.target("begin", "button", Command("begin"), Span(words, "turn"))
        return page(look, self, column, backdrop=title_backdrop(), foot=(back(),), key="names", last="begin")

    def handle(self, command: Command) -> Move | None:
        """Take what is written, step through pronouns and names, or begin."""
        match command.what:
            case c.TEXT | c.ERASE:
                who = self.focus.partition(" ")[0]
                if command.what == c.TEXT:
                    return self._write(who, self._written.get(who, "") + command.detail)
                return self._write(who, self._writing(who)[:-1])
            case c.LEFT | c.RIGHT:
                return self._step(self.focus, 1 if command.what == c.RIGHT else -1)
            case "step":
                return self._step(command.detail, 1)
            case "write":
                self._go_on()
            case "begin":
                return Open("play", self.play, instead=True) if self._begins else Pop()
            case c.BACK:
                return Pop()
        return None

    def _go_on(self) -> None:
        """Go from one name to the next, and from the last one to the way on."""
        fields = [f"{who} name" for who, _label in self._people()]
        self.focus = dict(zip(fields, [*fields[1:], "begin"], strict=True)).get(self.focus, "begin")

    def _people(self) -> tuple[tuple[str, str], ...]:
        """Return for each of the two who it is, as settings call them, and the label of the name."""
        story = self.play.session.story
        other = partner(story)
        you = ("you", _("Your name in the story"))
        return (you, (f"{story.id}.{other.id}", _("The other’s name"))) if other else (you,)

    def _person(self, column: Column, who: str, label: str) -> None:
        called = self._called(who)
        column.field(f"{who} name", label, self._writing(who), writing=self.focus == f"{who} name")
        if len(self._writing(who)) >= LONGEST_NAME:
            longest = _("That is as long as a name can be: {count} letters.").format(count=LONGEST_NAME)
            column.text(f"{who} longest", "note", Span(longest, "small"))
            column.space(0.3)
        column.setting(f"{who} pronouns", _("Pronouns"), _(called.pronouns), Command("step", f"{who} pronouns"))
        column.target(
            f"{who} other", "button", Command("step", f"{who} other"), Span(_("Suggest another name"), "quiet button")
        )
        column.space(0.4)

    def _called(self, who: str) -> Called:
        story = self.play.session.story
        return names_for(story, self.host.settings)[who.rpartition(".")[2]]

    def _writing(self, who: str) -> str:
        return self._written.get(who, self._called(who).name) if who else ""

    def _write(self, who: str, words: str) -> Move | None:
        """Take a name as far as it is written; while the line is empty, the name before it stands."""
        words = "".join(letter for letter in words if letter.isprintable())[:LONGEST_NAME].lstrip()
        self._written[who] = words
        return self._keep(who, replace(self._called(who), name=words.strip())) if words.strip() else None

    def _step(self, row: str, way: int) -> Move | None:
        who, _blank, what = row.partition(" ")
        if not what:
            return None
        called = self._called(who)
        if what == "pronouns":
            at = (PRONOUNS.index(called.pronouns) + way) % len(PRONOUNS)
            return self._keep(who, replace(called, pronouns=PRONOUNS[at]))
        if what in ("other", "name"):
            return self._keep(who, replace(called, name=self._suggested(who, called.name, way)))
        return None

    def _suggested(self, who: str, name: str, way: int) -> str:
        taken = {self._called(each).name for each, _label in self._people() if each != who}
        free = [each for each in SUGGESTED if each not in taken]
        at = free.index(name) if name in free else -1 if way > 0 else 0
        self._written.pop(who, None)
        return free[(at + way) % len(free)]

    def _keep(self, who: str, called: Called) -> Move:
        settings = self.host.settings
        return Keep(replace(settings, called={**settings.called, who: called}))
