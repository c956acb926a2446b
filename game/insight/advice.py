"""Advice: how wide a dead zone may be, so that every verdict keeps some room.

1. Room is at least 10 % for each dynamic and at most 45 % for in between, for a reader who picks evenly.
2. Of all dead zones that leave it, the widest is the one with the largest sum of me and we; of equals the evenest, then
   the one that is wider on me. Narrowing a dead zone that leaves room leaves room, too.
3. Conditions never read the verdict, so one distribution of the meters at the end serves all dead zones, as long as
   meters are told apart further out than the dead zone reaches.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from game.insight.dynamics import verdict
from game.insight.exact.chances import shared_out
from game.insight.exact.chart import chart
from game.insight.exact.fate import fate
from game.insight.exact.limits import Limits, StoppedError
from game.insight.exact.liveness import read
from game.story.model import Story
from game.story.names import DYNAMICS, ENDINGS, IN_BETWEEN

LEAST_EACH: Final = 0.10
MOST_BETWEEN: Final = 0.45

_NEAR: Final = 4
"""How far out meters are told apart at first; doubled as often as it takes."""


def advised_dead_zone(story: Story, limits: Limits | None = None) -> tuple[int, int] | None:
    """Return the widest dead zone (of me, of we) that leaves room for every verdict; None if there is none.

    A walk that a limit cut short advises nothing, either.
    """
    try:
        return _advised(story, limits or Limits())
    except StoppedError:
        return None


def _advised(story: Story, limits: Limits) -> tuple[int, int] | None:
    whole, far = chart(read(story), limits), _NEAR
    while whole.complete:
        ends = shared_out(whole, fate(whole, (far, far), limits), limits).ends
        fit = [(me, we) for me in range(far + 1) for we in range(far + 1) if _leaves_room(ends, (me, we))]
        if limits.passed() or not fit:
            return None
        if max(max(zone) for zone in fit) < far:
            return max(fit, key=lambda zone: (sum(zone), min(zone), zone))
        far *= 2
    return None


def _leaves_room(ends: Mapping[tuple[int, int], float], dead_zone: tuple[int, int]) -> bool:
    chances = dict.fromkeys(ENDINGS, 0.0)
    for (me, we), chance in ends.items():
        chances[verdict(me, we, dead_zone)] += chance
    return chances[IN_BETWEEN] <= MOST_BETWEEN and all(chances[dynamic] >= LEAST_EACH for dynamic in DYNAMICS)
