"""The words of an option beyond 20 words or 120 characters: a choice is read at a glance, and compared.

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
            black:
              do: >-
                Take it black and say that it has always been black in your family, at least since
                the winter when the cow died.
            white:
              do: >-
                Pour some milk and say that it has always been white in your family, at least since
                the summer of the good grass.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.authoring.build.graph import Origin
from game.authoring.checks.draft import Draft
from game.authoring.problems import Problem
from game.language import _

_WORDS: Final = 20
_SIGNS: Final = 120


def long_option(draft: Draft) -> Iterator[Problem]:
    """Yield the options whose words are too many."""
    for choice, labels in draft.labels:
        for _option, scalar, words in labels:
            signs = len(scalar.text)
            if len(words) > _WORDS or signs > _SIGNS:
                found = _("{words} words, {signs} characters").format(words=len(words), signs=signs)
                yield draft.problem("option-long", Origin(choice.origin.file, scalar), found=found)
