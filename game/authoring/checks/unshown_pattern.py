"""A pattern that no option of a long story shows, so that nobody can be told of it.

Only stories of at least 24 scored choices are looked at: they offer some eighty answers, over three for each of the 24
patterns, so one that is missing was forgotten, and another stands there too often. A shorter story, with six choices
for a class or half a year for an evening, cannot show them all, and which it leaves out is its author's business.

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

Fails:

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
        - choose:
            a2: {do: Fill the cups., shows: handle_alone, recall: you poured}
            b2: {do: Find the sugar., shows: soothe_me_first, recall: you poured}
        - choose:
            a3: {do: Rinse the spoons., shows: seek_reassurance, recall: you poured}
            b3: {do: Light the stove., shows: earn_my_place, recall: you poured}
        - choose:
            a4: {do: Close the tin., shows: absorb_blame, recall: you poured}
            b4: {do: Open the honey., shows: kind_limit, recall: you poured}
        - choose:
            a5: {do: Pour the tea., shows: balance_time, recall: you poured}
            b5: {do: Warm the pot., shows: parallel_plans, recall: you poured}
        - choose:
            a6: {do: Fill the cups., shows: separate_ledger, recall: you poured}
            b6: {do: Find the sugar., shows: hand_over_choice, recall: you poured}
        - choose:
            a7: {do: Rinse the spoons., shows: hand_over_choice, recall: you poured}
            b7: {do: Light the stove., shows: mood_follows, recall: you poured}
        - choose:
            a8: {do: Close the tin., shows: mood_follows, recall: you poured}
            b8: {do: Open the honey., shows: back_each_other, recall: you poured}
        - choose:
            a9: {do: Pour the tea., shows: back_each_other, recall: you poured}
            b9: {do: Warm the pot., shows: cool_exit, recall: you poured}
        - choose:
            a10: {do: Fill the cups., shows: cool_exit, recall: you poured}
            b10: {do: Find the sugar., shows: plead_stay, recall: you poured}
        - choose:
            a11: {do: Rinse the spoons., shows: plead_stay, recall: you poured}
            b11: {do: Light the stove., shows: swallow_preference, recall: you poured}
        - choose:
            a12: {do: Close the tin., shows: cover_for_them, recall: you poured}
            b12: {do: Open the honey., shows: ask_openly, recall: you poured}
        - choose:
            a13: {do: Pour the tea., shows: decide_together, recall: you poured}
            b13: {do: Warm the pot., shows: brief_nod, recall: you poured}
        - choose:
            a14: {do: Fill the cups., shows: handle_alone, recall: you poured}
            b14: {do: Find the sugar., shows: wait_for_repair, recall: you poured}
        - choose:
            a15: {do: Rinse the spoons., shows: seek_reassurance, recall: you poured}
            b15: {do: Light the stove., shows: drop_my_plan, recall: you poured}
        - choose:
            a16: {do: Close the tin., shows: absorb_blame, recall: you poured}
            b16: {do: Open the honey., shows: decide_together, recall: you poured}
        - choose:
            a17: {do: Pour the tea., shows: balance_time, recall: you poured}
            b17: {do: Warm the pot., shows: handle_alone, recall: you poured}
        - choose:
            a18: {do: Fill the cups., shows: separate_ledger, recall: you poured}
            b18: {do: Find the sugar., shows: seek_reassurance, recall: you poured}
        - choose:
            a19: {do: Rinse the spoons., shows: hand_over_choice, recall: you poured}
            b19: {do: Light the stove., shows: absorb_blame, recall: you poured}
        - choose:
            a20: {do: Close the tin., shows: mood_follows, recall: you poured}
            b20: {do: Open the honey., shows: balance_time, recall: you poured}
        - choose:
            a21: {do: Pour the tea., shows: back_each_other, recall: you poured}
            b21: {do: Warm the pot., shows: decide_solo, recall: you poured}
        - choose:
            a22: {do: Fill the cups., shows: cool_exit, recall: you poured}
            b22: {do: Find the sugar., shows: soothe_me_first, recall: you poured}
        - choose:
            a23: {do: Rinse the spoons., shows: plead_stay, recall: you poured}
            b23: {do: Light the stove., shows: earn_my_place, recall: you poured}
        - choose:
            a24: {do: Close the tin., shows: cover_for_them, recall: you poured}
            b24: {do: Open the honey., shows: kind_limit, recall: you poured}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.authoring.checks.draft import Draft
from game.authoring.checks.scoring import answers, front
from game.authoring.problems import Problem
from game.insight.patterns import PATTERNS

_ENOUGH: Final = 24


def unshown_pattern(draft: Draft) -> Iterator[Problem]:
    """Yield a problem with the patterns that a story of many scored choices never shows."""
    choices = answers(draft)
    shown = {each.option.shows for _choice, here in choices for each in here}
    missing = [f"`{pattern}`" for pattern in PATTERNS if pattern not in shown]
    if len(choices) >= _ENOUGH and missing:
        yield draft.problem("patterns-unshown", front(draft), found=", ".join(missing), count=len(choices))
