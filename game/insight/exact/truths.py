"""Truths: which conditions are always or never true where they are asked, prose among them.

1. What a merged state still knows is asked of it as it stands.
2. What only prose reads is no part of a merged state. So conditions that read the same facts are followed in a walk of
   their own over the chart, with these facts beside each spot, and the sets of meters with them (`tracking`).
3. A condition is not decided when a limit was passed, or when an epilogue changes a variable before it asks.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from game.insight.exact.limits import Limits
from game.insight.exact.questions import Question, conditions, questions
from game.insight.exact.reach import Reach
from game.insight.exact.tokens import Fact, Tallies, is_tally, tallies
from game.insight.exact.tokens import asked as steering
from game.insight.exact.tracking import Answer, Asked, Tracking
from game.story.conditions import Condition

Sighting = tuple[str, int, int]
"""A number that a condition compares, and the lowest and highest value that it had when it was asked."""


@dataclass(frozen=True, slots=True)
class Truth:
    """What became of a condition wherever it was asked: `outcomes` is empty if no playthrough asks it.

    `owner` is the option's id, or the node that holds it; `seen` the numbers it compares. If it is not `decided`,
    nothing is known of it.
    """

    condition: Condition
    owner: str | int
    outcomes: frozenset[bool]
    seen: tuple[Sighting, ...]
    decided: bool

    @property
    def always(self) -> bool:
        """Whether it is true whenever it is asked."""
        return self.decided and self.outcomes == {True}

    @property
    def never(self) -> bool:
        """Whether it is false whenever it is asked."""
        return self.decided and self.outcomes == {False}


def truths(met: Reach, limits: Limits) -> tuple[Truth, ...]:
    """Return what became of every condition of a story."""
    asked = tuple(dict.fromkeys(questions(met.chart.reading)))
    # The tally marks of conditions that steer come first, and so have the names that they have in merged states.
    marks = tallies((*steering(met.chart.reading.story), *conditions(asked)))
    answers = {(each.condition, each.owner): Answer() for each in asked}
    undecided = {(each.condition, each.owner) for each in asked if not each.sure}
    tracking, standing = Tracking(met, marks), list[Asked]()
    for read, group in _groups(asked, marks, answers).items():
        followed = [each for each in group if not _known(met, read, each)]
        standing += [each for each in group if each not in followed]
        if not met.complete or (followed and not tracking.follow(read, followed, limits)):
            undecided |= {each.key for each in group}
    if not tracking.ask(standing, limits):
        undecided |= {each.key for each in standing}
    return tuple(_truth(*key, answer, decided=key not in undecided) for key, answer in answers.items())


def _known(met: Reach, read: frozenset[Fact], question: Asked) -> bool:
    """Tell whether merged states still know all that a question reads, and, of counts, how many exactly."""
    reading = met.chart.reading
    anchor = question.anchor
    place = anchor if isinstance(anchor, int) else reading.story.options[anchor].target
    counts = any(isinstance(fact, str) and is_tally(fact) for fact in read)
    return not counts and read <= reading.live[reading.quiet[place]]


def _groups(
    asked: tuple[Question, ...], marks: Tallies, answers: dict[tuple[Condition, str | int], Answer]
) -> dict[frozenset[Fact], list[Asked]]:
    """Return the questions by the facts that they read."""
    groups: defaultdict[frozenset[Fact], list[Asked]] = defaultdict(list)
    for each in asked:
        key = (each.condition, each.owner)
        condition, *guards = (marks.rewritten(part) for part in (each.condition, *each.guards))
        made = Asked(key, each.anchor, condition, tuple(guards), answers[key])
        groups[made.read].append(made)
    return groups


def _truth(condition: Condition, owner: str | int, answer: Answer, *, decided: bool) -> Truth:
    seen = tuple((name, low, high) for name, (low, high) in answer.numbers.items())
    return Truth(condition, owner, frozenset(answer.outcomes), seen, decided)
