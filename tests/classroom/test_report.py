"""The report of a run: what it holds, and what it must not."""

from __future__ import annotations

from html.parser import HTMLParser

from game.classroom.report import report
from game.insight.what_if import what_if
from tests.samples import STORY

PICKS = ("dinner.noodles", "offer.go")


class Words(HTMLParser):
    """The words of a page, and the names of what is in it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element, and where it would fetch something from."""
        self.tags.append(tag)
        for name, value in attrs:
            assert name not in ("src", "href", "onclick"), f"{tag} {name}={value}"

    def handle_data(self, data: str) -> None:
        """Note words."""
        self.words.append(data.strip())

    @property
    def text(self) -> str:
        """All words."""
        return " ".join(filter(None, self.words))


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
