"""Parse: from the lines of a file to its tree and everything that is wrong with it as YAML.

1. YAML is read as libyaml's stream of events and nothing else: no value is converted, no alias followed, no depth
   left to C's stack. This is the only module that imports yaml.
2. Signs that may not stand in a file are told first and taken out.
3. At a mistake in the YAML the line at fault is set aside and the file read again, so that all mistakes are told.
4. A line has one mistake at most; the one that was found first is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Final, NamedTuple

import yaml
from yaml import events
from yaml._yaml import CParser

from game.authoring import signs, traps
from game.authoring.explain import explain
from game.authoring.nodes import Fields, Listing, Node, Scalar, new_scalar
from game.authoring.places import Source, Span
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
    budget = _MOST_LINES - reading.cost
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
    stream: Iterator[Any] = islice(iter(parser.get_event, None), MOST_EVENTS)
    try:
        _fill(tree, stream if len(page.text) <= LONGEST else _shortened(stream, tree))
        if parser.check_event():
            tree.refuse("too-many-values", _at(parser.peek_event()), MOST_EVENTS)
    except TooMuchError:
        pass
    except yaml.MarkedYAMLError as error:
        snag = _snag(error, len(page.lines))
    finally:
        parser.dispose()
    return _Reading(tree, snag)


def _fill(tree: Tree, stream: Iterator[Any]) -> None:  # noqa: C901  # one loop over six kinds of events, for speed
    """Fill a tree, on a stack of its own, so that depth can be refused and never recurses.

    This loop runs for each word of a story and makes the speed of reading. So it looks at as little as it can, least of
    all at marks, and what may be a trap is only noted here.
    """
    words, new_list, page = events.ScalarEvent, events.SequenceStartEvent, tree.page
    inside: list[Node] = tree.roots
    is_list, stack = False, list[tuple[list[Node], bool, Any]]()
    for event in stream:
        kind = type(event)
        if kind is words:
            text, style = event.value, event.style
            if not text or event.anchor or event.tag:
                tree.odd = True
                _refuse_decorated(event, tree)
            elif text.isspace() if style else "- " in text:
                tree.odd = True
            inside.append(new_scalar((text, style, event.start_mark, page)))
        elif kind in _ENDS:
            held = inside
            inside, was_list, opened = stack.pop()
            inside.append(_finished(held, opened, tree, is_list=is_list))
            is_list = was_list
        elif kind in _STARTS:
            if event.anchor or event.tag or len(stack) >= DEEPEST:
                _refuse_decorated(event, tree)
                _refuse_too_deep(event, tree, len(stack))
            stack.append((inside, is_list, event))
            if kind is new_list and (is_list or event.flow_style):
                tree.odd = True
            inside, is_list = [], kind is new_list
        elif kind is events.AliasEvent:
            tree.refuse_shortcut(_at(event))
            inside.append(new_scalar((FILLING, "'", event.start_mark, page)))
        elif kind is events.DocumentStartEvent:
            tree.begin(_at(event), directives=bool(event.version or event.tags))


def _finished(held: list[Node], opened: Any, tree: Tree, *, is_list: bool) -> Node:  # noqa: ANN401
    if is_list:
        return Listing(tuple(held), opened.start_mark, opened.flow_style)
    return tree.fields(held, opened.start_mark, flow=opened.flow_style)


def _shortened(stream: Iterator[Any], tree: Tree) -> Iterator[Any]:
    """Yield the events of a file that is long enough to hold too long a value, with as much of it as may be."""
    for event in stream:
        if _is_long(event):
            words = new_scalar((event.value, event.style, event.start_mark, tree.page))
            details: dict[str, object] = {"count": len(words.text), "limit": LONGEST}
            tree.findings.append(Finding("value-too-long", words.span, details))
            event.value = words.text[:LONGEST]
        yield event


def _is_long(event: Any) -> bool:  # noqa: ANN401  # PyYAML's events are not typed; so for all of these
    return type(event) is events.ScalarEvent and len(event.value) > LONGEST


def _refuse_too_deep(event: Any, tree: Tree, depth: int) -> None:  # noqa: ANN401
    if depth >= DEEPEST:
        tree.refuse("too-deep", _at(event), DEEPEST)


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


_STARTS: Final = frozenset({events.MappingStartEvent, events.SequenceStartEvent})
_ENDS: Final = frozenset({events.MappingEndEvent, events.SequenceEndEvent})
