"""The author's bench: a play that goes on in the story of today, by the ids of its picks. Nothing here waits."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.authoring.watch import reading
from game.bench import Bench
from game.host import Play, Refusal
from game.library import Library

STORY = """\
title: Tea
variables: {brewed: false, cups: {start: 0, low: 0, high: 3}, kind: green}
scenes: [kettle, table]
"""
KETTLE = """\
title: The kettle
passages:
  morning:
    - The kettle sings.
    - choose:
        pour:
          do: Pour, and ask who wants some.
          shows: decide_together
          set: {brewed: true, kind: black}
          add: {cups: 2}
        wait:
          do: Wait, since somebody else will.
          shows: lean_no_return
"""
TABLE = """\
title: The table
passages:
  noon:
    - There are cups.
    - choose:
        drink:
          when: brewed and cups > 1
          do: Drink what there is.
        sit:
          do: Sit down.
        ask:
          when: >-
            (kettle.wait or kind == green) and
            shown.lean_no_return > 0
          do: Ask for some.
  evening:
    - The lamp is on.
"""


class Desk:
    """An author's folder, with a bench on it and a play."""

    def __init__(self, folder: Path, at: str | None = None, having: str = "") -> None:
        self.folder = folder
        self.save("story.yaml", STORY)
        self.save("kettle.yaml", KETTLE)
        self.save("table.yaml", TABLE)
        self.bench = Bench(Library(str(folder)), reading(folder), at, having)
        play = self.bench.begin()
        assert play
        self.play: Play = play

    def save(self, name: str, text: str) -> None:
        """Save a file."""
        (self.folder / name).write_text(text)

    def edit(self, name: str, change: Callable[[str], str]) -> bool:
        """Save a file with a change, and take it up; tells whether the place was kept."""
        self.save(name, change((self.folder / name).read_text()))
        self.bench.take(reading(self.folder))
        assert self.bench.news()
        return self.bench.renew(self.play)

    @property
    def here(self) -> list[str]:
        """The picks up to here."""
        return [*self.play.session.picks]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk after the first answer."""
    monkeypatch.setenv("ME_AND_WE_HOME", str(tmp_path / "home"))
    (tmp_path / "tea").mkdir()
    made = Desk(tmp_path / "tea")
    made.play.session.pick("kettle.pour")
    return made


def replaced(old: str, new: str) -> Callable[[str], str]:
    """Return the change of a text that puts `new` in the place of `old`."""

    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new)

    return change


def test_words_change_and_the_place_stays(desk: Desk) -> None:
    """The play is in the story of today, at the same choice."""
    assert desk.edit("table.yaml", replaced("There are cups.", "There are two cups."))
    assert desk.here == ["kettle.pour"]
    assert desk.play.trouble is None
    said = [event for event in desk.play.session.frames[-1].events if "two cups" in str(event)]
    assert said


def test_what_lies_ahead_of_a_rewind_stays(desk: Desk) -> None:
    """Rewinding works, before and after a save."""
    desk.play.session.pick("table.sit")
    desk.play.session.rewind(2)
    assert desk.edit("table.yaml", replaced("cups.", "cups and saucers."))
    assert desk.here == []
    assert desk.play.session.furthest == ("kettle.pour", "table.sit")
    assert desk.play.session.forward()
    assert desk.here == ["kettle.pour"]


def test_a_renamed_option_is_followed(desk: Desk) -> None:
    """By its `was`."""
    assert desk.edit("kettle.yaml", replaced("        pour:\n", "        pour_some:\n          was: pour\n"))
    assert desk.here == ["kettle.pour_some"]


def test_a_lost_place_is_told_and_found_again(desk: Desk) -> None:
    """The nearest earlier moment, in one line; when the option is back, so is the place."""
    desk.play.session.pick("table.sit")
    desk.save("table.yaml", TABLE.replace("drink:", "sip:"))
    assert not desk.edit("kettle.yaml", replaced("        pour:\n", "        serve:\n"))
    assert desk.here == []
    assert desk.play.trouble == (
        "The story changed, and “kettle.pour” cannot be picked there any more. This is the moment before it."
    )
    assert desk.edit("kettle.yaml", replaced("        serve:\n", "        pour:\n"))
    assert desk.here == ["kettle.pour", "table.sit"]
    assert desk.play.trouble is None


def test_who_goes_another_way_is_not_led_back(desk: Desk) -> None:
    """After another answer, the lost place is forgotten, and so is the line about it."""
    desk.edit("kettle.yaml", replaced("        pour:\n", "        serve:\n"))
    desk.play.session.pick("kettle.wait")
    assert desk.play.trouble is None
    assert desk.edit("kettle.yaml", replaced("        serve:\n", "        pour:\n"))
    assert desk.here == ["kettle.wait"]


def test_a_broken_file_keeps_the_last_good_story(desk: Desk) -> None:
    """With all that is wrong; the next good save mends it."""
    story = desk.play.session.story
    desk.edit("table.yaml", replaced("brewed and", "brewd and"))
    assert desk.bench.broken
    assert desk.play.session.story is story
    flaw = desk.bench.flaws[0]
    assert flaw.place == "table.yaml:7:17"
    assert flaw.source[flaw.start : flaw.start + flaw.length] == "brewd"
    assert flaw.hint == "Did you mean `brewed`?"
    assert desk.edit("table.yaml", replaced("brewd and", "brewed and"))
    assert not desk.bench.broken
    assert desk.play.session.story is not story


def test_a_story_that_begins_broken_begins_when_it_is_mended(tmp_path: Path) -> None:
    """Until then there is nothing to play, and that is said."""
    (tmp_path / "story.yaml").write_text(STORY)
    (tmp_path / "kettle.yaml").write_text(KETTLE)
    bench = Bench(Library(str(tmp_path)), reading(tmp_path), "table.evening", "")
    assert (bench.broken, bench.begun, bench.begin()) == (True, False, None)
    with pytest.raises(Refusal, match="cannot be played yet"):
        bench.stories()
    (tmp_path / "table.yaml").write_text(TABLE)
    bench.take(reading(tmp_path))
    assert bench.news()
    play = bench.begin()
    assert play
    assert bench.glance(play.session).dynamic == "in_between"


def test_a_trial_stays_one(desk: Desk) -> None:
    """It starts where it did, with its values; a place that has gone is told, and found again."""
    trial = Desk(desk.folder, "table", "cups=3,brewed=true,me=2")
    trial.play.session.pick("table.drink")
    assert trial.edit("table.yaml", replaced("There are cups.", "Cups."))
    assert trial.here == ["table.drink"]
    assert (trial.play.session.state.me, trial.play.session.state.values) == (2, (True, 3, "green"))
    trial.save("story.yaml", STORY.replace("scenes: [kettle, table]", "scenes: [kettle, board]"))
    trial.save("board.yaml", TABLE)
    assert not trial.edit("table.yaml", lambda text: text)
    assert "There is no scene or passage “table”." in str(trial.play.trouble)
    trial.save("story.yaml", STORY)
    assert trial.edit("table.yaml", lambda text: text)
    assert trial.here == ["table.drink"]


def test_a_wrong_place_to_start_is_refused(desk: Desk) -> None:
    """With the nearest that there is."""
    with pytest.raises(Refusal, match="Did you mean “table”"):
        Bench(Library(str(desk.folder)), reading(desk.folder), "tabel", "")


def test_jumping_starts_a_trial(desk: Desk) -> None:
    """At any scene or passage, with the values of the command line; reading anew starts there as well."""
    assert [spot.id for spot in desk.bench.spots()] == [
        "kettle",
        "kettle.morning",
        "table",
        "table.noon",
        "table.evening",
    ]
    assert desk.bench.spots()[2:4] == (("table", "The table", "table.yaml:1"), ("table.noon", "", "table.yaml:3"))
    desk.play = desk.bench.jump("table.noon")
    desk.play.session.pick("table.sit")
    assert desk.edit("table.yaml", replaced("There are cups.", "Cups."))
    assert desk.here == ["table.sit"]
    with pytest.raises(Refusal):
        desk.bench.jump("tabel")


def test_nothing_is_kept(desk: Desk, tmp_path: Path) -> None:
    """Neither of a play, nor of one that is begun from the title; there is nothing to open either."""
    desk.bench.start("tea", ("kettle.pour",)).session.pick("table.sit")
    desk.bench.jump("table").session.pick("table.sit")
    assert not (tmp_path / "home").exists()
    assert desk.bench.runs() == ()
    assert desk.bench.latest() is None
    with pytest.raises(Refusal):
        desk.bench.resume("one")


def test_no_file_is_opened_or_handed_out_but_pictures(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A story that is watched has no runs; what is on the screen can still be shown around."""
    monkeypatch.setenv("ME_AND_WE_HOME", str(tmp_path / "home"))
    assert desk.bench.suggested("one") == ""
    for refused in (lambda: desk.bench.bring("run.json"), lambda: desk.bench.copy("one", "x.json")):
        with pytest.raises(Refusal, match="while a story is watched"):
            refused()
    with pytest.raises(Refusal, match="while a story is watched"):
        desk.bench.keep_page(desk.play)
    assert str(tmp_path / "home") in desk.bench.keep_picture(b"")


