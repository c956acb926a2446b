"""The gallery: each picture as it was last looked at and found good, against what the window draws now.

Beside that, what can be measured in its pixels: that letters stand out from what they stand on, and that all of them
is there. `python -m tests.gallery` draws them anew, and `pytest tests/window/test_golden.py --accept` those that
differ. When one does, `build/gallery/` holds the old one, the new one, and where they differ, side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pygame
import pytest

from game.window.layout import Layout, Look
from tests.gallery.draw import FOLDER, beside, differs, file_of, fonts, keep, on_display, small, taken
from tests.gallery.measure import cut, faint
from tests.gallery.page import PAGE, page
from tests.gallery.sheets import SHEETS
from tests.gallery.shots import SHOTS
from tests.gallery.stage import Shot, laid_out, settings

DIFFERENT = FOLDER.parents[1] / "build" / "gallery"

MOST_DIFFERENT = 0.004
"""The share of pixels that may differ visibly: letters are drawn a little differently by other versions of FreeType."""


@pytest.fixture(scope="module", autouse=True)
def _display() -> Iterator[None]:
    """A screen that nobody sees."""
    with on_display():
        yield


class Seen(NamedTuple):
    """A shot, its layout, and how it looks."""

    shot: Shot
    layout: Layout
    surface: pygame.Surface


@pytest.fixture(scope="module", params=SHOTS, ids=lambda shot: shot.name)
def seen(request: pytest.FixtureRequest) -> Seen:
    """Every picture of a screen, drawn once for all that is asked of it."""
    return Seen(request.param, *taken(request.param))


def test_screens_look_as_they_did(seen: Seen, *, accept: bool) -> None:
    """Compared pixel by pixel, with room for letters."""
    hold(seen.shot.name, small(seen.surface), accept=accept)


def test_words_stand_out_from_what_they_stand_on(seen: Seen) -> None:
    """4.5:1, and 7:1 where contrast is high: each ink against the commonest colour around its words as painted."""
    assert not faint(seen.layout, seen.surface, seen.shot.theme, grey=seen.shot.grey)


def test_no_letter_is_cut(seen: Seen) -> None:
    """The ink of every letter lies in the window, and no word reaches from one page to the other."""
    assert not cut(seen.layout)


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1366, 768), (2560, 1440)])
def test_words_on_drawings_grow_with_the_text(size: tuple[int, int]) -> None:
    """At 200 % those of the circles are twice as large, those of the chart as large as lines leave them room."""
    for shot in (each for each in SHOTS if each.name in ("reveal-moment", "reveal-name", "compare")):
        usual, large = (_lettering(shot._replace(text=text, size=size)) for text in (100, 200))
        assert usual
        for box in usual.keys() - {"here"}:
            assert large[box] >= (1.94 if shot.name == "reveal-name" else 1.5) * usual[box], (shot.name, box)


def _lettering(shot: Shot) -> dict[str, int]:
    """Return the size of the letters in each box on a drawing."""
    layout = laid_out(shot, Look(shot.size, fonts(), settings(shot)))
    drawn = (box for box in layout.boxes if box.text and not box.scrolled and not box.gives)
    return {box.id: box.text[0].font.size for box in drawn}


@pytest.mark.parametrize("name", SHEETS)
def test_places_and_people_look_as_they_did(name: str, *, accept: bool) -> None:
    """Each place in four lights, each pose in four seasons."""
    _about, draw = SHEETS[name]
    hold(name, draw(), accept=accept)


def hold(name: str, new: pygame.Surface, *, accept: bool) -> None:
    """Hold a picture against the one that is kept."""
    file = file_of(name)
    old = pygame.image.load(file) if file.exists() else pygame.Surface((1, 1))
    share, difference = differs(old, new)
    if accept and share > 0:
        keep(new, name)
        return
    if share > MOST_DIFFERENT:
        DIFFERENT.mkdir(parents=True, exist_ok=True)
        pygame.image.save(beside(old, new, difference), DIFFERENT / f"{name}.png")
    assert share <= MOST_DIFFERENT, f"{share:.1%} of {name} differ: old, new and where, in build/gallery/{name}.png"


def test_a_difference_is_seen() -> None:
    """A line more is told from none, and a picture does not differ from itself, nor from itself as it is kept."""
    one = pygame.Surface((640, 360))
    other = one.copy()
    other.fill((255, 255, 255), (0, 0, 640, 4))
    assert differs(one, one)[0] == 0
    assert differs(one, other)[0] == pytest.approx(4 / 360)
    assert differs(one, pygame.Surface((640, 361)))[0] == 1


def test_the_page_shows_each_of_them(expect_text: Callable[..., None]) -> None:
    """And nothing else lies in the folder."""
    expect_text(PAGE, page())
    names = [*(shot.name for shot in SHOTS), *SHEETS]
    assert len(names) == len(set(names))
    assert {file.name for file in FOLDER.iterdir()} == {f"{name}.webp" for name in names}


def test_they_stay_small() -> None:
    """All pictures together weigh less than 4 MB."""
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < 4_000_000
