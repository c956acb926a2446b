"""Counting words: of a text, of what a playthrough shows, and of what a condition adds.

1. A word is whatever stands between spaces and holds a letter or a digit. Names count as the author wrote them.
2. Read are paragraphs, speech without the name before it, and every option that is offered.
3. A text with alternatives has the words of its second sides, and for each alternative what its first side adds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import Final, NamedTuple

from game.story import engine
from game.story.called import Called
from game.story.conditions import And, Condition, Not
from game.story.events import Event, Offered, Said
from game.story.model import Story
from game.story.text import Either, Emphasis, Piece, Text, plain

_YOU: Final = "you"


class Adds(NamedTuple):
    """How many words there are more, or fewer, where a condition holds."""

    when: Condition
    words: int


class Counted(NamedTuple):
    """The words of a text where none of its conditions holds, and what each adds."""

    words: int
    adds: tuple[Adds, ...]


def called_by_default(story: Story) -> Mapping[str, Called]:
    """Return how everybody is called before a player chooses otherwise."""
    return {_YOU: Called("You", "they"), **{each.id: Called(each.name, each.pronouns) for each in story.cast}}


def word_count(text: str) -> int:
    """Return how many words a text has."""
    return sum(any(map(str.isalnum, part)) for part in text.split())


def words(text: Text, called: Mapping[str, Called]) -> int:
    """Return how many words a settled text has."""
    return word_count(plain(text, called))


def counted(text: Text, called: Mapping[str, Called]) -> Counted:
    """Return how many words a text has, as its conditions decide."""
    least = words(sided(text), called)
    adds = []
    for number, (when, around) in enumerate(_alternatives(text, (), frozenset(), count())):
        more = words(sided(text, around | {number}), called) - words(sided(text, around), called)
        adds.append(Adds(when, more))
    return Counted(least, tuple(adds))


def sided(text: Text, first: frozenset[int] = frozenset()) -> Text:
    """Return a text with the second side of every alternative, but of those with the numbers in `first` the first."""
    return tuple(_sided(text, first, count()))


def _sided(text: Text, first: frozenset[int], numbers: Iterator[int]) -> Iterator[Piece]:
    for piece in text:
        match piece:
            case Either(_, then, otherwise):
                wanted = next(numbers) in first
                both = (tuple(_sided(then, first, numbers)), tuple(_sided(otherwise, first, numbers)))
                yield from both[0] if wanted else both[1]
            case Emphasis(inside):
                yield Emphasis(tuple(_sided(inside, first, numbers)))
            case _:
                yield piece


def _alternatives(
    text: Text, also: tuple[Condition, ...], around: frozenset[int], numbers: Iterator[int]
) -> Iterator[tuple[Condition, frozenset[int]]]:
    """Yield for each alternative, in order, when its first side is read, and those around it whose first side is."""
    for piece in text:
        match piece:
            case Either(when, then, otherwise):
                number = next(numbers)
                yield And((*also, when)) if also else when, around
                yield from _alternatives(then, (*also, when), around | {number}, numbers)
                yield from _alternatives(otherwise, (*also, Not(when)), around, numbers)
            case Emphasis(inside):
                yield from _alternatives(inside, also, around, numbers)


def shown(events: Iterable[Event], called: Mapping[str, Called]) -> int:
    """Return how many words some events put before a reader."""
    found = 0
    for event in events:
        match event:
            case Said(text, _, _):
                found += words(text, called)
            case Offered(_, options, _, _):
                found += sum(words(offer.text, called) for offer in options)
    return found


def read_in(story: Story, picks: Iterable[str]) -> int:
    """Return how many words a run shows. Raises `engine.NotOfferedError` for a pick that is not open."""
    called = called_by_default(story)
    state, events = engine.begin(story)
    found = shown(events, called)
    for pick in picks:
        state, events = engine.step(story, state, pick)
        found += shown(events, called)
    return found
