"""Playing by values: what goes in, what comes out."""

import pytest

from game.story import engine
from game.story.events import Ended, Entered, Offer, Offered, Picked, Said, Skipped, Staged
from game.story.state import State
from tests.samples import OPTIONS, SAM_LEANS, STORY, words

NOODLES, CURRY, PHONE, WAIT = (Offer(option.id, option.text, option.spoken) for option in OPTIONS[:4])


def test_begin_leads_to_the_first_choice() -> None:
    """The start tells scene, passage, prose and the options that are open; a closed one is told apart."""
    state, events = engine.begin(STORY)
    assert state == State(place=3, values=("nothing",))
    assert events == (
        Entered("dinner"),
        Entered("dinner.fridge"),
        Said(SAM_LEANS, None, None),
        Offered("dinner", (NOODLES, PHONE, WAIT), (CURRY,), fixed_order=False),
    )


def test_an_option_moves_the_meters_and_the_text_goes_on_below() -> None:
    """Effects come first, then what follows the choose, then the next scene."""
    state, _ = engine.begin(STORY)
    state, events = engine.step(STORY, state, "dinner.noodles")
    assert (state.me, state.we, state.picked) == (1, 2, frozenset({"dinner.noodles"}))
    assert events[:5] == (
        Picked(NOODLES),
        Said(words("You eat late."), "sam", "low"),
        Entered("offer"),
        Entered("offer.table"),
        Staged("figures", "apart"),
    )


def test_alternatives_are_settled_by_the_state_they_are_told_in() -> None:
    """What an option sets is seen by the words that follow it."""
    state, _ = engine.begin(STORY)
    state, events = engine.step(STORY, state, "dinner.phone")
    assert state.values == ("takeaway",)
    said = [event.text[-1] for event in events if isinstance(event, Said)]
    assert said == list(words("bags"))


def test_a_scene_whose_condition_fails_is_passed_over() -> None:
    """After the phone, the offer never comes, and the story ends."""
    state, _ = engine.begin(STORY)
    state, events = engine.step(STORY, state, "dinner.phone")
    assert events[-1] == Ended()
    assert engine.finished(STORY, state)


def test_an_option_is_picked_once_but_one_marked_again_stays() -> None:
    """A picked option is offered no more; `again` keeps it open."""
    state, _ = engine.begin(STORY)
    for _each in range(3):
        state, events = engine.step(STORY, state, "dinner.wait")
        assert events[-1] == Offered("dinner", (NOODLES, PHONE, WAIT), (CURRY,), fixed_order=False)


def test_skipping_leaves_the_scene_without_an_effect() -> None:
    """The pick `scene.skip` moves nothing and leads to the next scene."""
    before, _ = engine.begin(STORY)
    after, events = engine.step(STORY, before, "dinner.skip")
    assert events[:2] == (Skipped("dinner"), Entered("offer"))
    assert (after.me, after.we, after.values, after.picked) == (0, 0, before.values, frozenset())


@pytest.mark.parametrize("pick", ["dinner.curry", "offer.go", "offer.skip", "nothing"])
def test_what_is_not_open_is_refused(pick: str) -> None:
    """Closed, foreign and unknown answers raise, and name themselves."""
    state, _ = engine.begin(STORY)
    with pytest.raises(engine.NotOfferedError, match=pick):
        engine.step(STORY, state, pick)


def test_nothing_is_open_at_the_end() -> None:
    """After the end every answer is refused."""
    state, _ = engine.begin(STORY)
    state, _ = engine.step(STORY, state, "dinner.phone")
    with pytest.raises(engine.NotOfferedError):
        engine.step(STORY, state, "dinner.noodles")
