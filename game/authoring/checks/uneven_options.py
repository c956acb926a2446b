"""Options of very different length: readers take the longest for the right one.

The longest may have half as many words again as the shortest; a difference of two words is never told.

Passes:

    title: Tea
    passages:
      start:
        - choose:
            black: {do: Take it black and say nothing.}
            white: {do: Pour some milk and say thanks.}

Fails:

    title: Tea
    passages:
      start:
        - choose:
            black: {do: Take it black.}
            white: {do: Pour some milk and ask how everybody slept.}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.authoring.checks.draft import Draft
from game.authoring.problems import Problem

_MOST: Final = 1.5
_SLACK: Final = 2


def uneven_options(draft: Draft) -> Iterator[Problem]:
    """Yield the choices whose longest option is over one and a half times the shortest."""
    for choice, labels in draft.labels:
        lengths = [len(label.words) for label in labels]
        if not lengths or len(lengths) < len(choice.options):
            continue  # the words of one could not be read
        longest, shortest = max(lengths), min(lengths)
        if longest > max(_MOST * shortest, shortest + _SLACK):
            yield draft.problem("options-uneven", choice.origin, longest=longest, shortest=shortest)
