"""Whole plays of the shipped stories, kept as transcripts: what a reader at the prompt sees, from title to reveal.

A play is a file under `tests/plays/`: the story, the seed and the picks, then `---` and the transcript. Each is played
straight, and again with the run saved and loaded after every answer. `pytest --accept` writes the transcripts anew.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from game.host import Play
from game.insight.reveal import reveal
from game.insight.what_if import what_if
from game.insight.why import explain
from game.library import Library
from game.session import Session
from game.settings import Settings, names_for
from game.story.model import Story
from game.terminal.console import Console
from game.terminal.prose import explained
from game.terminal.read import Reading

FOLDER = Path(__file__).parent / "plays"
FILES = sorted(FOLDER.glob("*.txt"))


@dataclass(frozen=True, slots=True)
class Kept:
    """A play as it is kept."""

    head: str
    story: str
    seed: int
    picks: tuple[str, ...]


def kept(file: Path) -> Kept:
    """Read a play's head."""
    head, _, _ = file.read_text(encoding="utf-8").partition("\n---\n")
    story, seed, *picks = (line.strip() for line in head.splitlines())
    return Kept(head, story.removeprefix("story: "), int(seed.removeprefix("seed: ")), tuple(picks))


def model(library: Library, name: str) -> Story:
    """Return a shipped story."""
    return library.story(name)[0]


def answers(play: Kept, library: Library) -> str:
    """Return what a reader types to give the play's picks."""
    session = Session(model(library, play.story), play.seed)
    typed = []
    for pick in play.picks:
        choice = session.offered
        assert choice is not None
        typed.append("skip" if pick.endswith(".skip") else str([o.id for o in choice.options].index(pick) + 1))
        session.pick(pick)
    assert session.finished
    return "\n".join(typed) + "\n"


def transcript(play: Kept, library: Library, opened: Play) -> str:
    """Return all that the prompt writes when the play is typed in."""
    output = io.StringIO()
    Reading(library, opened, Console(io.StringIO(answers(play, library)), output)).run()
    return output.getvalue()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_play_reads_as_it_was_kept(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expect_text: Callable[[Path, str], None]
) -> None:
    """From the title to the reveal, every line is as expected."""
    monkeypatch.setenv("ME_AND_WE_HOME", str(tmp_path))
    play, library = kept(file), Library(None)
    opened = library.start(play.story, seed=play.seed)
    expect_text(file, f"{play.head}\n---\n{transcript(play, library, opened)}")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_saving_and_loading_after_every_answer_changes_nothing(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run that is closed and opened again after each answer goes the same way, frame by frame."""
    monkeypatch.setenv("ME_AND_WE_HOME", str(tmp_path))
    play, library = kept(file), Library(None)
    straight = Session(model(library, play.story), play.seed)
    path = str(tmp_path / "run.json")
    for pick in play.picks:
        opened = Library(play.story).open(path, play.seed)
        assert opened is not None
        opened.session.pick(pick)
        straight.pick(pick)
        assert opened.session.frames == straight.frames
        opened.close()
    last = Library(play.story).open(path, play.seed)
    assert last is not None
    assert last.session.finished


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_why_is_short(file: Path) -> None:
    """Without headings, the key to the meters, roads, settling, question and disclaimer, it stays under 350 words."""
    play = kept(file)
    story = model(Library(None), play.story)
    told = explain(story, reveal(story, play.picks), names_for(story, Settings()), what_if(story, play.picks))
    assert told.settled
    short = replace(told, roads=(), settled="", question="", disclaimer="")
    paragraphs = [each for each in explained(short, finished=True) if not each.startswith(("—", "Me is"))]
    assert 150 < sum(len(each.split()) for each in paragraphs) < 350


@pytest.mark.parametrize("story", [card.id for card in Library(None).stories()])
def test_plays_reach_every_ending(story: str) -> None:
    """The kept plays of each shipped story show all five endings."""
    texts = [file.read_text(encoding="utf-8") for file in FILES if kept(file).story == story]
    for heading in ("Interdependence", "Independence", "Dependence", "Codependence", "In between"):
        assert any(f"you modelled: {heading}." in text for text in texts)
