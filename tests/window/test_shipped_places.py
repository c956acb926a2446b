"""The places and poses that come with the game: every one is told, whole, and within what pygame draws."""

from __future__ import annotations

import io
import itertools
import re
from collections import Counter
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pygame
import pytest

from game.authoring.pictures import shipped_pictures
from game.settings import CHOICES
from game.shipped import ASSETS
from game.story.names import FIGURES, SEASONS, TIMES
from game.window.compose import View, compose, pose_file
from game.window.pictures import CANVAS, corner, covering
from game.window.spread import WIDE, spread
from tests.stage import look

SMALL = (160, 90)
MOST_BYTES = 80_000
"""What one drawing may weigh; the largest, `river`, has 77 kB and takes about as long to draw as `kitchen` with 38."""

DRAWN = {"svg", "defs", "g", "path", "rect", "circle", "ellipse", "linearGradient", "radialGradient", "stop"}
"""The elements that nanosvg draws; it skips all others without a word."""

SAID = {
    *("id", "d", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height", "viewBox"),
    *("transform", "gradientTransform", "gradientUnits", "offset", "stop-color", "stop-opacity", "opacity", "fill"),
    *("fill-rule", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-linecap", "stroke-linejoin"),
}
"""The attributes that nanosvg obeys, of those that a drawing needs."""

FLEETING = re.compile(
    rf"\b({'|'.join([*SEASONS, *TIMES])}|noon|rain\w*|snow\w*|sun\w*|moon\w*|stars?|leaves|blossoms?)\b"
)
"""Words that would be untrue in another season or at another hour."""

PLACES = sorted(file.stem for file in (ASSETS / "places").glob("*.svg"))
POSES = sorted(file.name for file in (ASSETS / "figures").glob("*.svg"))
TITLE = "title"
"""The one picture that knows one hour only, and has its two people drawn in."""

WINDOWS = [(800, 600), (1024, 768), (1280, 720), (1280, 1024), (1920, 1080), (900, 1400), (2560, 1080), (1100, 960)]

MENDING = [place for place in PLACES if place.endswith("_mending")]


def place_text(place: str) -> str:
    """Return the drawing of a place."""
    return (ASSETS / "places" / f"{place}.svg").read_text(encoding="utf-8")


def pose_text(file: str) -> str:
    """Return the drawing of a pose, by the name of its file."""
    return (ASSETS / "figures" / file).read_text(encoding="utf-8")


@cache
def drawn(place: str, season: str, time: str, pose: str = "apart") -> pygame.Surface:
    """Return a small picture, and whatever of the canvas it leaves bare as transparent."""
    file = pose_file(pose)
    figures = pose_text(file) if file else ""
    svg = compose(place_text(place), figures, View(place, season, time, pose))
    return pygame.image.load_sized_svg(io.BytesIO(svg.encode()), SMALL)


def seen(surface: pygame.Surface) -> bytes:
    """Return the pixels left of the page."""
    left = surface.subsurface((0, 0, round(SMALL[0] * WIDE), SMALL[1]))
    return pygame.image.tobytes(left, "RGB")


def test_each_place_is_drawn_and_told() -> None:
    """No drawing without words, no words without a drawing, and a point to keep in sight for each."""
    shipped = shipped_pictures()
    assert sorted(shipped.places) == PLACES
    points = [picture.focus or (0, 0) for picture in shipped.places.values()]
    assert all(0 < x < CANVAS[0] * WIDE and 0 < y < CANVAS[1] for x, y in points)


def test_the_guide_names_each_place() -> None:
    """Whoever writes a scene can look up what there is to show."""
    guide = (Path(__file__).parents[2] / "docs" / "scenes.md").read_text(encoding="utf-8")
    assert [place for place in PLACES if f"`{place}`" not in guide] == []


@pytest.mark.parametrize("place", PLACES)
def test_words_of_a_place_are_always_true(place: str) -> None:
    """One or two sentences that name no season, hour or weather."""
    words = shipped_pictures().places[place].alternative
    assert 60 < len(words) <= 300
    assert words.endswith(".")
    assert not FLEETING.findall(words.lower())


@pytest.mark.parametrize("file", POSES)
def test_each_pose_has_dress_for_each_season(file: str) -> None:
    """A coat in winter, a jacket in spring and in autumn, a shirt in summer: alike in the seasons between, else not."""
    worn = {season: compose(pose_text(file), "", View(season=season)) for season in SEASONS}
    assert worn["spring"] == worn["autumn"]
    assert len({*worn.values()}) == len(SEASONS) - 1


@pytest.mark.parametrize("text", [*map(place_text, PLACES), *map(pose_text, POSES)], ids=[*PLACES, *POSES])
def test_a_drawing_keeps_to_what_is_drawn(text: str) -> None:
    """Known elements and attributes, each name once, gradients in the picture's own measure, nothing from outside."""
    assert len(text.encode()) <= MOST_BYTES
    assert "CC BY-SA 4.0" in text
    root = ET.fromstring(text)  # noqa: S314  # our own file
    parts = [part for part in root.iter() if isinstance(part.tag, str)]
    assert {part.tag.rpartition("}")[2] for part in parts} <= DRAWN
    assert {name for part in parts for name in part.keys()} <= SAID  # noqa: SIM118  # an element, not a mapping
    names = Counter(part.get("id") for part in parts if part.get("id"))
    assert [name for name, count in names.items() if count > 1] == []
    assert set(re.findall(r"url\(#([^)]+)\)", text)) <= set(names)
    gradients = [part for part in parts if part.tag.endswith("Gradient")]
    assert all(part.get("gradientUnits") == "userSpaceOnUse" for part in gradients)


@pytest.mark.parametrize("place", PLACES)
def test_a_place_is_whole_at_every_hour(place: str) -> None:
    """In no season and at no time of day does a piece of the canvas stay bare."""
    for season, time in itertools.product(SEASONS, TIMES):
        surface = drawn(place, season, time)
        covered = pygame.mask.from_surface(surface, threshold=250).count()
        assert covered == SMALL[0] * SMALL[1], (season, time)


@pytest.mark.parametrize("place", [place for place in PLACES if place != TITLE])
def test_seasons_and_hours_show(place: str) -> None:
    """Each of the sixteen looks different, left of the page."""
    looks = {(season, time): seen(drawn(place, season, time)) for season, time in itertools.product(SEASONS, TIMES)}
    alike = [(one, other) for one, other in itertools.combinations(looks, 2) if looks[one] == looks[other]]
    assert not alike


@pytest.mark.parametrize("place", [place for place in PLACES if place != TITLE])
def test_the_two_stand_in_every_place(place: str) -> None:
    """Left of the page, and in each pose otherwise."""
    poses = [pose for pose in FIGURES if pose != "none"]
    assert len({seen(drawn(place, "spring", "day", pose)) for pose in poses}) == len(poses)


@pytest.mark.parametrize("place", [place for place in PLACES if place != TITLE])
@pytest.mark.parametrize("size", WINDOWS)
def test_the_two_are_seen_in_every_window(place: str, size: tuple[int, int]) -> None:
    """However far apart they stand, from the one's side to the other's, and their faces even in a low picture."""
    changed = pygame.mask.from_threshold(
        drawn(place, "spring", "day"), (0, 0, 0), (8, 8, 8, 255), drawn(place, "spring", "day", "none")
    )
    changed.invert()
    left, right, top = bounds(changed)
    focus = shipped_pictures().places[place].focus
    assert focus
    for picture in (parts.picture for text in CHOICES["text_size"] if (parts := spread(look(size, text))).seen.h > 1):
        whole = covering(CANVAS, picture[2:])
        x, y = corner(whole, picture[2:], focus)
        scale = whole[0] / SMALL[0]
        assert x <= left * scale
        assert right * scale <= x + picture.w
        assert y <= top * scale, picture


def bounds(mask: pygame.Mask) -> tuple[int, int, int]:
    """Return where a mask begins and ends across, and its top."""
    rects = mask.get_bounding_rects()
    whole = rects[0].unionall(rects[1:])
    return whole.left, whole.right, whole.top


@pytest.mark.parametrize("place", MENDING)
def test_a_kitchen_being_mended_is_the_same_kitchen(place: str) -> None:
    """But for the table, which lies on its back."""
    before, after = place_text(place.removesuffix("_mending")), place_text(place)
    table, beyond = '<g id="table">', '<g id="time-evening-air">'
    assert before.partition(table)[0] == after.partition(table)[0]
    assert before.partition(beyond)[2] == after.partition(beyond)[2]
    assert before != after
