"""The census tells what playing every playthrough tells."""

from __future__ import annotations

import gc
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from importlib.util import find_spec

import pytest

from game.insight.census import Census, census
from game.insight.dynamics import verdict
from game.insight.exact import planes, reach, wholes
from game.insight.exact.limits import Limits
from game.story import engine
from game.story.conditions import Compare, Constant, Meter
from game.story.model import Choose, Enter, Option, Story
from game.story.names import ENDINGS
from game.story.state import State
from tests.insight.brute import Everything, Seen, TooLargeError
from tests.insight.stopping import Stopping
from tests.samples import ATE, STORY
from tests.stories import Draft, drawn, long_story, words


def stories(first: int, count: int) -> Iterator[Everything]:
    """Yield so many stories that are small enough, from a seed on."""
    found, seed = 0, first
    while found < count:
        try:
            yield Everything(drawn(seed))
            found += 1
        except TooLargeError:
            pass
        seed += 1


def compare(brute: Everything, found: Census) -> None:
    """Compare everything that both tell."""
    compare_endings(brute, found)
    compare_meetings(brute, found)
    compare_ranges(brute, found)
    compare_truths(brute, found)


def compare_endings(brute: Everything, found: Census) -> None:
    """Compare counts, chances and shortest runs."""
    counts, (chances, _) = brute.counts(), brute.chances()
    assert found.complete
    assert found.playthroughs == sum(counts.values())
    for name in ENDINGS:
        assert found.dynamics[name].playthroughs == counts[name]
        assert found.dynamics[name].chance == pytest.approx(float(chances[name]), abs=1e-11)
        assert found.dynamics[name].shortest == shortest(brute, name)
    assert found.endless == pytest.approx(float(1 - sum(chances.values())), abs=1e-11)
    assert abs(found.lost) < 1e-11


def shortest(brute: Everything, name: str) -> tuple[str, ...] | None:
    """Return the first of the shortest runs that end in a verdict."""

    def goal(seen: Seen) -> bool:
        return engine.finished(brute.story, seen[0]) and brute.verdict(seen[0]) == name

    return brute.shortest(brute.start, goal)


def compare_meetings(brute: Everything, found: Census) -> None:
    """Compare what is reachable, and with which chance."""
    _, met = brute.chances()
    for each in (*found.options, *found.passages, *found.scenes):
        assert each.reachable == (each.id in met), each.id
        assert each.chance == pytest.approx(float(met.get(each.id, 0)), abs=1e-11), each.id


def compare_ranges(brute: Everything, found: Census) -> None:
    """Compare the ranges of the meters, and the choices with nothing open."""
    assert found.meters == brute.ranges(brute.ends)
    for place, node in enumerate(brute.story.nodes):
        if isinstance(node, Choose):
            here = [seen for seen in brute.ways if seen[0].place == place]
            assert found.choices.get(place) == brute.ranges(here)
    assert {(each.place, each.spent) for each in found.closed} == brute.closed


def compare_truths(brute: Everything, found: Census) -> None:
    """Compare the outcomes of every condition."""
    for truth in found.truths:
        assert truth.decided
        assert truth.outcomes == brute.answers.get((truth.condition, truth.owner), set())
    assert brute.answers.keys() <= {(truth.condition, truth.owner) for truth in found.truths}


def test_census_equals_brute_force() -> None:
    """On stories drawn by chance, all figures are those of playing everything."""
    for brute in stories(0, 320):
        compare(brute, census(brute.story))


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_census_equals_brute_force_on_many_stories() -> None:
    """The same on thousands of stories."""
    for brute in stories(100_000, 4000):
        compare(brute, census(brute.story))


