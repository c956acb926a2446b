"""The statistics: what they count, and how they are shown."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from game.authoring.load import Loaded, load
from game.authoring.stats.ease import ease, syllable_count
from game.authoring.stats.figures import as_json
from game.authoring.stats.gather import Stats, gather
from game.authoring.stats.heat import alternative, picture
from game.authoring.stats.page import page
from game.authoring.stats.report import report
from game.insight.exact.limits import Limits
from game.insight.patterns import PATTERNS
from game.shipped import SCENES
from tests import stories
from tests.authoring.test_validity import planted

HERE = Path(__file__).parent
SVG = "{http://www.w3.org/2000/svg}"

STORY = """\
title: Tea & <cake>
scenes: [kettle, cup]
variables: {milk: false}
endings:
  interdependence: It was tea. We drank it.
  independence: {when: milk, then: White., else: Black as night.}
  dependence: Tea.
  codependence: Tea.
  in_between: Tea.
"""
KETTLE = """\
title: The kettle
passages:
  start:
    - Sam: Tea?
    - choose:
        ask: {do: Ask for tea., shows: ask_openly, recall: you asked}
        wait: {do: Wait for it., shows: wait_for_repair, recall: you waited, set: {milk: true}}
"""
CUP = """\
title: The cup
passages:
  start:
    - "The cup is hot{milk ? , and the tea is white|}."
    - when: kettle.ask
      then: You asked for it.
    - when: me > 0
      then: You like it.
    - choose:
        drink: {do: Drink it all., shows: decide_solo, recall: you drank}
        pour: {do: Pour it away., shows: cool_exit, recall: you poured}
    - when: cup.drink
      then: Hot.
