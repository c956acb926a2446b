"""A paragraph of more than 60 words: on a screen it is a wall.

Passes:

    title: Tea
    passages:
      start:
        - The kettle sings, and nobody gets up.

Fails:

    title: Tea
    passages:
      start:
        - >-
          The kettle sings, and nobody gets up. The kettle sings, and nobody gets up. The kettle sings, and nobody gets
          up. The kettle sings, and nobody gets up. The kettle sings, and nobody gets up. The kettle sings, and nobody
          gets up. The kettle sings, and nobody gets up. The kettle sings, and nobody gets up. The kettle sings, and
          nobody gets up.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.authoring.build import texts
from game.authoring.checks.draft import Draft
from game.authoring.problems import Problem

_MOST: Final = 60


def long_paragraph(draft: Draft) -> Iterator[Problem]:
    """Yield the paragraphs with too many words."""
    for prose in draft.notes.prose:
        if prose.key != "prose":
            continue
        text = prose.scalar.text
        if len(text) < 2 * _MOST or text.count(" ") + text.count("\n") < _MOST:
            continue
        for part in texts.paragraphs(text, draft.names.speakers):
            count = len(text[part.start : part.end].split())
            if count > _MOST:
                yield draft.problem("paragraph-long", prose.origin(part.start, 1), count=count)
