"""An option that is, to the meters and the reveal, another option of the same choice once more.

Two options of a choice never show the same pattern; and two move the meters alike only if no dynamic is missing from
the choice.

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

            c1: {do: Slice the lemon., shows: decide_solo, recall: you poured}
"""

from __future__ import annotations

from collections.abc import Iterator

from game.authoring.checks.draft import Draft
from game.authoring.checks.scoring import Answer, answers
from game.authoring.problems import Problem
from game.story.names import DYNAMICS


def dominated(draft: Draft) -> Iterator[Problem]:
    """Yield the options that show or move the same as one before them in their choice."""
    for _choice, here in answers(draft):
        if len({each.dynamic for each in here}) < len(here):
            missing = [dynamic for dynamic in DYNAMICS if all(each.dynamic != dynamic for each in here)]
            for number, answer in enumerate(here):
                yield from _told(draft, answer, here[:number], missing)


def _told(draft: Draft, answer: Answer, before: tuple[Answer, ...], missing: list[str]) -> Iterator[Problem]:
    option = answer.option
    for each in before:
        other = each.option.id.partition(".")[2]
        if each.option.shows == option.shows:
            yield draft.problem("pattern-twice", answer.origin, pattern=option.shows, other=other)
            return
        if missing and (each.option.me, each.option.we) == (option.me, option.we):
            shown = {"me": f"{option.me:+}", "we": f"{option.we:+}", "missing": " / ".join(missing)}
            yield draft.problem("meters-twice", answer.origin, other=other, **shown)
            return
