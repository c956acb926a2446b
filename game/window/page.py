"""Putting a screen together: the picture, the paper, a column that scrolls, and controls at the foot. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from game.drawing.rect import Rect
from game.language import _
from game.window import art
from game.window.column import Column, placed
from game.window.commands import BACK, PAGE_DOWN, PAGE_UP, Command
from game.window.compose import View
from game.window.focus import LESS, MORE
from game.window.layout import APART, Box, Layout, Look, Scroll
from game.window.moves import Screen
from game.window.spread import Spread, spread
from game.window.typeset import Span, setting


class Control(NamedTuple):
    """Something quiet to pick at the foot of a page: words, or an arrow (`left` or `right`) named by them.

    One that `gives` nothing now only keeps its place. A `spare` one is left out where the arrow in the middle needs the
    room.
    """

    id: str
    words: str
    gives: Command | None
    arrow: str = ""
    spare: bool = False


class Backdrop(NamedTuple):
    """The picture of a spread: its place in words, what it shows as a view, and the two people in words."""

    alternative: str
    view: View
    figures: str = ""


class Plate(NamedTuple):
    """A drawing on paper in the picture's place, as boxes within what is seen of it."""

    boxes: tuple[Box, ...]


def title_backdrop() -> Backdrop:
    """Return the picture of every screen that belongs to no place of a story."""
    return Backdrop(_("A town house at dusk. In its one lit window two people stand close together."), View("title"))


def back(label: str = "") -> Control:
    """Return the control that every screen above another one has."""
    return Control("back", label or _("Back"), Command(BACK), "left")


def page(  # noqa: PLR0913  # the parts of a page, all named
    look: Look,
    screen: Screen,
    column: Column,
    *,
    backdrop: Backdrop | Plate,
    foot: Sequence[Control] = (),
    key: str,
    begin: int = 0,
    last: str = "",
    moving: bool = False,
    parts: Spread | None = None,
) -> Layout:
    """Return a spread with the column on its page; `begin` is how far it is scrolled before anybody scrolls.

    `last` is the target that a reader comes to once all was read, or "" for the first that is in view then. `parts` are
    those that the column was made for, if not the usual ones of the window.
    """
    parts = parts or spread(look)
    at = begin if screen.scroll is None else screen.scroll
    boxes, scroll = column.scrolled(view_of(parts, column), at)
    controls = (*_controls(look, parts, foot), *_more(look, parts, scroll))
    cut = veils(look, scroll, parts.page.right)
    every = (*_ground(look, parts, backdrop), *boxes, *cut, *_fold(look, parts), *controls)
    layout = Layout(look.size, every, "", scroll, key, moving)
    return layout._replace(focus=_focus(screen, layout, last))


def view_of(parts: Spread, column: Column) -> Rect:
    """Return the part of the window in which a column scrolls: with room for the signs in the margin."""
    left = parts.column.x - column.gutter
    return Rect(left, parts.column.y, parts.page.right - left, parts.column.h)


def veils(look: Look, scroll: Scroll, right: int) -> tuple[Box, ...]:
    """Return paper over the edges where lines are cut, so that they fade; the paper ends at `right`."""
    view, high = scroll.view, round(look.base * 0.9)
    top = Rect(view.x, view.y, right - view.x, high)
    below = top.moved(0, view.h - high)
    veils = (
        (scroll.at > 0, Box("veil above", "art", top, art=art.veil(top.w, high, top=True))),
        (scroll.at < scroll.furthest, Box("veil below", "art", below, art=art.veil(top.w, high, top=False))),
    )
    return tuple(box for needed, box in veils if needed)


def _focus(screen: Screen, layout: Layout, last: str) -> str:
    """Return what holds the focus: what did, or an entry of a menu in view, or the way to read on, or the `last` word.

    Options, and a last word, wait until all of the page was read, so that picking by habit cannot answer before that.
    """
    box = layout.box(screen.focus)
    if box and box.gives and (screen.scroll is not None or layout.shown(box)):
        return box.id
    seen = [each for each in layout.targets if layout.shown(each)]
    more = layout.box(MORE)
    if not more:
        return last or seen[0].id
    menu = [each for each in seen if each.scrolled and each.role != "option"]
    return menu[0].id if menu and not last and screen.focus != more.id else more.id


def _ground(look: Look, parts: Spread, backdrop: Backdrop | Plate) -> tuple[Box, ...]:
    paper, seen = parts.page, parts.seen
    beside = paper.x > 0
    deep = look.px(34)
    edge = Rect(paper.x - deep, 0, deep, paper.h) if beside else Rect(0, paper.y - deep, paper.w, deep)
    shade = Box("shade", "art", edge, art=art.page_edge(edge.w, edge.h, beside=beside))
    ground = Box("page", "page", paper)
    return (*_beneath(parts, backdrop), shade, ground) if seen.h > deep else (ground,)


