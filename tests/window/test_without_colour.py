"""What a greyscale picture of the window still tells: where the focus is, whose circle is whose, which road is lit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pygame
import pytest

from game.drawing.rect import Rect
from game.window.layout import Box, Look
from game.window.theme import SIGN, THEMES, contrast
from tests.gallery.draw import fonts, on_display, painted
from tests.gallery.stage import YEAR, Shot, laid_out, settings

SCREENS = (
    Shot("", "", "play", do=("end", "focus key.alone")),
    Shot("", "", "title", do=("focus settings",)),
    Shot("", "", "pause", picks=YEAR[:2], do=("focus settings",)),
    Shot("", "", "settings reading", do=("focus font",)),
    Shot("", "", "runs", do=("focus year",)),
    Shot("", "", "history", picks=YEAR[:3], do=("end", "focus back")),
    Shot("", "", "names", do=("focus begin",)),
    Shot("", "", "ballot", do=("focus key.alone",)),
)


@pytest.fixture(scope="module", autouse=True)
def _display() -> Iterator[None]:
    """A screen that nobody sees."""
    with on_display():
        yield


def grey(shot: Shot, focus: str | None = None) -> tuple[pygame.Surface, dict[str, Box]]:
    """Return a shot without colour, and its boxes; nothing has the focus if it is on ""."""
    layout = laid_out(shot, Look(shot.size, fonts(), settings(shot), since=shot.since))
    layout = layout if focus is None else layout._replace(focus=focus)
    boxes = {box.id: box for box in layout.boxes}
    boxes["focus"] = boxes.get(layout.focus, Box("", "art", Rect(0, 0, 1, 1)))
    return pygame.transform.grayscale(painted(layout, shot.theme)), boxes


def levels(surface: pygame.Surface, points: Iterable[tuple[int, int]]) -> list[int]:
    """Return how light some pixels are, 0 to 255."""
    return [surface.get_at(point)[0] for point in points]


def within(rect: Rect) -> list[tuple[int, int]]:
    """Return all points of a rectangle."""
    return [(x, y) for y in range(rect.y, rect.bottom) for x in range(rect.x, rect.right)]


def apart(one: int, other: int) -> float:
    """Return the contrast of two levels of grey."""
    return contrast((one, one, one), (other, other, other))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("shot", SCREENS, ids=lambda shot: shot.screen)
def test_the_focus_can_be_seen(shot: Shot, theme: str) -> None:
    """Its sign alone changes as many pixels by 3:1 as a line of two pixels along its words would have."""
    shot = shot._replace(theme=theme)
    (with_focus, boxes), (without, _boxes) = grey(shot), grey(shot, "")
    mark = boxes["focus"].mark
    assert mark
    pairs = zip(levels(with_focus, within(mark)), levels(without, within(mark)), strict=True)
    changed = sum(apart(one, other) >= SIGN for one, other in pairs)
    assert changed >= 2 * mark.w, f"{changed} pixels of {mark}"


@pytest.mark.parametrize("theme", THEMES)
def test_a_wash_lies_under_what_has_the_focus(theme: str) -> None:
    """Most of the ground between its words is another grey than it was, and nothing above or below them is."""
    shot = SCREENS[0]._replace(theme=theme)
    (with_focus, boxes), (without, _boxes) = grey(shot), grey(shot, "")
    box = boxes["focus"]

    def changed(rect: Rect) -> float:
        points = within(rect)
        return sum(
            one != other for one, other in zip(levels(with_focus, points), levels(without, points), strict=True)
        ) / len(points)

    words = Rect(box.rect.x + box.rect.w // 8, box.rect.y + 2, box.rect.w // 2, box.rect.h - 4)
    assert changed(words) > 0.6
    assert changed(words.moved(0, box.rect.h)) == changed(words.moved(0, -box.rect.h)) == 0


@pytest.mark.parametrize("theme", THEMES)
def test_the_two_circles_are_told_apart_by_hatching(theme: str) -> None:
    """Along a line through its middle the other's circle is striped, and mine is plain."""
    shot = Shot("", "", "reveal", theme, picks=YEAR, do=("forward",))
    surface, boxes = grey(shot)

    def stripes(box: Box, *, left: bool) -> int:
        middle = box.rect.y + box.rect.h // 2
        start = box.rect.x + box.rect.w // (8 if left else 2)
        line = levels(surface, [(x, middle) for x in range(start, start + box.rect.w * 3 // 8)])
        return sum(abs(one - other) > 6 for one, other in zip(line, line[3:], strict=False))

    assert stripes(boxes["other circle"], left=False) > 10
    assert stripes(boxes["my circle"], left=True) < 4


@pytest.mark.parametrize("theme", THEMES)
def test_the_lit_road_is_broader_and_whole(theme: str) -> None:
    """Lit, a road covers ground that it leaves free otherwise, and next to none the other way round."""
    inked = []
    for number in (0, 1):
        shot = Shot("", "", "reveal", theme, picks=YEAR, do=(*("forward",) * 7, f"focus road {number}"))
        surface, boxes = grey(shot)
        road = boxes["road to independence"].rect
        paper = surface.get_at((road.x + 1, road.bottom - 2))[0]
        inked.append({point for point in within(road) if apart(surface.get_at(point)[0], paper) >= SIGN})
    lit, faint = inked
    assert len(lit - faint) > 1000
    assert len(lit - faint) > 10 * len(faint - lit)
