"""A variable that nothing changes: what asks for it always gets the same answer.

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
          then: You sleep badly.

Fails:

    # story.yaml
    title: Tea
    variables: {cups: {start: 0, low: 0, high: 3}}
    scenes: [start]
    # start.yaml
    title: Tea
    passages:
      start:
        - when: cups > 2
          then: You sleep badly.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.authoring.build.graph import Origin
from game.authoring.checks.draft import Draft, names_asked
from game.authoring.problems import Problem


def unset_variable(draft: Draft) -> Iterator[Problem]:
    """Yield the variables that no `set` and no `add` names; of one that nothing asks for either that alone is told."""
    if not draft.whole:
        return
    asked = names_asked(draft)
    changed = {variable for _, variable, _ in draft.notes.changes}
    for name, node in draft.head.declared.items():
        if name not in changed and name in asked:
            yield draft.problem("variable-unset", Origin(draft.file, node), found=name)
