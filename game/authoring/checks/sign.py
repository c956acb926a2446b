"""`me` or `we` moves the other way than the pattern that the option shows: one of the two is not what was meant.

Passes:

    title: Tea
    passages:
      start:
        - choose:
            both: {do: Ask which tea would suit you both., shows: decide_together, we: 1, recall: you asked}
            mine: {do: Brew the green one for two., shows: decide_solo, recall: you brewed the green one}

Fails:

    title: Tea
    passages:
      start:
        - choose:
            both: {do: Ask which tea would suit you both., shows: decide_together, we: -1, recall: you asked}
            mine: {do: Brew the green one for two., shows: decide_solo, recall: you brewed the green one}
"""

from __future__ import annotations

from collections.abc import Iterator

from game.authoring.build.graph import Origin
from game.authoring.checks.draft import Draft
from game.authoring.problems import Problem
from game.insight.patterns import PATTERNS


def sign(draft: Draft) -> Iterator[Problem]:
    """Yield the moves that disagree in sign with their option's pattern."""
    for built, fields, origin in draft.scored:
        if "me" not in fields.raw and "we" not in fields.raw:
            continue
        pattern = PATTERNS[str(built.shows)]
        for key, move, own in (("me", built.me, pattern.me), ("we", built.we, pattern.we)):
            node = fields.get(key)
            if node and move * own < 0:
                place = Origin(origin.file, node)
                yield draft.problem(
                    "sign-disagrees", place, key=key, found=f"{move:+d}", pattern=pattern.id, own=f"{own:+d}"
                )
