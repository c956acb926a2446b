"""Parse: from the lines of a file to its tree and everything that is wrong with it as YAML.

1. YAML is read as libyaml's stream of events and nothing else: no value is converted, no alias followed, no depth
   left to C's stack. This is the only module that imports yaml.
2. Signs that may not stand in a file are told first and taken out.
3. At a mistake in the YAML the line at fault is set aside and the file read again, so that all mistakes are told.
4. A line has one mistake at most; the one that was found first is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final, NamedTuple

import yaml
from yaml import events

from game.authoring import signs
from game.authoring.explain import explain
from game.authoring.nodes import Fields, Node, Scalar, Span, new_scalar, new_span
from game.authoring.problems import Problem, Source, problem
from game.authoring.snags import FILLING, Snag
from game.authoring.traps import Finding
from game.authoring.tree import LONGEST, TooMuchError, Tree

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
    lines, found = signs.cleaned(source.lines)
    root: Node | None = None
    if lines:
        root, more = _read(tuple(lines))
        found += more
    told = [problem(each.rule, source.name, each.span, **each.details) for each in _one_a_line(found)]
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
        return self.reach + len(self.tree.lines) // _LAID_OUT

    @property
    def reach(self) -> int:
        """The line at which it stopped, or one after the last."""
        return self.snag.at.line if self.snag else len(self.tree.lines) + 1


def _read(lines: tuple[str, ...]) -> tuple[Node | None, list[Finding]]:
    """Read the lines, again and again without those at fault."""
    reading = _grow(lines)
    found: list[Finding] = []
    budget = _MOST_LINES - reading.cost
    while reading.snag:
        if len(found) >= _MOST_MISTAKES or budget < 0:
            return None, found
        finding, ways = explain(reading.snag, reading.tree.lines)
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
        reading = _grow(lines)
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


def _grow(lines: tuple[str, ...]) -> _Reading:
    """Let a tree grow from the events of the lines, to the end or to where libyaml stops."""
    tree, snag = Tree(lines), None
    parser = yaml.CSafeLoader("\n".join(lines) + "\n")
    try:
        for event in islice(iter(parser.get_event, None), MOST_EVENTS):
            _TAKE[type(event)](event, tree)
        if parser.check_event():
            tree.refuse("too-many-values", _at(parser.peek_event()), MOST_EVENTS)
    except TooMuchError:
        pass
    except yaml.MarkedYAMLError as error:
        snag = _snag(error, len(lines))
    finally:
        parser.dispose()
    return _Reading(tree, snag)


def _words(event: Any, tree: Tree) -> None:  # noqa: ANN401  # PyYAML's events are not typed; so for all of these
    """Add words. Nine of ten are plain ones on a line of their own: they take the short way, and make the speed."""
    start, end, text = event.start_mark, event.end_mark, event.value
    line = start.line + 1
    plain = event.implicit[0] and end.line == start.line
    if plain and not event.anchor and ":" not in text and line not in tree.notes and len(text) <= LONGEST:
        tree.inside.append(new_scalar((text, new_span((line, start.column + 1, len(text) or 1)), "", (), ())))
        return
    if event.anchor or event.tag:
        _decorated(event, tree)
    length = end.column - start.column if end.line == start.line else 1
    tree.words(text, event.style or "", Span(line, start.column + 1, length or 1), end.line + 1)


def _open(event: Any, tree: Tree) -> None:  # noqa: ANN401
    if event.anchor or event.tag:
        _decorated(event, tree)
    start = event.start_mark
    span = new_span((start.line + 1, start.column + 1, 1))
    tree.open(span, flow=event.flow_style, fields=type(event) is events.MappingStartEvent)


def _close(_event: object, tree: Tree) -> None:
    tree.close()


def _alias(event: Any, tree: Tree) -> None:  # noqa: ANN401
    tree.refuse_shortcut(_at(event))
    tree.words(FILLING, "'", _at(event), event.start_mark.line + 1)


def _decorated(event: Any, tree: Tree) -> None:  # noqa: ANN401
    if event.anchor:
        tree.refuse_shortcut(_at(event))
    else:
        tree.refuse_tag(_at(event))


def _begin(event: Any, tree: Tree) -> None:  # noqa: ANN401
    tree.begin(_at(event), directives=bool(event.version or event.tags))


def _pass(_event: object, _tree: Tree) -> None:
    """The stream's and the document's end say nothing new."""


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


_TAKE: Final[Mapping[type, Callable[[Any, Tree], None]]] = {
    events.ScalarEvent: _words,
    events.MappingStartEvent: _open,
    events.SequenceStartEvent: _open,
    events.MappingEndEvent: _close,
    events.SequenceEndEvent: _close,
    events.AliasEvent: _alias,
    events.DocumentStartEvent: _begin,
    events.DocumentEndEvent: _pass,
    events.StreamStartEvent: _pass,
    events.StreamEndEvent: _pass,
}
