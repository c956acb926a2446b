"""A variable that nothing asks for: setting it changes nothing.

Passes:

    # story.yaml
    title: Tea
    variables: {drunk: coffee}
    scenes: [start]
    # start.yaml
    title: Tea
    passages:
      start:
        - set: {drunk: tea}
        - You had {drunk == tea ? leaves | grounds}.

Fails:

    # story.yaml
    title: Tea
    variables: {drunk: coffee}
    scenes: [start]
    # start.yaml
    title: Tea
    passages:
      start:
        - set: {drunk: tea}
        - You had something.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.authoring.build.graph import Origin
from game.authoring.checks.draft import Draft, names_asked
from game.authoring.problems import Problem


def unread_variable(draft: Draft) -> Iterator[Problem]:
    """Yield the variables whose names stand in no condition."""
    if not draft.whole:
        return
    asked = names_asked(draft)
    for name, node in draft.head.declared.items():
        if name not in asked:
            yield draft.problem("variable-unread", Origin(draft.file, node), found=name)
