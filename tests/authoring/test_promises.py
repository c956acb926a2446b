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
from game.insight.exact.limits import Limits
from game.shipped import SCENES
from game.story import engine

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
