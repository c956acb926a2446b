"""Liveness: which facts somebody can still read from a place on.

1. An option's own mark is read where the option can be offered again, for an option is picked once; at a choice that
   nobody comes back to it is not read, so that what a long story keeps does not grow with what lies ahead.
2. Setting a variable ends its life; adding to it keeps it alive only where it is read later.
3. Conditions of prose read nothing here: `quiet` leads over them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from heapq import heappop, heappush

from game.insight.exact.flow import circles, following, quiet
from game.insight.exact.tokens import Fact, Tallies, asked, facts, tallies
from game.story.conditions import Condition
from game.story.model import Assign, Branch, Choose, Enter, Option, Story


@dataclass(frozen=True, slots=True)
class Reading:
    """A story prepared for walking over merged states.

    `quiet` leads over prose; `when` and `arms` are the rewritten conditions of options and branches; `live` are the
    facts that can be read from a place on; `watched` are the things whose first time leaves a mark; `turning` are the
    places that can be come back to; `offering` are the facts that decide which options of a choice are open, and
    `offered` what was found out of that so far.
    """

    story: Story
    quiet: tuple[int, ...]
    tallies: Tallies
    when: Mapping[str, Condition]
    arms: Mapping[int, tuple[tuple[Condition, int], ...]]
    live: Mapping[int, frozenset[Fact]]
    watched: frozenset[str]
    turning: frozenset[int]
    offering: Mapping[tuple[str, ...], frozenset[Fact]]
    offered: dict[tuple[object, ...], Mapping[str, bool | Condition]] = field(default_factory=dict, repr=False)


def read(story: Story, watched: frozenset[str] = frozenset()) -> Reading:
    """Return `story` prepared for walking."""
    marks = tallies(asked(story))
    when = {option.id: marks.rewritten(option.when) for option in story.options.values() if option.when is not None}
    arms = {
        place: tuple((marks.rewritten(each), target) for each, target in node.arms)
        for place, node in enumerate(story.nodes)
        if isinstance(node, Branch)
    }
    turning = frozenset(circles(story))
    bare = Reading(story, quiet(story), marks, when, arms, {}, watched, turning, _deciding(story, when))
    return replace(bare, live=_live(bare))


def _deciding(story: Story, when: Mapping[str, Condition]) -> dict[tuple[str, ...], frozenset[Fact]]:
    """Return for the options of each choice what they read: their conditions, and whether they were picked."""
    choices = {node.options for node in story.nodes if isinstance(node, Choose)}
    return {
        options: frozenset[Fact](options).union(*(facts(when[each], whole=True) for each in options if each in when))
        for options in choices
    }


def _live(reading: Reading) -> dict[int, frozenset[Fact]]:
    """Return the live facts of every place that matters: a backward walk, until nothing changes."""
    places = sorted(set(reading.quiet))
    live: dict[int, frozenset[Fact]] = dict.fromkeys(places, frozenset())
    back: dict[int, set[int]] = {place: set() for place in places}
    ahead = {place: tuple(reading.quiet[way] for way in following(reading.story, place)) for place in places}
    for place, ways in ahead.items():
        for way in ways:
            back[way].add(place)
    # What follows comes before what leads there, so that nearly every place is looked at once.
    order = _backwards(ahead)
    rank = {place: number for number, place in enumerate(order)}
    waiting, queued = list(range(len(order))), set(order)
    while waiting:
        place = order[heappop(waiting)]
        queued.discard(place)
        now = _before(reading, live, place)
        if now != live[place]:
            live[place] = now
            for earlier in back[place] - queued:
                queued.add(earlier)
                heappush(waiting, rank[earlier])
    return live


def _backwards(ahead: Mapping[int, tuple[int, ...]]) -> list[int]:
    """Return all places, each behind the places that follow it wherever no circle forbids that (a postorder)."""
    order: list[int] = []
    seen: set[int] = set()
    for first in ahead:
        path = [] if first in seen else [(first, iter(ahead[first]))]
        seen.add(first)
        while path:
            _place, ways = path[-1]
            way = next((each for each in ways if each not in seen), None)
            if way is None:
                order.append(path.pop()[0])
            else:
                seen.add(way)
                path.append((way, iter(ahead[way])))
    return order


def _before(reading: Reading, live: Mapping[int, frozenset[Fact]], place: int) -> frozenset[Fact]:
    node = reading.story.nodes[place]
    after = [live[reading.quiet[way]] for way in following(reading.story, place)]
    everything = frozenset[Fact]().union(*after)
    match node:
        case Assign(variable, _, _):
            return everything - {variable}
        case Branch():
            return everything.union(*(facts(when) for when, _ in reading.arms[place]))
        case Enter(entered) if entered in reading.watched:
            return everything | {f"@{entered}"}
        case Choose():
            options = [reading.story.options[each] for each in node.options]
            rest = (live[reading.quiet[node.next]], live[reading.quiet[reading.story.scenes[node.scene].after]])
            return frozenset[Fact]().union(*rest, *(_offering(reading, live, option, place) for option in options))
        case _:
            return everything


def _offering(reading: Reading, live: Mapping[int, frozenset[Fact]], option: Option, place: int) -> frozenset[Fact]:
    """Return what is read by offering an option, and from its target on."""
    own: frozenset[Fact] = frozenset((f"@{option.id}" if option.again else option.id,))
    condition = reading.when.get(option.id)
    read_here = facts(condition) if condition is not None else frozenset[Fact]()
    asked = option.id in reading.watched if option.again else place in reading.turning
    asked_here = own if asked else frozenset[Fact]()
    return (live[reading.quiet[option.target]] - {option.id}) | read_here | asked_here
