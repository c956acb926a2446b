"""The plates of the reveal, which lie where the picture lay: the two circles, and the chart. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from game.drawing import circles, ink
from game.drawing.circles import Pair
from game.drawing.plane import Meters
from game.drawing.rect import Rect
from game.language import _
from game.window import drawn
from game.window.branches import Branch
from game.window.chart import Chart
from game.window.chart_words import LEAST, PART, sizes
from game.window.column import placed, words
from game.window.layout import Box, Look
from game.window.letters import Letters
from game.window.typeset import Span, setting

DRAW: Final = 1.2
"""Seconds that the ink of a moment takes."""

DRIFT: Final = 1.5
"""Seconds in which the two circles come to lie as they do."""

ROOM: Final = 220
"""Pixels that a plate is wide and high at least; a smaller one is put among the words instead."""


def share(since: float, lasts: float) -> float:
    """Return how far a motion is, which begins and ends softly: 0 to 1."""
    at = min(1.0, max(0.0, since / lasts))
    return at * at * (3 - 2 * at)


LEGIBLE: Final = 10
"""How many times the size of prose the shorter side of a drawing with words is, at least, so that they can grow too."""


def fits(room: Rect, base: int = 0) -> bool:
    """Tell whether a plate can lie there and be read; one with words, where prose is `base` pixels."""
    return min(room.w, room.h) >= max(ROOM, LEGIBLE * base)


@lru_cache(maxsize=4)
def chart(  # noqa: PLR0913  # all that it is drawn from
    letters: Letters,
    base: int,
    room: Rect,
    path: tuple[Meters, ...],
    dead_zone: Meters,
    *,
    roads: tuple[Branch, ...] = (),
) -> Chart:
    """Return the chart of a path; the same one as before if nothing is different, so that little is drawn anew."""
    return Chart(letters, base, room, path, dead_zone, roads=roads)


def two(look: Look, room: Rect, path: Sequence[Meters], other: str) -> tuple[Box, ...]:
    """Return the two circles of a path with their names; they drift to where they belong."""
    me, we = circles.shares(path)
    letterings = (_Lettering(look, room, base, (me, we), other) for base in sizes(look.base, room))
    lettering = next((each for each in letterings if each.fits), None) or _Lettering(look, room, LEAST, (me, we), other)
    way = share(look.since, DRIFT)
    now = _drifting(circles.pair(lettering.space, me, 0), lettering.last, way)
    told = circles.described(me, we, other)
    paper = Box("paper", "art", room, told, art=ink.paper(room.w, room.h))
    read = (lettering.caption,) if lettering.fits else ()
    return (paper, *_drawn(room, now, settled=way >= 1), *lettering.names, *read)


def _drifting(first: Pair, last: Pair, way: float) -> Pair:
    """Return the circles on their way along the line, in their last size."""
    mine, other = (
        (two[0] + (one[0] - two[0]) * (1 - way), two[1])
        for one, two in ((first.mine, last.mine), (first.other, last.other))
    )
    return Pair(mine, last.my_radius, other, last.other_radius)


def _drawn(room: Rect, now: Pair, *, settled: bool) -> Iterator[Box]:
    """Yield the line and the circles, each in a box of its own, so that only boxes move; then their outlines."""
    radius = now.other_radius
    broad, air, ground = max(2.0, radius / 46), radius / 12 + 3, now.other[1] + radius
    left = min(now.mine[0] - now.my_radius, now.other[0] - radius) - radius * 0.4
    right = max(now.mine[0] + now.my_radius, now.other[0] + radius) + radius * 0.4
    floor = ((left, ground + broad), ((left + right) / 2, ground + broad * 1.8), (right, ground + broad))
    yield drawn.box("floor", room, floor, air, [ink.line(floor, broad * 0.9, "quiet", 0.6)])
    yield _disc("other circle", room, now.other, radius, "we")
    yield _disc("my circle", room, now.mine, now.my_radius, "me")
    if settled:
        mine = circles.outline(now.mine, now.my_radius, broad, "ink")
        other = circles.outline(now.other, radius, broad, "ink")
        yield drawn.box("circles", room, now.points, air, [circles.lens(now, 0.72), other, mine])


def _disc(box_id: str, room: Rect, middle: tuple[float, float], radius: float, colour: str) -> Box:
    """Return a circle's colour; the drawing is the same wherever it lies, so that it is made only once."""
    half = round(radius * 1.06 + 2)
    rect = Rect(round(middle[0]) - half, round(middle[1]) - half, 2 * half, 2 * half)
    shape = circles.disc((half, half), radius, colour)
    return Box(box_id, "art", Rect(max(room.x, rect.x), max(room.y, rect.y), *rect[2:]), art=shape)


class _Lettering:
    """The words on the plate of the circles in one size, and the circles as they lie above them.

    `space` is the room of the circles. They make way upwards where the words are large.
    """

    def __init__(self, look: Look, room: Rect, base: int, shares: tuple[float, float], other: str) -> None:
        self.look = look
        self.room = room
        self.base = base
        self.caption = self._caption()
        usual = room.inset(room.w // 7, room.h // 4).moved(0, -room.h // 20)
        last = circles.pair(usual, *shares)
        air = self.base // 2
        lower = max(name.rect.bottom for name in self._names(last, other)) + air - self.caption.rect.y
        top = round(min(y for _x, y in last.points)) - room.y - self.base
        self.space = usual.moved(0, -min(max(0, lower), max(0, top)))
        self.last = circles.pair(self.space, *shares)
        self.names = self._names(self.last, other)

    @property
    def fits(self) -> bool:
        """Whether no words meet, and none leaves the plate."""
        mine, theirs = (name.rect for name in self.names)
        apart = not mine.meets(theirs) and not any(each.meets(self.caption.rect) for each in (mine, theirs))
        return apart and all(each.within(self.room) for each in (mine, theirs, self.caption.rect))

    def _names(self, two: Pair, other: str) -> tuple[Box, Box]:
        """Return the names under the circles, beside each other."""
        y = round(two.other[1] + two.other_radius + self.base * 0.9)
        mine = self._centred("my name", Span(_("You"), "axis me"), two.mine[0], y)
        theirs = self._centred("other name", Span(other, "axis we"), two.other[0], y)
        gap = mine.rect.right + self.base - theirs.rect.x
        if gap > 0:
            mine = mine.moved(-min(gap // 2 + 1, mine.rect.x - self.room.x), 0)
            gap = mine.rect.right + self.base - theirs.rect.x
            theirs = theirs.moved(max(0, gap), 0)
        return mine, theirs

    def _caption(self) -> Box:
        """Return how to read the circles, at the foot of the plate."""
        words_ = _("The larger your circle, the firmer your footing. The nearer, the more you put into the two of you.")
        wide = round(self.room.w * (0.66 if self.base * PART <= min(self.room.w, self.room.h) else 0.86))
        done = setting((Span(words_, "axis"),), wide, self.base, self.look.letters.close)
        y = self.room.bottom - done.height - round(self.base * 1.5)
        rect = Rect(self.room.x + (self.room.w - done.width) // 2, y, max(1, done.width), max(1, done.height))
        return Box("circles caption", "note", rect, words_, placed(done, 0, 0))

    def _centred(self, box_id: str, span: Span, middle: float, y: int) -> Box:
        done = setting((span,), self.room.w // 3, self.base, self.look.letters.close)
        x = max(self.room.x + 2, min(round(middle - done.width / 2), self.room.right - done.width - 2))
        rect = Rect(x, y, max(1, done.width), max(1, done.height))
        return Box(box_id, "note", rect, words((span,)), placed(done, 0, 0))