def merged(story: Story, flags: int) -> dict[tuple[int, int], tuple[int, Fraction]]:
    """Return the ways and the chance to each pair of meters, state by state; picks older than `flags` are forgotten."""
    layer: dict[State, tuple[int, Fraction]] = {engine.begin(story)[0]: (1, Fraction(1))}
    ends: dict[tuple[int, int], tuple[int, Fraction]] = {}
    while layer:
        following: dict[State, tuple[int, Fraction]] = {}
        for state, (ways, chance) in layer.items():
            node = story.nodes[state.place]
            options = list(engine.open_options(story, state, node)) if isinstance(node, Choose) else []
            for option in options:
                after, _ = engine.step(story, state, option.id)
                recent = sorted(after.picked, key=lambda pick: int(pick.split("_")[1]))[-flags - 1 :]
                after = replace(after, picked=frozenset(recent))
                known = following.get(after, (0, Fraction(0)))
                following[after] = (known[0] + ways, known[1] + chance / len(options))
            if not options:
                before = ends.get((state.me, state.we), (0, Fraction(0)))
                ends[state.me, state.we] = (before[0] + ways, before[1] + chance)
        layer = following
    return ends


@pytest.mark.parametrize("flags", [0, 2])
def test_census_of_a_long_story_equals_a_dictionary_of_states(flags: int) -> None:
    """With flags and conditions on meters, counts are equal and chances differ by less than 10^-12."""
    story = long_story(11, flags)
    counts, chances = Counter[str](), dict.fromkeys(ENDINGS, Fraction(0))
    for meters, (ways, chance) in merged(story, flags).items():
        counts[verdict(*meters, story.dead_zone)] += ways
        chances[verdict(*meters, story.dead_zone)] += chance
    for name, ending in census(story).dynamics.items():
        assert ending.playthroughs == counts[name]
        assert ending.chance == pytest.approx(float(chances[name]), abs=1e-12)


def test_counts_stay_exact_beyond_any_float() -> None:
    """Sixty free choices of three have 3^60 playthroughs, and each chance is its share of these."""
    story = long_story(60, 0)
    free = {id_: replace(option, when=None) for id_, option in story.options.items()}
    found = census(replace(story, options=free))
    assert found.playthroughs == 3**60
    for ending in found.dynamics.values():
        assert ending.chance == pytest.approx(ending.playthroughs / 3**60, abs=1e-12)


