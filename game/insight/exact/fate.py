"""Fate: for each node of a net, the meters beyond which everything that follows is decided.

1. Of two values of a meter above a node's upper bound, no later condition and no verdict can tell one from the other;
   the same holds below its lower bound. So all that lies beyond can be folded onto the bound.
2. Where a condition compares me with we, nothing is ever decided, and the bounds are those that can be reached.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from game.insight.exact.limits import Limits
from game.insight.exact.net import Net
from game.insight.exact.regions import thresholds
from game.story.conditions import Condition

_NEVER: Final = 1 << 40
_METERS: Final = ("me", "we")


@dataclass(frozen=True, slots=True)
class Bounds:
    """The lowest and highest me and we that have to be told apart."""

    me: tuple[int, int]
    we: tuple[int, int]


def fate(net: Net, margin: tuple[int, int], limits: Limits) -> list[Bounds]:
    """Return the bounds of every node, when at the end values beyond `margin` (of me, of we) are all alike.

    Raises `StoppedError` if a limit is passed.
    """
    ranges: dict[str, list[tuple[int, int]]] = {meter: [(_NEVER, -_NEVER)] * len(net.cases) for meter in _METERS}
    for circle in limits.each(reversed(net.order)):
        for meter, far in zip(_METERS, margin, strict=True):
            spans = [_span(net, ranges[meter], node, meter, far) for node in circle]
            joined = (min(span[0] for span in spans), max(span[1] for span in spans))
            for node in circle:
                ranges[meter][node] = joined
    return [Bounds(me, we) for me, we in zip(ranges["me"], ranges["we"], strict=True)]


def _span(net: Net, known: list[tuple[int, int]], node: int, meter: str, far: int) -> tuple[int, int]:
    low, high = 0, 0
    for case in net.cases[node]:
        spans = [_told_apart(case.when, meter)]
        if case.ends:
            spans.append((-far - 1, far + 1))
        for move in case.moves:
            change = getattr(move, meter)
            for least, most in (known[move.to], _told_apart(move.when, meter)):
                if least <= most:
                    spans.append((least - change, most - change))
        for least, most in spans:
            low, high = min(low, least), max(high, most)
    return low, high


@lru_cache(maxsize=4096)
def _told_apart(when: Condition | None, meter: str) -> tuple[int, int]:
    """Return the values beyond which a condition cannot tell a meter's values apart."""
    if when is None:
        return (0, 0)
    try:
        bounds = [bound for name, bound in thresholds(when) if name == meter]
    except ValueError:
        return (-_NEVER, _NEVER)
    return (min(bounds, default=0) - 1, max(bounds, default=0) + 1)
