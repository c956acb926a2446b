"""A frame: how weights over the me/we plane are kept at the nodes of a net, and what can be done with them there.

1. Whoever walks over a net does not ask how: rows of whole numbers hold any story (`row_frames`), arrays are faster
   where a story is long, and take numpy (`sheet_frames`).
2. Weights are never changed; they may be shared, are false where there are none, and mean something beside their node.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Generic, NamedTuple, Protocol, TypeVar

from game.story.conditions import Condition

Weights = TypeVar("Weights")

Way = tuple[int, int, Condition | None]
"""How the meters change on a move (me, we), and what has to hold of them afterwards."""


class Coming(NamedTuple, Generic[Weights]):
    """What comes by one way: the sum of what goes out from `sources`."""

    way: Way
    sources: Sequence[int]
    weights: Weights


class Frame(Protocol[Weights]):
    """How weights are kept. Those at the nodes of a circle are kept alike."""

    @property
    def none(self) -> Weights:
        """No weights."""

    def grain(self, node: int) -> int:
        """Return what a sum has to be made for, to be of use at this node."""

    def point(self, node: int, me: int, we: int, weight: float) -> Weights:
        """Return a weight of one point, as it comes to a node."""

    def times(self, node: int, weights: Weights, factor: float, grain: int) -> Weights:
        """Return weights of a node multiplied by a factor."""

    def summed(self, sources: Sequence[int], weights: Sequence[Weights], grain: int) -> Weights:
        """Return the sum of what goes out from several nodes; each of the `weights` was made for that `grain`."""

    def gathered(self, node: int, begun: Sequence[Weights], coming: Sequence[Coming[Weights]]) -> Weights:
        """Return the sum of all that begins at a node or comes there, with what need not be told apart folded."""

    def within(self, node: int, weights: Weights, when: Condition | None, change: tuple[int, int] = (0, 0)) -> Weights:
        """Return the part of a node's weights where `when` holds of the meters after a `change` of me and we."""

    def total(self, node: int, weights: Weights) -> float:
        """Return the sum of all weights of a node."""

    def cells(self, node: int, weights: Weights) -> Iterator[tuple[tuple[int, int], int]]:
        """Yield each point (me, we) of a node that has a weight, and its weight."""
