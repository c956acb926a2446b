"""Promises: each rule on its own fixture, and what a walk that was cut short may say."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from game.authoring.load import Loaded, load
from game.authoring.problems import show
from game.authoring.promises import broken
from game.authoring.rules.promises import PROMISES
from game.insight.exact.limits import Limits, StoppedError
from game.shipped import SCENES
from game.story import engine
from tests import shelf

BROKEN = Path(__file__).parent.parent / "broken"

CUT = "promise-undecided"
"""The one rule that needs a walk which stops too early."""


def told(loaded: Loaded, limits: Limits | None = None) -> str:
    """Return the broken promises as `check` shows them."""
    return "".join(show(each, loaded.sources) + "\n" for each in broken(loaded, limits))


@pytest.mark.parametrize("rule", sorted(PROMISES))
def test_each_rule_has_a_story_that_breaks_it_and_no_other(
    rule: str, expect_text: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One broken promise gives its message, at its own line; loading such a story has nothing to say of it."""
    monkeypatch.chdir(BROKEN)
    loaded = load(Path(rule))
    limits = Limits(states=1, seconds=20) if rule == CUT else None
    found = broken(loaded, limits)
    assert {each.code for each in found} == {PROMISES[rule].code}
    assert all(each.severity == "warning" for each in loaded.problems)
    assert all(each.line == 3 for each in found if rule not in ("promise-ending-never", "condition-never"))
    expect_text(BROKEN / f"{rule}.txt", told(loaded, limits))


def test_codes_lie_in_their_range_and_are_unique() -> None:
    """Codes of promises lie between 260 and 269."""
    assert all(re.fullmatch(r"[EW]26\d", rule.code) for rule in PROMISES.values())
    assert len({rule.code for rule in PROMISES.values()}) == len(PROMISES)


def test_a_walk_that_was_cut_short_breaks_nothing_and_proves_nothing() -> None:
    """Even a story that breaks its promise gets a warning alone, without the word."""
    for rule in PROMISES:
        found = broken(load(BROKEN / rule), Limits(states=1))
        assert [each.severity for each in found] == ["warning"]
        assert "proved" not in found[0].message + found[0].hint


def test_a_witness_can_be_played() -> None:
    """The picks of a witness, played one by one, are all open; the run names each by its place and words."""
    loaded = load(BROKEN / "promise-stuck")
    assert loaded.story is not None
    (found,) = broken(loaded)
    picks = re.findall(r"^    (\w+\.\w+) \(\S+start\.yaml:\d+\): \w", found.hint, re.MULTILINE)
    assert picks == ["start.ask"]
    state, _ = engine.begin(loaded.story)
    for pick in picks:
        state, _ = engine.step(loaded.story, state, pick)
    assert engine.finished(loaded.story, state)


def test_a_story_without_promises_is_not_walked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody pays for what was not asked."""
    monkeypatch.setattr("game.authoring.promises.census", pytest.fail)
    assert broken(load(BROKEN / "both-strong.yaml")) == ()


def test_the_shipped_stories_keep_what_they_promise() -> None:
    """Every shipped story promises, and keeps it."""
    stories = [load(path) for path in SCENES.iterdir() if path.is_dir()]
    assert [found for loaded in stories for found in broken(loaded)] == []
    assert any(loaded.story and loaded.story.promises.never_stuck for loaded in stories)


def test_too_little_time_is_told_with_what_helps() -> None:
    """Each promise that could not be looked at says so, and a longer look is advised."""
    loaded = load(BROKEN / "promise-undecided")
    found = broken(loaded, Limits(states=None, seconds=0.0))
    assert {each.code for each in found} == {PROMISES[CUT].code}
    assert "0 seconds" in found[0].message + found[0].hint
    assert "`me-and-we census` tells more with a larger `--seconds`." in found[0].message + found[0].hint


class Late(Limits):
    """Limits that are passed once somebody says so."""

    passed_by_now = False

    def passed(self, states: int = 0) -> bool:
        """Tell whether it was said."""
        return self.passed_by_now or Limits.passed(self, states)


def test_a_lead_that_could_not_be_looked_at_is_undecided(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is neither broken nor kept; the others are looked at all the same."""

    def stopped(*_parts: object) -> None:
        raise StoppedError

    monkeypatch.setattr("game.authoring.promises.led_to", stopped)
    found = broken(load(BROKEN / "promise-lead-broken"))
    assert {each.code for each in found} == {PROMISES[CUT].code}
    assert all("leads only to" in each.message + each.hint for each in found)


def test_a_dead_zone_that_could_not_be_advised_in_time_is_undecided(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is said of the one that the story has."""

    def late(*_parts: object) -> None:
        monkeypatch.setattr(Late, "passed_by_now", True)

    monkeypatch.setattr("game.authoring.promises.advised_dead_zone", late)
    found = broken(load(BROKEN / "dead-zone-unadvised"), Late(states=None, seconds=60.0))
    assert [each.code for each in found] == [PROMISES[CUT].code]
    assert "the dead zone leaves every verdict room" in found[0].message + found[0].hint


def test_an_option_to_whose_choice_nothing_leads_says_so(tmp_path: Path) -> None:
    """It has no condition of its own that could be told."""
    folder = shelf.story(tmp_path / "tea", story=f"{shelf.STORY}promises: {{every_option_reachable: true}}\n")
    dinner = shelf.DINNER + "    - choose:\n        warm: {do: Warm your hands at the steam.}\n"
    alone = dinner[dinner.index("        alone:") : dinner.index("        wait:")]
    (folder / "dinner.yaml").write_text(
        dinner.replace(alone, alone.replace("          go: hall\n", "")), encoding="utf-8"
    )
    (found,) = [each for each in broken(load(folder)) if "warm" in each.message + each.hint]
    assert "dinner.warm: nothing leads to its choice" in found.message + found.hint


def test_a_choice_of_which_everything_was_picked_is_not_stuck(tmp_path: Path) -> None:
    """Whoever comes back to it has nothing left to answer, and goes on."""
    porch = shelf.PORCH.replace("recall: you sat down}", "recall: you sat down, go: steps}")
    porch = porch.replace("recall: you stood", "recall: you stood\n          go: steps")
    front = f"{shelf.STORY}promises: {{never_stuck: true}}\n"
    assert broken(load(shelf.story(tmp_path / "tea", story=front, porch=porch))) == ()
