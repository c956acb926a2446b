"""Where everything in a file stands: the file is read once more when somebody wants to know.

Problems need places, and good stories have few. So the tree of a file keeps none, and this walks through libyaml's
events again, for files of which a tree was made: their depth and size are known to be bounded.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from yaml import events
from yaml._yaml import CParser

from game.authoring.places import Mark, Source

FILLING: Final = "x"
"""What is read in place of words that cannot be read."""

LONGEST: Final = 20_000
"""A value may have this many characters; what is more is told, and left away."""

_MOST_KEPT: Final = 64
_WORDS: Any = events.ScalarEvent
_ALIAS: Any = events.AliasEvent
_LISTING: Any = events.SequenceStartEvent
_FIELDS: Any = events.MappingStartEvent


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of what lists and fields hold, by the index at which they begin.

    `names` has for each name where it stands, and its value; of names that come twice the first counts.
    """

    items: dict[int, list[Mark]] = field(default_factory=dict)
    names: dict[int, dict[str, tuple[Mark, Mark]]] = field(default_factory=dict)


@lru_cache(maxsize=_MOST_KEPT)
def marks(page: Source) -> Marks:
    """Return where everything in a file stands, as far as a tree was made of it."""
    found, parser = Marks(), CParser(page.text + "\n")
    try:
        get: Callable[[], Any] = parser.get_event
        while type(event := get()) is not events.DocumentEndEvent:
            _note(event, get, found)
    finally:
        parser.dispose()
    return found


def _note(event: Any, get: Callable[[], Any], found: Marks) -> None:  # noqa: ANN401  # PyYAML's events are not typed
    """Note where everything in what `event` begins stands."""
    if type(event) is _LISTING:
        items = found.items[event.start_mark.index] = []
        while type(item := get()) is not events.SequenceEndEvent:
            items.append(item.start_mark)
            _note(item, get, found)
    elif type(event) is _FIELDS:
        names: dict[str, tuple[Mark, Mark]] = {}
        while type(key := get()) is not events.MappingEndEvent:
            _note(key, get, found)
            value = get()
            _note(value, get, found)
            if type(key) in (_WORDS, _ALIAS):
                name = FILLING if type(key) is _ALIAS else key.value[:LONGEST]
                names.setdefault(name, (key.start_mark, value.start_mark))
        found.names.setdefault(event.start_mark.index, {}).update(names)
