"""Dependence beside codependence where neither says why: giving way looks the same from outside.

One motive word (because, since, so, for, as, who, which, lest) in either option is enough. Only acts (`do`) in
English are looked at: speech (`say`) gives its motive in sentences of its own.

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
            b1: {do: Say that either is fine., shows: swallow_preference, recall: you poured}
            c1: {do: Let the other pour because you spill., shows: hand_over_choice, recall: you poured}
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

            c1: {do: Let the other pour., shows: hand_over_choice, recall: you poured}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from game.authoring.checks.draft import Draft
from game.authoring.checks.scoring import Answer, answers, english
from game.authoring.problems import Problem

_MOTIVE: Final = re.compile(r"\b(because|since|so|for|as|who|which|lest)\b", re.IGNORECASE)


def missing_motive(draft: Draft) -> Iterator[Problem]:
    """Yield the options of dependence without a motive that stand beside one of codependence without any."""
    for _choice, here in answers(draft) if english(draft) else ():
        answer = _bare(here, "dependence")
        other = _bare(here, "codependence") if answer else None
        if answer and other:
            yield draft.problem("motive-missing", answer.origin, other=other.option.id.partition(".")[2])


def _bare(answers: tuple[Answer, ...], dynamic: str) -> Answer | None:
    """Return the first act of a dynamic that says no motive."""
    acts = (each for each in answers if each.dynamic == dynamic and not each.option.spoken)
    return next((each for each in acts if not _MOTIVE.search(each.words)), None)
