"""A step below one that always leads away: nobody ever comes there.

Passes:

    title: Tea
    passages:
      kettle:
        - You pour.
        - go: end

Fails:

    title: Tea
    passages:
      kettle:
        - go: end
        - You pour.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from game.authoring.build.graph import Origin
from game.authoring.checks.draft import Draft
from game.authoring.nodes import Fields, Listing, Node
from game.authoring.problems import Problem


def unreached_step(draft: Draft) -> Iterator[Problem]:
    """Yield the first step in each list of steps that comes after a way out."""
    for file, steps in draft.notes.runs:
        lost = next((step for before, step in pairwise(steps.items) if _leaves(before)), None)
        if lost is not None:
            yield draft.problem("step-unreached", Origin(file, lost))


def _leaves(node: Node | None) -> bool:
    """Tell whether a step, or the last of a list of steps, always leads away."""
    if isinstance(node, Listing):
        return bool(node.items) and _leaves(node.items[-1])
    if not isinstance(node, Fields):
        return False
    if node.get("go"):
        return True
    return _leaves(node.get("then")) and _leaves(node.get("else"))
