"""A circle of `go` without a choice: the story would never wait for an answer again, so it cannot be played.

Passes:

    title: Tea
    passages:
      kettle:
        - The kettle is on.
        - choose:
            wait: {do: Wait for it., go: kettle, again: true}
            leave: {do: Go out into the rain.}

Fails:

    title: Tea
    passages:
      kettle:
        - The kettle is on.
        - go: cup
      cup:
        - The cup is empty.
        - go: kettle
"""

from __future__ import annotations

from collections.abc import Iterator

from game.authoring.checks.draft import Draft
from game.authoring.checks.ways import Ways
from game.authoring.problems import Problem


def circle(draft: Draft) -> Iterator[Problem]:
    """Yield each circle of passages that holds no choice, once."""
    ways = Ways(draft.story, frozenset(draft.notes.goes))
    told: set[str] = set()
    for passage in sorted(draft.notes.turning):
        if ways.name(passage) not in told:
            names = [ways.name(place) for place in ways.round(passage)]
            told.update(names)
            if names:
                around = " → ".join(name.partition(".")[2] for name in (*names, names[0]))
                yield draft.problem("circle", draft.notes.origins[names[0]], found=around)
