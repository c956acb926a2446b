"""Counting what a class did: endings, answers, patterns. Counts only, and nothing of one run. Pure.

1. Endings and points of the plane are of finished runs; answers and patterns of all.
2. An answer is the first that a run gave at a choice. A choice that split the class is told by the share of all pairs
   of runs that answered it differently.
3. Nothing is told of fewer than `FEWEST` runs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from game.drawing.plane import Meters
from game.insight.dynamics import verdict
from game.insight.patterns import PATTERNS
from game.runs.replay import Resumed
from game.story.model import Choose, Story
from game.story.names import ENDINGS, SKIP

FEWEST: Final = 5
"""Runs below which nothing is drawn or counted in public: a single pupil could be told from fewer."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A class in counts: `points` are ends in the plane, `answers` first answers by choice (its node), then by pick."""

    runs: int
    finished: int
    points: Mapping[Meters, int]
    dynamics: Mapping[str, int]
    answers: Mapping[int, Mapping[str, int]]
    patterns: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Split:
    """A choice with all its answers, each with its count in every class; `apart` is a share from 0 to 1."""

    scene: str
    answers: tuple[tuple[str, tuple[int, ...]], ...]
    asked: tuple[int, ...]
    apart: float


def tally(story: Story, runs: Iterable[Resumed]) -> Tally:
    """Count runs of a story that were played again; the meters are the sums of what was picked."""
    points: Counter[Meters] = Counter()
    answers: dict[int, Counter[str]] = {}
    patterns: Counter[str] = Counter()
    many = 0
    for run in runs:
        many += 1
        # Written backwards, so that of several answers at one choice the first stays.
        first = dict(zip(reversed(run.places), reversed(run.picks), strict=True))
        for place, pick in first.items():
            answers.setdefault(place, Counter())[pick] += 1
        scored = [option for pick in run.picks if (option := story.options.get(pick)) and option.scored]
        patterns.update({option.shows or "" for option in scored})
        if run.finished:
            points[sum(option.me for option in scored), sum(option.we for option in scored)] += 1
    ended: Counter[str] = Counter()
    for point, count in points.items():
        ended[verdict(*point, story.dead_zone)] += count
    shown = {pattern: patterns[pattern] for pattern in PATTERNS if patterns[pattern]}
    return Tally(many, points.total(), points, {each: ended[each] for each in ENDINGS}, answers, shown)


def splits(story: Story, classes: Sequence[Tally]) -> tuple[Split, ...]:
    """Return the choices that at least `FEWEST` runs met, in the order in which they split all classes together."""
    found = []
    places = [place for place, node in enumerate(story.nodes) if isinstance(node, Choose)]
    for place in places:
        counts = [each.answers.get(place, {}) for each in classes]
        together = Counter[str]()
        for each in counts:
            together.update(each)
        if together.total() >= FEWEST:
            found.append(_split(story, place, counts, together))
    return tuple(sorted(found, key=lambda split: -split.apart))


def _split(story: Story, place: int, counts: Sequence[Mapping[str, int]], together: Counter[str]) -> Split:
    choose = story.nodes[place]
    if not isinstance(choose, Choose):
        raise TypeError(choose)
    skip = f"{choose.scene}.{SKIP}"
    picks = [*choose.options, *([skip] if together[skip] else [])]
    answers = tuple((pick, tuple(each.get(pick, 0) for each in counts)) for pick in picks)
    total = together.total()
    alike = sum(many * (many - 1) for many in together.values())
    return Split(choose.scene, answers, tuple(sum(each.values()) for each in counts), 1 - alike / (total * (total - 1)))
