"""The plane: the path lies where the meters say, and the words say where that is."""

from __future__ import annotations

from itertools import pairwise
from math import dist, hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.drawing import circles
from game.drawing.plane import LEAST, REACH, described, flowing, part, parted, plane, where
from game.drawing.rect import Rect
from game.story.names import DYNAMICS
from game.window import plates
from game.window.branches import Branch
from game.window.chart import Chart, Shown
from game.window.layout import Box
from game.window.letters import Letters
from tests.stage import LETTERS as MEASURE

LETTERS = Letters(MEASURE)

ROOM = Rect(10, 20, 600, 700)
MOVES = st.lists(st.tuples(st.sampled_from((-2, -1, 1, 2)), st.sampled_from((-2, -1, 1, 2))), max_size=30)


def walked(moves: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return the path of some moves."""
    path = [(0, 0)]
    for me, we in moves:
        path.append((path[-1][0] + me, path[-1][1] + we))
    return tuple(path)


@given(MOVES)
def test_a_path_ends_where_the_meters_say(moves: list[tuple[int, int]]) -> None:
    """Me to the right and we upwards, in one unit, within reach; it begins in the middle."""
    path = walked(moves)
    shown = plane(ROOM, path, (1, 0))
    middle = ROOM.x + ROOM.w / 2, ROOM.y + ROOM.h / 2
    assert shown.at(path[0]) == middle
    x, y = shown.at(path[-1])
    assert ((x - middle[0]) / shown.unit, (middle[1] - y) / shown.unit) == pytest.approx(path[-1])
    assert all(dist(middle, (at, middle[1])) <= REACH * 300 + 1e-6 for at, _ in map(shown.at, path))


@given(MOVES)
def test_the_line_goes_through_every_point(moves: list[tuple[int, int]]) -> None:
    """In order, and each way begins where the one before ended."""
    points = [plane(ROOM, walked(moves), (0, 0)).at(point) for point in walked(moves)]
    ways = flowing(points)
    assert len(ways) == len(points) - 1
    for way, start, end in zip(ways, points, points[1:], strict=False):
        assert way[0] == pytest.approx(start)
        assert way[-1] == pytest.approx(end)


def test_part_of_a_line() -> None:
    """By length, from nothing to all of it."""
    line = ((0.0, 0.0), (10.0, 0.0), (10.0, 30.0))
    assert part(line, 0)[-1] == (0, 0)
    assert part(line, 0.5)[-1] == (10, 10)
    assert part(line, 1) == line


def test_a_short_path_stays_small() -> None:
    """One answer does not fill the plane."""
    assert plane(ROOM, ((0, 0), (1, 1)), (0, 0)).unit == pytest.approx(300 * REACH / LEAST)


def test_where_is_told_by_the_dead_zone() -> None:
    """A meter within it is in the middle, one point beyond it is not."""
    assert where((1, -2), (1, 1)) == "low on we and in the middle on me"
    assert where((2, 2), (1, 1)) == "high on we and high on me"
    assert where((0, 1), (1, 1)) == "in the middle, on me and on we"


def test_corners_on_the_way_are_told() -> None:
    """Each once, and not the one that it ends in."""
    told = described(((0, 0), (2, -2), (1, 1), (-2, 2)), (0, 0))
    assert "low on me" in told
    assert "Independence and Interdependence" in told


@given(st.floats(-1, 1), st.floats(-1, 1))
def test_circles_overlap_as_the_two_did(me: float, we: float) -> None:
    """More we is never further apart, more me never smaller, both stand on one line and in their room."""
    two = circles.pair(ROOM, me, we)
    assert two.mine[1] + two.my_radius == pytest.approx(two.other[1] + two.other_radius)
    for x, y in two.points:
        assert ROOM.x - 1 <= x <= ROOM.right + 1
        assert ROOM.y - 1 <= y <= ROOM.bottom + 1
    nearer = circles.pair(ROOM, me, min(1, we + 0.1))
    assert _gap(nearer) <= _gap(two) + 1e-9
    larger = circles.pair(ROOM, min(1, me + 0.1), we)
    assert larger.my_radius / larger.other_radius >= two.my_radius / two.other_radius - 1e-9


def _gap(two: circles.Pair) -> float:
    apart = hypot(two.mine[0] - two.other[0], two.mine[1] - two.other[1])
    return (apart - two.my_radius) / two.other_radius


def test_shares_are_of_all_that_moved() -> None:
    """Up two and down one is a third of three."""
    assert circles.shares(((0, 0), (2, -1), (1, -3))) == pytest.approx((1 / 3, -1))
    assert circles.shares(((0, 0),)) == (0, 0)


PATH = ((0, 0), (2, -1), (1, -3), (3, -2), (4, -4))


BASES = (24, 43, 64)
"""Sizes of prose: usual, and at 200 % in a window of 720 and of 1080 lines."""


def charted(
    shown: Shown, path: tuple[tuple[int, int], ...] = PATH, room: Rect = ROOM, base: int = BASES[0]
) -> tuple[Box, ...]:
    """Return a chart's boxes."""
    return Chart(LETTERS, base, room, path, (1, 0)).boxes(shown, "told")


class TestChart:
    """What is drawn, and where."""

    def test_the_ring_is_around_the_moment(self) -> None:
        """Its middle is the point of that answer."""
        ring = next(box for box in charted(Shown(1, 3, told=(1,), ringed=3, name="At dinner")) if box.id == "ring")
        x, y = plane(ROOM, PATH, (1, 0)).at(PATH[3])
        assert abs(ring.rect.x + ring.rect.w / 2 - x) < 3
        assert abs(ring.rect.y + ring.rect.h / 2 - y) < 3

    def test_nothing_is_ringed_while_it_is_drawn(self) -> None:
        """The ring comes when the ink has arrived."""
        boxes = charted(Shown(1, 3, share=0.4, ringed=3, name="At dinner"))
        assert not [box for box in boxes if box.id == "ring"]
        assert [box for box in boxes if box.id == "growing"]

    @pytest.mark.parametrize("base", BASES)
    @pytest.mark.parametrize("room", [ROOM, Rect(0, 0, 300, 300), Rect(3, 5, 416, 600), Rect(0, 0, 1996, 2160)])
    def test_words_never_lie_on_words(self, room: Rect, base: int) -> None:
        """At any size, for a moment at any point; everything lies in the room, and only a hyphen breaks a word."""
        for number in range(1, len(PATH)):
            boxes = charted(Shown(0, number, ringed=number, name="On the night of the letter"), room=room, base=base)
            words = [box for box in boxes if box.role == "note"]
            assert all(box.rect.within(room) for box in boxes), room
            assert not [(a.id, b.id) for a in words for b in words if a.id < b.id and a.rect.meets(b.rect)]
            for box in words:
                assert " ".join(piece.words for piece in box.text).replace("- ", "").lower() == box.name.lower()

    def test_corners_stay_alike_where_words_are_large(self) -> None:
        """As far from the middle as each other, their drawings apart from all words."""
        chart = Chart(LETTERS, BASES[1], Rect(0, 0, 486, 720), PATH, (1, 0))
        emblems = chart.words.emblems
        far = [abs(each.y + each.h / 2 - 360 + chart.sheet.px(14)) for each in emblems]
        assert max(far) - min(far) <= 1
        assert not [box.id for box in chart.words.boxes for each in emblems if box.rect.meets(each)]

    def test_corners_are_drawn_alike(self) -> None:
        """Each has its name, in the same size and ink."""
        names = [box for box in charted(Shown()) if box.id.startswith("corner")]
        assert [box.id for box in names] == [f"corner {dynamic}" for dynamic in DYNAMICS]
        assert len({(piece.font, piece.ink) for box in names for piece in box.text}) == 1

    def test_a_run_without_scored_answers_is_empty(self) -> None:
        """Only the sheet."""
        assert not [box for box in charted(Shown(), ((0, 0),)) if box.id in ("path", "growing", "ring", "end")]


def test_motion_begins_and_ends_softly() -> None:
    """And never leaves nothing and all."""
    assert plates.share(-1, 2) == 0
    assert plates.share(9, 2) == 1
    assert plates.share(0.1, 1) < 0.1


def test_a_way_there_and_back_is_two_lines() -> None:
    """They part in the middle, by as much on either side, and meet at their ends; other ways stay as they were."""
    ways = flowing([(0.0, 0.0), (60.0, 0.0), (60.0, 80.0), (60.0, 0.0)])
    first, there, back = parted(ways, 6)
    assert first == ways[0]
    assert (there[0], there[-1], back[-1]) == (ways[1][0], ways[1][-1], ways[2][-1])
    between = [dist(one, other) for one, other in zip(there, reversed(back), strict=True)]
    assert max(between) > 10
    assert between[0] < 1
    assert between[-1] < 1


@given(MOVES)
def test_parting_keeps_every_point_of_the_path(moves: list[tuple[int, int]]) -> None:
    """Dots lie on their line, wherever it turns."""
    points = [plane(ROOM, walked(moves), (1, 1)).at(point) for point in walked(moves)]
    ways = parted(flowing(points), 6)
    for way, (one, other) in zip(ways, pairwise(points), strict=True):
        assert dist(way[0], one) < 0.01
        assert dist(way[-1], other) < 0.01


def test_the_end_is_marked_above_everything() -> None:
    """Above a road that is lit, too."""
    chart = Chart(
        LETTERS, 20, ROOM, ((0, 0), (2, 1), (1, 3)), (1, 1), roads=(Branch("dependence", ((0, 0), (-2, -3))),)
    )
    drawn = [box.id for box in chart.boxes(Shown(2, 2, ended=True, lit=0), "")]
    assert drawn.index("end") > drawn.index("road to dependence")


def test_a_gate_at_the_end_and_the_mark_of_the_end_are_both_seen() -> None:
    """The mark lies where the path ends, and the gate stands across the way there."""
    chart = Chart(LETTERS, 20, ROOM, ((0, 0), (2, 1), (1, 3)), (1, 1))
    boxes = {box.id: box.rect for box in chart.boxes(Shown(gate=2, name="settled here", ended=True), "")}
    alone = {box.id: box.rect for box in chart.boxes(Shown(gate=2, name="settled here"), "")}
    marked = {box.id: box.rect for box in chart.boxes(Shown(ended=True), "")}
    assert boxes["end"] == marked["end"]
    assert boxes["gate"] != alone["gate"]
