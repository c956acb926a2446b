"""A choice in which every option has a condition: in some run all may be closed, and the choice is passed over.

Passes:

    title: Tea
    passages:
      start:
        - choose:
            black: {do: Take it black.}
            white: {do: Pour some milk., when: me < 1}

Fails:

    title: Tea
    passages:
      start:
        - choose:
            black: {do: Take it black., when: me > 2}
            white: {do: Pour some milk., when: me < 1}
"""

from __future__ import annotations

from collections.abc import Iterator

from game.authoring.checks.draft import Draft
from game.authoring.problems import Problem


def may_close(draft: Draft) -> Iterator[Problem]:
    """Yield the choices whose options all have a `when`."""
    for choice in draft.notes.choices:
        options = [draft.notes.options.get(option) for option in choice.options]
        if all(fields is not None and "when" in fields.raw for fields in options):
            yield draft.problem("choice-may-close", choice.origin)
