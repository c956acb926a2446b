"""What if: every answer is the one that trying everything gives."""

from __future__ import annotations

from dataclasses import replace
from heapq import heappop, heappush
from itertools import count
from random import Random

import pytest

from game.insight.exact.limits import Limits
from game.insight.exact.roads import Search
from game.insight.what_if import SOON, Change, Road, Settled, WhatIf, in_time, roads, settled_after, still_open, what_if
from game.story import engine
from game.story.model import Choose, Enter, Finish, Option
from game.story.names import DYNAMICS, ENDINGS, IN_BETWEEN
from tests.insight.brute import Everything, Seen
from tests.insight.stopping import all_or_nothing
from tests.insight.test_census import stories
from tests.samples import STORY
from tests.stories import Draft, drawn, words

Cost = tuple[int, int, int]


def played(brute: Everything, rng: Random) -> tuple[list[str], list[Seen]]:
    """Return a run made by chance, finished or not, and its states."""
    picks: list[str] = []
    states = [brute.start]
    for _ in range(rng.randint(0, 12)):
        ways = brute.ways[states[-1]]
        if not ways:
            break
        pick = rng.choice(sorted(ways))
        picks.append(pick)
        states.append(ways[pick])
    return picks, states


def nearest(brute: Everything, picks: list[str], start: Seen | None = None) -> dict[str, Cost]:
    """Return the least cost of a run to each dynamic, by a search over whole states, from some state on."""
    once = {pick for pick in picks if not brute.story.options[pick].again}
    number = count()
    waiting = [(0, 0, next(number), start or brute.start)]
    known: set[Seen] = set()
    found: dict[str, Cost] = {}
    while waiting:
        new, idle, _, seen = heappop(waiting)
        if seen in known:
            continue
        known.add(seen)
        if engine.finished(brute.story, seen[0]):
            name = brute.verdict(seen[0])
            cost = (new, len(once - seen[0].picked), idle)
            found[name] = min(found.get(name, cost), cost)
        for pick, to in brute.ways[seen].items():
            again = brute.story.options[pick].again and pick in picks
            heappush(waiting, (new + (pick not in picks), idle + again, next(number), to))
    return found


def cost_of(brute: Everything, picks: list[str], run: tuple[str, ...]) -> Cost:
    """Return what a run costs beside the player's."""
    once = {pick for pick in picks if not brute.story.options[pick].again}
    again = [pick for pick in run if pick in picks and brute.story.options[pick].again]
    return (sum(pick not in picks for pick in run), len(once - set(run)), len(again))


def followed(brute: Everything, picks: list[str], name: str) -> tuple[str, ...]:
    """Return the nearest run to a dynamic that takes the player's own pick at each choice, as long as it can."""
    least, seen, run = nearest(brute, picks)[name], brute.start, tuple[str, ...]()
    while not engine.finished(brute.story, seen[0]):
        ways = brute.ways[seen]
        own = sorted(ways, key=lambda pick: picks.index(pick) if pick in picks else len(picks))
        run = next(
            on for on in ((*run, pick) for pick in own) if by_way_of(brute, picks, on, ways[on[-1]], name) == least
        )
        seen = ways[run[-1]]
    return run


def by_way_of(brute: Everything, picks: list[str], run: tuple[str, ...], seen: Seen, name: str) -> Cost | None:
    """Return the least cost of a run to a dynamic that begins with some picks; None if there is none."""
    ahead = nearest(brute, picks, seen).get(name)
    new, _, idle = cost_of(brute, picks, run)
    return (new + ahead[0], ahead[1], idle + ahead[2]) if ahead else None


def compare(brute: Everything, picks: list[str], states: list[Seen], found: WhatIf) -> None:
    """Compare the roads, what is open, and since when nothing else is."""
    least = nearest(brute, picks)
    own = brute.verdict(states[-1][0])
    assert [road.dynamic for road in found.roads] == [name for name in DYNAMICS if name in least and name != own]
    for road in found.roads:
        assert cost_of(brute, picks, road.run) == least[road.dynamic]
        assert [change.choose for change in road.changes] == [pick for pick in road.run if pick not in picks]
        assert all(change.instead_of is None or change.instead_of in picks for change in road.changes)
    still = [brute.still(seen) for seen in states]
    assert found.open == tuple(name for name in ENDINGS if name in still[-1])
    since = enumerate(zip((None, *picks), still, strict=True))
    ones = (Settled(after, next(iter(names)), number) for number, (after, names) in since if len(names) == 1)
    assert found.settled == next(ones, None)


def check(first: int, number: int, runs: int) -> None:
    """Compare so many stories, each with so many runs."""
    for brute in stories(first, number):
        rng = Random(len(brute.ways))  # noqa: S311  # no secret hangs on it
        for _ in range(runs):
            picks, states = played(brute, rng)
            compare(brute, picks, states, what_if(brute.story, picks))


def test_what_if_equals_trying_everything() -> None:
    """On stories drawn by chance, roads cost what the cheapest costs, and settling is where it is."""
    check(5000, 200, 1)


@pytest.mark.parametrize("seed", [200_003, 200_005, 200_112, 200_120, 200_145, 200_260, 200_288, 200_299])
def test_of_equal_roads_the_one_that_follows_the_player_longest_is_told(seed: int) -> None:
    """On stories where ways part and meet again, so that there are several; nothing else may change, either."""
    brute = Everything(drawn(seed))
    rng = Random(len(brute.ways))  # noqa: S311  # no secret hangs on it
    for _ in range(4):
        picks, states = played(brute, rng)
        found = what_if(brute.story, picks)
        compare(brute, picks, states, found)
        for road in found.roads:
            assert road.run == followed(brute, picks, road.dynamic)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_what_if_equals_trying_everything_on_many_stories() -> None:
    """The same on thousands of runs."""
    check(200_000, 2000, 4)


