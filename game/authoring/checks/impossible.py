"""A condition that nothing can fulfil, whatever was picked before: its text is never read, or its option never seen.

Passes:

    # story.yaml
    title: Tea
    variables: {cups: {start: 0, low: 0, high: 3}}
    scenes: [start]
    # start.yaml
    title: Tea
    passages:
      start:
        - add: {cups: 1}
        - when: cups > 2
          then: The pot is empty.

Fails, with these lines instead:

        - when: cups > 3
"""

from __future__ import annotations

from collections.abc import Iterator

from game.authoring.checks.draft import Draft
from game.authoring.checks.trials import holds, trials
from game.authoring.problems import Problem
from game.story import grammar
from game.story.conditions import And, Compare, Not


def impossible(draft: Draft) -> Iterator[Problem]:
    """Yield the conditions that hold for no values at all of what they ask, each taken as free of the others."""
    for asked in draft.asked(""):
        condition = grammar.parse(asked.source, draft.names.scope)[0]
        if condition is None or not isinstance(condition, And | Compare | Not):
            continue
        tried = trials(draft, asked.source, condition)
        if tried is not None and not any(holds(condition, each) for each in tried):
            origin = asked.prose.origin(asked.offset, len(asked.source))
            yield draft.problem("condition-impossible", origin, found=asked.source)
