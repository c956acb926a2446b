"""The counts of a class as a table for other programs (CSV).

1. The columns, and what the first of them may hold, are the same in every language and every version of the game;
   what the third holds is words for people.
2. It is UTF-8 with the mark that Excel asks for; cells are parted by commas, rows by CR and LF.
3. No cell is a formula, nor can any part of one become one where a program parts cells by semicolons.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import Final

from game.classroom.forks import answered
from game.classroom.tally import FEWEST, Tally, splits
from game.insight.patterns import PATTERNS
from game.insight.wording import DYNAMIC_WORDS
from game.language import _
from game.story.model import Story
from game.story.names import ENDINGS

COLUMNS: Final = ("what", "which", "in words", "count")
SECOND: Final = "count, second class"
RUNS, FINISHED, ENDING, ANSWER, PATTERN = "runs", "finished runs", "ending", "answer", "runs that showed the pattern"
"""What the first column holds: a row each for the first two, then a row an ending, an answer, a pattern."""

_BEGINS_FORMULA: Final = "=+\\-@\uff1d\uff0b\uff0d\uff20"
"""Some programs take the wide forms of East Asian scripts for the same signs."""

_FORMULA: Final = re.compile(rf"(^|;)([\s\"]*)([{_BEGINS_FORMULA}])")


def as_csv(story: Story, classes: Sequence[Tally]) -> str:
    """Return the counts of classes with at least five finished runs, a column each."""
    drawn = [each for each in classes if each.finished >= FEWEST]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*COLUMNS[: 3 + len(drawn[:1])], *([SECOND] if len(drawn) > 1 else [])])
    for row in _rows(story, drawn):
        writer.writerow([cell(each) if isinstance(each, str) else each for each in row])
    # Excel takes a file for UTF-8 only with this mark before it.
    return "\ufeff" + out.getvalue()


def cell(words: str) -> str:
    """Return words as they may stand in a table of another program: on one line, and never a formula."""
    line = "".join(sign if sign.isprintable() else " " for sign in words).strip()
    return _FORMULA.sub(r"\1\2'\3", line)


def _rows(story: Story, drawn: Sequence[Tally]) -> Iterator[tuple[object, ...]]:
    if not drawn:
        return
    yield (RUNS, "", "", *(each.runs for each in drawn))
    yield (FINISHED, "", "", *(each.finished for each in drawn))
    for ending in ENDINGS:
        yield (ENDING, ending, _(DYNAMIC_WORDS[ending].title), *(each.dynamics[ending] for each in drawn))
    for split in splits(story, drawn):
        for pick, counts in split.answers:
            yield (ANSWER, pick, answered(story, pick), *counts)
    for pattern in PATTERNS.values():
        yield (PATTERN, pattern.id, _(pattern.name), *(each.patterns.get(pattern.id, 0) for each in drawn))