@pytest.fixture
def plain_numbers(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Do without gmpy2."""
    wholes.made.cache_clear()
    monkeypatch.setattr(wholes, "find_spec", lambda _name: None)
    yield
    wholes.made.cache_clear()


@pytest.mark.usefixtures("plain_numbers")
def test_census_equals_brute_force_without_gmpy2() -> None:
    """Python's own numbers tell the same."""
    assert wholes.made() is int
    for brute in stories(50_000, 60):
        compare(brute, census(brute.story))


@pytest.mark.skipif(find_spec("gmpy2") is None, reason="gmpy2 is not installed")
def test_gmpy2_changes_no_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    """A census is the same to the last bit with and without gmpy2, and holds nothing but plain numbers."""
    told = [long_story(30, 3), *(drawn(seed) for seed in range(20))]
    quick = [census(story) for story in told]
    assert all(type(found.playthroughs) is int for found in quick)
    wholes.made.cache_clear()
    with monkeypatch.context() as without:
        without.setattr(wholes, "find_spec", lambda _name: None)
        plain = [census(story) for story in told]
    wholes.made.cache_clear()
    assert plain == quick
    assert [each.as_json() for each in plain] == [each.as_json() for each in quick]


def test_more_digits_than_python_writes_at_once_are_printed_exactly() -> None:
    """So many choices of three have 3^9100 playthroughs, and `census --json` tells all 4,342 digits."""
    draft, following = Draft(), 0
    for point in reversed(range(9100)):
        ids = tuple(f"scene.point_{point}_{number}" for number in range(3))
        draft.options |= {id_: Option(id_, words(id_), spoken=False, target=following) for id_ in ids}
        following = draft.add(Choose("scene", ids, fixed_order=False, next=following))
    draft.scene("scene", [("scene.all", draft.add(Enter("scene.all", following)))], 0)
    limit = sys.get_int_max_str_digits()
    told = census(draft.story()).as_json()["playthroughs"]
    assert isinstance(told, str)
    assert len(told) == 4342 > limit
    assert sys.get_int_max_str_digits() == limit
    value = 0
    for digit in told:
        value = value * 10 + int(digit)
    assert value == 3**9100


def test_the_sample_in_the_shape_of_the_contract() -> None:
    """Waiting can be repeated: it makes no further playthroughs, and one in three readers waits at least once."""
    shape = census(STORY).as_json()
    assert list(shape) == ["story", "playthroughs", "states", "complete", "meters", "dynamics", "options", "passages"]
    assert (shape["story"], shape["playthroughs"], shape["complete"]) == ("sample", "3", True)
    assert shape["meters"] == {"me": [-2, 2], "we": [-1, 3]}
    dynamics = shape["dynamics"]
    assert isinstance(dynamics, dict)
    assert dynamics["dependence"] == {
        "playthroughs": "1",
        "chance": pytest.approx(0.5, abs=1e-12),
        "shortest": ["dinner.phone"],
    }
    assert dynamics["in_between"] == {"playthroughs": "0", "chance": 0, "shortest": []}
    options = shape["options"]
    assert isinstance(options, list)
    assert {"id": "dinner.wait", "reachable": True, "chance": pytest.approx(1 / 3)} in options
    assert {"id": "dinner.curry", "reachable": False, "chance": 0} in options


def test_conditions_that_never_change_are_told_with_what_was_seen() -> None:
    """The curry's condition never holds, the bags' always does; a number is told with its range."""
    found = {truth.owner: truth for truth in census(STORY).truths}
    assert found["dinner.curry"].never
    assert found["dinner.curry"].condition == ATE
    assert found[7].always
    high = Compare(">", Meter("me"), Constant(3))
    options = {**STORY.options, "offer.go": replace(STORY.options["offer.go"], when=high)}
    gated = {truth.owner: truth for truth in census(replace(STORY, options=options)).truths}["offer.go"]
    assert gated.never
    assert gated.seen == (("me", 1, 1),)


def test_a_choice_with_nothing_open_is_told_with_a_run() -> None:
    """With both options of the offer closed, noodles lead to it and past it."""
    never = Compare("<", Meter("we"), Constant(-5))
    closed = {id_: replace(STORY.options[id_], when=never) for id_ in ("offer.stay", "offer.go")}
    (found,) = census(replace(STORY, options={**STORY.options, **closed})).closed
    assert (found.place, found.scene, found.spent, found.run) == (13, "offer", False, ("dinner.noodles",))


def test_census_equals_brute_force_with_sets_kept_as_large_ones_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows of a length of their own, and runs found again between landmarks, change no figure."""
    monkeypatch.setattr(planes, "_LONG", 0)
    monkeypatch.setattr(planes, "_STEP", 8)
    for number, brute in enumerate(stories(60_000, 40)):
        monkeypatch.setattr(reach, "_MOST_KEPT", 1 << 7 + number % 5)
        compare(brute, census(brute.story))


@pytest.mark.parametrize(
    ("story", "leap"), [(STORY, 99), (long_story(40, 1), 4), *((drawn(seed), 99) for seed in (5, 8, 11))]
)
def test_wherever_a_limit_is_passed_the_census_says_so(story: Story, leap: int) -> None:
    """Stopped at any of its looks at the clock, it returns and is not complete; never stopped, it is."""
    whole, looks = census(story), 0
    while True:
        limits = Stopping(looks=looks)
        found = census(story, limits)
        if len(limits.taken) <= looks:
            break
        assert not found.complete
        assert found.playthroughs <= whole.playthroughs
        looks += 1 + looks // leap
    assert looks
    assert found == whole


@pytest.mark.parametrize("limits", [Limits(states=1), Limits(seconds=0)])
def test_past_a_limit_nothing_is_claimed(limits: Limits) -> None:
    """The census says that it is not complete, and no condition is called constant."""
    found = census(STORY, limits)
    assert not found.complete
    assert not any(truth.always or truth.never for truth in found.truths if not truth.decided)
    assert found.playthroughs <= 3


@pytest.mark.parametrize("on", [True, False])
def test_the_collector_is_left_as_it_was(*, on: bool) -> None:
    """A census switches the collector of circular garbage off, and on again only if it was."""
    before = gc.isenabled()
    try:
        (gc.enable if on else gc.disable)()
        census(STORY)
        assert gc.isenabled() == on
    finally:
        (gc.enable if before else gc.disable)()
