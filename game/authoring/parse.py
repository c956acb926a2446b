"""Parse: from the lines of a file to its tree and everything that is wrong with it as YAML.

1. YAML is read as libyaml's stream of events and nothing else: no value is converted, no alias followed, no depth
   left to C's stack. This is the only module that imports yaml.
2. Signs that may not stand in a file are told first and taken out.
3. At a mistake in the YAML the line at fault is set aside and the file read again, so that all mistakes are told.
4. A line has one mistake at most; the one that was found first is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any, Final, NamedTuple

import yaml
from yaml import events
from yaml._yaml import CParser

from game.authoring import signs, traps
from game.authoring.explain import explain
from game.authoring.nodes import Fields, Listing, Node, Scalar, new_fields, new_scalar
from game.authoring.places import Mark, Source, Span
from game.authoring.problems import Problem, problem
from game.authoring.snags import FILLING, Snag
from game.authoring.traps import Finding
from game.authoring.tree import DEEPEST, LONGEST, TooMuchError, Tree

if not yaml.__with_libyaml__:  # pragma: no cover  # depends on how PyYAML was built
    raise ImportError(
        "Me & We reads scenes with libyaml, and this PyYAML was built without it. Install one of PyYAML's own "
        "wheels: python -m pip install --force-reinstall --only-binary :all: PyYAML"
    )

MOST_EVENTS: Final = 100_000
"""A file may hold this many names and values; the beginning and the end of each list and group count too."""

_WORDS, _ALIAS, _DOCUMENT = events.ScalarEvent, events.AliasEvent, events.DocumentStartEvent
_FIELDS, _FIELDS_END = events.MappingStartEvent, events.MappingEndEvent
_LISTING, _LISTING_END = events.SequenceStartEvent, events.SequenceEndEvent
_NODES: Final = frozenset({_WORDS, _ALIAS, _FIELDS, _LISTING})

_MOST_MISTAKES: Final = 50
_NO_COLON: Final = "could not find expected ':'"
"""What libyaml says on the line after the one that lacks the colon."""

_MOST_LINES: Final = 200_000
"""A file with many mistakes is read again until this many lines have been read in all."""

_LAID_OUT: Final = 8
"""Laying out this many lines costs as much as reading one."""


def parse(source: Source) -> tuple[Node | None, tuple[Problem, ...]]:
    """Return the tree of a file, or None when nothing of it can be used, and all problems sorted by place.

    A tree may come with errors: the lines they stand on were then read with something harmless in their place, so
    that what the builder says about those lines is of no interest.
    """
    clean, found = signs.cleaned(source)
    root, more = _read(clean)
    told = [problem(each.rule, source.name, each.span, **each.details) for each in _one_a_line(found + more)]
    return root, tuple(sorted(told))


def _one_a_line(found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield each line's first mistake and its warnings; what else is wrong there mostly follows from it."""
    taken: set[int] = set()
    for each in found:
        if each.span.line not in taken:
            yield each
            taken.add(each.span.line)


class _Reading(NamedTuple):
    """How far the reading of some lines came."""

    tree: Tree
    snag: Snag | None

    @property
    def cost(self) -> int:
        """How many lines' worth of work it was."""
        return self.reach + self.tree.page.text.count("\n") // _LAID_OUT

    @property
    def reach(self) -> int:
        """The line at which it stopped, or one after the last."""
        return self.snag.at.line if self.snag else self.tree.page.text.count("\n") + 2


def _read(source: Source) -> tuple[Node | None, list[Finding]]:
    """Read a file, again and again without the lines at fault."""
    reading = _grow(source)
    found: list[Finding] = []
    budget = _MOST_LINES - reading.cost if reading.snag else 0
    while reading.snag:
        if len(found) >= _MOST_MISTAKES or budget < 0:
            return None, found
        finding, ways = explain(reading.snag, reading.tree.page.lines)
        if not _goes_on(finding, found):
            found.append(finding)
        reading, read = _furthest(ways)
        budget -= read
    return _whole(reading.tree, found)


def _furthest(ways: Iterable[tuple[str, ...]]) -> tuple[_Reading, int]:
    """Return the reading of that way to set lines aside which lets most be read, and how many lines all of them took.

    What comes later in the file may stand or fall with it, and must not be called a mistake of its own.
    """
    best, read = None, 0
    for lines in ways:
        reading = _grow(Source("", "\n".join(lines)))
        read += reading.cost
        if best is None or reading.reach > best.reach:
            best = reading
        if best.snag is None:
            break
    assert best is not None, "there is always a way to set a line aside"  # noqa: S101
    return best, read


def _goes_on(finding: Finding, found: Sequence[Finding]) -> bool:
    """Tell whether the last mistake goes on: prose without a name over several lines, or lines out of line."""
    if not found or finding.rule != found[-1].rule or finding.rule not in ("no-name", "columns"):
        return False
    return finding.span.line <= found[-1].span.line + 1 or finding.rule == "columns"


def _whole(tree: Tree, found: list[Finding]) -> tuple[Node | None, list[Finding]]:
    """Return a tree that was read to its end, if it is one that a story can be built from."""
    root = tree.roots[0] if tree.roots else None
    if isinstance(root, Fields):
        return root, found + tree.found()
    if found or tree.found():
        return None, found + tree.found()
    if root is None or (isinstance(root, Scalar) and not root.text):
        return None, [Finding("nothing-here", Span(1, 1), {})]
    what = "words" if isinstance(root, Scalar) else "a list"
    return None, [Finding("no-fields", root.span, {"what": what})]


