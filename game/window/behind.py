"""What the panel of a watched window tells, set in a column: the files, the place, and all that has a say in the play.

1. Of the files only what is wrong takes room.
2. A closed answer stands with its condition as it was written, and with what the names in it are worth now.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.author import Answer, Flaw, Given, Glance, Holding
from game.drawing.rect import Rect
from game.insight.wording import DYNAMIC_WORDS
from game.language import _
from game.story.names import IN_BETWEEN
from game.window.column import Column, placed
from game.window.layout import Box
from game.window.screens.flaws import counted
from game.window.typeset import Setting, Span, setting


class Seen(NamedTuple):
    """What the panel tells: a play from behind, if there is one, and the state of the files.

    `lost` says that a save has taken the place of the play away.
    """

    glance: Glance | None
    flaws: tuple[Flaw, ...]
    broken: bool
    lost: str = ""


def told(column: Column, seen: Seen) -> None:
    """Set everything, what is wrong first."""
    _files(column, seen)
    glance = seen.glance
    if glance is None:
        return
    column.text("where", "heading", Span(glance.passage or _("the end"), "subheading"))
    if glance.place:
        column.text("place", "note", Span(glance.place, "place"))
    column.space(0.7)
    _meters(column, glance)
    _variables(column, glance.variables)
    _answers(column, glance.answers)
    _picks(column, glance.given)
    column.space(0.6)
    column.text("across", "note", Span(_("F6 goes to this panel, and back to the page."), "label"))


def _files(column: Column, seen: Seen) -> None:
    """Set how the files are: only what is wrong with them takes room."""
    words = counted(seen.flaws)
    if seen.broken and seen.glance:
        words = _("{count}; the last good story goes on").format(count=words)
    if words:
        column.text("files", "note", Span(words, "trouble" if seen.broken else "label"))
        column.space(0.7)
    if seen.lost:
        column.text("lost", "note", Span(seen.lost, "trouble"))
        column.space(0.7)


def _meters(column: Column, glance: Glance) -> None:
    _row(column, "meters", (Span(_("Meters"), "prose"),), _weights(glance.me, glance.we))
    dynamic = _("In between") if glance.dynamic == IN_BETWEEN else _(DYNAMIC_WORDS[glance.dynamic].title)
    _row(column, "dynamic", (Span(_("So far"), "prose"),), (Span(dynamic, "prose"),))


def _head(column: Column, box_id: str, words: str) -> None:
    column.space(0.6)
    column.text(box_id, "note", Span(words, "section"))
    column.space(0.15)


def _variables(column: Column, variables: tuple[Holding, ...]) -> None:
    if variables:
        _head(column, "variables", _("Variables"))
    for each in variables:
        changed = each.value != each.start
        right = (Span(each.value or "“”", "value" if changed else "prose"),)
        was = (Span(_("  was {start}").format(start=each.start), "label"),) if changed else ()
        _row(column, f"variable {each.name}", (Span(each.name, "prose"), *was), right)


def _answers(column: Column, answers: tuple[Answer, ...]) -> None:
    if answers:
        _head(column, "answers", _("Answers here"))
    for each in answers:
        name = each.id.partition(".")[2]
        style = "prose" if each.state == "open" else "closed"
        right = _weights(each.me, each.we) if each.pattern else ()
        _row(column, f"answer {each.id}", (Span(name, style),), right)
        for number, spans in enumerate(_reasons(each)):
            column.text(f"answer {each.id} {number}", "note", *spans, indent=column.base)
        column.space(0.3)


def _reasons(answer: Answer) -> Iterator[tuple[Span, ...]]:
    """Yield what an answer shows, and why it is not open: a line each."""
    if answer.pattern:
        yield (Span(answer.pattern, "label"),)
    if answer.state == "picked":
        yield (Span(_("picked before, and offered once"), "label"),)
    if answer.state == "closed":
        closed = _("closed, {place}: ").format(place=answer.place)
        yield Span(closed, "label"), Span(answer.when, "place")
        now = (_("{name} is {value}").format(name=name, value=value or "“”") for name, value in answer.now)
        yield (Span(_("now {values}").format(values=", ".join(now)), "label"),)


def _picks(column: Column, given: tuple[Given, ...]) -> None:
    """Set the picks, the latest first."""
    if given:
        _head(column, "picks", _("Picked so far, the latest first"))
    for number, each in reversed([*enumerate(given, 1)]):
        right = _weights(each.me, each.we) if each.pattern else ()
        _row(column, f"pick {number}", (Span(f"{number}  {each.id}", "prose"),), right)
        if each.pattern:
            column.text(f"pick {number} pattern", "note", Span(each.pattern, "label"), indent=column.base)
        column.space(0.2)


def _weights(me: int, we: int) -> tuple[Span, ...]:
    return (
        *(Span(_("me "), "label"), Span(_signed(me), "weight me")),
        *(Span(_("  we "), "label"), Span(_signed(we), "weight we")),
    )


def _signed(number: int) -> str:
    return f"{number:+d}".replace("-", "−") if number else "0"


def _row(column: Column, box_id: str, left: tuple[Span, ...], right: tuple[Span, ...]) -> None:
    """Set something at the left and something at the right, on one line if both fit there."""
    room, look = column.room, column.look
    first = setting(left, room.w, column.base, look.letters)
    second = setting(right, room.w, column.base, look.letters)
    beside = first.width + second.width + column.base <= room.w
    name = " ".join("".join(span.words for span in side).strip() for side in (left, right)).strip()
    high = max(first.height, second.height) if beside else first.height + second.height
    drop = _baseline(second) - _baseline(first) if beside else 0
    lower = max(0, -drop) if beside else first.height
    text = (*placed(first, 0, max(0, drop)), *placed(second, room.w - second.width, lower))
    column.boxes.append(Box(box_id, "paragraph", Rect(room.x, column.y, room.w, max(1, high)), name, text))
    column.y += high


def _baseline(done: Setting) -> int:
    return done.pieces[0].y if done.pieces else 0
