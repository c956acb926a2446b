"""The advised dead zone is the widest that leaves every verdict its room."""

from __future__ import annotations

from fractions import Fraction

import pytest

from game.insight.advice import LEAST_EACH, MOST_BETWEEN, advised_dead_zone
from game.insight.dynamics import verdict
from game.insight.exact.limits import Limits
from game.story.model import Choose, Enter, Option, Story
from game.story.names import DYNAMICS, ENDINGS, IN_BETWEEN
from tests.insight.stopping import all_or_nothing
from tests.insight.test_census import merged
from tests.stories import Draft, long_story, words


def one_choice(*points: tuple[int, int]) -> Story:
    """Return a story of one choice, with an option for each of these points of me and we."""
    draft = Draft()
    ids = tuple(f"scene.option_{number}" for number in range(len(points)))
    for id_, (me, we) in zip(ids, points, strict=True):
        draft.options[id_] = Option(id_, words(id_), spoken=False, target=0, shows="decide_solo", me=me, we=we)
    choose = draft.add(Choose("scene", ids, fixed_order=False, next=0))
    draft.scene("scene", [("scene.all", draft.add(Enter("scene.all", choose)))], 0)
    return draft.story()


def test_the_advised_dead_zone_is_the_widest_that_leaves_room() -> None:
    """It is the one that trying all finds, on stories whose chances are known state by state."""
    for points in (4, 6, 8):
        story = long_story(points, 0)
        ends = {meters: chance for meters, (_, chance) in merged(story, 0).items()}
        zones = [(me, we) for me in range(points) for we in range(points) if leaves_room(ends, (me, we))]
        widest = max(zones, key=lambda zone: (sum(zone), min(zone), zone), default=None)
        assert advised_dead_zone(story) == widest


def leaves_room(ends: dict[tuple[int, int], Fraction], zone: tuple[int, int]) -> bool:
    """Tell whether a dead zone leaves each verdict its room."""
    shares = dict.fromkeys(ENDINGS, Fraction(0))
    for meters, chance in ends.items():
        shares[verdict(*meters, zone)] += chance
    return shares[IN_BETWEEN] <= MOST_BETWEEN and all(shares[name] >= LEAST_EACH for name in DYNAMICS)


@pytest.mark.parametrize("far", [3, 4, 5, 9, 20])
def test_a_dead_zone_may_be_as_wide_as_the_meters_go(far: int) -> None:
    """With an option for each dynamic, however far out, all lie outside of any zone that is narrower by one."""
    corners = one_choice((far, far), (far, -far), (-far, -far), (-far, far))
    assert advised_dead_zone(corners) == (far - 1, far - 1)


@pytest.mark.parametrize(
    ("points", "zone"),
    [
        (((5, 2), (5, -2), (-5, -2), (-5, 2)), (4, 1)),
        (((2, 2), (2, -2), (-2, -2)), None),
        (((2, 2), (2, -2), (-2, -2), (-2, 2), *((0, 0),) * 3), (1, 1)),
        (((2, 2), (2, -2), (-2, -2), (-2, 2), *((0, 0),) * 4), None),
        (((2, 2), (2, -2), (-2, -2), *((-2, 2),) * 7), (1, 1)),
        (((2, 2), (2, -2), (-2, -2), *((-2, 2),) * 8), None),
    ],
)
def test_the_room_of_each_verdict(points: tuple[tuple[int, int], ...], zone: tuple[int, int] | None) -> None:
    """One reader in ten for each dynamic, and not half of them in between; a dynamic that is missing has no room."""
    assert advised_dead_zone(one_choice(*points)) == zone


def test_past_a_limit_nothing_is_advised() -> None:
    """Neither where the walk is too large nor wherever the time is over."""
    story = one_choice((5, 5), (5, -5), (-5, -5), (-5, 5))
    assert advised_dead_zone(story, Limits(states=1)) is None
    assert all_or_nothing(lambda limits: advised_dead_zone(story, limits), (4, 4), None) > 10
