"""The panel beside the page while a story is watched: where we are, the meters, what is held, open, closed and picked.

1. It is laid out like a page, in a part of the window of its own; hidden, it is a strip with the way back to it.
2. It only tells. What it offers to pick opens something on the page, or hides the panel.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from game.author import Answer, Author, Flaw, Given, Glance, Holding
from game.host import Play
from game.insight.wording import DYNAMIC_WORDS
from game.language import N_, _
from game.story.names import IN_BETWEEN
from game.window import art
from game.window import commands as c
from game.window.column import Column, placed
from game.window.commands import PAGE_DOWN, Command
from game.window.layout import APART, Box, Layout, Look, Rect, Scroll
from game.window.page import Control, control_box, veils
from game.window.screens.flaws import counted
from game.window.typeset import Setting, Span, setting

SHARE: Final = 0.31
"""The share of a window's width that the panel takes."""

LEAST: Final = 270
"""Pixels that it is wide at least."""

LEFT: Final = 420
"""Pixels that it leaves to the page at least; where it cannot, it is hidden."""

SMALLER: Final = 0.86
"""How large its words are against prose."""

_CONTROLS: Final = (
    (c.SPOTS, N_("Jump · F3")),
    (c.FLAWS, N_("Problems · F4")),
    (c.PANEL, N_("Hide · F2")),
)


class Seen(NamedTuple):
    """What the panel tells: a play from behind, if there is one, and the state of the files.

    `lost` says that a save has taken the place of the play away.
    """

    glance: Glance | None
    flaws: tuple[Flaw, ...]
    broken: bool
    lost: str = ""


class Panel:
    """The panel; `focus` and `scroll` as those of a screen, `hidden` as the author wants it."""

    def __init__(self, author: Author) -> None:
        self.author = author
        self.focus = ""
        self.scroll = 0
        self.hidden = False

    def width(self, look: Look) -> int:
        """Return how much of the window's width it takes, hidden or not."""
        wide = max(LEAST, round(look.size[0] * SHARE))
        strip = look.target + 2 * APART
        if look.size[0] < strip + LEFT:
            return 0
        return strip if self.hidden or look.size[0] - wide < LEFT else wide

    def layout(self, look: Look, room: Rect, play: Play | None) -> Layout:
        """Return the panel in its part of the window."""
        seen = Seen(None, self.author.flaws, self.author.broken)
        if play:
            seen = seen._replace(glance=self.author.glance(play.session), lost=play.trouble or "")
        if room.w < LEAST:
            return self._strip(look, room, seen)
        base = round(look.base * SMALLER)
        side = round(base * 1.1)
        foot = tuple(_foot(look, Rect(room.x + side, room.y, room.w - 2 * side, look.target), room.bottom))
        top = room.y + look.px(36)
        view = Rect(room.x + 2, top, room.w - 2, max(1, min(box.rect.y for box in foot) - APART - top))
        column = Column(look, Rect(room.x + side, top, room.w - 2 * side, view.h), base)
        _told(column, seen)
        boxes, scroll = column.scrolled(view, self.scroll)
        every = (*_ground(room), *boxes, *veils(look, scroll, room.right), *foot, *_more(look, scroll, foot))
        return self._done(look, every, scroll)

    def _done(self, look: Look, boxes: tuple[Box, ...], scroll: Scroll | None) -> Layout:
        layout = Layout(look.size, boxes, "", scroll, "panel")
        targets = [box.id for box in layout.targets]
        return layout._replace(focus=self.focus if self.focus in targets else targets[0])

    def _strip(self, look: Look, room: Rect, seen: Seen) -> Layout:
        """Return the way back to the panel, with how many mistakes there are."""
        side = look.target
        rect = Rect(room.x + (room.w - side) // 2, room.y + APART, side, side)
        mark = Rect(rect.x, rect.bottom - side // 3, side, side // 3)
        name = _("Show the panel · F2")
        show = Box("show", "button", rect, name, gives=Command(c.PANEL), mark=mark, art=art.chevron(side, side, "left"))
        return self._done(look, (*_ground(room), show, *_count(look, room, rect, seen)), None)


def _ground(room: Rect) -> tuple[Box, ...]:
    line = Rect(room.x, room.y, 2, room.h)
    drawn = f'<rect width="2" height="{room.h}" fill="@rule"/>'
    return Box("panel", "page", room), Box("panel edge", "art", line, art=drawn)


def _count(look: Look, room: Rect, above: Rect, seen: Seen) -> Iterator[Box]:
    """Yield how many mistakes keep the story from being played."""
    errors = tuple(each for each in seen.flaws if each.severity == "error")
    if errors:
        done = setting((Span(str(len(errors)), "value"),), room.w, look.base, look.measure)
        rect = Rect(room.x, above.bottom + APART, room.w, done.height)
        yield Box("errors", "note", rect, counted(errors), placed(done, (room.w - done.width) // 2, 0))


def _foot(look: Look, room: Rect, bottom: int) -> Iterator[Box]:
    """Yield the controls, in as many rows above `bottom` as they take; the last place is left for the arrow."""
    rows: list[list[Box]] = [[]]
    start = left = room.x - round(look.base * 0.4)
    for what, words in _CONTROLS:
        box = control_box(look, Control(what, _(words), Command(what)), room)
        if rows[-1] and left + box.rect.w > room.right - room.h:
            rows.append([])
            left = start
        rows[-1].append(box.moved(left - box.rect.x, 0))
        left += box.rect.w + APART
    first = bottom - len(rows) * (room.h + APART)
    for number, row in enumerate(rows):
        yield from (box.moved(0, first + number * (room.h + APART) - room.y) for box in row)


def _more(look: Look, scroll: Scroll, foot: tuple[Box, ...]) -> Iterator[Box]:
    """Yield the arrow that turns on to what lies below, while anything does."""
    if scroll.at >= scroll.furthest:
        return
    side = look.target
    rect = Rect(scroll.view.right - side - APART, foot[0].rect.y, side, side)
    mark = Rect(rect.x, rect.bottom - side // 3, side, side // 3)
    drawn = art.chevron(side, side, "down")
    yield Box("panel more", "button", rect, _("Read on"), gives=Command(PAGE_DOWN), mark=mark, art=drawn)


def _told(column: Column, seen: Seen) -> None:
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
    told = counted(seen.flaws)
    if seen.broken and seen.glance:
        told = _("{count}; the last good story goes on").format(count=told)
    if told:
        column.text("files", "note", Span(told, "trouble" if seen.broken else "label"))
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
    first = setting(left, room.w, column.base, look.measure)
    second = setting(right, room.w, column.base, look.measure)
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
