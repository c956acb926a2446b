"""A word that names a dynamic or diagnoses somebody: before the reveal it tells the reader what is being measured.

Words for the reveal (`recall`, `protects`, `costs`, `lands`) and the prompts for a class may hold them.

Passes:

    title: Tea
    passages:
      start:
        - You ask before you pour.

Fails:

    title: Tea
    passages:
      start:
        - What a toxic cup of tea.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from game.authoring.checks.draft import Draft
from game.authoring.problems import Problem

_WORD: Final = re.compile(
    r"\b(?:(?:in|co|inter)?dependence|(?:co|inter)dependen(?:t|cy)|toxic|traumati[cs]\w*|trauma)\b", re.IGNORECASE
)
_BEFORE: Final = frozenset({"prose", "do", "say", "title"})
_PARTS: Final = ("dependen", "toxic", "trauma")


def diagnosis(draft: Draft) -> Iterator[Problem]:
    """Yield the first such word in each piece of a scene's words."""
    small = draft.words.lower()
    if not any(part in small for part in _PARTS):  # as in nearly all stories, and a tenth of the time to find out
        return
    for prose in draft.notes.prose:
        match = _WORD.search(prose.scalar.text) if prose.key in _BEFORE else None
        if match and not (draft.whole and prose.file == draft.file):
            origin = prose.origin(match.start(), len(match[0]))
            yield draft.problem("diagnosis-word", origin, found=match[0])
