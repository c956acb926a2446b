"""The verdict: which dynamic two meters name.

1. ME is one's own footing, WE is what one puts into the two of them; both are plain sums from 0.
2. Above the story's dead zone a meter is up, under minus it down, else neither. Both up or down name a dynamic.
3. Close to either axis lies in between: no label is forced.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from game.story.names import IN_BETWEEN

SIGNS: Final[Mapping[str, tuple[int, int]]] = {
    "interdependence": (1, 1),
    "independence": (1, -1),
    "dependence": (-1, -1),
    "codependence": (-1, 1),
}
"""Which way each dynamic moves me and we."""


def verdict(me: int, we: int, dead_zone: tuple[int, int]) -> str:
    """Return the dynamic that the meters name, or in between."""
    way = (_way(me, dead_zone[0]), _way(we, dead_zone[1]))
    return next((dynamic for dynamic, signs in SIGNS.items() if signs == way), IN_BETWEEN)


def _way(meter: int, dead: int) -> int:
    return (meter > dead) - (meter < -dead)
