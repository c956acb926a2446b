"""What the documents say is so: their examples are checked as an author would."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from game.authoring.load import load
from game.authoring.plays.kept import kept
from game.authoring.plays.perform import perform
from game.insight.patterns import PATTERNS
from game.story.names import FIGURES
from game.terminal.prose import paragraphs

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


@pytest.mark.parametrize("file", [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")], ids=lambda file: file.name)
def test_links_lead_somewhere(file: Path) -> None:
    """Every relative link of a document is a file."""
    for link in re.findall(r"\]\((?!https?:)([^)#]+)\)", file.read_text(encoding="utf-8")):
        assert (file.parent / link).exists(), link
