"""The screen as a tree for screen readers, made from its layout, and the way back from what they ask for. Pure.

1. The tree has the layout's boxes in their order: what scrolls in one group, what can be chosen from in a list.
2. A node keeps its number as long as its box keeps its id on the same screen. Other words in a text make another node,
   so that a screen reader tells of them; other words on a target are a new name for it.
3. Words are announced when they come, unless the game itself speaks; nobody needs to look for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from itertools import groupby
from typing import Final, NamedTuple

from game.drawing.rect import Rect
from game.language import _
from game.window import commands as c
from game.window.commands import Command
from game.window.layout import Box, Layout

ROOT: Final = 0
PAGE: Final = 1
LIST: Final = 2
"""The numbers of the window, of what scrolls in it, and of the first list; those of boxes are far greater."""

ROLES: Final[Mapping[str, str]] = {
    "picture": "IMAGE",
    "art": "IMAGE",
    "heading": "HEADING",
    "paragraph": "PARAGRAPH",
    "speech": "PARAGRAPH",
    "answer": "PARAGRAPH",
    "note": "PARAGRAPH",
    "option": "LIST_BOX_OPTION",
    "button": "BUTTON",
    "setting": "BUTTON",
    "field": "TEXT_INPUT",
}
"""The role of a box's node, as AccessKit names it."""

CLICK: Final = "CLICK"
FOCUS: Final = "FOCUS"
INTO_VIEW: Final = "SCROLL_INTO_VIEW"

_OF_BOX: Final[Mapping[str, str]] = {CLICK: c.CHOOSE, FOCUS: c.GO, INTO_VIEW: c.REVEAL}
_OF_PAGE: Final[Mapping[str, str]] = {"SCROLL_DOWN": c.PAGE_DOWN, "SCROLL_UP": c.PAGE_UP}


class Node(NamedTuple):
    """A thing on the screen. `role` and `actions` are AccessKit's names; `place` counts from 0; `size` is of a list.

    `live` words are announced when they come.
    """

    number: int
    role: str
    name: str = ""
    bounds: Rect | None = None
    actions: tuple[str, ...] = ()
    children: tuple[int, ...] = ()
    place: int | None = None
    size: int | None = None
    live: bool = False


class Tree(NamedTuple):
    """A whole screen: its nodes, the window first, and the number of the one that has the focus."""

    nodes: tuple[Node, ...]
    focus: int


def tree(layout: Layout, *, announced: bool) -> Tree:
    """Return a layout as a tree; `announced` tells whether words are live."""
    named = [box for box in layout.boxes if box.name]
    nodes: list[Node] = []
    top: list[int] = []
    for scrolled, group in groupby(named, key=lambda box: box.scrolled):
        numbers = _listed(layout, group, nodes, announced=announced)
        if scrolled:
            view = layout.scroll.view if layout.scroll else None
            nodes.append(Node(PAGE, "GROUP", "", view, tuple(_OF_PAGE), tuple(numbers)))
        top += [PAGE] if scrolled else numbers
    focus = layout.box(layout.focus)
    root = Node(ROOT, "WINDOW", "Me & We", Rect(0, 0, *layout.size), (), tuple(top))
    return Tree((root, *nodes), _number(layout, focus) if focus else ROOT)


def wanted(layout: Layout, number: int, action: str) -> Command | None:
    """Return what a screen reader asks for by an action on a node, if it is anything that the layout offers."""
    if number == PAGE and action in _OF_PAGE:
        return Command(_OF_PAGE[action])
    box = next((box for box in layout.boxes if box.name and _number(layout, box) == number), None)
    return Command(_OF_BOX[action], box.id) if box and action in _actions(box) else None


def _listed(layout: Layout, boxes: Iterable[Box], nodes: list[Node], *, announced: bool) -> list[int]:
    """Add the nodes of boxes, options in a list of theirs; returns the numbers of those that are in no list."""
    numbers: list[int] = []
    for chosen, group in groupby(boxes, key=lambda box: _role(box) == "LIST_BOX_OPTION"):
        made = [_node(layout, box, announced=announced) for box in group]
        if chosen:
            made = [node._replace(place=place) for place, node in enumerate(made)]
            number = LIST + sum(node.role == "LIST_BOX" for node in nodes)
            nodes.append(Node(number, "LIST_BOX", _("To choose from"), children=_all(made), size=len(made)))
            numbers.append(number)
        else:
            numbers += _all(made)
        nodes += made
    return numbers


def _node(layout: Layout, box: Box, *, announced: bool) -> Node:
    live = announced and not box.gives and box.role not in ("picture", "art")
    return Node(_number(layout, box), _role(box), box.name, box.rect, _actions(box), live=live)


def _role(box: Box) -> str:
    """Return the role; an answer that can be gone back to is a button, and an option that cannot be picked is text."""
    if box.role == "answer" and box.gives:
        return "BUTTON"
    return "PARAGRAPH" if box.role == "option" and not box.gives else ROLES.get(box.role, "PARAGRAPH")


def _actions(box: Box) -> tuple[str, ...]:
    picked = (CLICK,) if box.for_pointer else (CLICK, FOCUS)
    return (*(picked if box.gives else ()), *((INTO_VIEW,) if box.scrolled else ()))


def _number(layout: Layout, box: Box) -> int:
    """Return a number of 56 bits: the same for the same box, another for every other."""
    what = (layout.key.partition(" ")[0], box.id, "" if box.gives else box.name)
    return int.from_bytes(blake2b("\0".join(what).encode(), digest_size=7).digest()) | 1 << 55


def _all(nodes: Iterable[Node]) -> tuple[int, ...]:
    return tuple(node.number for node in nodes)
