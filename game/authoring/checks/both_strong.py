"""Two points on both meters: such an option is a hero's or a villain's, and outweighs two ordinary evenings.

Passes:

    title: Tea
    passages:
      start:
        - choose:
            both: {do: Ask which tea would suit you both., shows: decide_together, recall: you asked}
            mine: {do: Brew the green one for two., shows: decide_solo, recall: you brewed the green one}

Fails:

    title: Tea
    passages:
      start:
        - choose:
            both: {do: Ask which tea would suit you both., shows: decide_together, me: 2, we: 2, recall: you asked}
            mine: {do: Brew the green one for two., shows: decide_solo, recall: you brewed the green one}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.authoring.build.graph import Origin
from game.authoring.checks.draft import Draft
from game.authoring.problems import Problem

_STRONG: Final = 2


def both_strong(draft: Draft) -> Iterator[Problem]:
    """Yield the options that move both meters by two."""
    for built, fields, origin in draft.scored:
        if abs(built.me) == abs(built.we) == _STRONG:
            node = fields.get("we") or fields.get("me")
            yield draft.problem("both-strong", Origin(origin.file, node) if node else origin)
