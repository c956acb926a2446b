"""The why of a reveal in words: what a player did, the pattern in it, what it protected and what it cost.

1. What you did comes first, then the pattern, then what it meant; in the past tense, about the story.
2. Each sentence is made from one moment's own figures and texts; a story's words go before a pattern's.
3. No figure is shown: how far a moment moved a meter is said in words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from game.insight.crossroads import Crossroads, RoadWords, crossroads
from game.insight.deeds import deed, done, sentence
from game.insight.patterns import PATTERNS
from game.insight.reveal import Moment, Reveal
from game.insight.what_if import WhatIf
from game.insight.wording import DISCLAIMER, DYNAMIC_WORDS, PATTERN_WORDS
from game.language import N_, _
from game.story.called import Called
from game.story.model import Story
from game.story.text import Text, plain

MOST: Final = 3
"""Moments that are told, beside the one against; with four of them a reveal would be longer than 350 words."""

_ME: Final[Mapping[int, str]] = {
    2: N_("much for me"),
    1: N_("something for me"),
    -1: N_("something off me"),
    -2: N_("much off me"),
}
_WE: Final[Mapping[int, str]] = {
    2: N_("much for we"),
    1: N_("something for we"),
    -1: N_("something off we"),
    -2: N_("much off we"),
}


@dataclass(frozen=True, slots=True)
class Why:
    """One moment in words. `number` is its place among the scored picks, so that `path[number]` is where it led."""

    number: int
    id: str
    me: int
    we: int
    at: str
    did: str
    pattern: str
    pull: str
    protected: str
    cost: str
    landed: str
    other_move: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A reveal in the reader's words; `moments` are the strongest, in the order of their strength.

    `roads`, `settled` and `open` say what could have followed; they are empty where that is not known. `settled_at` is
    the point of the path at which the name was settled (0: before any answer moved it), None while it is open.
    """

    dynamic: str
    heading: str
    plain: str
    voice: str
    kept: str
    price: str
    next_move: str
    between: tuple[str, ...]
    moments: tuple[Why, ...]
    against: Why | None
    question: str
    disclaimer: str
    roads: tuple[RoadWords, ...] = ()
    settled: str = ""
    settled_at: int | None = None
    open: str = ""


def explain(story: Story, reveal: Reveal, called: Mapping[str, Called], what_if: WhatIf | None = None) -> Explanation:
    """Return `reveal` in words, with everybody named as in `called`, and `what_if` of the same run if it is known."""
    beside = crossroads(story, what_if, called) if what_if else Crossroads()
    words = DYNAMIC_WORDS[reveal.dynamic]
    return Explanation(
        dynamic=reveal.dynamic,
        heading=_(words.title),
        plain=_(words.plain),
        voice=_(words.voice),
        kept=_(words.kept),
        price=_(words.price),
        next_move=_(words.next_move),
        between=tuple(_(DYNAMIC_WORDS[each].title) for each in reveal.between),
        moments=tuple(why(moment, called) for moment in told(reveal)),
        against=why(reveal.against, called) if reveal.against else None,
        question=story.question,
        disclaimer=_(DISCLAIMER),
        roads=beside.roads,
        settled=beside.settled,
        settled_at=beside.settled_at,
        open=beside.open,
    )


def told(reveal: Reveal) -> tuple[Moment, ...]:
    """Return the moments that a reveal tells, of those that pulled its way the strongest, in the order of strength.

    Of more equals than there is room for, those are told that lie furthest apart: a year is more than its spring.
    """
    pulled = [moment for moment in reveal.moments if moment.pull > 0]
    least = pulled[:MOST][-1].pull if pulled else 0
    stronger = [moment for moment in pulled if moment.pull > least]
    equal = [moment for moment in pulled if moment.pull == least]
    return (*stronger, *_apart(equal, MOST - len(stronger)))


def _apart(moments: Sequence[Moment], count: int) -> tuple[Moment, ...]:
    """Return so many of `moments`, or all, at even distances: of two the first and the last, of one the last."""
    if len(moments) <= count:
        return tuple(moments)
    last = len(moments) - 1
    return tuple(moments[last - (count - 1 - number) * last // max(1, count - 1)] for number in range(count))


def why(moment: Moment, called: Mapping[str, Called]) -> Why:
    """Return one moment in words."""
    words = PATTERN_WORDS[moment.pattern]
    at = plain(moment.at, called)
    return Why(
        number=moment.number,
        id=moment.id,
        me=moment.me,
        we=moment.we,
        at=sentence(at, stop=""),
        did=deed(at, done(moment.recall, moment.does, called, spoken=moment.spoken)),
        pattern=_(PATTERNS[moment.pattern].name),
        pull=_pull(moment),
        protected=_own(moment.protects, words.protected, called),
        cost=_own(moment.costs, words.cost_me, called),
        landed=_own(moment.lands, words.for_us, called),
        other_move=_(words.other_move),
    )


def _pull(moment: Moment) -> str:
    return sentence(_("{me}, {we}").format(me=_(_ME[moment.me]), we=_(_WE[moment.we])))


def _own(own: Text | None, usual: str, called: Mapping[str, Called]) -> str:
    return plain(own, called) if own else _(usual)
