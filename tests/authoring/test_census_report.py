"""The census as an author reads it: 80 columns, all that was found, and no word too much."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest

from game.authoring.census_report import Surveyed, report
from game.authoring.figures import bar, grouped, share, short
from game.authoring.load import Loaded, load
from game.authoring.whereabouts import Whereabouts
from game.authoring.written import written
from game.insight.advice import advised_dead_zone
from game.insight.census import census
from game.insight.exact.limits import Limits
from game.insight.exact.truths import Truth
from game.shipped import SCENES
from game.story.conditions import And, Compare, Constant, Meter, Not, Or, Picked, Shown, ValueOf
from tests import stories

HERE = Path(__file__).parent
OUR_YEAR = SCENES / "our-year"

GAPS = """\
title: Tea
passages:
  kettle:
    - choose:
        ask: {do: Ask for tea., shows: ask_openly, recall: you asked, go: cup}
        wait: {do: Wait for tea., shows: wait_for_repair, recall: you waited, go: cup}
        shout: {do: Shout for tea., when: me > 5}
  cup:
    - choose:
        pour: {do: Pour for two., when: me > 0}
        pass: {do: Pass the pot., when: me > 0}
    - when: me < 3
      then: It is hot.
  attic:
    - Nobody comes here.
"""


def seen(loaded: Loaded, limits: Limits | None = None, *, blocks: bool = True) -> Surveyed:
    """Return a story with its census."""
    assert loaded.story is not None
    found = census(loaded.story, limits)
    advised = advised_dead_zone(loaded.story, limits)
    return Surveyed(Whereabouts(loaded, loaded.story), found, advised, found.complete, 1.0, blocks)


def gaps(tmp_path: Path) -> Loaded:
    """Return a scene with everything that a census tells of."""
    (tmp_path / "tea.yaml").write_text(GAPS)
    return load(tmp_path / "tea.yaml")


def test_the_report_of_the_shipped_story(expect_text: Callable[[Path, str], None]) -> None:
    """The whole report is the one that was agreed on."""
    expect_text(HERE / "census.txt", report(seen(load(OUR_YEAR))))


@pytest.mark.parametrize("seed", range(12))
def test_every_line_fits_on_a_narrow_screen(seed: int) -> None:
    """80 columns hold every line, whatever the story."""
    story = stories.drawn(seed)
    lines = report(seen(Loaded(story, ()))).split("\n")
    assert max(map(len, lines)) <= 80 or any(": " in line for line in lines if len(line) > 80)


def test_what_a_story_cannot_do_is_told_with_its_place(tmp_path: Path) -> None:
    """Dead passages, closed choices and conditions stand with file and line, and with the numbers that were met."""
    text = report(seen(gaps(tmp_path)))
    file = tmp_path / "tea.yaml"
    assert f"tea.attic  {file}:14" in text
    assert f"{file}:10 (closed by conditions)\n      tea.wait\n" in text
    assert f"{file}:7: me > 5 (me was 0 to 0)" in text
    assert f"{file}:12: me < 3 (me was -2 to 2)" in text
    assert "! shout" in text
    assert "never reached" in text


def test_a_walk_that_was_cut_short_says_so() -> None:
    """It says that it stopped; nothing is called proved, and nothing never."""
    text = report(seen(load(OUR_YEAR), Limits(states=1)))
    assert "nothing here is proved." in text
    assert text.count("proved") == 1
    assert "never reached" not in text
    assert "advised" not in text


def test_bars_degrade_where_blocks_cannot_be_shown() -> None:
    """Every sign of the report is ASCII then, as far as the story's own are."""
    text = report(seen(load(OUR_YEAR), blocks=False))
    assert text.isascii()
    assert "####" in text


def test_a_long_story_is_counted_to_the_digit_and_in_words() -> None:
    """3 to the 40th has twenty digits: all are there, and three of them in words."""
    story = stories.long_story(40, 0)
    whole = dataclasses.replace(
        story, options={key: dataclasses.replace(each, when=None) for key, each in story.options.items()}
    )
    text = report(seen(Loaded(whole, ())))
    assert f"{3**40:,} playthroughs (12.1 quintillion)" in text


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (0, "0"),
        (82944, "82,944"),
        (10**15 - 1, "999,999,999,999,999"),
        (10**15, "1.0 quadrillion"),
        (7_200_000 * 10**17, "720.0 sextillion"),
        (10**36, "a number of 37 digits"),
    ],
)
def test_counts_are_exact_and_then_in_words(count: int, told: str) -> None:
    """Up to fifteen digits a table holds them all."""
    assert short(count) == told
    assert int(grouped(count).replace(",", "")) == count


def test_shares_and_bars() -> None:
    """A chance that is there is never told as none; a bar keeps its width."""
    assert [share(each) for each in (0.0, 0.0001, 0.18930845, 1.0)] == ["0.0 %", "< 0.1 %", "18.9 %", "100.0 %"]
    assert [len(bar(each / 50, 24, blocks=blocks)) for each in range(51) for blocks in (True, False)] == [24] * 102
    assert bar(0.5, 4) == "██  "
    assert bar(0.3, 4, blocks=False) == "#   "


def test_conditions_are_written_as_authors_write_them() -> None:
    """Brackets stand where they are needed, and nowhere else."""
    more = Compare(">", Shown("cool_exit", frozenset()), Constant(1))
    either = Or((Picked("tea.ask"), Not(ValueOf(0, "booked"))))
    assert written(And((either, more))) == "(tea.ask or not booked) and shown.cool_exit > 1"
    assert written(Not(either)) == "not (tea.ask or not booked)"
    assert written(Compare("==", Meter("me"), Constant(-2))) == "me == -2"
    assert written(Constant(value=True)) == "true"


def test_conditions_are_found_where_they_stand() -> None:
    """Every condition of the shipped story is told with the line that holds its words."""
    loaded = load(OUR_YEAR)
    assert loaded.story is not None
    places = Whereabouts(loaded, loaded.story)
    truths: tuple[Truth, ...] = census(loaded.story).truths
    for truth in truths:
        file, _, line = places.at(truth.owner, truth.condition).rpartition(":")
        assert written(truth.condition) in loaded.sources[file].lines[int(line) - 1]


def test_the_patterns_that_no_option_shows_are_named_where_they_are_fewer() -> None:
    """Of 24 patterns 20 come up in a story for one lesson."""
    text = report(seen(load(OUR_YEAR.parent / "flatmates")))
    missing = text.partition("Patterns that no option shows\n")[2].partition("\n\n")[0]
    assert len(missing.replace("\n", " ").split(",")) == 4
