"""A circle through a choice whose options can all be used up: the scene then ends where nobody wrote an end.

An option is picked once in a run, unless it says `again: true`. A choice with nothing left is passed over, and if what
follows leads back to it, there is no way on.

Passes:

    title: Tea
    passages:
      table:
        - choose:
            sugar: {do: Pass the sugar., go: table}
            milk: {do: Pass the milk., go: table}
        - The pot is empty.

Fails:

    title: Tea
    passages:
      table:
        - choose:
            sugar: {do: Pass the sugar.}
            milk: {do: Pass the milk.}
        - go: table
"""

from __future__ import annotations

from collections.abc import Iterator

from game.authoring.build.graph import Choice
from game.authoring.checks.draft import Draft
from game.authoring.checks.ways import Ways
from game.authoring.problems import Problem


def used_up(draft: Draft) -> Iterator[Problem]:
    """Yield each choice that may be passed over and from which the text leads back to it without another one."""
    if not draft.notes.turning:
        return
    choices = {choice.node: choice for choice in draft.notes.choices if not _lasts(draft, choice)}
    ways = Ways(draft.story, frozenset(draft.notes.goes), frozenset(choices))
    told: set[int] = set()
    for passage in sorted(draft.notes.turning):
        around = ways.round(passage)
        on_the_way = {place for each in around for place in ways.walk(each)} & choices.keys()
        if around and on_the_way and not told.intersection(around):
            told.update(around)
            yield draft.problem("circle-when-used-up", choices[max(on_the_way)].origin)


def _lasts(draft: Draft, choice: Choice) -> bool:
    """Tell whether something in the choice can always be picked."""
    options = (draft.story.options.get(option) for option in choice.options)
    return any(option is not None and option.again and option.when is None for option in options)
