"""Promise 5: what a released version kept loads for ever. Each leaves runs, which nobody changes."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from game.library import Library
from game.runs.replay import resume
from game.runs.run import KIND, dumps, loads
from game.story.fingerprint import fingerprint

GOLDEN = Path(__file__).parents[1] / "runs" / "golden"
FILES = sorted(GOLDEN.glob("version-*.json"))
SUMS = {
    "version-1-flatmates.json": "7e6c6eb9b08ad1fee28ed217cb0750a9b1001348afcdbe4dfd3dbc1d846fae4c",
    "version-1-our-year.json": "dfa672a09b9fa00c5edb4eee5b682454531b9a089e29e05f6c00738b91401481",
    "version-1-standing-by.json": "09b53de8a9f5972e194ea4f2cf5fa0bf8ad415ee7d20eabe988b1e1629abf4ae",
}
"""SHA-256 of the files' bytes: whoever changes one has broken the promise, not mended a test."""


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_run_of_a_released_version_loads(file: Path) -> None:
    """Its answers are those that were kept, and writing it again gives a run of today."""
    assert sha256(file.read_bytes()).hexdigest() == SUMS[file.name]
    run = loads(file.read_bytes())
    assert loads(dumps(run)) == run
    assert len(run.choices) > 4


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_it_is_played_again_in_the_story_of_today(file: Path) -> None:
    """All of it, or as far as the story still goes, and then with a sentence."""
    run = loads(file.read_bytes())
    story = Library(None).story(run.story_id)[0]
    found = resume(story, fingerprint(story), run)
    assert found.picks
    assert len(found.picks) == len(run.choices) or found.notice


def test_every_version_left_three_runs() -> None:
    """The newest one, too: before its format is changed, it leaves its own."""
    for version in range(1, KIND.version + 1):
        assert len([file for file in FILES if file.name.startswith(f"version-{version}-")]) >= 3
    assert {file.name for file in FILES} == set(SUMS)
