"""Playing: from a state and an answer to the next state and what happened.

1. `begin` and `step` run from node to node until a `Choose` with something open, or `Finish`.
2. An option does, in this order: its effects on the meters, then its target node and what follows.
3. A `Choose` with nothing open is passed over. Passed over twice without an answer, it can only be passed over for
   ever, so the scene ends there; every other circle was refused when the story was built.
4. The same story, state and answer give the same result for ever; order and names are the reader's affair.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.story.conditions import holds
from game.story.events import Ended, Entered, Event, Offer, Offered, Picked, Said, Skipped, Staged
from game.story.model import Add, Assign, Branch, Choose, Enter, Finish, Option, Say, Stage, Story, Value
from game.story.names import SKIP
from game.story.state import State
from game.story.text import settle


class NotOfferedError(ValueError):
    """The answer is not among those that are open here. `str()` is the option's id."""


def begin(story: Story) -> tuple[State, tuple[Event, ...]]:
    """Return the first state of a playthrough, and what leads up to its first choice."""
    state = State(story.start, tuple(variable.start for variable in story.variables))
    return tell(story, state, story.start)


def begin_at(story: Story, node: int, values: tuple[Value, ...], me: int, we: int) -> tuple[State, tuple[Event, ...]]:
    """Return the state and events of a trial that starts at `node`, with these variables and meters."""
    return tell(story, State(node, values, me, we), node)


def step(story: Story, state: State, option_id: str) -> tuple[State, tuple[Event, ...]]:
    """Return the state after picking `option_id` (`scene.option`, or `scene.skip`), and what happened.

    Raises `NotOfferedError` when that option is not open in `state`.
    """
    choose = story.nodes[state.place]
    if not isinstance(choose, Choose):
        raise NotOfferedError(option_id)
    if option_id == f"{choose.scene}.{SKIP}":
        after, events = tell(story, state, story.scenes[choose.scene].after)
        return after, (Skipped(choose.scene), *events)
    option = next((each for each in open_options(story, state, choose) if each.id == option_id), None)
    if option is None:
        raise NotOfferedError(option_id)
    after, events = tell(story, _scored(state, option), option.target)
    return after, (Picked(_offer(option, state)), *events)


def finished(story: Story, state: State) -> bool:
    """Tell whether the playthrough is over."""
    return isinstance(story.nodes[state.place], Finish)


def open_options(story: Story, state: State, choose: Choose) -> Iterator[Option]:
    """Yield the options of `choose` that can be picked in `state`, in the author's order."""
    return _open(_unspent(story, state, choose), state)


def tell(story: Story, state: State, place: int) -> tuple[State, tuple[Event, ...]]:
    """Run from the node at `place` to the next choice or end; returns the state there and what happened."""
    events: list[Event] = []
    passed: set[int] = set()
    while True:
        node = story.nodes[place]
        match node:
            case Choose():
                offered = _offered(story, state, node)
                if offered.options:
                    events.append(offered)
                    return _at(state, place), tuple(events)
                here, place = place, story.scenes[node.scene].after if place in passed else node.next
                passed.add(here)
            case Finish():
                events.append(Ended())
                return _at(state, place), tuple(events)
            case Branch(arms, otherwise):
                place = next((target for when, target in arms if holds(when, state)), otherwise)
            case Assign(variable, value, following):
                state, place = _with_value(state, variable, value), following
            case Add(variable, amount, following):
                held = story.variables[variable].held(int(state.values[variable]) + amount)
                state, place = _with_value(state, variable, held), following
            case _:
                events.append(_told(node, state))
                place = node.next


def _told(node: Say | Stage | Enter, state: State) -> Event:
    match node:
        case Say(text, speaker, manner):
            return Said(settle(text, state), speaker, manner)
        case Stage(what, value):
            return Staged(what, value)
        case _:
            return Entered(node.id)


def _at(state: State, place: int) -> State:
    return State(place, state.values, state.me, state.we, state.picked)


def _with_value(state: State, variable: int, value: Value) -> State:
    values = (*state.values[:variable], value, *state.values[variable + 1 :])
    return State(state.place, values, state.me, state.we, state.picked)


def _scored(state: State, option: Option) -> State:
    # Written out, as below: `replace` takes several times as long, and whole classes are played again.
    return State(state.place, state.values, state.me + option.me, state.we + option.we, state.picked | {option.id})


def _open(options: Iterable[Option], state: State) -> Iterator[Option]:
    for option in options:
        if option.when is None or holds(option.when, state):
            yield option


def _unspent(story: Story, state: State, choose: Choose) -> Iterator[Option]:
    for option in map(story.options.__getitem__, choose.options):
        if option.again or option.id not in state.picked:
            yield option


def _offered(story: Story, state: State, choose: Choose) -> Offered:
    unspent = tuple(_unspent(story, state, choose))
    open_ids = {option.id for option in _open(unspent, state)}
    return Offered(
        choose.scene,
        tuple(_offer(option, state) for option in unspent if option.id in open_ids),
        tuple(_offer(option, state) for option in unspent if option.id not in open_ids),
        choose.fixed_order,
    )


def _offer(option: Option, state: State) -> Offer:
    return Offer(option.id, settle(option.text, state), option.spoken)
