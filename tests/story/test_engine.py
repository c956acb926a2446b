"""Playing by values: what goes in, what comes out."""

from dataclasses import replace

import pytest

from game.story import engine
from game.story.events import Ended, Entered, Offer, Offered, Picked, Said, Skipped, Staged
from game.story.model import Add, Choose, Variable
from game.story.state import State
from tests.samples import ATE, OPTIONS, SAM_LEANS, STORY, words

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


def test_a_trial_begins_anywhere_with_any_meters() -> None:
    """It tells what follows from there on, and what is read there are its own values."""
    state, events = engine.begin_at(STORY, 7, ("takeaway",), 3, -2)
    assert (state.place, state.values, state.me, state.we) == (13, ("takeaway",), 3, -2)
    assert isinstance(events[0], Said)
    assert events[0].text[-1:] == words("bags")
    assert events[1:3] == (Entered("offer"), Entered("offer.table"))


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


def test_what_was_picked_is_neither_open_nor_closed_when_its_choice_comes_again() -> None:
    """Noodles that lead back to the fridge are gone from it, and are refused."""
    back = replace(
        STORY, options={**STORY.options, "dinner.noodles": replace(STORY.options["dinner.noodles"], target=3)}
    )
    state, events = engine.step(back, engine.begin(back)[0], "dinner.noodles")
    assert events[-1] == Offered("dinner", (PHONE, WAIT), (CURRY,), fixed_order=False)
    with pytest.raises(engine.NotOfferedError):
        engine.step(back, state, "dinner.noodles")


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


@pytest.mark.parametrize(("amount", "held"), [(2, 3), (9, 5), (-1, 0), (-9, 0)])
def test_adding_stops_at_the_bounds(amount: int, held: int) -> None:
    """A number holds what was added, and no more or less than its author allows."""
    savings = Variable("savings", 1, 0, 5)
    nodes = (*STORY.nodes[:5], Add(1, amount, 14), *STORY.nodes[6:])
    story = replace(STORY, variables=(*STORY.variables, savings), nodes=nodes)
    state, _ = engine.step(story, engine.begin(story)[0], "dinner.phone")
    assert state.values == ("nothing", held)


def test_a_choice_with_nothing_open_is_passed_over() -> None:
    """With nothing left to choose at the offer the text goes on below it."""
    closed = {id_: replace(STORY.options[id_], when=ATE) for id_ in ("offer.stay", "offer.go")}
    below = (*STORY.nodes[:13], Choose("offer", tuple(closed), fixed_order=True, next=15), *STORY.nodes[14:])
    story = replace(STORY, options={**STORY.options, **closed}, nodes=below)
    state, events = engine.step(story, engine.begin(story)[0], "dinner.noodles")
    assert events[-2:] == (Said(words("An epilogue."), None, None), Ended())
    assert engine.finished(story, state)


def test_passed_over_twice_the_scene_ends() -> None:
    """What can only be passed over for ever is left, for the next scene, and told twice at most."""
    circle = {id_: replace(option, when=ATE) for id_, option in STORY.options.items() if id_.startswith("dinner")}
    back = (*STORY.nodes[:3], Choose("dinner", tuple(circle), fixed_order=False, next=2), *STORY.nodes[4:])
    state, events = engine.begin(replace(STORY, options={**STORY.options, **circle}, nodes=back))
    assert [type(event) for event in events[:5]] == [Entered, Entered, Said, Said, Entered]
    assert events[4] == Entered("offer")
    assert state.place == 13


def test_nothing_is_open_at_the_end() -> None:
    """After the end every answer is refused."""
    state, _ = engine.begin(STORY)
    state, _ = engine.step(STORY, state, "dinner.phone")
    with pytest.raises(engine.NotOfferedError, match="noodles"):
        engine.step(STORY, state, "dinner.noodles")
