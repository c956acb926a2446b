"""Conditions that no playthrough fulfils: advice that a census brings along, where `check` takes one anyway."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from game.authoring.census_report import sightings
from game.authoring.load import Loaded
from game.authoring.places import Span
from game.authoring.problems import Problem, problem
from game.authoring.rules import RULES
from game.authoring.whereabouts import Whereabouts
from game.authoring.written import written
from game.insight.census import Census

_TOLD: Final = frozenset(
    RULES[each].code for each in ("condition-impossible", "condition-out-of-reach", "word-never-held")
)
"""What says the same without a census."""


def never_true(loaded: Loaded, places: Whereabouts, census: Census, but: Collection[str]) -> Iterator[Problem]:
    """Yield the conditions that never hold wherever they are asked, each place once; not those of the options `but`."""
    told = {(each.file, each.line) for each in loaded.problems if each.code in _TOLD}
    for truth in census.truths:
        if not truth.never or truth.owner in but:
            continue
        file, _, line = places.at(truth.owner, truth.condition).rpartition(":")
        if file and (file, int(line)) not in told:
            told.add((file, int(line)))
            words, ranges = written(truth.condition), sightings(truth)
            text = loaded.sources[file].lines[int(line) - 1]
            column = max(0, text.find(words)) + 1
            span = Span(int(line), column, len(words) if words in text else 1)
            yield problem("condition-never", file, span, found=words, ranges=f" ({ranges})" if ranges else "")
