"""A word that stands more often in options of one dynamic than in all others, such as “together” or “just”.

Told of a word that at least three options of a dynamic hold, if these are more than twice as large a share as among
the others. The list is of English words; stories in other languages are not looked at.

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

            a1: {do: Pour the tea together., shows: decide_together, recall: you poured}
            a2: {do: Fill the cups together., shows: ask_openly, recall: you poured}
            a3: {do: Rinse the spoons together., shows: back_each_other, recall: you poured}
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from game.authoring.checks.draft import Draft
from game.authoring.checks.scoring import Answer, english, every_answer
from game.authoring.problems import Problem
from game.story.names import DYNAMICS

CUES: Final = ("together", "balance", "always", "only", "just", "we")
"""Words that readers take for a sign."""

_FEWEST: Final = 3
_MOST: Final = 2


def telling_words(draft: Draft) -> Iterator[Problem]:
    """Yield the words that tell a dynamic, at the first option that holds them."""
    if not english(draft):
        return
    found = every_answer(draft)
    holding: defaultdict[str, list[Answer]] = defaultdict(list)
    for answer in found:
        words = answer.words.lower()
        for word in CUES:
            if word in words and re.search(rf"\b{word}\b", words):
                holding[word].append(answer)
    for word in CUES:
        for dynamic in DYNAMICS if word in holding else ():
            yield from _told(draft, word, dynamic, found, holding[word])


def _told(draft: Draft, word: str, dynamic: str, found: list[Answer], holding: list[Answer]) -> Iterator[Problem]:
    own = [each for each in holding if each.dynamic == dynamic]
    among = sum(each.dynamic == dynamic for each in found)
    other, rest = len(holding) - len(own), len(found) - among
    if len(own) >= _FEWEST and len(own) * rest > _MOST * other * among:
        figures = {"count": len(own), "among": among, "other": other, "rest": rest}
        yield draft.problem("word-tells", own[0].origin, word=word, dynamic=dynamic, **figures)
