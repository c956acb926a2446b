"""A simple text classifier: could a machine that read the other scenes guess what an option shows?

Multinomial naive Bayes over words and pairs of neighbours (Manning, Raghavan and Schütze, "Introduction to Information
Retrieval", 2008, chapter 13), every count one more than it is, each scene guessed by what was learnt from all others.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import log
from typing import Final, NamedTuple

from game.insight.counting import called_by_default, sided
from game.insight.patterns import PATTERNS
from game.story.model import Story
from game.story.names import DYNAMICS
from game.story.text import plain

_OFTEN: Final = 3
_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


class Sample(NamedTuple):
    """An option: where it stands (story and scene), its words, what they are made of, and the dynamic that it shows."""

    scene: str
    words: str
    features: tuple[str, ...]
    dynamic: str


class Guesses(NamedTuple):
    """How many options were guessed right, of how many, and in how many the commonest dynamic would have been right."""

    right: int
    among: int
    commonest: int

    @property
    def share(self) -> float:
        """The share that was right; 0 of none."""
        return self.right / self.among if self.among else 0.0


def samples(story: Story) -> list[Sample]:
    """Return the scored options of a story."""
    called = called_by_default(story)
    found = []
    for id_, option in story.options.items():
        if option.shows:
            words = plain(sided(option.text), called)
            scene = f"{story.id}/{id_.partition('.')[0]}"
            found.append(Sample(scene, words, features(words), PATTERNS[option.shows].dynamic))
    return found


def features(words: str) -> tuple[str, ...]:
    """Return the words of a text and the pairs of neighbours, all in small letters."""
    found = [word.lower() for word in _WORD.findall(words)]
    return (*found, *(f"{one} {other}" for one, other in pairwise(found)))


def guessed(own: Sequence[Sample], others: Iterable[Sample] = ()) -> Guesses:
    """Guess the options of each scene of `own` by what the other scenes, and `others`, teach."""
    beside = list(others)
    right = 0
    for scene in dict.fromkeys(sample.scene for sample in own):
        learnt = Learnt([sample for sample in own if sample.scene != scene] + beside)
        right += sum(learnt.guess(sample.features) == sample.dynamic for sample in own if sample.scene == scene)
    commonest = max(Counter(sample.dynamic for sample in own).values(), default=0)
    return Guesses(right, len(own), commonest)


def telling(taught: Sequence[Sample], most: int = 5) -> dict[str, tuple[str, ...]]:
    """Return for each dynamic what tells it best: what stands in three of its options or more, not all in one scene."""
    found: dict[str, tuple[str, ...]] = {}
    for dynamic in DYNAMICS:
        own = [sample for sample in taught if sample.dynamic == dynamic]
        rest = Counter(feature for sample in taught if sample.dynamic != dynamic for feature in set(sample.features))
        scenes: defaultdict[str, list[str]] = defaultdict(list)
        for sample in own:
            for feature in set(sample.features):
                scenes[feature].append(sample.scene)
        often = [each for each, where in scenes.items() if len(where) >= _OFTEN and len(set(where)) > 1]
        often.sort(key=lambda each: (-len(scenes[each]) / (rest[each] / 3 + 1), each))
        found[dynamic] = tuple(each for each in often if 3 * len(scenes[each]) > 2 * rest[each])[:most]
    return found


class Learnt:
    """What some samples teach."""

    def __init__(self, taught: Iterable[Sample]) -> None:
        self._seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._options: Counter[str] = Counter()
        for sample in taught:
            self._options[sample.dynamic] += 1
            self._seen[sample.dynamic].update(sample.features)
        self._known = set[str]().union(*self._seen.values())
        self._sums = {dynamic: sum(self._seen[dynamic].values()) + len(self._known) for dynamic in DYNAMICS}

    def guess(self, features: Iterable[str]) -> str:
        """Return the likeliest dynamic; of equals the one listed first. Features that were never met say nothing."""
        known = [feature for feature in features if feature in self._known]
        return max(DYNAMICS, key=lambda dynamic: self._likely(dynamic, known))

    def _likely(self, dynamic: str, features: Iterable[str]) -> float:
        seen, total = self._seen[dynamic], self._sums[dynamic]
        prior = log((self._options[dynamic] + 1) / (self._options.total() + len(DYNAMICS)))
        return prior + sum(log((seen[feature] + 1) / total) for feature in features)
