"""A scene whose options show one or two of the four dynamics: it asks little, and tells less.

Scenes without a scored option are not counted.

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

            c1: {do: Slice the lemon., shows: back_each_other, recall: you poured}
            c2: {do: Heat the milk., shows: kind_limit, recall: you poured}
            c3: {do: Wipe the tray., shows: balance_time, recall: you poured}
            c4: {do: Fold the cloth., shows: lean_and_return, recall: you poured}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from game.authoring.checks.draft import Draft
from game.authoring.checks.scoring import every_answer
from game.authoring.problems import Problem
from game.story.names import DYNAMICS

_FEWEST: Final = 3


def few_dynamics(draft: Draft) -> Iterator[Problem]:
    """Yield the scenes with scored options that show fewer than three dynamics."""
    shown: defaultdict[str, set[str]] = defaultdict(set)
    for each in every_answer(draft):
        shown[each.option.id.partition(".")[0]].add(each.dynamic)
    for scene, dynamics in shown.items():
        if len(dynamics) < _FEWEST and scene in draft.notes.origins:
            found = ", ".join(dynamic for dynamic in DYNAMICS if dynamic in dynamics)
            yield draft.problem("dynamics-few", draft.notes.origins[scene], count=len(dynamics), found=found)