"""


@pytest.fixture
def tea(tmp_path: Path) -> Stats:
    """Return the statistics of a small story."""
    folder = tmp_path / "tea"
    folder.mkdir()
    for name, text in (("story", STORY), ("kettle", KETTLE), ("cup", CUP)):
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return measured(load(folder))


def measured(loaded: Loaded) -> Stats:
    """Return the statistics of what was loaded."""
    assert loaded.story is not None
    return gather(loaded, loaded.story)


def test_words_are_counted_by_scene_and_by_speaker(tea: Stats) -> None:
    """Both sides of an alternative stand in the file; a reader meets one of them."""
    assert [(row.id, row.words) for row in tea.scenes] == [("kettle", 7), ("cup", 23)]
    assert dict(tea.speakers) == {"": 30, "sam": 1, ".": 12}
    assert tea.words == 43
    assert tea.reveal == 8


def test_words_of_a_playthrough_are_exact(tea: Stats) -> None:
    """Four runs: 18 + 4 for asking + 5 for milk or + 3 for a meter, 1 for the last word."""
    assert tea.lengths is not None
    reads = [7 + 4 + 6 + each for each in (4 + 3 + 1, 4 + 3, 5 + 1, 5)]
    assert (tea.lengths.least.words, tea.lengths.most.words) == (min(reads), max(reads))
    assert tea.lengths.least.exact
    assert tea.lengths.most.exact
    assert tea.lengths.expected == pytest.approx(sum(reads) / 4)
    assert sum(row.read or 0 for row in tea.scenes) == pytest.approx(tea.lengths.expected)
    assert tea.epilogues["independence"] == (1, 3)
    assert tea.epilogues["interdependence"] == (6, 6)


def test_echoes_remember_picks(tea: Stats) -> None:
    """A pick, or a variable that one sets; a meter remembers nobody, and the same scene is not later."""
    assert {(echo.scene, echo.when, echo.later) for echo in tea.echoes.all} == {
        ("cup", "milk", True),
        ("cup", "kettle.ask", True),
        ("cup", "cup.drink", False),
        ("", "milk", True),
    }
    assert tea.echoes.later == 3
    assert tea.echoes.remembered == {"kettle.ask", "kettle.wait"}
    assert [set(options) for options in tea.echoes.forgotten] == [{"cup.drink", "cup.pour"}]


def test_what_could_tell_is_counted(tmp_path: Path) -> None:
    """Alone the longest or the shortest of a choice; cue words as whole words."""
    kettle = KETTLE.replace("Ask for tea.", "Ask for tea together as we said.").replace("Wait for it.", "Await it.")
    folder = tmp_path / "tea"
    folder.mkdir()
    for name, text in (("story", STORY), ("kettle", kettle), ("cup", CUP)):
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    found = {tell.sign: dict(tell.counts) for tell in measured(load(folder)).tells}
    assert found == {
        "longest": {"interdependence": 1},
        "shortest": {"dependence": 1},
        "together": {"interdependence": 1},
        "we": {"interdependence": 1},
    }


@pytest.mark.parametrize(
    ("word", "count"),
    [
        *[("tea", 1), ("table", 2), ("the", 1), ("asked", 1), ("wanted", 2), ("makes", 1), ("kisses", 2), ("I’d", 1)],
        *[("beautiful", 3), ("half-hearted", 3), ("rhythm", 1), ("every", 3), ("quiet", 1), ("kitchen", 2)],
    ],
)
def test_syllables_follow_the_rule(word: str, count: int) -> None:
    """The rule is simple and documented; where it is wrong ("quiet", "every") it is wrong for everybody."""
    assert syllable_count(word) == count


def test_ease_is_flesch_s() -> None:
    """His formula, on sentences that are easy to count."""
    found = ease(["The cat sat on the mat. It sat!", "“Tea?” said Sam…"])
    assert (found.sentences, found.words, found.syllables, found.longest) == (4, 11, 11, 6)
    assert found.score == pytest.approx(206.835 - 1.015 * 11 / 4 - 84.6)
    assert ease([]).score == 0


def test_the_report_of_the_shipped_story(expect_text: Callable[[Path, str], None]) -> None:
    """The whole report is the one that was agreed on, on a narrow screen, and in ASCII for those that know no more."""
    found = measured(load(SCENES / "our-year"))
    text = report(found)
    expect_text(HERE / "stats.txt", re.sub(r"/\S*(?=/our-year/)", "…", text))
    assert max(map(len, text.split("\n"))) <= 80
    assert report(found, blocks=False).isascii()


@pytest.mark.parametrize("seed", range(8))
def test_every_story_has_a_report(seed: int) -> None:
    """Whatever a story holds, also one that says nothing or has no scored options."""
    found = measured(Loaded(stories.drawn(seed), ()))
    assert max(map(len, report(found).split("\n"))) <= 80
    assert json.loads(json.dumps(as_json(found)))["story"] == "drawn"
    ET.fromstring(picture(found))  # noqa: S314  # it was made right here


def test_a_story_that_is_too_large_says_so(tea: Stats) -> None:
    """Words in the files are counted; those of a playthrough are not guessed."""
    found = gather(tea.places.loaded, tea.story, Limits(seconds=0.0))
    assert found.lengths is None
    assert "not known" in report(found)
    assert as_json(found)["playthrough"] is None
    assert "not known" in page(found)


def test_other_languages_have_no_reading_ease(tmp_path: Path) -> None:
    """Syllables are counted by a rule of English."""
    folder = tmp_path / "tee"
    folder.mkdir()
    for name, text in (("story", STORY.replace("title:", "language: de\ntitle:", 1)), ("kettle", KETTLE), ("cup", CUP)):
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    assert "English alone" in report(measured(load(folder)))


def test_the_heat_picture_tells_its_figures(tea: Stats) -> None:
    """Every count stands in it as a figure, and in sentences for those who do not see it."""
    root = ET.fromstring(picture(tea))  # noqa: S314  # it was made right here
    assert root.get("role") == "img"
    told = root.find(f"{SVG}desc")
    assert told is not None
    assert told.text == alternative(tea)
    assert "kettle: ask_openly 1, wait_for_repair 1." in alternative(tea)
    texts = [each.text for each in root.iter(f"{SVG}text")]
    assert set(PATTERNS) <= set(texts)
    assert len([each for each in root.iter(f"{SVG}rect") if each.get("class") == "cell"]) == 24 * 2


def test_shades_are_told_apart_in_grey(tea: Stats) -> None:
    """One ink at growing strength: no two counts look alike in a print without colours."""
    shades = re.findall(r'class="cell"[^>]*fill-opacity="([\d.]+)"', picture(tea))
    assert set(shades) == {"0.0", "0.16"}


def test_the_page_escapes_what_an_author_wrote(tea: Stats) -> None:
    """It is whole, and nothing in it comes from elsewhere."""
    text = page(tea)
    assert "Tea &amp; &lt;cake&gt;" in text
    assert "<cake>" not in text
    assert not re.search(r"(?:src|href)=", text)
    opened: list[str] = []

    class Balanced(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            del attrs
            if tag != "meta":
                opened.append(tag)

        def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            del tag, attrs

        def handle_endtag(self, tag: str) -> None:
            assert opened.pop() == tag

    Balanced().feed(text)
    assert opened == []


def test_what_gives_answers_away_is_told_with_its_place(tmp_path: Path) -> None:
    """In the report and on the page: the file, the line, and the words of the check."""
    found = measured(planted(tmp_path))
    assert found.giveaways
    first = found.giveaways[0]
    assert f"  {first.file}:{first.line} {first.code}\n" in report(found)
    assert "nothing else that the checks know" not in report(found) + page(found)
    assert f"<td>{first.code}</td>" in page(found) or first.code in page(found)


def test_a_story_without_options_has_a_report(tmp_path: Path) -> None:
    """There is nothing to count in them, and nothing to divide by."""
    scene = tmp_path / "tea.yaml"
    scene.write_text("title: Tea\npassages:\n  start:\n    - The kettle sings.\n", encoding="utf-8")
    text = report(measured(load(scene)))
    assert "words each" not in text
    assert "The kettle" not in text
