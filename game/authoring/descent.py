"""The long way from a file to its tree: event by event, for files in which something may be wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from yaml import events
from yaml._yaml import CParser

from game.authoring.compose import has_words
from game.authoring.marks import FILLING, LONGEST
from game.authoring.nodes import Alone, Fields, Listing, Raw, Scalar, rooted
from game.authoring.places import Mark, Span
from game.authoring.traps import Finding
from game.authoring.tree import DEEPEST, Tree

MOST_EVENTS: Final = 100_000
"""A file may hold this many names and values; the beginning and the end of each list and group count too."""

_WORDS, _ALIAS, _DOCUMENT = events.ScalarEvent, events.AliasEvent, events.DocumentStartEvent
_FIELDS, _FIELDS_END = events.MappingStartEvent, events.MappingEndEvent
_LISTING, _LISTING_END = events.SequenceStartEvent, events.SequenceEndEvent
_NODES: Final = frozenset({_WORDS, _ALIAS, _FIELDS, _LISTING})


class Descent:
    """From the events to the nodes, the outermost first; how deep this goes is counted and bounded.

    What may be a trap (words that are missing, a line of prose that may begin with a dash) is only noted.
    """

    def __init__(self, parser: CParser, tree: Tree) -> None:
        self.events = _bounded(parser, tree)
        self.tree = tree
        self.depth = 0

    def whole(self) -> None:
        """Read what there is; a document's end and the stream's beginning and end say nothing new."""
        for event in self.events:
            if type(event) is _DOCUMENT:
                self.tree.begin(_at(event), directives=bool(event.version or event.tags))
            elif type(event) in _NODES:
                self.tree.roots.append(rooted(self._node(event), self.tree.page, event.start_mark))

    def _node(self, event: Any) -> Raw:  # noqa: ANN401  # PyYAML's events are not typed; so for all of these
        kind, tree = type(event), self.tree
        if kind is _ALIAS:
            tree.refuse_shortcut(_at(event))
            return FILLING
        if event.anchor:
            tree.refuse_shortcut(_at(event))
        elif event.tag:
            tree.refuse_tag(_at(event))
        if kind is _WORDS:
            text = str(event.value)
            tree.odd = tree.odd or not text or (text.isspace() if event.style else "- " in text)
            return text
        if self.depth >= DEEPEST:
            tree.refuse("too-deep", _at(event), DEEPEST)
        self.depth += 1
        node = self._fields(event) if kind is _FIELDS else self._listing(event)
        self.depth -= 1
        return node

    def _listing(self, opened: Any) -> Listing:  # noqa: ANN401
        items: list[Raw] = []
        while type(event := next(self.events)) is not _LISTING_END:
            items.append(self._node(event))
        if Listing in map(type, items) or (opened.flow_style and has_words(items)):
            self.tree.odd = True
        return Listing(items, self.tree.page, opened.start_mark, opened.flow_style)

    def _fields(self, opened: Any) -> Fields:  # noqa: ANN401
        tree, values, lines = self.tree, dict[str, Raw](), dict[str, int]()
        while type(key := next(self.events)) is not _FIELDS_END:
            name = rooted(self._node(key), tree.page, key.start_mark)
            event = next(self.events)
            value = self._node(event)
            if isinstance(name, Scalar) and name.text not in values:
                values[name.text] = value
                lines[name.text] = key.start_mark.line + 1
            else:
                if isinstance(name, Scalar) and values[name.text] == "" and not isinstance(value, str):
                    values[name.text] = value  # it was typed twice, and is meant where something stands under it
                tree.clash(name, rooted(value, tree.page, event.start_mark), lines)
        tree.names.update(values)
        return Fields(values, tree.page, opened.start_mark, opened.flow_style)


def _bounded(parser: CParser, tree: Tree) -> Iterator[Any]:
    """Yield the events of a file as far as it may go, with values that are too long cut short."""
    get: Callable[[], Any] = parser.get_event
    for count, event in enumerate(iter(get, None)):
        if count >= MOST_EVENTS:
            tree.refuse("too-many-values", _at(event), MOST_EVENTS)
        if type(event) is _WORDS and len(event.value) > LONGEST:
            mark: Any = event.start_mark
            span = Scalar(event.value, Alone(tree.page, mark), None).span
            tree.findings.append(Finding("value-too-long", span, {"count": len(event.value), "limit": LONGEST}))
            event.value = event.value[:LONGEST]
        yield event


def _at(event: Any) -> Span:  # noqa: ANN401
    mark: Mark = event.start_mark
    return Span(mark.line + 1, mark.column + 1)