def _grow(page: Source) -> _Reading:
    """Let a tree grow from the events of a file, to the end or to where libyaml stops."""
    tree, snag = Tree(page, traps.are_possible(page.text)), None
    parser = CParser(page.text + "\n")
    get = parser.get_event if len(page.text) <= LONGEST else partial(next, _bounded(parser, tree), None)
    try:
        _Descent(get, tree).whole()
    except TooMuchError:
        pass
    except yaml.MarkedYAMLError as error:
        snag = _snag(error, len(page.lines))
    finally:
        parser.dispose()
    return _Reading(tree, snag)


class _Descent:
    """From the events to the nodes, the outermost first; how deep this goes is counted and bounded.

    It runs for each word of a story and makes the speed of reading. So it looks at as little as it can, least of all at
    marks; what may be a trap (words that are missing, a line of prose that may begin with a dash) is only noted; and
    `_fields` does itself what `_node` would do for nine of ten words.
    """

    def __init__(self, get: Callable[[], Any], tree: Tree) -> None:
        self.get = get
        self.tree = tree
        self.depth = 0

    def whole(self) -> None:
        """Read what there is; a document's end and the stream's beginning and end say nothing new."""
        while (event := self.get()) is not None:
            if type(event) is _DOCUMENT:
                self.tree.begin(_at(event), directives=bool(event.version or event.tags))
            elif type(event) in _NODES:
                self.tree.roots.append(self._node(event))

    def _node(self, event: Any) -> Node:  # noqa: ANN401  # PyYAML's events are not typed; so for all of these
        kind, tree = type(event), self.tree
        if kind is _ALIAS:
            tree.refuse_shortcut(_at(event))
            return new_scalar((FILLING, event.start_mark, tree.page))
        if event.anchor or event.tag:
            _refuse_decorated(event, tree)
        if kind is _WORDS:
            text = event.value
            if not text or (text.isspace() if event.style else "- " in text):
                tree.odd = True
            return new_scalar((text, event.start_mark, tree.page))
        if self.depth >= DEEPEST:
            tree.refuse("too-deep", _at(event), DEEPEST)
        self.depth += 1
        node = self._fields(event) if kind is _FIELDS else self._listing(event)
        self.depth -= 1
        return node

    def _listing(self, opened: Any) -> Listing:  # noqa: ANN401
        get, node, items, flow = self.get, self._node, list[Node](), opened.flow_style
        nested = False
        while type(event := get()) is not _LISTING_END:
            items.append(node(event))
            nested = nested or type(event) is _LISTING
        self.tree.odd = self.tree.odd or nested or flow
        return Listing(tuple(items), opened.start_mark, flow)

    def _fields(self, opened: Any) -> Fields:  # noqa: ANN401
        get, node, tree = self.get, self._node, self.tree
        page, values, marks = tree.page, dict[str, Node](), list[Mark]()
        while type(key := get()) is not _FIELDS_END:
            plain = type(key) is _WORDS and not key.anchor and not key.tag
            name: Any = key.value if plain else node(key)
            event: Any = get()
            kind = type(event)
            if kind is _WORDS and not event.anchor and not event.tag:
                text = event.value
                if not text or (text.isspace() if event.style else "- " in text):
                    tree.odd = True
                value: Node = new_scalar((text, event.start_mark, page))
            else:
                value = node(event)
            if plain and name not in values:
                values[name] = value
                marks.append(key.start_mark)
            else:
                tree.clash(name, key.start_mark, value, values, marks)
        tree.names.update(values)
        return new_fields((values, marks, page, opened.start_mark, opened.flow_style))


def _bounded(parser: CParser, tree: Tree) -> Iterator[Any]:
    """Yield the events of a file that is long enough to hold too many, or too long a value, as far as it may go."""
    stream: Iterator[Any] = iter(parser.get_event, None)
    for count, event in enumerate(stream):
        if count >= MOST_EVENTS:
            tree.refuse("too-many-values", _at(event), MOST_EVENTS)
        if _is_long(event):
            words = new_scalar((event.value, event.start_mark, tree.page))
            details: dict[str, object] = {"count": len(words.text), "limit": LONGEST}
            tree.findings.append(Finding("value-too-long", words.span, details))
            event.value = words.text[:LONGEST]
        yield event


def _is_long(event: Any) -> bool:  # noqa: ANN401
    return type(event) is _WORDS and len(event.value) > LONGEST


def _refuse_decorated(event: Any, tree: Tree) -> None:  # noqa: ANN401
    if event.anchor:
        tree.refuse_shortcut(_at(event))
    elif event.tag:
        tree.refuse_tag(_at(event))


def _at(event: Any) -> Span:  # noqa: ANN401
    return Span(event.start_mark.line + 1, event.start_mark.column + 1)


def _snag(error: yaml.MarkedYAMLError, last: int) -> Snag:
    at, since = _marked(error.problem_mark, last), _marked(error.context_mark, last)
    if since and error.problem == _NO_COLON:
        at = since
    return Snag(str(error.problem), at or Span(1, 1), since)


def _marked(mark: Any, last: int) -> Span | None:  # noqa: ANN401
    """Return a mark's place; the end of the file is the end of its last line."""
    return Span(min(last, mark.line + 1), mark.column + 1) if mark else None
