"""A word that a variable never holds: the comparison always has the same answer, most often for a slip of the pen.

Passes:

    # story.yaml
    title: Tea
    variables: {drunk: coffee}
    scenes: [start]
    # start.yaml
    title: Tea
    passages:
      start:
        - set: {drunk: tea}
        - when: drunk == tea
          then: There are leaves in the sink.

Fails, with these lines instead:

        - when: drunk == tee
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from game.authoring.build.report import nearest
from game.authoring.checks.draft import Asked, Draft
from game.authoring.problems import Problem
from game.story import grammar
from game.story.conditions import Compare, Condition, Constant, ValueOf, comparisons


def unheld_word(draft: Draft) -> Iterator[Problem]:
    """Yield the comparisons of a word variable with a word that it neither starts with nor is ever given."""
    if not draft.whole:
        return
    held: defaultdict[str, set[str]] = defaultdict(set)
    for variable in draft.story.variables:
        held[variable.id].add(str(variable.start))
    for _, name, value in draft.notes.changes:
        held[name].add(value)
    for asked in draft.asked("="):
        yield from _unheld(draft, asked, held)


def _unheld(draft: Draft, asked: Asked, held: dict[str, set[str]]) -> Iterator[Problem]:
    for variable, word in _compared(grammar.parse(asked.source, draft.names.scope)[0]):
        if word not in held[variable]:
            at = max(0, asked.prose.scalar.text.find(word, asked.offset))
            near = nearest(word, sorted(held[variable]))
            origin = asked.prose.origin(at, len(word))
            yield draft.problem("word-never-held", origin, variable=variable, found=word, near=near)


def _compared(condition: Condition | None) -> Iterator[tuple[str, str]]:
    """Yield the variables and the words that are compared anywhere in a condition."""
    for part in comparisons(condition):
        match part:
            case Compare(_, ValueOf(_, name), Constant(str(word))) | Compare(_, Constant(str(word)), ValueOf(_, name)):
                yield name, word
