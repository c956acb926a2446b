"""The scored options of a whole story, choice by choice, for the checks of fairness.

A figure over a handful of options means nothing, so these checks are silent below `ENOUGH` of them, and for a lone
scene, which is a part of something.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from game.authoring.build.graph import Choice, Origin
from game.authoring.checks.draft import Draft, Label
from game.authoring.places import Span
from game.insight.patterns import PATTERNS
from game.story.model import Option

ENOUGH: Final = 12
"""How many scored options a story has before its fairness is judged."""


class Answer(NamedTuple):
    """A scored option of a choice, with the words that show it and their place."""

    option: Option
    label: Label
    file: str

    @property
    def dynamic(self) -> str:
        """The dynamic that it shows."""
        return PATTERNS[self.option.shows or ""].dynamic

    @property
    def origin(self) -> Origin:
        """Where its words stand."""
        return Origin(self.file, self.label.scalar)

    @property
    def words(self) -> str:
        """Its words as they were written."""
        return self.label.scalar.text

    @property
    def length(self) -> int:
        """How many words it has."""
        return len(self.label.words)


def answers(draft: Draft) -> tuple[tuple[Choice, tuple[Answer, ...]], ...]:
    """Return the choices that have scored options, in the author's order, with these; none if these are too few."""
    if not draft.whole or len(draft.scored) < ENOUGH:
        return ()
    scored = {each.option.id: each.option for each in draft.scored}
    found = []
    for choice, labels in reversed(draft.labels):
        file = choice.origin.file
        here = tuple(Answer(scored[each.option], each, file) for each in labels if each.option in scored)
        if here:
            found.append((choice, here))
    return tuple(found)


def every_answer(draft: Draft) -> list[Answer]:
    """Return all scored options of a story that has enough of them."""
    return [answer for _choice, here in answers(draft) for answer in here]


def front(draft: Draft) -> Origin:
    """Return the place of what is said of a story as a whole."""
    return Origin(draft.file, Span(1, 1))


def english(draft: Draft) -> bool:
    """Tell whether lists of English words mean anything here."""
    return draft.story.language.lower().partition("-")[0] == "en"
