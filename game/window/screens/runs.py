"""The journal of runs: those that wait to be gone on with, those that are finished, and the endings found by them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final

from game.drawing import circles
from game.drawing.circles import CORNERS
from game.drawing.rect import Rect
from game.host import Host, RunCard
from game.insight.wording import DYNAMIC_WORDS
from game.language import N_, _, ngettext
from game.story.names import ENDINGS
from game.window import commands as c
from game.window.column import Column
from game.window.commands import Command
from game.window.layout import Layout, Look
from game.window.moves import Begin, Move, Open, Pop, Push, Resume, Screen
from game.window.page import back, page, title_backdrop
from game.window.screens.message import Message
from game.window.spread import spread
from game.window.typeset import Span

_MONTHS: Final = (
    *(N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June")),
    *(N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December")),
)


class Runs(Screen):
    """The list of runs; picking one shows what can be done with it."""

    def __init__(self, host: Host) -> None:
        super().__init__()
        self.host = host
        self.runs = host.runs()
        self.chosen: RunCard | None = None
        self.asking = False

    def layout(self, look: Look) -> Layout:
        """Return the list, or the run that was picked from it."""
        column = Column(look, spread(look).column)
        if self.chosen is None:
            self._list(column)
        else:
            self._run(column, self.chosen)
        key = f"runs {self.chosen and self.chosen.key} {self.asking}"
        return page(look, self, column, backdrop=title_backdrop(), foot=(back(),), key=key)

    def handle(self, command: Command) -> Move | None:
        """Look at a run, open it, begin its story anew, or delete it after a question."""
        match command.what:
            case "look":
                self._turn_to(next(run for run in self.runs if run.key == command.detail))
            case "open":
                return Resume(command.detail)
            case "again":
                return Begin(command.detail)
            case "compare":
                return Open("compare", (command.detail, self._others()))
            case "copy" | "file":
                return Open("file", command.detail or None)
            case "ask":
                self._turn_to(self.chosen, asking=True)
            case "delete":
                return self._delete(command.detail)
            case c.BACK | c.MENU:
                return self._back(command)
        return None

    def _back(self, command: Command) -> Move | None:
        """Go from a question to its run, from a run to the list, and from there out; the menu leads out at once."""
        if command.what == c.MENU or not self.chosen:
            return Pop()
        self._turn_to(self.chosen if self.asking else None)
        return None

    def _turn_to(self, run: RunCard | None, *, asking: bool = False) -> None:
        self.chosen, self.asking = run, asking
        self.focus, self.scroll = "", None

    def _delete(self, key: str) -> Move | None:
        trouble = self.host.delete(key)
        self.runs = self.host.runs()
        self._turn_to(None)
        return Push(Message(trouble)) if trouble else None

    def _list(self, column: Column) -> None:
        column.text("heading", "heading", Span(_("Your runs"), "heading"))
        column.space(0.5)
        if not self.runs:
            column.text("none", "paragraph", Span(_("No run is kept yet. One is, from your first answer on."), "prose"))
        for number, found in enumerate(_found(self.runs)):
            column.text(f"found {number}", "note", Span(found, "note"))
        column.space(0.4)
        for run in self.runs:
            column.entry(run.key, "option", Command("look", run.key), run.title, _state(run))
            _sign(column, run.dynamic)
        column.space(0.4)
        column.target("file", "button", Command("file"), Span(_("Open a run from a file"), "button"))

    def _run(self, column: Column, run: RunCard) -> None:
        column.text("heading", "heading", Span(run.title, "heading"))
        column.text("state", "note", Span(_state(run), "note"))
        if run.trouble:
            column.text("trouble", "paragraph", Span(run.trouble, "trouble"))
        column.space(0.8)
        if self.asking:
            column.text("question", "paragraph", Span(_("Delete this run for good?"), "prose"))
            column.space(0.4)
            column.target("no", "button", Command(c.BACK), Span(_("Keep it"), "button"))
            column.target("yes", "button", Command("delete", run.key), Span(_("Delete it"), "button"))
            return
        words = _("Look at what it said") if run.finished else _("Go on with it")
        column.target("open", "button", Command("open", run.key), Span(words, "button"))
        column.target("again", "button", Command("again", run.story), Span(_("Begin the story anew"), "button"))
        column.target("copy", "button", Command("copy", run.key), Span(_("Save a copy"), "button"))
        if self._others() and not run.trouble:
            column.target("compare", "button", Command("compare", run.key), Span(_("Compare with another"), "button"))
        column.target("ask", "button", Command("ask"), Span(_("Delete this run"), "button"))

    def _others(self) -> tuple[tuple[str, str], ...]:
        """Return the other runs of the story whose run was picked, each with its key and what the list says of it."""
        here = self.chosen
        same = (run for run in self.runs if here and run.story == here.story and run.key != here.key)
        return tuple((run.key, _state(run)) for run in same if run.answers and not run.trouble)


def _sign(column: Column, dynamic: str | None) -> None:
    """Draw the two circles of the dynamic that a run ended in at the right of its entry, if there is room."""
    entry, wide = column.boxes[-1], round(2.6 * column.base)
    left = entry.rect.w - wide
    words = max(piece.x + column.letters.width(piece.words, piece.font) for piece in entry.text)
    if dynamic and words < left:
        two = circles.pair(Rect(left, 0, wide, entry.rect.h), *CORNERS.get(dynamic, (0.0, 0.0)))
        column.boxes[-1] = entry._replace(art=circles.drawn(two, max(1.5, column.base / 12), full=True))


def _state(run: RunCard) -> str:
    """Return in words when a run was kept, how far it is, and what it ended in."""
    answers = ngettext("{count} answer", "{count} answers", run.answers).format(count=run.answers)
    ended = _(DYNAMIC_WORDS[run.dynamic].title) if run.dynamic in DYNAMIC_WORDS else ""
    scene = _("at “{scene}”").format(scene=run.scene) if run.scene else ""
    return " · ".join(part for part in (_when(run.saved), scene, answers, ended) if part)


def _when(saved: str) -> str:
    """Return the day and the time of day at which a run was kept, by the player's own clock."""
    try:
        local = datetime.fromisoformat(saved).astimezone()
    except (ValueError, OverflowError, OSError):
        # Of a run that cannot be opened nothing is known; a day before all clocks has no local time.
        return saved[:10]
    month = _(_MONTHS[local.month - 1])
    return _("{day} {month} {year}, {time}").format(day=local.day, month=month, year=local.year, time=f"{local:%H:%M}")


def _found(runs: Iterable[RunCard]) -> Iterator[str]:
    """Yield for each story that was played to an end which of its endings were found; of the others only how many."""
    by_story: dict[str, list[RunCard]] = {}
    for run in runs:
        if run.finished and run.dynamic in DYNAMIC_WORDS:
            by_story.setdefault(run.story, []).append(run)
    for ended in by_story.values():
        seen = {run.dynamic for run in ended}
        names = ", ".join(_(DYNAMIC_WORDS[dynamic].title) for dynamic in ENDINGS if dynamic in seen)
        sentence = _("{story}: {count} of {all} endings found. {names}.")
        yield sentence.format(story=ended[0].title, count=len(seen), all=len(ENDINGS), names=names)
