"""A condition that no way through the story fulfils: two answers to one choice, one yet to come, a meter too far.

What is asked is compared with bounds that every playthrough keeps, so nothing possible is ever called impossible. What
only the walk over all playthroughs shows is left to the census.

Passes:

    # story.yaml
    title: Tea
    scenes: [start, after]
    # start.yaml
    title: Tea
    passages:
      start:
        - choose:
            black: {do: Take it black.}
            white: {do: Pour some milk.}
    # after.yaml
    title: After
    passages:
      after:
        - when: start.black or start.white
          then: The pot is empty.

Fails, with these lines instead:

        - when: start.black and start.white
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import TypeAlias

from game.authoring.checks.draft import Asked, Draft
from game.authoring.checks.reach import Reach
from game.authoring.checks.trials import Ask, Trial, asks, holds, trials
from game.authoring.problems import Problem
from game.language import _
from game.story import grammar
from game.story.conditions import Condition, Meter, Picked

_Bound: TypeAlias = Callable[[Trial], bool]
"""Whether some answers and values can come together."""


def out_of_reach(draft: Draft) -> Iterator[Problem]:
    """Yield the conditions that hold for some values, and for none that can be met where they are asked."""
    reach = Reach(draft)
    for asked in draft.asked(""):
        condition = grammar.parse(asked.source, draft.names.scope)[0]
        tried = None if condition is None else trials(draft, asked.source, condition, _far(reach, asked))
        if condition is None or tried is None or not any(holds(condition, each) for each in tried):
            continue
        for why, bound in _bounds(reach, asked, asks(condition)):
            tried = [each for each in tried if bound(each)]
            if not any(holds(condition, each) for each in tried):
                origin = asked.prose.origin(asked.offset, len(asked.source))
                yield draft.problem("condition-out-of-reach", origin, found=asked.source, why=why)
                break


def _bounds(reach: Reach, asked: Asked, parts: Sequence[Condition]) -> Iterator[tuple[str, _Bound]]:
    """Yield what every playthrough keeps to of what a condition asks, each with the sentence that tells it."""
    picks = [each for each in parts if isinstance(each, Picked)]
    for each in picks:
        if reach.is_ahead(each.option, asked):
            told = _("nobody can have picked `{option}` by then").format(option=each.option)
            yield told, lambda trial, each=each: not trial[each]  # type: ignore[misc]  # a lambda's default is its own
    for one, other in combinations(picks, 2):
        if reach.are_apart(one.option, other.option):
            told = _("whoever picks `{one}` cannot pick `{other}` any more, nor the other way round")
            yield (
                told.format(one=one.option, other=other.option),
                lambda trial, one=one, other=other: not (trial[one] and trial[other]),  # type: ignore[misc]  # the same
            )
    for part in parts:
        if isinstance(part, Meter):
            low, high = reach.bounds(part, asked)
            told = _("up to here `{name}` goes from {low} to {high} at most").format(name=part.name, low=low, high=high)
            yield told, lambda trial, part=part, low=low, high=high: low <= int(trial[part]) <= high  # type: ignore[misc]  # the same


def _far(reach: Reach, asked: Asked) -> Callable[[Ask], set[int]]:
    """Return what else has to be tried of a number: the bounds that it keeps here."""
    return lambda ask: set(reach.bounds(ask, asked)) if isinstance(ask, Meter) else set()
