"""Questions: every condition of a story, with the places where it is asked and what has to hold to be asked there.

1. A condition of a branch is asked when those before it failed; one of an option while the option is not spent; one in
   prose wherever the prose is told; one in what the reveal says of an option just after the option was picked.
2. Prose is found from the place that `quiet` leads away from: that place stands on the trail of a walk.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from game.insight.exact.flow import following, meetings
from game.insight.exact.liveness import Reading
from game.insight.exact.spreads import named
from game.story.conditions import Condition, Not, Or, Picked
from game.story.model import Add, Assign, Branch, Choose, Finish, Option, Say, Stage, Story
from game.story.names import DYNAMICS, IN_BETWEEN
from game.story.text import Either, Emphasis, Text


@dataclass(frozen=True, slots=True)
class Question:
    """A condition asked where a walk passes `anchor` (or, if that is an id, picked this option), if `guards` hold.

    `owner` names it for the author: an option's id, or the node (`Branch`, `Say`) that holds it.
    """

    condition: Condition
    owner: str | int
    anchor: str | int
    guards: tuple[Condition, ...] = ()
    sure: bool = True


def questions(reading: Reading) -> Iterator[Question]:
    """Yield every question of a story."""
    story = reading.story
    for place, node in enumerate(story.nodes):
        match node:
            case Branch() if reading.quiet[place] == place:
                yield from _arms(node, place, place, ())
            case Choose(_, options):
                for id_ in options:
                    yield from _offered(story.options[id_], place, again=place in reading.turning)
    for anchor in dict.fromkeys(_anchors(story)):
        if reading.quiet[anchor] != anchor:
            yield from _told(story, anchor, anchor, (), until=reading.quiet[anchor])
    for option in story.options.values():
        yield from _revealed(story, option)
    yield from _epilogues(story)


def _anchors(story: Story) -> Iterator[int]:
    """Yield the places where a walk can enter prose."""
    yield story.start
    for place, node in enumerate(story.nodes):
        if not isinstance(node, Say | Stage):
            yield from following(story, place)


def _arms(node: Branch, place: int, anchor: int, guards: tuple[Condition, ...]) -> Iterator[Question]:
    for condition, _ in node.arms:
        yield Question(condition, place, anchor, guards)
        guards = (*guards, Not(condition))


def _offered(option: Option, place: int, *, again: bool) -> Iterator[Question]:
    guards = (Not(Picked(option.id)),) if again and not option.again else ()
    if option.when is not None:
        yield Question(option.when, option.id, place, guards)
    for condition, inner in _alternatives(option.text, guards):
        yield Question(condition, option.id, place, inner)


def _revealed(story: Story, option: Option) -> Iterator[Question]:
    scene = story.scenes.get(option.id.partition(".")[0])
    texts = (option.recall, option.protects, option.costs, option.lands, scene.at if scene and option.scored else None)
    for text in texts:
        for condition, guards in _alternatives(text or (), ()):
            yield Question(condition, option.id, option.id, guards)


def _alternatives(text: Text, guards: tuple[Condition, ...]) -> Iterator[tuple[Condition, tuple[Condition, ...]]]:
    for piece in text:
        match piece:
            case Either(when, then, otherwise):
                yield when, guards
                yield from _alternatives(then, (*guards, when))
                yield from _alternatives(otherwise, (*guards, Not(when)))
            case Emphasis(inside):
                yield from _alternatives(inside, guards)


def _told(story: Story, start: int, anchor: int, guards: tuple[Condition, ...], until: int) -> Iterator[Question]:
    """Yield the questions of the prose from `start` on, up to `until`; what comes after a change is not sure."""
    onward = meetings(story, start, until)
    waiting = [(start, until, guards, True)]
    while waiting:
        place, stop, guards, sure = waiting.pop()
        node = story.nodes[place]
        if place == stop or isinstance(node, Finish | Choose):
            continue
        waiting.append((onward[place], stop, guards, sure and not isinstance(node, Assign | Add)))
        if isinstance(node, Branch):
            yield from (replace(each, sure=sure) for each in _arms(node, place, anchor, guards))
            waiting += [(target, onward[place], inner, sure) for target, inner in _ways(node, guards)]
        elif isinstance(node, Say):
            for condition, inner in _alternatives(node.text, guards):
                yield Question(condition, place, anchor, inner, sure)


def _ways(node: Branch, guards: tuple[Condition, ...]) -> Iterator[tuple[int, tuple[Condition, ...]]]:
    for condition, target in node.arms:
        yield target, (*guards, condition)
        guards = (*guards, Not(condition))
    yield node.next, guards


def _epilogues(story: Story) -> Iterator[Question]:
    """Yield the questions of the epilogues, asked at each end by its verdict."""
    verdicts: dict[str, Condition] = {dynamic: named(dynamic, story.dead_zone) for dynamic in DYNAMICS}
    verdicts[IN_BETWEEN] = Not(Or(tuple(verdicts.values())))
    ends = [place for place, node in enumerate(story.nodes) if isinstance(node, Finish)]
    for dynamic, place in story.endings.items():
        for end in ends:
            yield from _told(story, place, end, (verdicts[dynamic],), until=end)


def conditions(asked: Iterable[Question]) -> tuple[Condition, ...]:
    """Return all conditions that questions read, guards among them."""
    return tuple(each for question in asked for each in (question.condition, *question.guards))
