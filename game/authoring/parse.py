"""Parse: from the lines of a file to its tree and everything that is wrong with it as YAML.

1. YAML is read by libyaml and nothing else of PyYAML: no value is converted, no alias followed, and the depth is
   bounded. A file with nothing wrong in it is composed (`compose`); any other is read event by event (`descent`).
2. Signs that may not stand in a file are told first and taken out.
3. At a mistake in the YAML the line at fault is set aside and the file read again, so that all mistakes are told.
4. A line has one mistake at most; the one that was found first is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, NamedTuple

import yaml
from yaml._yaml import CParser

from game.authoring import signs, traps
from game.authoring.compose import composed
from game.authoring.descent import Descent
from game.authoring.explain import explain
from game.authoring.nodes import Fields, Node, Scalar
from game.authoring.outline.outline import outlined
from game.authoring.places import Source, Span, as_written
from game.authoring.problems import Problem, problem
from game.authoring.snags import Snag
from game.authoring.traps import Finding
from game.authoring.tree import TooMuchError, Tree

if not yaml.__with_libyaml__:  # pragma: no cover  # depends on how PyYAML was built
    raise ImportError(
        "Me & We reads scenes with libyaml, and this PyYAML was built without it. Install one of PyYAML's own "
        "wheels: python -m pip install --force-reinstall --only-binary :all: PyYAML"
    )

_MOST_MISTAKES: Final = 50
_NO_COLON: Final = "could not find expected ':'"
"""What libyaml says on the line after the one that lacks the colon."""

_MOST_LINES: Final = 200_000
"""A file with many mistakes is read again until this many lines have been read in all."""

_MOST_BY_HAND: Final = 5_000
"""A file of more lines, or with a longer one, nobody wrote by hand: no lines that were lost are looked for in it."""

_LAID_OUT: Final = 8
"""Laying out this many lines costs as much as reading one."""


def parse(source: Source, *, lost: bool = False) -> tuple[Node | None, tuple[Problem, ...]]:
    """Return the tree of a file, or None when nothing of it can be used, and all problems sorted by place.

    A tree may come with errors: the lines they stand on were then read with something harmless in their place, so
    that what the builder says about those lines is of no interest. Where lines may be `lost` although the file could
    be read, they are looked for first.
    """
    clean, found = signs.cleaned(source)
    root, more = _read(clean, lost=lost)
    if not (found or more):
        return root, ()
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


def _read(source: Source, *, lost: bool) -> tuple[Node | None, list[Finding]]:
    """Read a file; only in one with something wrong in it is anything looked for."""
    reading = _grow(source)
    if lost or reading.snag or reading.tree.found():
        return _reread(reading, source)
    return _whole(reading.tree, [], source)


def _reread(reading: _Reading, source: Source) -> tuple[Node | None, list[Finding]]:
    """Read a file again and again without the lines at fault."""
    found: list[Finding] = []
    if _is_by_hand(source):
        found, lines = outlined(source.lines)
        reading = _grow(Source(source.name, "\n".join(lines))) if found else reading
    budget = _MOST_LINES - reading.cost if reading.snag else 0
    # A mistake that goes on takes up at least a line more each time; one that does not would go on for ever.
    rounds = len(source.lines) + _MOST_MISTAKES
    while reading.snag:
        if len(found) >= _MOST_MISTAKES or budget < 0 or not rounds:
            return None, found
        rounds -= 1
        read = reading.tree.page.lines
        finding, ways = explain(reading.snag, read)
        finding = finding._replace(span=as_written(finding.span, read, source.lines))
        if not _goes_on(finding, found):
            found.append(finding)
        reading, cost = _furthest(ways)
        budget -= cost
    return _whole(reading.tree, found, source)


def _is_by_hand(source: Source) -> bool:
    return len(source.lines) <= _MOST_BY_HAND and max(map(len, source.lines)) <= _MOST_BY_HAND


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


def _whole(tree: Tree, found: list[Finding], source: Source) -> tuple[Node | None, list[Finding]]:
    """Return a tree that was read to its end, if it is one that a story can be built from."""
    root = tree.roots[0] if tree.roots else None
    more = tree.found()
    found += [each._replace(span=as_written(each.span, tree.page.lines, source.lines)) for each in more]
    if isinstance(root, Fields) or found:
        return root if isinstance(root, Fields) else None, found
    if root is None or (isinstance(root, Scalar) and not root.text):
        return None, [Finding("nothing-here", Span(1, 1), {})]
    what = "words" if isinstance(root, Scalar) else "a list"
    return None, [Finding("no-fields", root.span, {"what": what})]


def _grow(page: Source) -> _Reading:
    """Let a tree grow from a file, to the end or to where libyaml stops."""
    odd = traps.are_possible(page.text)
    tree = composed(page, odd=odd)
    return _Reading(tree, None) if tree else _descended(Tree(page, odd))


def _descended(tree: Tree) -> _Reading:
    page, snag = tree.page, None
    parser = CParser(page.text + "\n")
    try:
        Descent(parser, tree).whole()
    except TooMuchError:
        pass
    except yaml.MarkedYAMLError as error:
        snag = _snag(error, len(page.lines))
    finally:
        parser.dispose()
    return _Reading(tree, snag)


def _snag(error: yaml.MarkedYAMLError, last: int) -> Snag:
    at, since = _marked(error.problem_mark, last), _marked(error.context_mark, last)
    if since and error.problem == _NO_COLON:
        at = since
    return Snag(str(error.problem), at or Span(1, 1), since)


def _marked(mark: Any, last: int) -> Span | None:  # noqa: ANN401
    """Return a mark's place; the end of the file is the end of its last line."""
    return Span(min(last, mark.line + 1), mark.column + 1) if mark else None
