"""Arrays tell what rows of whole numbers tell, with few digits in a word and with many."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import Any, Final

import pytest

from game.insight.census import Census, census
from game.insight.exact import wholes
from game.insight.exact.fate import Bounds
from game.insight.exact.regions import Point
from game.insight.exact.wholes import MANY
from game.insight.exact.wholes import sheets as arrays
from game.story.conditions import And, Compare, Condition, Constant, Meter, Not, Or, Picked, holds
from game.story.model import Story
from game.story.names import ENDINGS
from tests.insight.test_census import compare, stories
from tests.stories import drawn, long_story

np = pytest.importorskip("numpy", reason="numpy is not installed")
sheets = pytest.importorskip("game.insight.exact.sheets")

ME: Final = Meter("me")
WE: Final = Meter("we")
Weights = dict[tuple[int, int], int]


@pytest.fixture
def everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep arrays in the smallest of stories."""
    monkeypatch.setattr(wholes, "MANY", 0)


def by_rows(monkeypatch: pytest.MonkeyPatch, story: Story) -> Census:
    """Return the census of a story without arrays."""
    with monkeypatch.context() as without:
        without.setattr(wholes, "MANY", float("inf"))
        return census(story)


@pytest.mark.usefixtures("everywhere")
def test_census_equals_brute_force_with_arrays() -> None:
    """On stories drawn by chance, circles and all, the figures are those of playing everything."""
    for brute in stories(60_000, 100):
        compare(brute, census(brute.story))


@pytest.mark.usefixtures("everywhere")
@pytest.mark.parametrize(
    ("digit", "room"), [(52, 2048), (60, 8), (4, 2)], ids=["as it is", "little room", "many layers"]
)
def test_counts_are_those_of_rows(monkeypatch: pytest.MonkeyPatch, digit: int, room: int) -> None:
    """However the digits of a count are laid out, and however often they are carried, not one is lost."""
    for name, value in (("DIGIT", digit), ("_BASE", 1 << digit), ("_ROOM", room)):
        monkeypatch.setattr(sheets, name, value)
    for story in (long_story(70, 0), long_story(30, 3), *(drawn(seed) for seed in range(20))):
        found, known = census(story), by_rows(monkeypatch, story)
        for name in ENDINGS:
            assert found.dynamics[name].playthroughs == known.dynamics[name].playthroughs
            assert found.dynamics[name].chance == pytest.approx(known.dynamics[name].chance, abs=1e-12)


def test_arrays_are_for_nets_of_many_nodes_and_take_numpy(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a story that people play numpy is not even loaded, and nobody has to have it."""
    assert arrays(MANY - 1) is None
    monkeypatch.setattr(wholes, "find_spec", lambda _name: None)
    assert arrays(MANY) is None


def weights(rng: Random) -> Weights:
    """Return whole numbers of up to three digits at some points."""
    return {(rng.randint(-9, 9), rng.randint(-9, 9)): rng.getrandbits(rng.choice((5, 60, 150))) + 1 for _ in range(9)}


def laid(given: Weights) -> Any:  # noqa: ANN401  # numpy is an extra
    """Return weights as a sheet."""
    points = []
    for (me, we), weight in given.items():
        digits = [weight >> sheets.DIGIT * layer & (1 << sheets.DIGIT) - 1 for layer in range(3)]
        points.append(sheets.Sheet(me, we, np.array(digits, np.uint64).reshape(3, 1, 1)))
    return sheets.joined(points)


def test_sheets_are_added_as_points_are() -> None:
    """At each point of a sum there is the sum of the weights, also where some sheets have none."""
    for seed in range(30):
        rng = Random(seed)  # noqa: S311  # no secret hangs on it
        one, other = weights(rng), weights(rng)
        found = sheets.joined([laid(one), sheets.NONE, laid(other)])
        assert dict(sheets.points(found)) == Counter(one) + Counter(other)


def test_what_lies_beyond_its_bounds_is_laid_on_them() -> None:
    """Each point beyond a bound comes to lie on it; a sheet that is shared stays as it was."""
    for seed in range(60):
        rng = Random(seed)  # noqa: S311  # no secret hangs on it
        given, (low, high) = weights(rng), sorted(rng.sample(range(-12, 13), 2))
        sheet, expected = laid(given), Counter[tuple[int, int]]()
        for (me, we), weight in given.items():
            expected[min(max(me, low), high), min(max(we, -2), 3)] += weight
        found = sheets.folded(sheet, Bounds((low, high), (-2, 3)), loosely=False, shared=True)
        assert dict(sheets.points(found)) == expected
        assert dict(sheets.points(sheet)) == given


@pytest.mark.parametrize(
    "when",
    [
        Compare(">", ME, Constant(2)),
        Compare("<=", Constant(-1), WE),
        Compare("<", ME, WE),
        And((Compare("!=", ME, Constant(0)), Not(Compare("==", WE, Constant(1))))),
        Or((Compare("!=", WE, Constant(0)), Compare(">=", ME, Constant(8)))),
        Compare(">", Constant(1), Constant(2)),
    ],
    ids=str,
)
def test_a_part_of_a_sheet_is_where_its_condition_holds(when: Condition) -> None:
    """After a change of the meters those points are left at which the condition holds."""
    rng = Random(3)  # noqa: S311  # no secret hangs on it
    given = weights(rng)
    expected = {(me, we): each for (me, we), each in given.items() if holds(when, Point(me=me + 1, we=we - 2))}
    assert dict(sheets.points(sheets.within(laid(given), when, (1, -2)))) == expected


def test_what_does_not_read_the_meters_is_refused() -> None:
    """A condition on anything else is worked out before points are told apart by it."""
    with pytest.raises(ValueError, match="when"):
        sheets.within(laid({(0, 0): 1}), Picked("scene.when"))
