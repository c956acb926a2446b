"""Two options of a choice with the same words: no reader could tell them apart.

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
            white: {do: Take it black.}
"""

from __future__ import annotations

from collections.abc import Iterator

from game.authoring.build.graph import Origin
from game.authoring.checks.draft import Draft
from game.authoring.problems import Problem


def same_words(draft: Draft) -> Iterator[Problem]:
    """Yield the options whose words another option of the same choice has already."""
    for choice, labels in draft.labels:
        seen: dict[str, str] = {}
        for option, scalar, words in labels:
            label = " ".join(words).lower()
            if label in seen:
                other = seen[label].partition(".")[2]
                yield draft.problem("same-words", Origin(choice.origin.file, scalar), other=other)
            seen.setdefault(label, option)