def _beneath(parts: Spread, backdrop: Backdrop | Plate) -> tuple[Box, ...]:
    if isinstance(backdrop, Plate):
        return (Box("plate", "page", parts.seen), *backdrop.boxes, _binding(parts))
    picture = Box("picture", "picture", parts.picture, backdrop.alternative, view=backdrop.view)
    # The two are painted with the place. They are a box of their own for whoever hears that only they have moved.
    return (picture, Box("figures", "art", parts.picture, backdrop.figures)) if backdrop.figures else (picture,)


def _binding(parts: Spread) -> Box:
    """Return the line where two pages of paper meet, so that they are two where no shade shows."""
    paper, seen = parts.page, parts.seen
    rect = Rect(paper.x - 2, 0, 2, paper.h) if paper.x else Rect(0, seen.bottom - 2, seen.w, 2)
    return Box("binding", "art", rect, art=f'<rect width="{rect.w}" height="{rect.h}" fill="@rule"/>')


def _fold(look: Look, parts: Spread) -> tuple[Box, ...]:
    paper, deep = parts.page, look.px(70)
    beside = paper.x > 0
    rect = Rect(paper.x, paper.y, deep, paper.h) if beside else Rect(paper.x, paper.y, paper.w, deep // 2)
    drawing = art.fold(rect.w, rect.h, beside=beside)
    return (Box("fold", "art", rect, art=drawing),) if beside or paper.y else ()


def _controls(look: Look, parts: Spread, foot: Sequence[Control]) -> tuple[Box, ...]:
    """Return the controls: arrows from the left, words from the right, as many as there is room for."""
    room = parts.foot
    left, right = room.x - round(look.base * 0.4), room.right
    middle = room.x + (room.w + look.foot) // 2 + APART
    boxes: list[Box] = []
    base = _foot_base(look, room, foot)
    for control in foot:
        box = control_box(look, control, room, base)
        if control.arrow:
            boxes.append(box.moved(left - box.rect.x, 0))
            left += box.rect.w + APART
        elif right - box.rect.w > (middle if control.spare else left):
            right -= box.rect.w
            boxes.append(box.moved(right - box.rect.x, 0))
            right -= APART
    return tuple(box for box in boxes if box.gives)


def _foot_base(look: Look, room: Rect, foot: Sequence[Control]) -> int:
    """Return the size of prose by which controls are set: their own, or the largest that leaves the arrow room."""
    least = _usual_foot(look)
    half = (room.w - look.foot) // 2 - APART
    for base in range(look.base, least, -1):
        boxes = [(control, control_box(look, control, room, base).rect.w + APART) for control in foot]
        sides = (sum(wide for control, wide in boxes if bool(control.arrow) == left) for left in (True, False))
        if max(sides) <= half:
            return base
    return least


def _usual_foot(look: Look) -> int:
    return min(look.base, look.px(44) + 2)


def control_box(look: Look, control: Control, room: Rect, base: int = 0) -> Box:
    """Return a control as high as `room`, anywhere across; `base` is the size of prose by which it is set."""
    high = room.h
    if control.arrow and control.id != "back":
        rect = Rect(0, room.y, high, high)
        drawing = art.chevron(high, high, control.arrow)
        return Box(control.id, "button", rect, control.words, gives=control.gives, mark=_below(rect, look), art=drawing)
    base = base or _usual_foot(look)
    done = setting((Span(control.words, "quiet button"),), room.w, base, look.letters.close)
    rect = Rect(0, room.y, max(high, done.width + round(base * 0.9)), high)
    text = placed(done, (rect.w - done.width) // 2, (high - done.height) // 2)
    return Box(control.id, "button", rect, control.words, text, control.gives, _below(rect, look))


def _below(rect: Rect, look: Look) -> Rect:
    high = max(11, look.px(16))
    return Rect(rect.x + rect.w // 2 - high, rect.bottom - high + 2, 2 * high, high)


def _more(look: Look, parts: Spread, scroll: Scroll) -> tuple[Box, ...]:
    """Return the arrow that turns on to what lies below, while anything does, and for one switch that back up."""
    room, side = parts.foot, look.foot
    rect = Rect(room.x + (room.w - side) // 2, room.y, side, side)
    below = (_arrow(look, MORE, "down", PAGE_DOWN, rect),) if scroll.at < scroll.furthest else ()
    # A wheel or a key looks back up; a single switch needs something to pick.
    back = look.settings.one_switch and scroll.at > 0
    above = (_arrow(look, LESS, "up", PAGE_UP, rect.moved(-side - APART, 0)),) if back else ()
    return (*below, *above)


def _arrow(look: Look, box_id: str, way: str, what: str, rect: Rect) -> Box:
    drawing = art.chevron(rect.w, rect.h, way)
    name = _("Read on") if box_id == MORE else _("Look back up the page")
    return Box(box_id, "button", rect, name, gives=Command(what), mark=_below(rect, look), art=drawing)
