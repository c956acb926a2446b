"""What the documents say is so: their examples are checked as an author would."""

from __future__ import annotations

import re
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from pages.uses import uses

from game.authoring.explained import EXPLAINED
from game.authoring.keys import PLACES
from game.authoring.load import load
from game.authoring.plays.kept import kept
from game.authoring.plays.perform import perform
from game.authoring.rules import RULES
from game.cli import main
from game.insight.patterns import PATTERNS
from game.story.names import FIGURES
from game.terminal.prose import paragraphs
from tests.stage import KEYS
from tests.walkthrough import agrees, follow

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "docs" / "scenes.md").read_text(encoding="utf-8")


def examples(text: str) -> list[str]:
    """Return the YAML blocks of a document."""
    return [textwrap.dedent(block) for block in re.findall(r"^ *```yaml\n(.*?)^ *```", text, re.DOTALL | re.MULTILINE)]


def test_the_guide_s_story_plays(tmp_path: Path) -> None:
    """The story, the scene and the plays of the guide, with the smallest scene of CONTRIBUTING as the second, hold."""
    scene, story, plays = examples(GUIDE)
    (smallest,) = examples((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    folder = tmp_path / "our-year"
    folder.mkdir()
    for name, text in (("story", story), ("dinner", scene), ("offer", smallest), ("plays", plays)):
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    loaded = load(folder)
    assert [problem for problem in loaded.problems if problem.severity == "error"] == []
    assert loaded.story is not None
    found = kept(loaded, folder)
    assert found.problems == ()
    assert [perform(loaded.story, play, paragraphs).failures for play in found.plays] == [(), ()]


def test_the_guide_names_every_pattern_and_pose() -> None:
    """Nothing that an author may write is left out, and nothing else is listed."""
    assert set(re.findall(r"`(\w+_\w+)`", GUIDE[GUIDE.index("## The 24 patterns") :])) == set(PATTERNS)
    assert ", ".join(FIGURES) in GUIDE


@pytest.fixture
def typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[[list[str]], str]:
    """Return a function that types a command in an empty folder, and gives what is printed."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ME_AND_WE_HOME", str(tmp_path / "home"))

    def run(words: list[str]) -> str:
        main(words)
        printed = capsys.readouterr()
        return printed.out + printed.err

    return run


@pytest.mark.parametrize("page", ["tutorial", "complaints"])
def test_whoever_follows_the_guide_sees_what_it_shows(
    page: str, tmp_path: Path, typed: Callable[[list[str]], str]
) -> None:
    """Every file is written, and every command typed, from top to bottom in an empty folder."""
    text = (ROOT / "docs" / "guide" / f"{page}.md").read_text(encoding="utf-8")
    for command in follow(text, tmp_path, typed):
        assert agrees(command.shown, command.printed), f"{command.typed}\n{command.printed}"


COMMONEST = {
    "A colon in speech": "colon-in-words",
    "A quotation mark at the start": "words-after-quotes",
    "A hash": "cut-off",
    "A tab": "tabs",
    "A wrong indent": "columns",
    "The same name twice": "name-twice",
    "A pattern that is none": "pattern-unknown",
    "A passage that is not there": "go-unknown",
    "A condition that can never hold": "condition-impossible",
    "“no” as an answer": "flag-expected",
    "A step that slipped into prose": "step-in-prose",
    "Speech of somebody unknown": "speaker-in-prose",
}


def test_the_commonest_mistakes_are_each_told_what_they_are() -> None:
    """Each has a chapter: the mistake, one complaint with the code that is meant, and then none."""
    text = (ROOT / "docs" / "guide" / "complaints.md").read_text(encoding="utf-8")
    chapters = re.findall(r"^## \d+\. (.*?)\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE)
    told = {title: re.findall(r": (?:error|warning) (\w+): ", chapter) for title, chapter in chapters}
    assert told == {title: [RULES[rule].code] for title, rule in COMMONEST.items()}
    assert all(chapter.count("\nNo problems.\n") == 1 for _, chapter in chapters)


def test_the_example_uses_every_key() -> None:
    """The story of the reference’s examples has no problems, and uses each key but the one that only the game has."""
    folder = ROOT / "docs" / "examples" / "every-key"
    loaded = load(folder)
    assert loaded.problems == ()
    assert loaded.story is not None
    found = kept(loaded, folder)
    assert found.problems == ()
    assert [perform(loaded.story, play, paragraphs).failures for play in found.plays] == [()]
    known = {(place, key.name) for place, keys in PLACES.items() for key in keys}
    assert known - set(uses(folder)) == {("pictures.yaml", "figures")}


@pytest.fixture(scope="session")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the reference, made from the code."""
    folder = tmp_path_factory.mktemp("reference")
    subprocess.run([sys.executable, ROOT / "docs" / "reference.py", folder], check=True)  # noqa: S603  # our own file
    return folder


def test_the_reference_has_a_page_for_each_key_and_each_code(reference: Path) -> None:
    """None is missing, and each holds the words of the code."""
    codes = {file.stem for file in (reference / "problems").glob("[EW]*.md")}
    assert codes == {rule.code for rule in RULES.values()}
    pages = {file.stem for file in (reference / "keys").glob("*.md")} - {"index"}
    assert len(pages) == sum(len(keys) for keys in PLACES.values())
    for name, rule in RULES.items():
        page = (reference / "problems" / f"{rule.code}.md").read_text(encoding="utf-8").replace("\\", "")
        assert EXPLAINED[name].why.replace("\\", "") in page


def test_links_of_the_reference_lead_somewhere(reference: Path) -> None:
    """Every relative link of a page is a page, of the reference or of the guide."""
    for file in reference.rglob("*.md"):
        for link in re.findall(r"\]\((?!https?:)([^)#]+)\)", file.read_text(encoding="utf-8")):
            there = ROOT / "docs" / "reference" / file.parent.relative_to(reference) / link
            assert (file.parent / link).exists() or there.resolve().exists(), (file.name, link)


DOCUMENTS = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("docs/guide/*.md")]


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: file.name)
def test_links_lead_somewhere(file: Path, reference: Path) -> None:
    """Every relative link of a document is a file, or a page of the reference."""
    for link in re.findall(r"\]\((?!https?:)([^)#]+)\)", file.read_text(encoding="utf-8")):
        _, made, page = link.partition("reference/")
        assert (reference / page if made else file.parent / link).exists(), link


def test_the_keys_of_a_lesson_are_the_games_own() -> None:
    """Each key that the page for teachers names is one that the window knows, and its clicker's keys are, too."""
    page = (ROOT / "docs" / "classroom.md").read_text(encoding="utf-8")
    named = {key.lower() for key in re.findall("<kbd>(.+?)</kbd>", page)}
    assert {"page down", "page up", "backspace", "enter", "b", ".", "s", "i", "o", "q", "p", "m", "escape"} <= named
    assert named <= KEYS.keys()
    table = dict(re.findall(r"^\| (.+?) \| .*?<kbd>(\w|\.)</kbd>", page, re.MULTILINE))
    meant = {"Leave the rest of a scene out": "skip", "What is in the story": "note", "Another story": "stories"}
    for does, what in {**meant, "Leave the game": "leave", "A calm screen, and back": "calm"}.items():
        assert KEYS[table[does].lower()].what == what
