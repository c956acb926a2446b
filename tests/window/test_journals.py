"""The history of a run, and the journal of runs: what was answered, when, where it stands, and what was found."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.host import Play, RunCard
from game.library import Library
from game.session import Session
from game.story.text import plain
from game.window import art
from game.window.screens.history import History
from game.window.screens.runs import Runs
from tests.samples import STORY
from tests.stage import PICTURES, StageHost, look


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A clock five hours ahead of Greenwich."""
    if not hasattr(time, "tzset"):
        pytest.skip("this system's clock cannot be moved for one process")
    monkeypatch.setenv("TZ", "TST-5")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def card(key: str, dynamic: str | None = None, *, story: str = "sample", scene: str = "", saved: str = "") -> RunCard:
    """Return a run of two answers, finished if it ended in something."""
    title = story.capitalize()
    return RunCard(key, 1, story, title, 2, dynamic is not None, saved, dynamic, scene=scene)


def history() -> History:
    """Return the history of a play of two scenes."""
    play = Play(Session(STORY, 1), PICTURES)
    play.session.replay(("dinner.wait", "dinner.noodles"))
    return History(play)


class TestHistory:
    """What was read."""

    def test_what_is_scrolled_says_where_it_is_from(self) -> None:
        """Once the headings have gone by, the running head names the screen and the scene, out of what scrolls."""
        screen = history()
        screen.scroll = 10**6
        layout = screen.layout(look((800, 600), 200))
        head = layout.box("running head")
        assert head
        assert layout.scroll
        assert head.name.startswith("Everything so far · ")
        assert not head.rect.meets(layout.scroll.view)

    def test_a_heading_that_is_cut_is_not_written_twice(self) -> None:
        """While a part of it can be read, the running head leaves it out; once it is gone, it has it."""
        screen = history()
        screen.scroll = 0
        layout = screen.layout(look((800, 600), 200))
        assert layout.scroll
        scene = [box for box in layout.boxes if box.role == "heading"][1]
        heads = []
        for gone in (scene.rect.h // 2, scene.rect.h + 1):
            screen.scroll = scene.rect.y - layout.scroll.view.y + gone
            head = screen.layout(look((800, 600), 200)).box("running head")
            assert head
            heads.append(head.name)
        assert heads == ["Everything so far", f"Everything so far · {scene.name}"]

    def test_at_its_top_the_heading_stands_alone(self) -> None:
        """Nothing is said twice."""
        screen = history()
        screen.scroll = 0
        assert screen.layout(look()).box("running head") is None

    def test_given_answers_are_filled_and_the_focus_frames_them(self) -> None:
        """By shape: without colours the two still differ."""
        given, focused = art.given(40, 40, focused=False), art.given(40, 40, focused=True)
        assert 'fill="@me"' in given
        assert "<rect" not in given
        assert "<rect" in focused


class TestRuns:
    """The journal."""

    @pytest.mark.usefixtures("elsewhere")
    def test_a_run_says_when_by_the_players_own_clock_and_where_it_stands(self) -> None:
        """So that two runs of one story can be told apart."""
        runs = (card("one", scene="Dinner", saved="2026-11-20T19:02:00+00:00"), card("two", saved="long ago"))
        words = Runs(StageHost(cards=runs)).layout(look()).words
        assert "Sample. 21 November 2026, 00:02 · at “Dinner” · 2 answers" in words
        assert "Sample. long ago · 2 answers" in words

    def test_a_finished_run_bears_the_circles_of_its_ending(self) -> None:
        """Each dynamic its own, one that is begun none; and none where there is no room beside its words."""
        ended = ("dependence", "interdependence", "dependence", None)
        runs = tuple(card(str(at), dynamic) for at, dynamic in enumerate(ended))
        layout = Runs(StageHost(cards=runs)).layout(look())
        one, other, same, begun = (layout.box(run.key) for run in runs)
        assert one
        assert other
        assert same
        assert begun
        assert one.art == same.art != other.art
        assert "@me" in one.art
        assert not begun.art
        narrow = Runs(StageHost(cards=runs)).layout(look((300, 400), 200)).box("0")
        assert narrow
        assert not narrow.art

    def test_endings_found_are_named_and_others_only_counted(self) -> None:
        """Each once, story by story; a run that waits has found none."""
        ended = ("dependence", "interdependence", "dependence")
        runs = [*(card(str(at), dynamic) for at, dynamic in enumerate(ended)), card("waits")]
        words = Runs(StageHost(cards=(*runs, card("other", "in_between", story="other")))).layout(look()).words
        assert "Sample: 2 of 5 endings found. Interdependence, Dependence." in words
        assert "Other: 1 of 5 endings found. In between." in words
        assert "Independence." not in words
        assert "Codependence" not in words

    def test_before_the_first_ending_nothing_is_said_of_them(self) -> None:
        """How many there are is no riddle to begin with."""
        assert "endings" not in Runs(StageHost(cards=(card("waits"),))).layout(look()).words


def test_a_kept_run_knows_the_scene_it_stands_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its title, for a run that waits; for one that is finished, by none."""
    monkeypatch.setenv("ME_AND_WE_HOME", str(tmp_path))
    library = Library("our-year")
    play = library.start("our-year", seed=1)
    play.session.pick((play.session.offered or pytest.fail("nothing is asked")).options[0].id)
    waits, offered = library.runs()[0], play.session.offered
    assert offered
    assert waits.scene == plain(play.session.story.scenes[offered.scene].title, {})
    while play.session.offered:
        play.session.pick(play.session.offered.options[0].id)
    assert library.runs()[0].finished
    assert library.runs()[0].scene == ""
