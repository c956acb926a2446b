"""The statistics of a story: its words, choices, patterns and echoes, and what gives answers away.

Words are counted twice: as they stand in the files, both sides of every alternative among them, and as they are read in
a playthrough (`insight/lengths.py`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from statistics import fmean
from typing import Final

from game.authoring.load import Loaded
from game.authoring.problems import Problem
from game.authoring.rules import RULES
from game.authoring.rules.fairness import FAIRNESS
from game.authoring.stats.ease import Ease, ease
from game.authoring.stats.echoes import Echoes, echoes
from game.authoring.stats.tells import Tell, tells
from game.authoring.whereabouts import Whereabouts
from game.insight.counting import called_by_default, counted, sided, words
from game.insight.exact.limits import Limits, StoppedError
from game.insight.lengths import Lengths, epilogues, lengths
from game.insight.patterns import PATTERNS
from game.story.model import Choose, Say, Story
from game.story.names import DYNAMICS
from game.story.text import Text, plain

NARRATION: Final = ""
"""What stands for whoever tells, among the speakers."""

OPTIONS: Final = "."
"""What stands for the options, among the speakers; no id has a dot."""

SLOW, FAST = 200, 240
"""Words that people read in a minute."""

_MORE: Final = ("options-uneven", "same-words")
GIVEAWAYS: Final = frozenset(rule.code for rule in FAIRNESS.values()) | {RULES[name].code for name in _MORE}
"""The codes of what gives answers away."""


@dataclass(frozen=True, slots=True)
class Row:
    """A scene: its words in the files, how many of them are read (None if that is not known), and what is in it."""

    id: str
    words: int
    read: float | None
    choices: int
    options: int
    ease: Ease
    echoes: int


@dataclass(frozen=True, slots=True)
class Measured:
    """The options that show a dynamic: how many, and how many words each has."""

    dynamic: str
    lengths: tuple[int, ...]

    @property
    def mean(self) -> float:
        """Words of an option on average; 0 of none."""
        return fmean(self.lengths) if self.lengths else 0.0


@dataclass(frozen=True, slots=True)
class Stats:
    """Everything that is counted.

    `speakers` has words by the id of whoever speaks; `lengths` is None where the story is too large; `epilogues` has
    the fewest and most words of each; `per_choice` counts choices by their number of options; `patterns` has how many
    options of a scene show a pattern.
    """

    places: Whereabouts
    scenes: tuple[Row, ...]
    speakers: Mapping[str, int]
    reveal: int
    lengths: Lengths | None
    epilogues: Mapping[str, tuple[int, int]]
    ease: Ease
    per_choice: Mapping[int, int]
    options: tuple[int, ...]
    dynamics: tuple[Measured, ...]
    patterns: Mapping[tuple[str, str], int]
    echoes: Echoes
    tells: tuple[Tell, ...]
    giveaways: tuple[Problem, ...]

    @property
    def story(self) -> Story:
        """The story itself."""
        return self.places.story

    @property
    def words(self) -> int:
        """All words that can be read before the reveal."""
        return sum(self.speakers.values())


def gather(loaded: Loaded, story: Story, limits: Limits | None = None) -> Stats:
    """Return the statistics of a story that was loaded with the advice on fairness."""
    counts = _Counts(Whereabouts(loaded, story))
    try:
        length = lengths(story, limits or Limits())
    except StoppedError:
        length = None
    lists = [node.options for node in story.nodes if isinstance(node, Choose)]
    measured = {id_: words(sided(option.text), counts.called) for id_, option in story.options.items()}
    return Stats(
        counts.places,
        tuple(counts.row(scene, length) for scene in story.scenes),
        counts.speakers,
        counts.reveal(),
        length,
        epilogues(story),
        ease(each for part in counts.paragraphs.values() for each in part),
        dict(sorted(Counter(map(len, lists)).items())),
        tuple(measured.values()),
        tuple(Measured(dynamic, tuple(_lengths(story, measured, dynamic))) for dynamic in DYNAMICS),
        Counter((id_.partition(".")[0], option.shows) for id_, option in story.options.items() if option.shows),
        counts.echoes,
        tells(story, measured),
        tuple(each for each in loaded.problems if each.code in GIVEAWAYS),
    )


def _lengths(story: Story, measured: Mapping[str, int], dynamic: str) -> Iterator[int]:
    for id_, option in story.options.items():
        if option.shows and PATTERNS[option.shows].dynamic == dynamic:
            yield measured[id_]


class _Counts:
    """The words of a story by scene and by speaker, and its paragraphs by scene ("" is what stands in story.yaml)."""

    def __init__(self, places: Whereabouts) -> None:
        self.places = places
        self.called = called_by_default(places.story)
        self.words: Counter[str] = Counter()
        self.speakers: Counter[str] = Counter()
        self.paragraphs: defaultdict[str, list[str]] = defaultdict(list)
        self.echoes = echoes(places)
        for place, node in enumerate(places.story.nodes):
            if isinstance(node, Say):
                self._count((places.home(place) or "").partition(".")[0], node.speaker or NARRATION, node.text)
        for id_, option in places.story.options.items():
            self._count(id_.partition(".")[0], OPTIONS, option.text)

    def _count(self, scene: str, speaker: str, text: Text) -> None:
        found = self._both(text)
        self.words[scene] += found
        self.speakers[speaker] += found
        self.paragraphs[scene].append(plain(sided(text), self.called))

    def _both(self, text: Text) -> int:
        """Return the words of a text as it was written: both sides of each alternative count."""
        base, adds = counted(text, self.called)
        return base + sum(max(0, add.words) for add in adds)

    def reveal(self) -> int:
        """Return how many words stand there for the reveal."""
        story = self.places.story
        texts = [scene.at for scene in story.scenes.values()]
        for option in story.options.values():
            texts += (option.recall, option.protects, option.costs, option.lands)
        return sum(self._both(text) for text in texts if text)

    def row(self, scene: str, length: Lengths | None) -> Row:
        """Return what is counted of a scene."""
        story = self.places.story
        choices = [node for node in story.nodes if isinstance(node, Choose) and node.scene == scene]
        read = None
        if length is not None:
            there = (each for place, each in length.places.items() if self._scene(place) == scene)
            read = sum(there)
        return Row(
            scene,
            self.words[scene],
            read,
            len(choices),
            sum(len(node.options) for node in choices),
            ease(self.paragraphs[scene]),
            sum(echo.scene == scene for echo in self.echoes.all),
        )

    def _scene(self, place: int) -> str:
        node = self.places.story.nodes[place]
        return node.scene if isinstance(node, Choose) else (self.places.home(place) or "").partition(".")[0]
