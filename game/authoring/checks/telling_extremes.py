"""A longest, or a shortest, option that shows the same dynamic in most choices: picking by length is no reading.

Counted are choices with at least two scored options; where several are longest, none is. Told if one dynamic has the
longest, or the shortest, in more than half of the choices.

Passes:

    # story.yaml
    title: Tea
    scenes: [start]
    # start.yaml
    title: Tea
    passages:
      start:
        - choose:
            a1: {do: Pour the tea., shows: decide_together, recall: you poured}
            b1: {do: Warm the pot., shows: decide_solo, recall: you poured}
            c1: {do: Slice the lemon., shows: hand_over_choice, recall: you poured}
        - choose:
            a2: {do: Fill the cups., shows: ask_openly, recall: you poured}
            b2: {do: Find the sugar., shows: handle_alone, recall: you poured}
            c2: {do: Heat the milk., shows: soothe_me_first, recall: you poured}
        - choose:
            a3: {do: Rinse the spoons., shows: back_each_other, recall: you poured}
            b3: {do: Light the stove., shows: brief_nod, recall: you poured}
            c3: {do: Wipe the tray., shows: seek_reassurance, recall: you poured}
        - choose:
            a4: {do: Close the tin., shows: kind_limit, recall: you poured}
            b4: {do: Open the honey., shows: cool_exit, recall: you poured}
            c4: {do: Fold the cloth., shows: wait_for_repair, recall: you poured}

Fails, with these lines instead:

            b1: {do: Warm the pot now., shows: decide_solo, recall: you poured}
            b2: {do: Find the sugar now., shows: handle_alone, recall: you poured}
            b3: {do: Light the stove now., shows: brief_nod, recall: you poured}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from game.authoring.checks.draft import Draft
from game.authoring.checks.scoring import Answer, answers, front
from game.authoring.problems import Problem
from game.language import N_, _

_EXTREMES: Final[tuple[tuple[str, Callable[[Iterable[int]], int]], ...]] = ((N_("longest"), max), (N_("shortest"), min))
_MOST_NAMED: Final = 6


def telling_extremes(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each dynamic that has the longest, or the shortest, option in most choices."""
    choices = [here for _choice, here in answers(draft) if len(here) > 1]
    for which, extreme in _EXTREMES:
        for dynamic, those in _standing_out(choices, extreme).items():
            if 2 * len(those) > len(choices):
                where = ", ".join(f"`{each.option.id}`" for each in those[:_MOST_NAMED])
                figures = {"count": len(those), "among": len(choices), "where": where}
                yield draft.problem("extreme-tells", front(draft), which=_(which), dynamic=dynamic, **figures)


def _standing_out(
    choices: list[tuple[Answer, ...]], extreme: Callable[[Iterable[int]], int]
) -> Mapping[str, list[Answer]]:
    """Return the options that are alone at an extreme of their choice, by dynamic."""
    found: defaultdict[str, list[Answer]] = defaultdict(list)
    for here in choices:
        lengths = [each.length for each in here]
        length = extreme(lengths)
        if lengths.count(length) == 1:
            alone = here[lengths.index(length)]
            found[alone.dynamic].append(alone)
    return found
