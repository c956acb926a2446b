"""Sheets on which readers look for the true why of a play: one transcript, four whys.

    python tests/validity/whys.py STORY SEED NUMBER SHEET

Transcripts are plays of the study (`data/plays.csv`). Beside the true why stand three others: one of another play with
the same label, and two of plays with other labels, where there are any. Headings that name the dynamic are left out, so
that a reader has nothing to go by but the moments and what is said of them. The key goes beside the sheet; each line of
it names the plays behind the letters, by their place among the story's plays, the true one first.
"""

from __future__ import annotations

import json
import string
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from game.insight.counting import called_by_default  # noqa: E402  # it runs without being installed, too
from game.insight.reveal import reveal  # noqa: E402
from game.insight.why import explain  # noqa: E402
from game.session import Session  # noqa: E402
from game.story.model import Story  # noqa: E402
from game.terminal.prose import told as moment_told  # noqa: E402
from tests.validity.blind import story_of, told  # noqa: E402
from tests.validity.tables import rows  # noqa: E402


class Played(NamedTuple):
    """A play of the study: its transcript, what it ended in, and its why."""

    number: int
    transcript: str
    label: str
    why: str


def played(story: Story) -> list[Played]:
    """Return the story's plays that can still be played."""
    found = []
    for number, row in enumerate(rows("plays", story.id)):
        session = Session(story, int(row["seed"]))
        for pick in row["picks"].split():
            session.pick(pick)
        events = [event for frame in session.frames for event in frame.events]
        explained = explain(story, reveal(story, session.picks), called_by_default(story))
        known: set[str] = set()
        moments = [*explained.moments, *([explained.against] if explained.against else [])]
        why = " ".join(moment_told(each, known) for each in moments)
        found.append(Played(number, "\n\n".join(told(story, events)), explained.dynamic, why))
    return found


def sheet(story: Story, seed: int, number: int, out: Path) -> None:
    """Write `number` transcripts, each with four whys, and the key."""
    chance = Random(seed)  # noqa: S311  # no secret hangs on it
    plays = played(story)
    lines: list[str] = []
    key: dict[str, list[int]] = {}
    for place, true in enumerate(chance.sample(plays, number), 1):
        whys = _beside(plays, true, chance)
        shuffled = chance.sample(whys, len(whys))
        key[str(place)] = [true.number, *(each.number for each in shuffled)]
        letters = zip(string.ascii_lowercase, shuffled, strict=False)
        lines += [f"=== transcript {place} ===", true.transcript, f"--- which why is that of transcript {place}? ---"]
        lines += [f"{place}{letter}. {each.why}" for letter, each in letters]
    out.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    out.with_suffix(".key.json").write_text(json.dumps(key, indent=1), encoding="utf-8")


def _beside(plays: Sequence[Played], true: Played, chance: Random) -> list[Played]:
    others = list({each.why: each for each in plays if each.why != true.why}.values())
    same = [each for each in others if each.label == true.label]
    different = [each for each in others if each.label != true.label]
    chosen = chance.sample(same, min(1, len(same)))
    return [true, *chosen, *chance.sample(different, 3 - len(chosen))]


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    sheet(story_of(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]))
