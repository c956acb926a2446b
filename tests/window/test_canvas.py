"""What a window shows is the same whether it was painted at once or piece by piece, and what stays is not touched."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import pygame
import pytest

from game.drawing.rect import Rect
from game.window.canvas import Canvas
from game.window.differs import MOST, apart, differing, painted
from game.window.layout import Box, Layout, Look
from game.window.motion import HEAD_START, PAGE, PICTURE, Fade, fades
from game.window.theme import THEMES
from tests.gallery.draw import fonts, on_display, painter
from tests.gallery.shots import SHOTS
from tests.gallery.stage import Shot, laid_out, settings

SIZE = (1280, 720)
PAGE_RECT = Rect(600, 0, 680, 720)


@pytest.fixture(scope="module", autouse=True)
def _display() -> Iterator[None]:
    """A screen that nobody sees."""
    with on_display():
        yield


def layout(shot: Shot) -> Layout:
    """Return the layout of a shot."""
    return laid_out(shot, Look(shot.size, fonts(), settings(shot), since=shot.since))


def alike(shot: Shot) -> tuple[str, tuple[int, int]]:
    """Return what one window keeps: its theme and its size."""
    return shot.theme, shot.size


GROUPS = [[*group] for _kind, group in groupby(sorted(SHOTS, key=alike), key=alike)]


def test_piece_by_piece_is_as_at_once() -> None:
    """From each screen of the gallery to the next one in the same window: not a pixel is another."""
    for group in GROUPS:
        canvas, window = Canvas(), pygame.Surface(group[0].size)
        for shot in group:
            new, whole = layout(shot), pygame.Surface(shot.size)
            painter(shot.theme).paint(whole, new)
            canvas.paint(window, painter(shot.theme), new)
            assert pygame.image.tobytes(canvas.surface, "RGB") == pygame.image.tobytes(whole, "RGB"), shot.name


def test_the_same_layout_needs_nothing() -> None:
    """Nor does one that only gives something else, or is called otherwise."""
    one = Layout(SIZE, (Box("page", "page", PAGE_RECT), Box("a", "note", Rect(700, 90, 50, 20), "A")), "a")
    assert differing(one, one) == ()
    assert differing(one, one._replace(boxes=(one.boxes[0], one.boxes[1]._replace(name="B")))) == ()
    assert differing(one, one._replace(focus="")) == (Rect(700, 90, 50, 20),)


def test_boxes_that_change_places_are_painted_anew() -> None:
    """What lay beneath may lie above now."""
    boxes = tuple(Box(name, "art", Rect(at, at, 50, 50), art="<path/>") for name, at in (("a", 10), ("b", 30)))
    assert differing(Layout(SIZE, boxes), Layout(SIZE, boxes[::-1])) == (Rect(10, 10, 70, 70),)


def test_a_scrolled_box_is_painted_where_its_page_scrolls() -> None:
    """And nowhere else."""
    view = Rect(600, 100, 680, 500)
    box = Box("a", "art", Rect(700, 80, 50, 50), scrolled=True)
    assert painted(box, view) == Rect(700, 100, 50, 30)
    assert not painted(box.moved(0, -60), view).some
    assert painted(box._replace(scrolled=False), view) == box.rect


def test_areas_are_few_and_do_not_meet() -> None:
    """Two that meet are one, and many are one."""
    assert apart([Rect(0, 0, 10, 10), Rect(5, 5, 10, 10), Rect(40, 0, 5, 5)]) == (
        Rect(0, 0, 15, 15),
        Rect(40, 0, 5, 5),
    )
    assert apart(Rect(20 * at, 0, 10, 10) for at in range(MOST + 1)) == (Rect(0, 0, 20 * MOST + 10, 10),)


def test_a_page_fades_fast_and_a_picture_slowly() -> None:
    """Each only as far as something is new in it."""
    both = [Rect(0, 0, 640, 720), Rect(700, 20, 60, 60)]
    assert [*fades(both, SIZE, PAGE_RECT, 0)] == [
        Fade(Rect(600, 0, 160, 720), 0, PAGE),
        Fade(Rect(0, 0, 600, 720), 0, PICTURE),
    ]
    assert [*fades(both[1:], SIZE, PAGE_RECT, 0)] == [Fade(Rect(700, 20, 60, 60), 0, PAGE)]


def test_a_fade_begins_on_its_way_and_ends() -> None:
    """So that a key is answered at once."""
    fade = Fade(Rect(0, 0, 1, 1), 5, PAGE)
    left = 1 - HEAD_START
    assert fade.opacity(5) == round(255 * left * left * (3 - 2 * left))
    assert fade.opacity(5 + PAGE) == 0


class TestShown:
    """What comes to the window."""

    def test_only_what_is_new_is_handed_on(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """All of it once, then what differs, then nothing."""
        handed: list[object] = []
        monkeypatch.setattr(pygame.display, "flip", lambda: handed.append("all"))
        monkeypatch.setattr(pygame.display, "update", handed.extend)
        window, canvas = pygame.Surface(SIZE), Canvas()
        one = Layout(SIZE, (Box("page", "page", PAGE_RECT), Box("a", "field", PAGE_RECT, caret=Rect(700, 90, 5, 20))))
        for new in (one, one._replace(boxes=one.boxes[:1]), one._replace(boxes=one.boxes[:1])):
            canvas.paint(window, painter("light"), new)
            canvas.show(window, 0)
        assert handed == ["all", PAGE_RECT]
        assert window.get_at((700, 90))[:3] == THEMES["light"].paper

    def test_what_was_there_fades(self) -> None:
        """Between the two at first, and then as it was painted."""
        window, canvas = pygame.Surface(SIZE), Canvas()
        page = Box("page", "page", PAGE_RECT)
        written = Box("a", "field", PAGE_RECT, caret=Rect(700, 90, 5, 20))
        canvas.paint(window, painter("light"), Layout(SIZE, (page, written)))
        canvas.show(window, 0)
        canvas.paint(window, painter("light"), Layout(SIZE, (page,)))
        canvas.fade(window, PAGE_RECT, 0)
        canvas.show(window, 0)
        theme = THEMES["light"]
        assert theme.ink[0] < window.get_at((702, 95))[0] < theme.paper[0]
        assert canvas.moving
        canvas.show(window, PAGE)
        assert window.get_at((702, 95))[:3] == theme.paper
        assert not canvas.moving
