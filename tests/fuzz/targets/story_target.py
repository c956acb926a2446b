"""A story from its files: loaded, told of, held against its promises, and played, if it can be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Final

from game.authoring.load import load
from game.authoring.plays.kept import kept
from game.authoring.promises import broken
from game.insight.exact.limits import Limits
from game.insight.reveal import reveal
from game.insight.why import explain
from game.session import Session
from game.settings import Settings, names_for
from game.shipped import SCENES
from game.story.fingerprint import fingerprint
from game.story.model import Story
from game.terminal import prose
from tests.fuzz.bundle import bundled, files, folder
from tests.fuzz.said import shown, sound
from tests.fuzz.targets.yaml_target import BROKEN
from tests.fuzz.targets.yaml_target import WORDS as YAML_WORDS
from tests.shelf import DINNER, PLAYS, PORCH, STORY

MOST_ANSWERS: Final = 40
LONGEST_SEED: Final = 12_000

WORDS: Final = (*YAML_WORDS, "\n=== story.yaml\n", "\n=== a.yaml\n", "\n=== pictures/a.png\n", "\n=== support.md\n")


def one(data: bytes) -> None:
    """Load the files of an input as a story; without a story.yaml among them, the first scene alone."""
    found = files(data, "scene.yaml")
    with folder(found) as place:
        loaded = load(place if "story.yaml" in found else place / next(iter(found), "scene.yaml"))
        sound((*loaded.problems, *broken(loaded, Limits(seconds=1.0))), loaded.sources)
        plays = kept(loaded, place)
        sound(plays.problems, plays.sources)
        assert loaded.story is not None or any(each.severity == "error" for each in loaded.problems)
        if loaded.story is not None:
            _play(loaded.story, Random(len(data)))  # noqa: S311  # no secret hangs on it


def seeds() -> Iterator[bytes]:
    """Yield the broken stories, the small story of other tests, and scenes of the shipped ones."""
    tea = {"story": STORY, "dinner": DINNER, "porch": PORCH, "plays": PLAYS}
    yield bundled({f"{name}.yaml": text.encode() for name, text in tea.items()})
    for place in sorted(BROKEN.iterdir()):
        if place.suffix != ".txt":
            yield _bundle(place)
    for file in sorted(SCENES.rglob("*.yaml")):
        yield file.read_bytes()[:LONGEST_SEED]


def _bundle(place: Path) -> bytes:
    if place.is_file():
        return place.read_bytes()[:LONGEST_SEED]
    inside = [file for file in sorted(place.rglob("*")) if file.is_file()]
    return bundled({file.relative_to(place).as_posix(): file.read_bytes() for file in inside})[:LONGEST_SEED]


def _play(story: Story, rng: Random) -> None:
    """Answer anyhow, some steps far, and tell all of it."""
    assert len(fingerprint(story)) == 64
    session, called = Session(story, 7), names_for(story, Settings())
    while (offered := session.offered) and len(session.picks) < MOST_ANSWERS:
        session.pick(rng.choice(offered.options).id)
    for frame in session.frames:
        for paragraph in prose.paragraphs(frame.events, story, called):
            shown(paragraph)
    explanation = explain(story, reveal(story, session.picks, None), called, None)
    for paragraph in prose.explained(explanation, finished=session.finished):
        shown(paragraph)
