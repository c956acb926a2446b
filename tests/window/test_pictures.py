"""Pictures: composed as text, made beside everything else, bounded in memory, and never a traceback."""

from __future__ import annotations

import io
import struct
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.authoring.packs.pack import Packed
from game.host import Picture
from game.shipped import ASSETS
from game.story.names import FIGURES, SEASONS, TIMES
from game.window.compose import View, compose, inside, pose_file
from game.window.gate import MOST_BYTES, gate
from game.window.pictures import Pictures, covering, cut
from tests import zips

GROUND = (200, 190, 170)
PLACE = (
    '<svg viewBox="0 0 1600 900"><g id="wall"><rect/></g><g id="season-winter"><g><snow/></g></g>'
    '<g id="season-autumn.winter-2"><coat/></g><g id="time-evening.night"><lamp/></g><g id="time-day"><sun/></g>'
    '<g id="figures" transform="translate(1 2)"></g><g id="table"><g id="time-night-steam"><steam/></g></g></svg>'
)
POSE = '<?xml version="1.0"?>\n<svg viewBox="-400 -520 800 560"><g id="you"><coat/></g></svg>\n'


class TestCompose:
    """What stays of a drawing."""

    def test_groups_stay_that_fit(self) -> None:
        """By season and time, any of several; what follows a second hyphen is for uniqueness."""
        svg = compose(PLACE, "", View("x", "winter", "night"))
        assert [mark for mark in ("snow", "coat", "lamp", "sun", "steam") if f"<{mark}/>" in svg] == [
            "snow",
            "coat",
            "lamp",
            "steam",
        ]

    def test_what_a_story_does_not_say_is_usual(self) -> None:
        """A summer's day."""
        svg = compose(PLACE, "", View("x"))
        assert "<sun/>" in svg
        assert "<snow/>" not in svg

    def test_the_pose_goes_into_its_group(self) -> None:
        """Only what is inside its own tags."""
        svg = compose(PLACE, POSE, View("x"))
        assert '<g id="figures" transform="translate(1 2)"><g id="you"><coat/></g></g>' in svg
        assert svg.count("<svg") == svg.count("</svg>") == 1

    def test_the_two_are_dressed_for_the_season(self) -> None:
        """Outside as the season asks, indoors as in a milder one, and in summer the same."""
        pose = (
            '<svg><g id="person"><g id="season-winter-1"><coat/></g><g id="season-spring.autumn-2"><jacket/></g>'
            '<g id="season-summer-3"><shirt/></g><hand/></g></svg>'
        )
        worn = {}
        for season in SEASONS:
            for where in ("figures", "figures-indoors"):
                svg = compose(f'<svg><g id="{where}"></g></svg>', pose, View("x", season))
                assert "<hand/>" in svg
                worn[season, where] = [each for each in ("coat", "jacket", "shirt") if f"<{each}/>" in svg]
        assert worn == {
            ("spring", "figures"): ["jacket"],
            ("spring", "figures-indoors"): ["shirt"],
            ("summer", "figures"): ["shirt"],
            ("summer", "figures-indoors"): ["shirt"],
            ("autumn", "figures"): ["jacket"],
            ("autumn", "figures-indoors"): ["shirt"],
            ("winter", "figures"): ["coat"],
            ("winter", "figures-indoors"): ["jacket"],
        }

    def test_groups_are_balanced_in_every_shipped_place(self) -> None:
        """At each season and time."""
        for place in (ASSETS / "places").glob("*.svg"):
            text = place.read_text(encoding="utf-8")
            for season in SEASONS:
                for day in TIMES:
                    svg = compose(text, POSE, View(place.stem, season, day))
                    assert svg.count("<g") - svg.count("<g/") == svg.count("</g>"), place
                    assert svg.startswith("<svg")
                    assert svg.rstrip().endswith("</svg>")

    def test_each_pose_is_drawn(self) -> None:
        """Every pose that a story can name has a file, and "none" has none."""
        files = {pose: pose_file(pose) for pose in FIGURES}
        assert files.pop("none") is None
        assert all(name and inside((ASSETS / "figures" / name).read_text(encoding="utf-8")) for name in files.values())


SUM = bytes(4)
"""Stands for the checksum of a chunk."""


def png(width: int, height: int) -> bytes:
    """Return the beginning of a PNG."""
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height) + b"\x08\x06\x00\x00\x00" + SUM


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x89PNG\r\n\x1a\n",
        b"GIF89a" + bytes(100),
        png(0, 10),
        png(10, 0),
        png(100_000, 100_000),
        png(2**32 - 1, 2**32 - 1),
        b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 99, b"IHDR", 10, 10),
        b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IDAT", 10, 10),
        png(10, 10) + bytes(MOST_BYTES),
        png(10, 10)[:-1],
        png(10, 10) + struct.pack(">I4s", 0x7FFFFFFF, b"iCCP") + bytes(60),
        png(10, 10) + struct.pack(">I4s", 9, b"IDAT") + bytes(9),
    ],
)
def test_the_gate_holds(data: bytes) -> None:
    """Whatever is no PNG of a bounded size stays outside."""
    with pytest.raises(ValueError, match="picture"):
        gate(io.BytesIO(data))


def test_the_gate_opens() -> None:
    """A screen of 3840 by 2160 comes through unchanged."""
    assert gate(io.BytesIO(png(3840, 2160))) == png(3840, 2160)


