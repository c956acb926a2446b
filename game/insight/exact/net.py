"""A net: nodes with cases and moves, over which playthroughs are counted or shared out.

A chart is one; for counting where options can be repeated, its spots are gathered into nodes first (`gathering`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from game.insight.exact.chart import Case, Root


class Net(Protocol):
    """What counting needs to know."""

    @property
    def cases(self) -> Sequence[tuple[Case, ...]]:
        """The cases of each node."""

    @property
    def roots(self) -> Sequence[Root]:
        """Where to begin."""

    @property
    def complete(self) -> bool:
        """Whether no limit cut it short."""

    @property
    def order(self) -> Sequence[tuple[int, ...]]:
        """The circles of nodes and the nodes outside of circles, each before all that it leads to."""