def test_a_glance_tells_what_is_open_closed_and_why(desk: Desk) -> None:
    """Each condition as it was written, with its line and what its names are worth now."""
    glance = desk.bench.glance(desk.play.session)
    assert (glance.passage, glance.place, glance.me, glance.we) == ("table.noon", "table.yaml:3", 1, 2)
    assert glance.dynamic == "interdependence"
    assert glance.given == (("kettle.pour", "Decide together", 1, 2),)
    assert glance.variables == (("brewed", "true", "false"), ("cups", "2", "0"), ("kind", "black", "green"))
    assert [(each.id, each.state) for each in glance.answers] == [
        ("table.drink", "open"),
        ("table.sit", "open"),
        ("table.ask", "closed"),
    ]
    closed = glance.answers[2]
    assert closed.when == "(kettle.wait or kind == green) and shown.lean_no_return > 0"
    assert closed.now == (("kettle.wait", "not picked"), ("kind", "black"), ("shown.lean_no_return", "0"))
    assert closed.place == "table.yaml:12"


def test_what_was_picked_is_spent(desk: Desk) -> None:
    """An answer that was given before and cannot be given again is told as such, at a choice that is met again."""
    desk.edit("kettle.yaml", lambda text: text.replace("shows: lean_no_return\n", "go: morning\n"))
    desk.play.session.rewind()
    desk.play.session.pick("kettle.wait")
    states = [(each.id, each.state) for each in desk.bench.glance(desk.play.session).answers]
    assert states == [("kettle.pour", "open"), ("kettle.wait", "picked")]


def test_pictures_are_made_anew_only_when_they_change(desk: Desk) -> None:
    """The window keeps them while only words change."""
    desk.edit("table.yaml", replaced("There are cups.", "Cups."))
    assert desk.bench.pictures == 0
    (desk.folder / "pictures").mkdir()
    (desk.folder / "pictures" / "attic.png").write_bytes(b"no picture")
    desk.edit("table.yaml", replaced("Cups.", "Many cups."))
    assert desk.bench.pictures == 1


def test_trouble_with_the_watching_is_raised(desk: Desk) -> None:
    """Where somebody sees it."""
    desk.bench.take(RuntimeError("no ears"))
    with pytest.raises(RuntimeError, match="no ears"):
        desk.bench.news()