@pytest.fixture
def display(monkeypatch: pytest.MonkeyPatch) -> Iterator[pygame.Surface]:
    """A screen that nobody sees."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    pygame.display.init()
    yield pygame.display.set_mode((320, 180))
    pygame.quit()


VIEW = View("kitchen", "spring", "evening", "facing")


@pytest.mark.usefixtures("display")
class TestPictures:
    """What is on hand."""

    def test_ready_never_works(self) -> None:
        """It has what was prepared, for that size alone."""
        pictures = Pictures({}, GROUND)
        assert pictures.ready(VIEW, (320, 180)) is None
        made = pictures.prepare(VIEW, (320, 180))
        assert pictures.ready(VIEW, (320, 180)) is made
        assert pictures.ready(VIEW, (321, 180)) is None

    def test_wanted_pictures_are_made_beside(self) -> None:
        """One after the other, in the order of asking, until nothing is left."""
        pictures = Pictures({}, GROUND)
        views = (VIEW, VIEW.but("figures", "apart"))
        pictures.want(views, (160, 90))
        until = time.monotonic() + 10
        while pictures.work() and time.monotonic() < until:
            time.sleep(0.005)
        assert all(pictures.ready(view, (160, 90)) for view in views)
        assert not pictures.work()

    def test_memory_is_bounded(self) -> None:
        """The oldest goes first; the one just used stays."""
        budget = 4 * 160 * 90 * 4
        pictures = Pictures({}, GROUND, budget)
        for pose in FIGURES:
            pictures.prepare(VIEW, (160, 90))
            pictures.prepare(VIEW.but("figures", pose), (160, 90))
            assert pictures.held <= budget
        assert pictures.ready(VIEW, (160, 90))

    @pytest.mark.parametrize("size", [(1, 1), (160, 90), (90, 160), (200, 90)])
    def test_a_picture_has_the_size_that_was_asked_for(self, size: tuple[int, int]) -> None:
        """Whatever its shape."""
        assert Pictures({}, GROUND).prepare(VIEW, size).get_size() == size

    def test_a_missing_picture_is_plain_and_said(self, tmp_path: Path) -> None:
        """One shipped, one of a story's own, one that is no picture."""
        broken = tmp_path / "broken.png"
        broken.write_bytes(png(10, 10) + b"rubbish")
        own = {"gone": Picture("", tmp_path / "gone.png"), "broken": Picture("", broken)}
        pictures = Pictures(own, GROUND)
        for place in ("nowhere", "gone", "broken"):
            assert pictures.prepare(View(place), (20, 10)).get_at((5, 5))[:3] == GROUND
            assert place in (pictures.trouble or "")

    def test_a_story_brings_its_own(self, tmp_path: Path) -> None:
        """A PNG covers the size, whatever its own."""
        surface = pygame.Surface((30, 30))
        surface.fill((1, 200, 3))
        pygame.image.save(surface, tmp_path / "own.png")
        pictures = Pictures({"own": Picture("", tmp_path / "own.png")}, GROUND)
        assert pictures.prepare(View("own"), (64, 36)).get_at((63, 35))[:3] == (1, 200, 3)
        assert pictures.trouble is None

    def test_its_own_focus_holds(self, tmp_path: Path) -> None:
        """A picture that is cut shows the point that its story names."""
        surface = pygame.Surface((160, 90))
        surface.fill((1, 200, 3), (150, 0, 10, 90))
        pygame.image.save(surface, tmp_path / "own.png")
        pictures = Pictures({"own": Picture("", tmp_path / "own.png", (1600, 450))}, GROUND)
        assert pictures.prepare(View("own"), (20, 90)).get_at((19, 45))[:3] == (1, 200, 3)

    def test_a_pack_brings_its_own(self, tmp_path: Path) -> None:
        """A picture comes out of the archive; one whose bytes are not what was declared is plain, and said."""
        surface = pygame.Surface((30, 30))
        surface.fill((1, 200, 3))
        pygame.image.save(surface, tmp_path / "own.png")
        data = (tmp_path / "own.png").read_bytes()
        pack = zipfile.ZipFile(
            io.BytesIO(zips.archive(zips.Entry("own.png", data), zips.Entry("bad.png", data, crc=1)))
        )
        own = {name: Picture("", Packed(pack, pack.getinfo(f"{name}.png"))) for name in ("own", "bad")}
        pictures = Pictures(own, GROUND)
        assert pictures.prepare(View("own"), (64, 36)).get_at((63, 35))[:3] == (1, 200, 3)
        assert pictures.trouble is None
        assert pictures.prepare(View("bad"), (64, 36)).get_at((63, 35))[:3] == GROUND
        assert "bad" in (pictures.trouble or "")

    def test_no_place_is_an_empty_ground(self) -> None:
        """And no trouble."""
        pictures = Pictures({}, GROUND)
        assert pictures.prepare(View(), (4, 4)).get_at((0, 0))[:3] == GROUND
        assert pictures.trouble is None


def test_cutting_covers_and_keeps_the_focus() -> None:
    """A wide picture in an upright room shows what lies at the focus."""
    wide = pygame.Surface((160, 90))
    wide.fill((9, 9, 9), (36, 0, 14, 90))
    assert covering((160, 90), (90, 160))[1] == 160
    assert cut(wide, (30, 90)).get_at((15, 50))[:3] == (9, 9, 9)
    assert cut(wide, (30, 90), (1590, 450)).get_at((15, 50))[:3] == (0, 0, 0)
