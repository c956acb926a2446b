"""The shape of an explanation."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Why:
    """What a kind of problem means, and why it is one, in one to three sentences for authors.

    `wrong` are lines of the story under `tests/broken/` that shows the problem, and `right` what mends it in their
    place, both without the indentation that they share; empty where a few lines cannot show it.
    """

    why: str
    wrong: str = ""
    right: str = ""
