"""The machine's part of validity: each gate on stories made to miss it, and all of them on the shipped story."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from game.authoring.load import Loaded, load
from game.authoring.validity.audit import Audit, Tally, adds_up, among_strongest, audit, true_road
from game.authoring.validity.classifier import Sample, features, guessed, telling
from game.authoring.validity.gates import Effort, Gate, _always, gates
from game.authoring.validity.plays import BOTS, EndlessPlayError, Plays
from game.authoring.validity.report import report
from game.insight.dynamics import SIGNS
from game.insight.exact.limits import Limits
from game.insight.reveal import reveal
from game.insight.what_if import Change, what_if
from game.insight.why import told
from game.shipped import SCENES
from game.story.model import Story
from game.story.names import DYNAMICS, ENDINGS
from tests import stories

OUR_YEAR = SCENES / "our-year"
WHOLE = 12
"""Scenes that the main story has when it is whole."""

NOT_YET = {"shortest", "politest"}
"""Gates that three scenes cannot pass: nine choices leave a bot that always does the same no room to spread."""

PLANTED = {
    "decide_together": "Ask what would please {n} most, and settle on a thing that fits the two of you at length.",
    "decide_solo": "Take number {n} now, and be done with it before eight.",
    "hand_over_choice": "Pass {n} on, because yours go wrong.",
    "swallow_preference": "Praise {n} loudly.",
}


def planted(folder: Path, order: str = "") -> Loaded:
    """Load a story whose options tell everything: by length, by words, and by order if that is fixed."""
    folder = folder / "tea"
    folder.mkdir()
    names = [f"day_{number}" for number in range(4)]
    endings = "".join(f"  {ending}: It was tea.\n" for ending in ENDINGS)
    (folder / "story.yaml").write_text(f"title: Tea\nscenes: [{', '.join(names)}]\nendings:\n{endings}")
    for number, name in enumerate(names):
        lines = [f"title: Day {number}", "passages:", "  start:", "    - Tea.", "    - choose:"]
        for dynamic, (pattern, words) in zip(DYNAMICS, PLANTED.items(), strict=True):
            me, we = SIGNS[dynamic]
            lines += [
                f"        {pattern}_x:",
                f"          do: {words.format(n=number)}",
                f"          shows: {pattern}",
                f"          me: {me}",
                f"          we: {we}",
            ]
        lines += [f"      {order}"] if order else []
        (folder / f"{name}.yaml").write_text("\n".join(lines) + "\n")
    loaded = load(folder)
    assert loaded.story is not None, loaded.problems
    return loaded


def judged(loaded: Loaded, effort: Effort | None = None) -> dict[str, Gate]:
    """Return the gates of a story by their ids."""
    assert loaded.story is not None
    found = gates(loaded, loaded.story, (), effort or Effort(120, 10, Limits(states=None)))
    return {gate.id: gate for gate in found}


class TestOptions:
    """Whether the options give themselves away."""

    def test_a_story_that_tells_everything_misses_the_gates(self, tmp_path: Path) -> None:
        """Long is always together, short is always praise, and each dynamic has its own words."""
        found = judged(planted(tmp_path))
        assert {id_ for id_, gate in found.items() if not gate.passed} == {
            "longest",
            "shortest",
            "politest",
            "words",
            "lengths",
        }
        assert found["longest"].figure == found["shortest"].figure == found["words"].figure == 1.0
        assert found["first"].figure < 0.4

    def test_a_fixed_order_is_found_out(self, tmp_path: Path) -> None:
        """With `order: fixed` the first is always the same dynamic."""
        found = judged(planted(tmp_path, "order: fixed"))
        assert (found["first"].figure, found["last"].figure) == (1.0, 1.0)

    def test_bots_do_not_turn_in_circles(self) -> None:
        """What may be picked again is picked again only where nothing else is open."""
        for seed in range(10):
            story = stories.drawn(seed)
            for bot in BOTS:
                try:
                    assert Plays(story).by_bot(bot, seed) in ENDINGS
                except EndlessPlayError:
                    assert any(option.again for option in story.options.values())

    def test_a_play_by_chance_is_made_again_by_its_seed(self) -> None:
        """The figures of a report can be had again."""
        story = shipped()
        assert story is not None
        assert Plays(story).by_chance(5) == Plays(story).by_chance(5)
        assert len({Plays(story).by_chance(seed) for seed in range(20)}) > 15


def shipped() -> Story:
    """Return the shipped story."""
    story = load(OUR_YEAR, fair=False).story
    assert story is not None
    return story


class TestClassifier:
    """The text classifier."""

    @staticmethod
    def sample(scene: str, words: str, dynamic: str) -> Sample:
        """Return an option of a scene."""
        return Sample(scene, words, features(words), dynamic)

    def test_it_learns_from_other_scenes_alone(self) -> None:
        """A word that tells within one scene only teaches nothing about that scene."""
        same = [self.sample("a", f"{dynamic} tea", dynamic) for dynamic in DYNAMICS]
        assert guessed(same).right == 1
        assert guessed([*same, *(each._replace(scene="b") for each in same)]).right == 8

    def test_pairs_of_neighbours_are_read(self) -> None:
        """“so you” and “you so” have the same words."""
        words = {"interdependence": "so you", "codependence": "you so"}
        taught = [self.sample(scene, told, dynamic) for scene in "abc" for dynamic, told in words.items()]
        assert guessed(taught).share == 1.0

    def test_chance_words_are_guessed_by_chance(self) -> None:
        """Over a thousand options whose words mean nothing it is right as often as one in four."""
        chance = random.Random(3)  # noqa: S311  # no secret hangs on it
        letters = "abcdefghijklmnop"
        drawn = [
            self.sample(f"{number % 20}", " ".join(chance.choices(letters, k=12)), chance.choice(DYNAMICS))
            for number in range(1000)
        ]
        assert 0.20 < guessed(drawn).share < 0.30

    def test_what_tells_is_named(self) -> None:
        """A word of one dynamic, in three options and two scenes."""
        taught = [self.sample(scene, "stay because", "dependence") for scene in "abc"]
        taught += [self.sample(scene, "go home", "independence") for scene in "abc"]
        assert telling(taught)["dependence"] == ("because", "stay", "stay because")
        assert telling(taught)["interdependence"] == ()


class TestAudit:
    """Whether the why is true; what is told is changed, and the audit has to notice."""

    def test_a_false_road_is_noticed(self) -> None:
        """Another label, a change that is none, and a pick that is not open."""
        story = shipped()
        run = Plays(story).by_chance(1)
        meant = reveal(story, run)
        road = what_if(story, run).roads[0]
        assert true_road(story, run, meant.dynamic, road)
        other = next(name for name in DYNAMICS if name not in (road.dynamic, meant.dynamic))
        assert not true_road(story, run, meant.dynamic, replace(road, dynamic=other))
        assert not true_road(story, run, road.dynamic, road)
        assert not true_road(story, run, meant.dynamic, replace(road, run=road.run[:-1]))
        assert not true_road(story, run, meant.dynamic, replace(road, run=road.run[1:]))
        more = (*road.changes, Change(None, run[0]))
        assert not true_road(story, run, meant.dynamic, replace(road, changes=more))

    def test_a_false_share_is_noticed(self) -> None:
        """A point too many, or a moment too few."""
        story = shipped()
        run = Plays(story).by_chance(2)
        meant = reveal(story, run)
        assert adds_up(story, run, meant)
        assert not adds_up(story, run, replace(meant, me=meant.me + 1))
        assert not adds_up(story, run, replace(meant, moments=meant.moments[1:]))

    def test_a_weaker_moment_is_noticed(self) -> None:
        """Leaving the strongest out, or telling what was never done."""
        runs = ((stories.drawn(seed), number) for seed in range(40) for number in range(6))
        story, run = next((story, run) for story, run in map(_played, runs) if run and _uneven(story, run))
        meant = reveal(story, run)
        assert among_strongest(run, meant, told(meant))
        assert not among_strongest(run, meant, told(meant)[1:])
        assert not among_strongest(run[:1], meant, told(meant))

    @pytest.mark.parametrize("seed", range(12))
    def test_it_holds_for_whatever_story(self, seed: int) -> None:
        """Drawn stories with all that a story can hold."""
        story = stories.drawn(seed)
        try:
            runs = [Plays(story).by_chance(number) for number in range(6)]
        except EndlessPlayError:
            assert any(option.again for option in story.options.values())
            return
        found = audit(story, runs, Limits(states=None))
        assert found.untold == 0
        for tally in (found.shares, found.cited, found.roads, found.undoing):
            assert (tally.held, tally.against) == (tally.among, ())

    def test_a_tally_keeps_the_first_run_that_is_against(self) -> None:
        """So that it can be looked at."""
        tally = Tally().and_(("a",), held=True).and_(("b",), held=False).and_(("c",), held=False)
        assert tally == Tally(1, 3, ("b",))
        assert Audit().shares.and_((), held=True).held == 1


def _played(drawn: tuple[Story, int]) -> tuple[Story, tuple[str, ...]]:
    """Return a story with a play of it; an empty one if it does not end."""
    story, number = drawn
    try:
        return story, Plays(story).by_chance(number)
    except EndlessPlayError:
        return story, ()


def _uneven(story: Story, run: tuple[str, ...]) -> bool:
    meant = reveal(story, run)
    return bool(told(meant)) and meant.moments[0].pull > meant.moments[len(told(meant)) - 1].pull


class TestShipped:
    """The gates of the shipped story; the figures are those of `me-and-we validity our-year`."""

    def test_its_why_is_true(self) -> None:
        """Shares, moments, roads and undoing, in every play that is looked at; the rest of them is in the slow test."""
        loaded = load(OUR_YEAR)
        found = judged(loaded, Effort(1, 6, Limits(states=None)))
        assert [found[id_].passed for id_ in ("shares", "cited", "roads", "undoing", "lengths", "cues")] == [True] * 6

    @pytest.mark.slow
    @pytest.mark.timeout(600)
    def test_it_passes_every_gate(self) -> None:
        """All of them, with as many plays as the command looks at by itself."""
        loaded = load(OUR_YEAR)
        assert loaded.story is not None
        found = judged(loaded, Effort())
        missed = {id_ for id_, gate in found.items() if not gate.passed}
        if len(loaded.story.scenes) < WHOLE and missed and missed <= NOT_YET:
            pytest.xfail(f"the story is not whole yet: {', '.join(sorted(missed))}")
        assert missed == set(), report(loaded.story, list(found.values()))


def test_the_report_fits_and_names_what_is_missed(tmp_path: Path) -> None:
    """80 columns, a mark in words at each gate, and the words that tell."""
    loaded = planted(tmp_path)
    assert loaded.story is not None
    found = list(judged(loaded).values())
    text = report(loaded.story, found)
    assert max(map(len, text.split("\n"))) <= 80
    assert text.count("  MISS  ") == 5
    assert text.count("  PASS  ") == len(found) - 5
    assert "dependence: because, because yours" in text
    assert f"5 of {len(found)} gates are missed.\n" in text
    assert report(loaded.story, found, blocks=False).isascii()


def test_gates_that_a_story_cannot_miss_are_left_out(tmp_path: Path) -> None:
    """Without scored options nothing has a length, and words that tell are those of English."""
    scene = "title: Day\npassages:\n  start:\n    - choose:\n        a: {do: Stay.}\n        b: {do: Go.}\n"
    folder = tmp_path / "tag"
    folder.mkdir()
    endings = "".join(f"  {ending}: Ende.\n" for ending in ENDINGS)
    (folder / "story.yaml").write_text(f"title: Tag\nlanguage: de\nscenes: [day]\nendings:\n{endings}")
    (folder / "day.yaml").write_text(scene)
    assert not {"lengths", "cues"} & judged(load(folder)).keys()


def test_a_gate_tells_a_program_what_a_person_reads() -> None:
    """With the limit by its kind; a run that is against it is named."""
    gate = _always("shares", Tally(3, 4, ("day.a", "day.b")), "in {held} of {among} plays")
    assert gate.as_json() == {
        "gate": "shares",
        "pass": False,
        "figure": 0.75,
        "at_least": 1.0,
        "told": "in 3 of 4 plays",
    }
    assert gate.notes == ("not in: day.a day.b",)
    assert replace(gate, least=False).as_json()["at_most"] == 1.0


def test_a_report_without_a_miss_says_so() -> None:
    """In one line at its end."""
    story = shipped()
    gate = Gate("shares", 1.0, 1.0, "in 4 of 4 plays", least=True)
    assert report(story, [gate]).endswith("All 1 gates are passed.\n")


def test_roads_that_could_not_be_found_in_time_are_counted() -> None:
    """They are neither true nor false; what needs no time is audited all the same."""
    story = shipped()
    run = Plays(story).by_chance(5)
    found = audit(story, [run], Limits(states=None, seconds=0.0))
    assert (found.untold, found.roads, found.shares) == (1, Tally(), Tally(1, 1))
