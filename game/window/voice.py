"""What is said of the screens, from one layout to the next: words alone, by values. Pure.

1. A new page is told in the order of reading. What stood on the page before on the same screen, under the same id and
   with the same words, is not told again.
2. A picture, or a drawing, is told in full once; when it is come to again, only how its words begin.
3. What can be chosen from is counted (“2 of 4”). It is told on every new page, and so is what has the focus, which says
   so: that is what Enter chooses.
4. On the same page, what changed is told, and where the focus went, by a hand or by itself for a single switch; of a
   name that is written, only the letters. Text that comes line by line is told once, when its page begins.
5. Asked to, the last that was told is told again; asked once more, all of the page is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple, TypeAlias

from game.language import _
from game.window import commands as c
from game.window.commands import Command, Pointed
from game.window.focus import LESS, MORE
from game.window.layout import Box, Layout
from game.window.scan import FRAME

WAYS_ON: Final = frozenset({MORE, LESS, "panel more"})
"""The arrows that come and go while a page scrolls: only having the focus makes them worth a word."""

PICTURES: Final = frozenset({"picture", "art"})
"""The roles of what is seen and not read: their words tell what it shows."""

_BEGINS: Final = re.compile(r"[^,.;:]+")

Asked: TypeAlias = Command | Pointed | None
"""What a player did since the last layout, if anything."""


class Heard(NamedTuple):
    """What a listener knows: the `layout` told of last, what was `last` told of it, and the `pictures` told in full.

    `say` are the utterances that are to be heard now, in order. `again` says that they were heard before.
    """

    layout: Layout | None = None
    say: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    pictures: frozenset[str] = frozenset()
    again: bool = False


def told(heard: Heard, layout: Layout, asked: Asked, help_key: str = "F1") -> Heard:
    """Return what is to be said of a layout that stands after `asked`, to somebody who `heard` what was said before."""
    before = heard.layout
    pictures = heard.pictures | {box.name for box in layout.boxes if box.role in PICTURES}
    if isinstance(asked, Command) and asked.what == c.REPEAT and before:
        return Heard(layout, page(layout) if heard.again else heard.last, heard.last, pictures, again=True)
    if before is None:
        say = (_("The voice is on. {key} tells the keys.").format(key=help_key), *page(layout))
    elif layout.key != before.key:
        say = tuple(_new_page(before, layout, heard.pictures))
    else:
        say = tuple(_same_page(before, layout, asked))
    return Heard(layout, say, say or heard.last, pictures, again=heard.again and not say)


def page(layout: Layout) -> tuple[str, ...]:
    """Return all of a page, in the order of reading."""
    return tuple(_spoken(layout, box, mark=True) for box in layout.boxes if box.name)


def _new_page(before: Layout, after: Layout, pictures: frozenset[str]) -> Iterator[str]:
    screens = before.key.partition(" ")[0], after.key.partition(" ")[0]
    known = {_what(box) for box in before.boxes if box.role == "picture" or screens[0] == screens[1]}
    for box in after.boxes:
        if box.name and (_what(box) not in known or _is_option(box) or box.id == after.focus):
            begins = _BEGINS.match(box.name) if box.role in PICTURES and box.name in pictures else None
            yield _spoken(after, box._replace(name=begins.group()) if begins else box, mark=True)


def _same_page(before: Layout, after: Layout, asked: Asked) -> Iterator[str]:
    written = asked.detail if isinstance(asked, Command) and asked.what == c.TEXT else ""
    known = {_what(box) for box in before.boxes}
    focus, was = _focus(after), _focus(before)
    moved = focus and was and (focus.id != was.id or _woken(before, after))
    news = False
    for box in after.boxes:
        new = box.name and box.id not in WAYS_ON and _what(box) not in known
        if new and written and box.role == "field":
            yield _letters(written)
        elif new or (moved and box == focus):
            yield _spoken(after, box)
        else:
            continue
        news = True
    if focus and moved and focus not in after.boxes:
        yield _spoken(after.beside or after, focus)
    elif not news:
        yield from _scrolled(before, after)


def _scrolled(before: Layout, after: Layout) -> Iterator[str]:
    """Yield which way a page was moved, if nothing else tells that a key did something."""
    if before.scroll and after.scroll and before.size == after.size and before.scroll.at != after.scroll.at:
        yield _("Further down the page.") if after.scroll.at > before.scroll.at else _("Further up the page.")


def _woken(before: Layout, after: Layout) -> bool:
    """Tell whether the frame of a single switch is there again after it rested."""
    return before.scans and before.box(FRAME) is None and after.box(FRAME) is not None


def _is_option(box: Box) -> bool:
    return box.role == "option" and box.gives is not None


def _what(box: Box) -> tuple[str, str]:
    return box.id, box.name


def _focus(layout: Layout) -> Box | None:
    """Return what has the focus, on the page or beside it."""
    return layout.box(layout.focus) or (layout.beside.box(layout.beside.focus) if layout.beside else None)


def _spoken(layout: Layout, box: Box, *, mark: bool = False) -> str:
    """Return a box as it is said; with a `mark`, what has the focus says so."""
    words = box.name
    if box.role == "picture":
        words = _("Picture: {words}").format(words=words)
    elif _is_option(box):
        ids = [each.id for each in layout.boxes if _is_option(each)]
        counted = _("{number} of {count}: {words}")
        words = counted.format(number=ids.index(box.id) + 1, count=len(ids), words=words)
    return _("You are here: {words}").format(words=words) if mark and box.id == layout.focus else words


def _letters(written: str) -> str:
    return _("space") if written.isspace() else written
