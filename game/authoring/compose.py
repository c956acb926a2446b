"""The short way from a file to its tree, for files in which nothing is wrong: libyaml itself composes the nodes.

1. Composing takes half the time of looking at each event, and says less: neither tags nor shortcuts nor depth. So
   only files that can hold none of these come here, and any with something else amiss is left to the events.
2. libyaml goes as deep as a file does, on C's stack; how deep that may be is bounded by the signs that open something.
3. Of what it composes, only words and the beginnings of lists and fields are kept; the rest dies young.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Iterable
from sys import intern
from typing import Any, Final

import yaml
from yaml._yaml import CParser

from game.authoring.marks import LONGEST
from game.authoring.nodes import Fields, Listing, Raw, rooted
from game.authoring.places import Source
from game.authoring.tree import DEEPEST, Tree

_WORDS, _LISTING, _FIELDS = yaml.ScalarNode, yaml.SequenceNode, yaml.MappingNode

_MARKED: Final = re.compile(r"(?:^|[-:?,\[{\n])[ \t]*[&!]")
"""An anchor or a tag stands only where a value may begin."""

_OPENING: Final = b"-?:[{"
_MOST_OPENING: Final = 1000
"""With more signs that may open something on one line the events have to be counted. (On lines of their own lists and
fields stand further and further in, so that in a file of this size no more than some 300 can.)"""


class _OddError(Exception):
    """This file has to be looked at event by event."""


class _Composer(CParser):
    """libyaml, which asks for the tag of each node, and tells of each that it begins and ends; nobody wants to know.

    Only words that may be a trap are noted: those that are missing, or hold a dash at the beginning of a line.
    """

    odd = False
    descend_resolver = staticmethod(operator.is_)
    ascend_resolver = staticmethod(bool)

    def resolve(self, _kind: object, words: str | None, implicit: Any) -> None:  # noqa: ANN401  # PyYAML is not typed
        """Look at some words; lists and fields have None."""
        if words is not None and (not words or ("- " in words if implicit[0] else words.isspace())):
            self.odd = True


def composed(page: Source, *, odd: bool) -> Tree | None:
    """Return the tree of a file, or None if it has to be read by its events; `odd` if it may hold traps anyway."""
    if not _is_simple(page.text):
        return None
    parser = _Composer(page.text + "\n")
    try:
        root = parser.get_single_node()
        tree = Tree(page, odd or parser.odd)
        if root is not None:
            tree.roots.append(rooted(_copied(root, tree, 0), page, root.start_mark))
    except (yaml.MarkedYAMLError, _OddError):
        return None
    finally:
        parser.dispose()
    return tree


def _is_simple(text: str) -> bool:
    if len(text) > LONGEST or "---" in text or ("%" in text and (text[0] == "%" or "\n%" in text)):
        return False
    if ("&" in text or "!" in text) and _MARKED.search(text):
        return False
    data = text.encode()
    return len(data) <= _MOST_OPENING or len(data) - len(data.translate(None, _OPENING)) <= _MOST_OPENING


def _copied(node: Any, tree: Tree, depth: int) -> Raw:  # noqa: ANN401
    """Return what is kept of a node. It runs for each of them, and makes the speed of reading.

    There are few names, each many times: as one and the same string they are found at a glance when they are looked up.
    (A comprehension would be a call of its own here, with which short lists take twice as long.)
    """
    if depth >= DEEPEST:
        raise _OddError
    kind, parts = type(node), node.value
    if kind is _FIELDS:
        raw: dict[str, Raw] = {}
        try:
            for key, part in parts:
                raw[intern(key.value)] = part.value if type(part) is _WORDS else _copied(part, tree, depth + 1)
        except TypeError:  # a list or fields instead of a name
            raise _OddError from None
        if len(raw) < len(parts):
            raise _OddError
        tree.names.update(raw)
        return Fields(raw, tree.page, node.start_mark, node.flow_style)
    if kind is _LISTING:
        items: list[Raw] = []
        for part in parts:
            items.append(part.value if type(part) is _WORDS else _copied(part, tree, depth + 1))  # noqa: PERF401
        if Listing in map(type, items) or (node.flow_style and has_words(items)):
            tree.odd = True
        return Listing(items, tree.page, node.start_mark, node.flow_style)
    return str(parts)


def has_words(items: Iterable[Raw]) -> bool:
    """Tell whether a list in brackets may be a sentence that its commas split; one of numbers or ids is none."""
    return any(type(item) is str and " " in item for item in items)
