"""What a run meant as one picture to hand on: the way in the plane, the dynamic, and the moments that carried it. Pure.

1. It bears the story's own names, never the player's.
2. It is laid out like a spread of the window, always in the same size; letters grow smaller until everything fits.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from game.drawing.plane import described
from game.drawing.rect import Rect
from game.insight.reveal import Reveal
from game.insight.why import Explanation, Why, explain
from game.language import _
from game.settings import Settings, names_for
from game.story.model import Story
from game.window import art, plates, telling
from game.window.chart import Shown
from game.window.column import Column
from game.window.layout import Box, Layout, Look
from game.window.typeset import Span

SIZE: Final = (1600, 900)
_PAGE: Final = 0.52
"""Where the words begin, as a share of the width."""

_AIR: Final = 70
_LARGEST: Final = 30
_SMALLEST: Final = 12


class _Told(NamedTuple):
    """What the picture tells: of which story, what a run of it meant, in values and in words."""

    story: Story
    meant: Reveal
    words: Explanation

    @property
    def whys(self) -> tuple[Why, ...]:
        """The moments in the order of the year, and the one that pulled the other way."""
        moments = sorted(self.words.moments, key=lambda why: why.number)
        return (*moments, *([self.words.against] if self.words.against else []))


def card(look: Look, story: Story, meant: Reveal) -> Layout:
    """Return the picture of what a run of `story` meant, with the letters and the theme that the player has chosen."""
    usual = Settings(theme=look.settings.theme, font=look.settings.font, motion="reduced")
    look = look._replace(size=SIZE, settings=usual)
    told = _Told(story, meant, explain(story, meant, names_for(story, usual)))
    left = round(SIZE[0] * _PAGE)
    page, plate = Rect(left, 0, SIZE[0] - left, SIZE[1]), Rect(0, 0, left, SIZE[1])
    shade = Box("shade", "art", Rect(left - 40, 0, 40, SIZE[1]), art=art.page_edge(40, SIZE[1], beside=True))
    ground = (Box("plate", "page", plate), *_chart(look, plate, told), shade, Box("page", "page", page))
    return Layout(SIZE, (*ground, *_words(look, page, told)), key="card")


def _chart(look: Look, room: Rect, told: _Told) -> tuple[Box, ...]:
    path, dead_zone = told.meant.path, told.story.dead_zone
    end = len(path) - 1
    shown = Shown(end, end, told=tuple(why.number for why in told.whys), ended=True)
    return plates.chart(look.letters, look.base, room, path, dead_zone).boxes(shown, described(path, dead_zone))


def _words(look: Look, page: Rect, told: _Told) -> tuple[Box, ...]:
    """Return all that is said, in the largest letters in which it fits."""
    room = page.inset(_AIR, _AIR)
    columns = (_column(look, room, base, told) for base in range(_LARGEST, 0, -1))
    column = next(each for each in columns if each.y <= room.h or each.base <= _SMALLEST)
    column.lower(0.4)
    return tuple(box.moved(0, room.y) for box in column.boxes)


def _column(look: Look, room: Rect, base: int, told: _Told) -> Column:
    column, words = Column(look, room, base), told.words
    over = _("In this story you modelled") if told.meant.finished else _("In this story, so far, you modelled")
    column.text("over", "note", Span(over, "overline"))
    telling.large(column, "heading", words.heading)
    column.space(0.3)
    column.text("voice", "speech", Span(words.voice, "aside"))
    column.space(0.8)
    for number, why in enumerate(told.whys):
        column.text(f"did {number}", "paragraph", Span(why.did, "prose"))
        column.text(f"pattern {number}", "note", Span(f"{why.pattern} · {why.pull}", "small"))
        column.space(0.5)
    column.divider("rule")
    column.text("story", "note", Span(_("Me & We · {story}").format(story=told.story.title), "pattern"))
    column.text("disclaimer", "note", Span(words.disclaimer, "small"))
    return column
