"""A choice of one option, or of more than five.

Passes:

    title: Tea
    passages:
      start:
        - choose:
            black: {do: Take it black.}
            white: {do: Pour some milk.}

Fails:

    title: Tea
    passages:
      start:
        - choose:
            black: {do: Take it black.}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.authoring.checks.draft import Draft
from game.authoring.problems import Problem

_MOST: Final = 5
_FEWEST: Final = 2


def number_of_options(draft: Draft) -> Iterator[Problem]:
    """Yield the choices with fewer than two options or more than five."""
    for choice in draft.notes.choices:
        count = len(choice.options)
        if count < _FEWEST:
            yield draft.problem("lone-option", choice.origin)
        elif count > _MOST:
            yield draft.problem("many-options", choice.origin, count=count)
