"""The plays beside a story: read, performed, compared with their transcripts, and reported."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from game.authoring.load import load
from game.authoring.plays.coverage import coverage
from game.authoring.plays.kept import kept
from game.authoring.plays.perform import perform
from game.authoring.plays.report import Tested, report
from game.authoring.plays.transcripts import compared
from game.authoring.shelf import folder as shelved
from game.terminal.prose import paragraphs
from tests.fuzz.bundle import folder
from tests.fuzz.said import shown, sound
from tests.fuzz.targets.yaml_target import BROKEN
from tests.fuzz.targets.yaml_target import WORDS as YAML_WORDS
from tests.shelf import DINNER, PLAYS, PORCH, STORY

TEA: Final = {"story.yaml": STORY.encode(), "dinner.yaml": DINNER.encode(), "porch.yaml": PORCH.encode()}

WORDS: Final = (*YAML_WORDS, "dinner.pour", "dinner.alone", "dinner.wait", "porch.sit", "porch.stand", "dinner.skip")


def one(data: bytes) -> None:
    """Read an input as the plays of a small story, and play them."""
    with folder({**TEA, "plays.yaml": data}) as place:
        loaded = load(place, fair=False)
        found = kept(loaded, place)
        sound(found.problems, found.sources)
        assert loaded.story is not None
        story = loaded.story
        done = [perform(story, play, paragraphs) for play in found.plays]
        differs = [compared(each, shelved(place)) for each in done]
        failures = [(*each.failures, *filter(None, (more,))) for each, more in zip(done, differs, strict=True)]
        tested = Tested("plays.yaml", list(zip(done, failures, strict=True)), coverage(story, done))
        shown(report(tested, verbose=True).replace(str(place), ""))
        json.dumps(tested.as_json())


def seeds() -> Iterator[bytes]:
    """Yield the plays of the small story, and the broken ones."""
    yield PLAYS.encode()
    yield from (file.read_bytes() for file in sorted(BROKEN.rglob("plays.yaml")))
