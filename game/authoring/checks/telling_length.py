"""Options of one dynamic that are longer, over the whole story, than those of another: readers learn it.

The mean number of words of a dynamic may be a tenth more than that of another; a dynamic with fewer than three options
is not counted.

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

            a1: {do: Pour the tea slowly., shows: decide_together, recall: you poured}
            a2: {do: Fill the cups slowly., shows: ask_openly, recall: you poured}
            a3: {do: Rinse the spoons slowly., shows: back_each_other, recall: you poured}
            a4: {do: Close the tin slowly., shows: kind_limit, recall: you poured}
"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import fmean
from typing import Final

from game.authoring.checks.draft import Draft
from game.authoring.checks.scoring import every_answer, front
from game.authoring.problems import Problem
from game.story.names import DYNAMICS

_MOST: Final = 1.1
_FEWEST: Final = 3


def telling_length(draft: Draft) -> Iterator[Problem]:
    """Yield a problem if the mean lengths of two dynamics differ by more than a tenth."""
    lengths: dict[str, list[int]] = {dynamic: [] for dynamic in DYNAMICS}
    for each in every_answer(draft):
        lengths[each.dynamic].append(each.length)
    means = {dynamic: fmean(those) for dynamic, those in lengths.items() if len(those) >= _FEWEST}
    if not means:
        return
    long, short = max(means, key=means.__getitem__), min(means, key=means.__getitem__)
    if means[long] > _MOST * means[short]:
        figures = {"more": f"{means[long]:.1f}", "fewer": f"{means[short]:.1f}"}
        yield draft.problem("length-tells", front(draft), long=long, short=short, **figures)
