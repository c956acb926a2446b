"""By what a reader could tell answers apart: how often each dynamic is the longest, the shortest, or has a cue word.

These are the figures behind the checks of fairness (`checks/telling_*.py`), also where nothing is wrong yet.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from game.authoring.checks.telling_words import CUES
from game.insight.counting import called_by_default, sided
from game.insight.patterns import PATTERNS
from game.story.model import Choose, Story
from game.story.text import plain


class Tell(NamedTuple):
    """Something that can tell: a cue word, or "longest" and "shortest" of a choice; how often in each dynamic."""

    sign: str
    counts: Mapping[str, int]
    cue: bool = False


def tells(story: Story, lengths: Mapping[str, int]) -> tuple[Tell, ...]:
    """Return what can tell, with `lengths` the words of each option; cue words are looked for in English alone."""
    found = [Tell("longest", _extremes(story, lengths, max)), Tell("shortest", _extremes(story, lengths, min))]
    if story.language.lower().partition("-")[0] == "en":
        found += _cues(story)
    return tuple(found)


def _extremes(story: Story, lengths: Mapping[str, int], extreme: Callable[[Iterable[int]], int]) -> Mapping[str, int]:
    """Count the options that are alone the longest, or shortest, of the scored ones in their choice."""
    found: Counter[str] = Counter()
    for node in story.nodes:
        scored = [id_ for id_ in node.options if story.options[id_].shows] if isinstance(node, Choose) else []
        there = [lengths[id_] for id_ in scored]
        if len(scored) > 1 and there.count(extreme(there)) == 1:
            found[_dynamic(story, scored[there.index(extreme(there))])] += 1
    return found


def _cues(story: Story) -> Iterator[Tell]:
    called = called_by_default(story)
    scored = [id_ for id_, option in story.options.items() if option.shows]
    words = {id_: plain(sided(story.options[id_].text), called).lower() for id_ in scored}
    for cue in CUES:
        found = Counter(_dynamic(story, id_) for id_ in scored if re.search(rf"\b{cue}\b", words[id_]))
        if found:
            yield Tell(cue, found, cue=True)


def _dynamic(story: Story, id_: str) -> str:
    return PATTERNS[story.options[id_].shows or ""].dynamic
