"""What a run meant: every figure can be checked by hand."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.insight.dynamics import SIGNS, verdict
from game.insight.reveal import reveal
from game.session import Session
from game.story import engine
from game.story.names import IN_BETWEEN
from game.story.text import Either
from tests.samples import ATE, STORY, words

BAGS = (Either(ATE, words("Bags."), words("Bowls.")),)


@pytest.mark.parametrize(
    ("me", "we", "dead", "dynamic"),
    [
        (2, 2, (1, 1), "interdependence"),
        (2, -2, (1, 1), "independence"),
        (-2, 2, (1, 1), "codependence"),
        (-2, -2, (1, 1), "dependence"),
        (1, 5, (1, 1), "in_between"),
        (5, -1, (1, 1), "in_between"),
        (0, 0, (0, 0), "in_between"),
        (1, 1, (0, 0), "interdependence"),
        (3, 1, (3, 0), "in_between"),
    ],
)
def test_the_verdict_by_its_edges(me: int, we: int, dead: tuple[int, int], dynamic: str) -> None:
    """A meter is up above the dead zone, not on its edge."""
    assert verdict(me, we, dead) == dynamic


def test_moments_are_ranked_by_their_pull() -> None:
    """Noodles (+1, +2) then go (+1, -1) ends in interdependence; the second pulled neither way."""
    meaning = reveal(STORY, ["dinner.noodles", "offer.go"])
    assert (meaning.dynamic, meaning.finished, meaning.me, meaning.we) == ("interdependence", True, 2, 1)
    assert [(moment.id, moment.pull) for moment in meaning.moments] == [("dinner.noodles", 3), ("offer.go", 0)]
    assert (meaning.against, meaning.between) == (None, ())


def test_the_strongest_moment_against_is_told() -> None:
    """With noodles (+2, +2) and stay (-1, -1) it ends in interdependence, and staying pulled the other way."""
    options = dict(STORY.options)
    options["dinner.noodles"] = replace(options["dinner.noodles"], me=2, we=2)
    options["offer.stay"] = replace(options["offer.stay"], me=-1, we=-1)
    meaning = reveal(replace(STORY, options=options), ["dinner.noodles", "offer.stay"])
    assert meaning.dynamic == "interdependence"
    assert [moment.pull for moment in meaning.moments] == [4, -2]
    assert meaning.against == meaning.moments[-1]


def test_in_between_names_the_two_strongest_pulls() -> None:
    """Unfinished, with one pick of each: no label, no moment against, two dynamics by their points."""
    meaning = reveal(STORY, [])
    assert (meaning.dynamic, meaning.finished, meaning.path, meaning.between) == (IN_BETWEEN, False, ((0, 0),), ())


def test_of_equal_moments_against_the_first_is_told() -> None:
    """Both pulled as hard the other way; the earlier stands for them."""
    options = dict(STORY.options)
    for id_, me, we in (("dinner.noodles", -1, -1), ("offer.go", -1, -1)):
        options[id_] = replace(options[id_], me=me, we=we)
    start = replace(engine.begin(STORY)[0], me=9, we=9)
    meaning = reveal(replace(STORY, options=options), ["dinner.noodles", "offer.go"], start)
    assert (meaning.dynamic, meaning.path) == ("interdependence", ((9, 9), (8, 8), (7, 7)))
    assert [(moment.number, moment.pull) for moment in meaning.moments] == [(1, -2), (2, -2)]
    assert meaning.against == meaning.moments[0]


@pytest.mark.parametrize(
    ("picks", "between"),
    [
        (["dinner.noodles", "offer.stay"], ("interdependence", "codependence")),
        (["dinner.noodles", "offer.go"], ("interdependence", "independence")),
        (["dinner.phone"], ("dependence",)),
        (["dinner.skip", "offer.stay"], ("codependence",)),
    ],
)
def test_in_between_names_the_dynamics_with_most_points(picks: list[str], between: tuple[str, ...]) -> None:
    """Those of the patterns that were shown, by what they moved both meters, at most two; a pull counts either way."""
    meaning = reveal(replace(STORY, dead_zone=(9, 9)), picks)
    assert (meaning.dynamic, meaning.against, meaning.between) == (IN_BETWEEN, None, between)
    assert all(moment.pull == abs(moment.me) + abs(moment.we) for moment in meaning.moments)


def test_in_between_points_are_added_up_before_they_are_compared() -> None:
    """Two small moves that show one pattern outweigh a large one; of equals the one listed first is named first."""
    options = dict(STORY.options)
    options["offer.stay"] = replace(options["offer.stay"], shows="decide_solo", me=1, we=-1)
    options["dinner.noodles"] = replace(options["dinner.noodles"], shows="decide_solo", me=1, we=-1, target=3)
    options["dinner.wait"] = replace(options["dinner.wait"], again=False, shows="lean_no_return", me=-2, we=-1)
    wide = replace(STORY, options=options, dead_zone=(9, 9))
    picks = ["dinner.noodles", "dinner.wait", "dinner.skip", "offer.stay"]
    assert reveal(wide, picks).between == ("independence", "dependence")
    options["offer.stay"] = replace(options["offer.stay"], me=1, we=0)
    assert reveal(replace(wide, options=options), picks).between == ("independence", "dependence")
    options["offer.stay"] = STORY.options["offer.stay"]
    assert reveal(replace(wide, options=options), picks).between == ("dependence", "codependence")


def test_what_was_chosen_is_quoted_as_it_was_offered() -> None:
    """An option that changes what its own words ask for was not picked by the words that come of it."""
    option = replace(STORY.options["dinner.phone"], text=(Either(ATE, words("Bags."), words("Pass it.")),), lands=BAGS)
    story = replace(STORY, options={**STORY.options, option.id: option})
    (moment,) = reveal(story, [option.id]).moments
    assert (moment.does, moment.lands) == (words("Pass it."), words("Bags."))
    assert (moment.at, moment.spoken, moment.recall, moment.costs) == (words("at dinner"), False, None, None)


def test_json_has_the_shape_of_the_contract() -> None:
    """`reveal --json` prints these keys, and its path ends in its meters."""
    shape = reveal(STORY, ["dinner.noodles", "offer.go"]).as_json()
    assert shape == {
        "dynamic": "interdependence",
        "finished": True,
        "me": 2,
        "we": 1,
        "path": [[0, 0], [1, 2], [2, 1]],
        "moments": [
            {"id": "dinner.noodles", "pattern": "decide_together", "me": 1, "we": 2, "pull": 3},
            {"id": "offer.go", "pattern": "parallel_plans", "me": 1, "we": -1, "pull": 0},
        ],
        "against": None,
    }


def test_json_tells_the_moment_against() -> None:
    """In the shape of every other moment."""
    start = replace(engine.begin(STORY)[0], me=9, we=9)
    shape = reveal(STORY, ["dinner.phone"], start).as_json()
    assert shape["against"] == {"id": "dinner.phone", "pattern": "hand_over_choice", "me": -2, "we": -1, "pull": -3}


@given(st.lists(st.integers(0, 3), max_size=12))
def test_the_shares_add_up_to_the_meters(answers: list[int]) -> None:
    """Whatever is played, the moments account for every point, and the path ends in the meters."""
    session = Session(STORY, 1)
    for answer in answers:
        if session.offered is None:
            break
        options = session.offered.options
        session.pick(options[answer % len(options)].id)
    meaning = reveal(STORY, session.picks)
    assert meaning.path[-1] == (meaning.me, meaning.we) == (session.state.me, session.state.we)
    assert sum(moment.me for moment in meaning.moments) == meaning.me
    assert sum(moment.we for moment in meaning.moments) == meaning.we
    pulls = [moment.pull for moment in meaning.moments]
    assert pulls == sorted(pulls, reverse=True)
    if meaning.dynamic != IN_BETWEEN:
        me, we = SIGNS[meaning.dynamic]
        assert sum(pulls) == me * meaning.me + we * meaning.we
    steps = itertools.pairwise(meaning.path)
    told = sorted(meaning.moments, key=lambda moment: moment.number)
    assert [(b[0] - a[0], b[1] - a[1]) for a, b in steps] == [(moment.me, moment.we) for moment in told]