def test_a_road_changes_as_little_as_it_can() -> None:
    """After noodles and going, one other pick ends in codependence, and one in dependence."""
    assert roads(STORY, ["dinner.noodles", "offer.go"]) == (
        Road("dependence", (Change("dinner.noodles", "dinner.phone"),), ("dinner.phone",)),
        Road("codependence", (Change("offer.go", "offer.stay"),), ("dinner.noodles", "offer.stay")),
    )


def test_what_replaces_is_told_by_the_choice_that_was_made_once() -> None:
    """Waiting can be repeated and is not given up for another answer; noodles are."""
    (road, _) = roads(STORY, ["dinner.wait", "dinner.noodles", "offer.go"])
    assert road.changes == (Change("dinner.noodles", "dinner.phone"),)
    assert road.as_json() == {
        "dynamic": "dependence",
        "changes": [{"instead_of": "dinner.noodles", "choose": "dinner.phone"}],
        "run": ["dinner.phone"],
    }


def test_waiting_is_given_up_where_nothing_else_was_answered() -> None:
    """It was the only answer at that choice, and it is given up once."""
    found = {road.dynamic: road.changes for road in roads(STORY, ["dinner.wait"])}
    assert found["dependence"] == (Change("dinner.wait", "dinner.phone"),)
    assert found["codependence"] == (Change("dinner.wait", "dinner.noodles"), Change(None, "offer.stay"))


def test_a_skip_of_the_run_may_be_kept() -> None:
    """A player who skipped dinner can still be told what the offer would have made of it."""
    found = what_if(STORY, ["dinner.skip"])
    assert found.roads[1] == Road("independence", (Change(None, "offer.go"),), ("dinner.skip", "offer.go"))
    assert found.open == ("independence", "codependence")


def test_settled_before_any_choice_is_told_from_not_settled_yet() -> None:
    """With a dead zone that nothing leaves the verdict is settled from the start; without, only at the end."""
    wide = replace(STORY, dead_zone=(9, 9))
    assert settled_after(wide, []) == Settled(None, IN_BETWEEN, 0)
    assert settled_after(STORY, []) is None
    assert settled_after(STORY, ["dinner.phone"]) == Settled("dinner.phone", "dependence", 1)
    assert still_open(STORY, ["dinner.wait", "dinner.noodles"]) == ("interdependence", "codependence")


def test_in_a_circle_all_is_open_that_is_open_anywhere_in_it() -> None:
    """From either of two rooms one can go to the other, and leave by its door."""
    draft = Draft()
    near, far = draft.add(Finish()), draft.add(Finish())
    for room, other, name, points in ((near, far, "near", 1), (far, near, "far", -1)):
        ids = (f"scene.{name}_on", f"scene.{name}_out")
        draft.options[ids[0]] = Option(ids[0], words("On."), spoken=False, target=other, again=True)
        draft.options[ids[1]] = Option(ids[1], words("Out."), spoken=False, target=0, me=points, we=points)
        draft.nodes[room] = Choose("scene", ids, fixed_order=False, next=0)
    draft.scene("scene", [("scene.all", draft.add(Enter("scene.all", near)))], 0)
    story = draft.story()
    assert still_open(story, []) == still_open(story, ["scene.near_on"]) == ("interdependence", "dependence")
    assert settled_after(story, ["scene.near_on", "scene.far_out"]) == Settled("scene.far_out", "dependence", 2)


def test_a_pick_that_is_not_open_is_refused() -> None:
    """What never happened has no roads beside it."""
    with pytest.raises(engine.NotOfferedError):
        what_if(STORY, ["offer.go"])


def test_what_cannot_be_told_in_time_is_left_out() -> None:
    """A reveal does not wait: past the limit there is nothing, within it everything."""
    assert in_time(STORY, ["dinner.phone"], seconds=-1) is None
    assert in_time(STORY, ["dinner.phone"], seconds=60) == what_if(STORY, ["dinner.phone"])


def test_a_reveal_waits_so_long_however_large_the_story_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Time is the only limit: a story of many states that is told in time is told."""
    given: list[Limits] = []

    def told(_story: object, _picks: object, limits: Limits) -> WhatIf:
        given.append(limits)
        return WhatIf((), (), None, ())

    monkeypatch.setattr("game.insight.what_if.what_if", told)
    assert in_time(STORY, []) == WhatIf((), (), None, ())
    assert [(limits.states, limits.seconds) for limits in given] == [(None, SOON)]


def test_wherever_a_limit_is_passed_it_is_all_or_nothing() -> None:
    """Stopped at any of its looks at the clock it raises, and else it tells all."""
    picks = ("dinner.wait", "dinner.skip", "offer.go")
    assert all_or_nothing(lambda limits: what_if(STORY, picks, limits), what_if(STORY, picks)) > 10


def test_a_road_that_leads_elsewhere_is_never_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every road is played before it is returned, so a wrong search is a failure and no claim."""
    for wrong in (("dinner.noodles", "offer.stay"), ("dinner.noodles",)):
        monkeypatch.setattr(Search, "roads", lambda _search, _dynamics, wrong=wrong: {"interdependence": wrong})
        with pytest.raises(AssertionError, match="interdependence"):
            what_if(STORY, ["dinner.phone"])


def test_json_tells_settled_from_open() -> None:
    """`settled_after` is a pick, or null if it was settled before any; while it is open the key is left out."""
    assert what_if(STORY, ["dinner.phone"]).as_json()["settled_after"] == "dinner.phone"
    assert what_if(replace(STORY, dead_zone=(9, 9)), []).as_json() == {"roads": [], "settled_after": None}
    assert set(what_if(STORY, []).as_json()) == {"roads"}
