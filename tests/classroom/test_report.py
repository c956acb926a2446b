"""The report of a run: what it holds, and what it must not."""

from __future__ import annotations

from game.classroom.report import report
from game.insight.what_if import what_if
from tests.classroom.words import Words
from tests.samples import STORY

PICKS = ("dinner.noodles", "offer.go")


def page(picks: tuple[str, ...] = PICKS) -> Words:
    """Return the report of a run of the sample."""
    return Words(report(STORY, picks, "# Where to go\n\nTo <somebody> you trust.", what_if(STORY, picks)))


def test_it_tells_what_was_modelled_and_why() -> None:
    """The dynamic, the path, a moment, a road, the question, and support."""
    told = page().text
    for words in (
        "Interdependence",
        "The way it took",
        "Roads not taken",
        "Where to go",
    ):
        assert words in told


def test_it_fetches_and_runs_nothing() -> None:
    """No script, and no link to anything outside of the page (see `Words`)."""
    assert not {"script", "link", "iframe", "img"} & set(page().tags)


def test_what_a_story_says_never_becomes_markup() -> None:
    """Support pages are edited by hand."""
    assert "somebody" not in page().tags
    assert "To <somebody> you trust." in page().text


def test_an_unfinished_run_is_called_one() -> None:
    """So far, it says."""
    assert "this run is not finished" in page(()).text
