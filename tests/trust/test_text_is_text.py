"""Promise 12: whatever words a file, a name or a story holds, what is shown is text, in all four outputs.

No control signs but line breaks, no hidden direction marks, no markup, no formula; and nothing of the words is lost.
"""

from __future__ import annotations

import io
import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.authoring.load import load
from game.classroom.counts import cell
from game.classroom.report import report
from game.host import Play
from game.naming import clean_name
from game.session import Session
from game.settings import Settings
from game.story.called import Called
from game.story.model import Story
from game.terminal import prose
from game.terminal.console import Console
from game.window.screens.play import PlayScreen
from tests.classroom.words import Words
from tests.stage import look

DIRECTIONS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
ODD = st.sampled_from(
    [
        *("<script>alert(1)</script>", "<img src=x onerror=a()>", "&lt;b&gt;", "=1+1", "@SUM(A1)", "-2", "+3", "]]>"),
        *("\x1b[31m", "\x1b]0;x\x07", "\x9b2J", "\x00", "\x7f", "\u2028", "\u202e", "\u2066", "\ufeff", "\u200b"),
        *("{{", "}}", "\\*", "\\|", '"', "'", "\t", "\r", "\r\n", "\n\n", "javascript:alert(1)", "\ud7ff", "\ufffe"),
    ]
)
TEXTS = st.lists(st.text(max_size=12) | ODD, max_size=6).map("".join)
SCENE = """\
title: {words}
passages:
  start:
    - {words}
    - choose:
        one: {{do: {words}, shows: decide_solo, recall: {words}}}
        two: {{say: {words}}}
    - {words}
"""


def steering(text: str) -> list[str]:
    """Return the signs in a text that steer a terminal, or turn words around."""
    return [sign for sign in text if (sign < " " and sign != "\n") or "\x7f" <= sign <= "\x9f" or sign in DIRECTIONS]


def story_of(words: str) -> Story | None:
    """Return a story in which some words stand wherever an author can write, if `check` lets it be played."""
    with TemporaryDirectory() as place:
        file = Path(place) / "start.yaml"
        file.write_text(SCENE.format(words=json.dumps(words)), encoding="utf-8")
        return load(file, fair=False).story


def printed(session: Session, name: str) -> str:
    """Return what the prompt writes of all that happened."""
    out, called = io.StringIO(), {"you": Called(name, "they"), "sam": Called(name, "she")}
    console = Console(io.StringIO(), out)
    for frame in session.frames:
        console.paragraphs(prose.paragraphs(frame.events, session.story, called))
    for offer in session.offered.options if session.offered else ():
        console.say(prose.offered(offer, called))
    return out.getvalue()


def shown(session: Session) -> str:
    """Return the words of all boxes in the window, a line each."""
    boxes = PlayScreen(Play(session, {}, "")).layout(look()).boxes
    return "\n".join("".join(piece.words for piece in box.text) + "\n" + box.name for box in boxes)


def is_text(words: str, name: str) -> None:
    """Hold one text against the promise in all outputs."""
    called = clean_name(name)
    assert not steering(called)
    story = story_of(words)
    assert cell(words)[:1] not in ("=", "+", "-", "@", "\t", "\r")
    assert not steering(cell(words))
    if story is None:
        return
    session = Session(story, 1)
    session.pick("start.one")
    begun = Session(story, 1)
    for each in (session, begun):
        assert not steering(printed(each, called or "Alex"))
        assert not steering(shown(each))
    page = Words(report(story, session.picks, "", None))
    assert "script" not in page.tags
    assert "img" not in page.tags
    assert not steering(page.text.replace("\t", " "))


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, TEXTS)
def test_what_is_shown_is_text(words: str, name: str) -> None:
    """At the prompt, in the window, on the page and in the table."""
    is_text(words, name)


@pytest.mark.slow
@pytest.mark.timeout(3_600)
@settings(max_examples=10_000, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, TEXTS)
def test_what_is_shown_is_text_10_000_times(words: str, name: str) -> None:
    """The same, often enough that fewer than 3 in 10,000 would fail, at 95 %."""
    is_text(words, name)


@pytest.mark.parametrize("words", ["<b>Tea</b>", "=1+1", "a & b", "5 < 6", "“Tea”", "-2"])
def test_words_come_out_as_they_went_in(words: str) -> None:
    """Nothing is lost by making them harmless."""
    story = story_of(words)
    assert story is not None
    session = Session(story, 1)
    assert words in printed(session, "Alex")
    assert words in shown(session)
    assert words in Words(report(story, ("start.one",), "", None)).text


def test_a_tab_in_prose_is_a_space() -> None:
    """It would stand in what a screen reader is told; on a page it is as wide as a blank anyhow."""
    story = story_of("Tea\tand\tmilk.")
    assert story is not None
    assert "Tea and milk." in shown(Session(story, 1))


def test_a_settings_file_brings_no_hidden_name(tmp_path: Path) -> None:
    """A name from a file that somebody changed is cleaned as one that was typed."""
    from game.runs import settings as kept  # noqa: PLC0415  # the word is taken by hypothesis here

    file = tmp_path / "settings.json"
    name = json.dumps({"you": {"name": "\u202eA\x1b[31m<b>", "pronouns": "they"}})
    file.write_text(f'{{"format": "me-and-we settings", "version": 1, "called": {name}}}', encoding="utf-8")
    called = kept.load(file).settings.called
    assert called == {"you": Called("A[31m<b>", "they")}
    assert Settings().called == {}
