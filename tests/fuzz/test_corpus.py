"""Every input that was worth keeping, fed to its harness once more: what was found once stays mended."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from time import process_time

import pytest

from tests.fuzz import limits
from tests.fuzz.limits import TooMuchError, bounded
from tests.fuzz.targets import NAMES, target

HERE = Path(__file__).parent
CORPUS = HERE / "corpus"


@pytest.mark.parametrize("name", NAMES)
def test_no_kept_input_harms(name: str) -> None:
    """Nothing is raised, and none takes two seconds or 250 MB."""
    harness = target(name)
    kept = sorted((CORPUS / name).iterdir())
    assert kept
    for file in kept:
        try:
            bounded(harness.one, file.read_bytes())
        except BaseException as found:
            found.add_note(f"the input is {file}")
            raise


@pytest.mark.parametrize("name", NAMES)
def test_no_seed_harms(name: str) -> None:
    """What the search begins with is good."""
    for seed in target(name).seeds():
        bounded(target(name).one, seed)


def test_the_corpus_is_small_and_has_no_other_folders() -> None:
    """It is read in every run of the tests, and handed on with the sources."""
    files = [file for file in CORPUS.rglob("*") if file.is_file()]
    assert {file.relative_to(CORPUS).parts[0] for file in files} == set(NAMES)
    assert sum(file.stat().st_size for file in files) < 2_000_000


def test_what_takes_too_much_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    """Time and memory are noticed; an honest input is not."""
    monkeypatch.setattr(limits, "MOST_SECONDS", 0.05)

    def slow(_data: bytes) -> None:
        end = process_time() + 0.1
        while process_time() < end:
            pass

    def large(_data: bytes) -> None:
        assert b"x" * 30_000_000

    with pytest.raises(TooMuchError):
        bounded(slow, b"")
    monkeypatch.setattr(limits, "MOST_MEMORY", 10_000_000)
    if sys.platform == "linux":
        with pytest.raises(TooMuchError):
            bounded(large, b"")
    bounded(lambda _data: None, b"")


@pytest.mark.slow
def test_the_search_runs_or_says_that_it_cannot() -> None:
    """The command is there with atheris and without it."""
    command = [sys.executable, "-m", "tests.fuzz", "condition", "--seconds", "1"]
    done = subprocess.run(command, cwd=HERE.parents[1], capture_output=True, check=False)  # noqa: S603  # ourselves
    assert done.returncode == 0, done.stderr.decode()
    assert b"Nothing was fuzzed" in done.stdout or b"Done " in done.stderr
