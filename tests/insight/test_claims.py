"""Every sentence of a reveal is a claim, and is checked here by replaying: on runs of the shipped story.

Run it with `pytest -m slow` for each pair of an ending and a road away from it, and for many more runs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from random import Random

import pytest

from game.insight.crossroads import number
from game.insight.dynamics import SIGNS, verdict
from game.insight.reveal import Reveal, reveal
from game.insight.what_if import WhatIf, still_open, what_if
from game.insight.why import Explanation, explain, told
from game.library import Library
from game.settings import Settings, names_for
from game.story import engine
from game.story.model import Story
from game.story.names import DYNAMICS, ENDINGS, IN_BETWEEN
from game.story.state import State

CONTINUATIONS = 8
"""Ways to go on that are tried from each pick that settled a run."""


@dataclass(frozen=True, slots=True)
class Told:
    """A finished run and all that its reveal says."""

    story: Story
    picks: tuple[str, ...]
    meant: Reveal
    beside: WhatIf
    words: Explanation


@cache
def shipped() -> Story:
    """Return the story that is played first."""
    return Library(None).story("our-year")[0]


def ended(story: Story, rng: Random, picks: tuple[str, ...] = ()) -> tuple[tuple[str, ...], State]:
    """Return a run made by chance that begins with some picks, and the state it ends in."""
    state, events = engine.begin(story)
    for pick in picks:
        state, events = engine.step(story, state, pick)
    while not engine.finished(story, state):
        open_now = sorted(offer.id for offer in events[-1].options)  # type: ignore[union-attr]
        picks = (*picks, rng.choice(open_now))
        state, events = engine.step(story, state, picks[-1])
    return picks, state


def leaning(story: Story, dynamic: str, rng: Random) -> tuple[str, ...]:
    """Return a run that mostly answers one way, so that every ending is among the samples."""
    me, we = SIGNS[dynamic]

    def pull(option: str) -> float:
        effect = story.options[option]
        return me * effect.me + we * effect.we + rng.uniform(-3, 3)

    picks: tuple[str, ...] = ()
    state, events = engine.begin(story)
    while not engine.finished(story, state):
        picks = (*picks, max((offer.id for offer in events[-1].options), key=pull))  # type: ignore[union-attr]
        state, events = engine.step(story, state, picks[-1])
    return picks


def runs(number: int, seed: int) -> Iterator[tuple[str, ...]]:
    """Yield runs of the shipped story: in turn by chance, and leaning to each dynamic."""
    story, rng = shipped(), Random(seed)  # noqa: S311  # no secret hangs on it
    for at in range(number):
        lean = (None, *DYNAMICS)[at % 5]
        yield leaning(story, lean, rng) if lean else ended(story, rng)[0]


def tell(picks: tuple[str, ...]) -> Told:
    """Return what the reveal of a run says."""
    story = shipped()
    meant, beside = reveal(story, picks), what_if(story, picks)
    return Told(story, picks, meant, beside, explain(story, meant, names_for(story, Settings()), beside))


@cache
def few() -> tuple[Told, ...]:
    """Return what is checked every time."""
    return tuple(tell(picks) for picks in runs(70, 7))


def verdict_of(story: Story, picks: tuple[str, ...]) -> str:
    """Replay a run to its end and return its verdict."""
    state, _ = engine.begin(story)
    for pick in picks:
        state, _ = engine.step(story, state, pick)
    assert engine.finished(story, state)
    return verdict(state.me, state.we, story.dead_zone)


def roads_hold(each: Told) -> None:
    """Replay every road: it ends in the dynamic that its sentence names, after as many other answers as it says."""
    assert len(each.words.roads) == len(each.beside.roads)
    for words in each.words.roads:
        assert verdict_of(each.story, words.run) == words.dynamic != each.meant.dynamic
        others = [pick for pick in words.run if pick not in each.picks]
        assert words.words.lower().split()[0] == number(len(others))
        assert words.words.endswith(f"this would have been {words.heading}.")
        assert words.changes[0].at in words.words
        assert len(words.changes) == len(others)
        assert set(words.run[: words.parts_at]) <= set(each.picks)
        assert words.run[words.parts_at] == others[0]
        numbers = [change.number for change in words.changes if change.number]
        assert all(each.picks[number - 1] not in words.run for number in numbers)
        assert len(set(numbers)) == len(numbers)
        state, _ = engine.begin(each.story)
        for pick in words.run:
            state, _ = engine.step(each.story, state, pick)
        assert words.path[-1] == (state.me, state.we)


def settled_holds(each: Told, rng: Random) -> None:
    """Go on from the pick that settled a run: always the same ending, and one pick before another one is open."""
    settled = each.beside.settled
    assert settled
    assert settled.number
    assert settled.dynamic == each.meant.dynamic
    kept = each.picks[: settled.number]
    for _ in range(CONTINUATIONS):
        picks, state = ended(each.story, rng, kept)
        assert verdict(state.me, state.we, each.story.dead_zone) == settled.dynamic, picks
    assert len(still_open(each.story, each.picks[: settled.number - 1])) > 1
    assert ("Until then" in each.words.settled) == (settled.number == len(each.picks))
    assert each.words.settled_at is not None
    scored = sum(each.story.options[pick].scored for pick in kept)
    assert each.words.settled_at == scored


def moments_hold(each: Told) -> None:
    """The cited moments are picks of the run, the strongest, and without them the verdict loses most."""
    cited = told(each.meant)
    others = [moment for moment in each.meant.moments if moment not in cited]
    assert [why.id for why in each.words.moments] == [moment.id for moment in cited]
    assert {moment.id for moment in cited} <= set(each.picks)
    assert all(strong.pull >= weak.pull for strong in cited for weak in others)
    undone = sum(moment.pull for moment in cited)
    assert undone >= sum(sorted((moment.pull for moment in others), reverse=True)[: len(cited)])
    assert undone > 0


def figures_hold(each: Told) -> None:
    """The shares add up to the meters, and undoing the cited ones moves the meters by just their points."""
    moments = each.meant.moments
    assert (sum(m.me for m in moments), sum(m.we for m in moments)) == (each.meant.me, each.meant.we)
    assert verdict(each.meant.me, each.meant.we, each.story.dead_zone) == each.meant.dynamic
    if each.meant.dynamic != IN_BETWEEN:
        me, we = SIGNS[each.meant.dynamic]
        assert sum(m.pull for m in moments) == me * each.meant.me + we * each.meant.we
        lost = [(moment.me, moment.we) for moment in told(each.meant)]
        left = (each.meant.me - sum(one for one, _ in lost), each.meant.we - sum(other for _, other in lost))
        assert me * left[0] + we * left[1] < me * each.meant.me + we * each.meant.we


def test_every_ending_is_among_the_samples() -> None:
    """What is checked below covers all five."""
    assert {each.meant.dynamic for each in few()} == set(ENDINGS)


def test_roads_not_taken_lead_where_they_say() -> None:
    """Replayed, each changes the label as told, with as many other answers as its sentence counts."""
    for each in few():
        roads_hold(each)


def test_what_is_called_settled_was() -> None:
    """No way to go on leads elsewhere, and until then one did."""
    rng = Random(3)  # noqa: S311  # no secret hangs on it
    for each in few():
        settled_holds(each, rng)


def test_cited_moments_carried_it() -> None:
    """Undoing them moves the verdict at least as far as undoing as many others."""
    for each in few():
        moments_hold(each)
        figures_hold(each)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_every_claim_of_many_runs() -> None:
    """The same for hundreds of runs, with a road from each ending to each other dynamic among them."""
    rng = Random(11)  # noqa: S311  # no secret hangs on it
    pairs = set[tuple[str, str]]()
    for picks in runs(300, 13):
        each = tell(picks)
        roads_hold(each)
        settled_holds(each, rng)
        moments_hold(each)
        figures_hold(each)
        pairs |= {(each.meant.dynamic, road.dynamic) for road in each.beside.roads}
    assert pairs == {(own, other) for own in ENDINGS for other in DYNAMICS if own != other}
