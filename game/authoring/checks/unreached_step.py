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

from game.authoring.build.graph import Origin
from game.authoring.checks.draft import Draft
from game.authoring.nodes import Fields, Listing, Raw
from game.authoring.problems import Problem


def unreached_step(draft: Draft) -> Iterator[Problem]:
    """Yield the first step in each list of steps that comes after a way out."""
    for file, steps in draft.notes.runs:
        last = next((at for at, step in enumerate(steps.raw[:-1]) if _leaves(step)), None)
        if last is not None:
            yield draft.problem("step-unreached", Origin(file, steps.items[last + 1]))


def _leaves(step: Raw | None) -> bool:
    """Tell whether a step, or the last of a list of steps, always leads away."""
    if isinstance(step, Listing):
        return bool(step.raw) and _leaves(step.raw[-1])
    if not isinstance(step, Fields):
        return False
    if "go" in step:
        return True
    return _leaves(step.raw.get("then")) and _leaves(step.raw.get("else"))
