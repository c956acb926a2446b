"""A scored option without `recall`: the reveal could not tell of that moment in the author's words.

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
            both: {do: Ask which tea would suit you both., shows: decide_together}
            mine: {do: Brew the green one for two., shows: decide_solo, recall: you brewed the green one}
"""

from __future__ import annotations

from collections.abc import Iterator

from game.authoring.build.fields import lacks
from game.authoring.checks.draft import Draft
from game.authoring.problems import Problem


def recall(draft: Draft) -> Iterator[Problem]:
    """Yield the scored options that the reveal has no words for."""
    for option, fields, origin in draft.scored:
        if "recall" not in fields.raw and lacks(fields, "an option", "recall"):
            yield draft.problem("recall-missing", origin, option=option.id.partition(".")[2])
