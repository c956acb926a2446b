"""Two runs of one story side by side: both ways in the chart, where they parted, and each choice with both answers.

1. The runs are called A and B; neither is called better, and nothing of either is changed.
2. A is the line in ink, B the one beside it; what the lines say, the words say, too.
"""

from __future__ import annotations

from game.drawing.plane import described
from game.host import Host
from game.insight.comparison import Comparison, compare
from game.insight.side_by_side import ONE, OTHER, Did, Row, SideBySide, side_by_side
from game.language import _
from game.session import Session
from game.settings import names_for
from game.story.model import Story
from game.window import commands as c
from game.window import plates
from game.window.branches import Branch
from game.window.chart import Shown
from game.window.column import Column
from game.window.commands import Command
from game.window.layout import Box, Layout, Look
from game.window.moves import Move, Pop, Screen
from game.window.page import Backdrop, Plate, back, page, title_backdrop
from game.window.spread import Spread, spread, whole
from game.window.telling import paragraph
from game.window.typeset import Span


class Compare(Screen):
    """The run `key` beside one of the `others`, which is chosen first: each has its key and what a list says of it."""

    def __init__(self, host: Host, key: str, others: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self.host = host
        self._key = key
        self._others = others
        self._story: Story
        self._found: Comparison | None = None

    def layout(self, look: Look) -> Layout:
        """Return the list of the others, or the two side by side."""
        parts = spread(look)
        parts = parts if self._found is None or plates.fits(parts.seen, look.base) else whole(look)
        column = Column(look, parts.column)
        backdrop: Backdrop | Plate = title_backdrop()
        if self._found is None:
            self._list(column)
        else:
            told = side_by_side(self._story, self._found, names_for(self._story, look.settings))
            backdrop = Plate(self._chart(look, parts, self._found))
            _tell(column, told, drawn=bool(backdrop.boxes))
        key = f"compare {self._found is not None}"
        return page(look, self, column, backdrop=backdrop, foot=(back(),), key=key, parts=parts)

    def handle(self, command: Command) -> Move | None:
        """Take the other run, or go back."""
        match command.what:
            case "with":
                self._take(command.detail)
            case c.BACK | c.MENU if self._found:
                self._found, self.focus, self.scroll = None, "", None
            case c.BACK | c.MENU:
                return Pop()
        return None

    def _take(self, other: str) -> None:
        """Put the two runs beside each other. Raises `Refusal`."""
        one, two = (self._looked_at(key) for key in (self._key, other))
        self._story, self._found = one.story, compare(one.story, one.picks, two.picks)
        self.focus, self.scroll = "", None

    def _looked_at(self, key: str) -> Session:
        """Return a run as it is kept, and let go of its file at once."""
        play = self.host.resume(key)
        play.close()
        return play.session

    def _list(self, column: Column) -> None:
        column.text("heading", "heading", Span(_("Compare with which run?"), "heading"))
        column.space(0.6)
        for key, words in self._others:
            column.target(key, "option", Command("with", key), Span(words, "button"))

    def _chart(self, look: Look, parts: Spread, found: Comparison) -> tuple[Box, ...]:
        """Return both ways in one plane, if there is room for it."""
        if not plates.fits(parts.seen, look.base):
            return ()
        beside = (Branch(found.other.dynamic, found.other.path),)
        zone, many = self._story.dead_zone, len(found.one.path) - 1
        chart = plates.chart(look.letters.close, look.base, parts.seen, found.one.path, zone, roads=beside)
        both = ((ONE, found.one.path), (OTHER, found.other.path))
        ways = " ".join(_("{run}: {way}").format(run=name, way=described(path, zone)) for name, path in both)
        return chart.boxes(Shown(many, many, ended=True, lit=0, name=OTHER), ways)


def _tell(column: Column, told: SideBySide, *, drawn: bool) -> None:
    """Set everything that is told of two runs."""
    column.text("heading", "heading", Span(_("Two runs"), "heading"))
    column.space(0.5)
    paragraph(column, "endings", told.endings)
    column.text("parted", "speech", Span(told.parted, "voice"))
    column.space(0.6)
    paragraph(column, "counted", told.counted)
    if drawn:
        note = _("A is the line in ink, with the two circles at its end; B is the other one. Both begin in the middle.")
        column.text("lines", "note", Span(note, "note"))
    column.divider("before the choices")
    for row in told.rows:
        _row(column, row)
    if told.prompts:
        column.divider("before the prompts")
        column.text("to talk", "note", Span(_("To talk about"), "overline"))
    for number, prompt in enumerate(told.prompts):
        column.text(f"prompt {number}", "paragraph", Span(prompt, "aside"))
        column.space(0.4)


def _row(column: Column, row: Row) -> None:
    over = f"{row.at} · {_('here they parted') if row.parted else row.told}"
    column.text(f"row {row.number}", "note", Span(over, "section"))
    sides = ((f"{ONE}, {OTHER}", row.one),) if row.kind == "alike" else ((ONE, row.one), (OTHER, row.other))
    for name, did in sides:
        if did:
            column.text(f"row {row.number} {name}", "paragraph", *_did(name, did))
    column.space(0.6)


def _did(name: str, did: Did) -> tuple[Span, ...]:
    pattern = (Span(f"  {did.pattern}", "label"),) if did.pattern else ()
    return (Span(f"{name}  ", "speaker"), Span(did.words, "prose"), *pattern)
