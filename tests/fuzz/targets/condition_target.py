"""The parser of conditions: a tree that can be asked, or faults that stand in the words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from game.story import grammar
from game.story.conditions import holds
from game.story.grammar import Scope
from game.story.state import State
from tests.fuzz.targets.yaml_target import BROKEN

SCOPE: Final = Scope(
    {"booked": (0, "flag"), "ate": (1, "word"), "savings": (2, "number")},
    frozenset({"dinner.noodles", "dinner.phone"}),
    {"decide_solo": frozenset({"dinner.noodles"})},
)
STATE: Final = State(0, (True, "takeaway", 3), 1, -2, frozenset({"dinner.noodles"}))

WORDS: Final = (
    *(
        "and ",
        "or ",
        "not ",
        "(",
        ")",
        "==",
        "!=",
        "<",
        "<=",
        ">",
        ">=",
        "=",
        "me",
        "we",
        "true",
        "false",
        "-1",
        "999999999",
    ),
    *(
        "booked",
        "ate",
        "savings",
        "dinner.noodles",
        "shown.decide_solo",
        "takeaway",
        "__import__",
        ".",
        "**",
        "²",
        "１",
    ),
)


def one(data: bytes) -> None:
    """Parse, and ask what came of it."""
    words = data.decode("utf-8", "replace")
    tree, faults = grammar.parse(words, Scope(SCOPE.variables, SCOPE.options, SCOPE.patterns))
    assert (tree is None) == bool(faults)
    for fault in faults:
        assert 0 <= fault.at <= len(words)
        assert fault.length >= 0
    for at, name in grammar.names(words):
        assert words[at : at + len(name)] == name
    if tree is not None:
        assert holds(tree, STATE) in (True, False)


def seeds() -> Iterator[bytes]:
    """Yield the conditions that stand in the broken files."""
    yield b"me > 2 and not (dinner.noodles or shown.decide_solo >= 1) and ate == takeaway"
    for file in sorted(BROKEN.rglob("*.yaml")):
        for found in re.findall(rb"when: ?(.+)", file.read_bytes()):
            yield found.strip(b"\"'")
