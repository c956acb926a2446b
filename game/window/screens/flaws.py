"""The problems of a watched story: each with its place, its sentence, the line at fault and what to write instead."""

from __future__ import annotations

from typing import Final

from game.author import Author, Flaw
from game.language import N_, _, ngettext
from game.window import commands as c
from game.window.column import Column
from game.window.commands import Command
from game.window.layout import Layout, Look
from game.window.moves import Move, Pop, Screen
from game.window.page import back, page, title_backdrop
from game.window.spread import whole
from game.window.typeset import Span

_BENEATH: Final = N_("The last good story goes on beneath. Save a mended file, and this page goes by itself.")
_NOTHING: Final = N_("Nothing can be played yet. Save a mended file, and the story begins by itself.")

MOST: Final = 100
"""Problems that are told at once, errors first."""


class Flaws(Screen):
    """All problems at once, over the page that goes on beneath. `of_broken`: shown because the story is broken."""

    def __init__(self, author: Author) -> None:
        super().__init__()
        self.author = author
        self.of_broken = author.broken

    def refresh(self) -> None:
        """Begin at the top: what is wrong now is something else."""
        self.of_broken = self.of_broken or self.author.broken
        self.scroll = None

    def layout(self, look: Look) -> Layout:
        """Return the list."""
        parts = whole(look)
        column = Column(look, parts.column)
        flaws = self.author.flaws
        column.text("heading", "heading", Span(_heading(flaws, broken=self.author.broken), "heading"))
        column.space(0.2)
        if self.author.broken:
            column.text("how", "note", Span(_(_BENEATH if self.author.begun else _NOTHING), "note"))
        column.space(0.6)
        for number, flaw in enumerate(flaws[:MOST]):
            _set(column, f"flaw {number}", flaw)
        if len(flaws) > MOST:
            more = _("And {count} more, which “me-and-we check” lists.").format(count=len(flaws) - MOST)
            column.text("more flaws", "note", Span(more, "note"))
        going_on = back(_("Go on playing") if self.author.broken and self.author.begun else "")
        return page(look, self, column, backdrop=title_backdrop(), foot=(going_on,), key="flaws", parts=parts)

    def handle(self, command: Command) -> Move | None:
        """Go back to the story."""
        return Pop() if command.what in (c.BACK, c.MENU) else None


def counted(flaws: tuple[Flaw, ...]) -> str:
    """Return how many problems of each kind there are; "" for none."""
    errors = sum(flaw.severity == "error" for flaw in flaws)
    warnings = len(flaws) - errors
    told = [ngettext("{count} error", "{count} errors", errors).format(count=errors)] if errors else []
    told += [ngettext("{count} warning", "{count} warnings", warnings).format(count=warnings)] if warnings else []
    return ", ".join(told)


def _heading(flaws: tuple[Flaw, ...], *, broken: bool) -> str:
    count = counted(flaws) or _("No problems")
    return _("This cannot be played: {count}").format(count=count) if broken else count


def _set(column: Column, box_id: str, flaw: Flaw) -> None:
    kind = _("error") if flaw.severity == "error" else _("warning")
    over = (Span(flaw.place, "place"), Span(f"  {kind} {flaw.code}", "small"))
    column.text(box_id, "note", *over)
    column.text(f"{box_id} sentence", "paragraph", *_coded(flaw.sentence, "prose", "value"))
    if flaw.source.strip():
        column.text(f"{box_id} source", "paragraph", *_line(flaw), indent=column.base)
    if flaw.hint:
        column.text(f"{box_id} hint", "note", *_coded(flaw.hint, "hint", "place"))
    column.space(0.8)


def _coded(words: str, usual: str, code: str) -> tuple[Span, ...]:
    """Return a sentence in which what stands in backticks looks like something to type."""
    pieces = enumerate(words.split("`"))
    return tuple(Span(piece, code if at % 2 else usual) for at, piece in pieces if piece)


def _line(flaw: Flaw) -> tuple[Span, ...]:
    """Return a line of a file: its depth in dots, which can be counted, and the fault in bold."""
    deep = len(flaw.source) - len(flaw.source.lstrip(" "))
    start = max(flaw.start, deep)
    end = max(start + 1, flaw.start + flaw.length)
    parts = (
        ("·" * deep, "depth"),
        (flaw.source[deep:start], "source"),
        (flaw.source[start:end], "fault"),
        (flaw.source[end:], "source"),
    )
    return tuple(Span(words, style) for words, style in parts if words)
