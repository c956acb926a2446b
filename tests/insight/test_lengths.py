"""How long playthroughs are: compared with every playthrough, one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from game.authoring.load import load
from game.insight.counting import counted, read_in, word_count
from game.insight.exact.limits import Limits, StoppedError
from game.insight.lengths import epilogues, lengths
from game.shipped import SCENES
from game.story import engine
from game.story.conditions import Constant, Picked
from game.story.model import Choose, Enter, Option, Say, Story
from game.story.state import State
from game.story.text import Either, Emphasis, Words
from tests import stories

MOST = 4_000
"""Stories with more playthroughs than this are left out."""


def without_again(story: Story) -> Story:
    """Return a story without the options that may be picked again."""
    again = {option.id for option in story.options.values() if option.again}
    nodes = tuple(
        replace(node, options=tuple(id_ for id_ in node.options if id_ not in again))
        if isinstance(node, Choose)
        else node
        for node in story.nodes
    )
    return replace(story, nodes=nodes)


def every(story: Story) -> Iterator[tuple[tuple[str, ...], float]]:
    """Yield every playthrough, with the chance that an even reader has it."""
    waiting: list[tuple[State, tuple[str, ...], float]] = [(engine.begin(story)[0], (), 1.0)]
    while waiting:
        state, picks, chance = waiting.pop()
        node = story.nodes[state.place]
        if not isinstance(node, Choose):
            yield picks, chance
            continue
        options = list(engine.open_options(story, state, node))
        for option in options:
            after = engine.step(story, state, option.id)[0]
            waiting.append((after, (*picks, option.id), chance / len(options)))
        assert len(waiting) < MOST


@pytest.mark.parametrize("seed", range(40))
def test_it_is_what_all_playthroughs_together_say(seed: int) -> None:
    """Drawn stories with all that a story can hold: expected to nine digits; bounds hold, and runs are runs."""
    story = without_again(stories.drawn(seed))
    found = lengths(story)
    try:
        runs = [(read_in(story, picks), chance) for picks, chance in every(story)]
    except AssertionError:
        pytest.skip("too many playthroughs to try them all")
    assert found.expected == pytest.approx(sum(words * chance for words, chance in runs), abs=1e-6)
    least, most = min(words for words, _ in runs), max(words for words, _ in runs)
    assert found.least.bound <= least
    assert found.most.bound >= most
    for extreme, real in ((found.least, least), (found.most, most)):
        assert not extreme.exact or extreme.bound == real
        assert extreme.words is None or extreme.words == read_in(story, extreme.run)


def test_most_of_them_are_exact() -> None:
    """Bounds are a last resort."""
    found = [lengths(without_again(stories.drawn(seed))) for seed in range(40, 60)]
    assert sum(each.least.exact and each.most.exact for each in found) > 14


def test_the_shipped_story_is_measured() -> None:
    """Its least and its most are runs that can be played, and are near to what is proved."""
    story = load(SCENES / "our-year", fair=False).story
    assert story is not None
    found = lengths(story)
    assert found.least.words is not None
    assert found.most.words is not None
    assert found.least.bound <= found.least.words < found.expected < found.most.words <= found.most.bound
    assert found.most.bound - found.most.words < found.expected / 100
    assert all(least <= most for least, most in epilogues(story).values())


def remembered(many: int) -> Story:
    """Return a story of so many choices of two, whose last words remember each first option by one word more."""
    draft = stories.Draft()
    pieces = [Either(Picked(f"scene.first_{number}"), stories.words("once "), ()) for number in range(many)]
    following = draft.add(Say((*pieces, Words("over.")), None, None, 0))
    for number in range(many):
        ids = (f"scene.first_{number}", f"scene.second_{number}")
        for id_ in ids:
            draft.options[id_] = Option(id_, stories.words("This."), spoken=False, target=following)
        following = draft.add(Choose("scene", ids, fixed_order=False, next=following))
    draft.scene("scene", [("scene.all", draft.add(Enter("scene.all", following)))], 0)
    return draft.story()


def test_what_is_too_large_for_one_walk_is_told_in_several(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each piece that depends on conditions may have its own; where even one is too large, nothing is told."""
    story = remembered(6)
    monkeypatch.setattr("game.insight.lengths.MOST_FOR_CHANCES", 60)
    found = lengths(story)
    assert found.expected == pytest.approx(6 * 2 + 1 + 6 / 2)
    assert (found.least.words, found.most.words) == (13, 19)
    monkeypatch.setattr("game.insight.lengths.MOST_FOR_CHANCES", 8)
    with pytest.raises(StoppedError):
        lengths(story)


@pytest.mark.parametrize(("spots", "exact"), [(200, True), (12, False)])
def test_where_ways_cannot_all_be_told_apart_there_are_bounds(
    monkeypatch: pytest.MonkeyPatch, spots: int, *, exact: bool
) -> None:
    """They are right in any case, and as narrow as the walk was large; too small for a bound, and nothing is told."""
    story = remembered(6)
    monkeypatch.setattr("game.insight.lengths.MOST_SPOTS", spots)
    found = lengths(story)
    assert found.least.bound <= 13
    assert found.most.bound >= 19
    assert (found.least.exact and found.most.exact) == exact
    monkeypatch.setattr("game.insight.lengths.MOST_SPOTS", 3)
    with pytest.raises(StoppedError):
        lengths(story)


@pytest.mark.parametrize(("seed", "points"), [(21, 53), (45, 12), (134, 37)])
def test_a_bound_may_be_that_of_no_run(monkeypatch: pytest.MonkeyPatch, seed: int, points: int) -> None:
    """Where meters are too many to be told apart, the way that is found may be closed; then it has a bound alone."""
    story = without_again(stories.drawn(seed))
    monkeypatch.setattr("game.insight.exact.extremes.MOST_POINTS", points)
    found = lengths(story)
    real = [read_in(story, picks) for picks, _ in every(story)]
    assert found.least.bound <= min(real)
    assert found.most.bound >= max(real)
    assert None in {found.least.words, found.most.words}
    assert not (found.least.exact and found.most.exact)


def test_a_limit_stops_it() -> None:
    """No figure is told that was not found out."""
    with pytest.raises(StoppedError):
        lengths(stories.long_story(24, 2), Limits(seconds=0.0))


def test_words_are_counted_as_they_stand() -> None:
    """Dashes alone are none; each alternative adds what it adds, inside of stress, too."""
    assert word_count("Well – I’d say “two”, or 3.") == 6
    yes = Constant(value=True)
    text = (
        Words("One "),
        Either(yes, (Words("two three "),), ()),
        Emphasis((Either(yes, (), (Words("four five"),)), Words("."))),
    )
    base, adds = counted(text, {})
    assert (base, [each.words for each in adds]) == (3, [2, -2])
