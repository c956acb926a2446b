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

import re
from collections.abc import Iterator
from typing import Final

from game.authoring.build.graph import Origin
from game.authoring.checks.draft import ALTERNATIVE, Draft
from game.authoring.problems import Problem

_NAME: Final = re.compile(r"[a-z][a-z0-9_]*")


def unread_variable(draft: Draft) -> Iterator[Problem]:
    """Yield the variables whose names stand in no condition."""
    if not draft.whole:
        return
    conditions = (prose.scalar.text for prose in draft.notes.conditions)
    asked = set(_NAME.findall("\n".join((*conditions, *ALTERNATIVE.findall(draft.words)))))
    for name, node in draft.head.declared.items():
        if name not in asked:
            yield draft.problem("variable-unread", Origin(draft.file, node), found=name)
