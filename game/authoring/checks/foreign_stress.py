"""Words in two stars, or in HTML, which stress nothing here: one star stands before them, and one behind.

Passes:

    title: Tea
    passages:
      start:
        - Nobody gets *up*.

Fails:

    title: Tea
    passages:
      start:
        - Nobody gets **up**.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from game.authoring.checks.draft import Draft
from game.authoring.problems import Problem

_LIKE: Final = re.compile(r"\*\*(?P<stars>[^*\s][^*\n]*)\*\*|<(?P<tag>[bi]|em|strong)>(?P<html>[^<\n]+)</(?P=tag)>")


def foreign_stress(draft: Draft) -> Iterator[Problem]:
    """Yield the words that were meant to be stressed and are not."""
    for prose in draft.notes.prose if _LIKE.search(draft.words) else ():
        for found in _LIKE.finditer(prose.scalar.text):
            origin = prose.origin(found.start(), len(found[0]))
            near = f"*{(found['stars'] or found['html']).strip()}*"
            yield draft.problem("stress-foreign", origin, found=found[0], near=near)
