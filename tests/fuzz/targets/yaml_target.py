"""The parser of scene files: bytes to a tree, or to problems, and every place in the tree is one in the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from game.authoring.keys import PLACES
from game.authoring.nodes import Listing, Node, Scalar
from game.authoring.parse import parse
from game.authoring.read import decode
from game.shipped import SCENES
from tests.fuzz.said import sound

BROKEN: Final = Path(__file__).parents[2] / "broken"
NAME: Final = "scene.yaml"
LARGEST_SEED: Final = 5_000

WORDS: Final = (
    *(
        "- ",
        ": ",
        " #",
        "|",
        "|2-",
        ">",
        "'",
        '"',
        "{",
        "}",
        "[",
        "]",
        "&a ",
        "*a",
        "<<: ",
        "!!",
        "!a ",
        "%YAML",
        "---",
    ),
    *("...", "? ", "\t", "\\x1b", "\\ud800", "~", "null", "\r\n", "\ufeff", "\u2028", "\u202e", "\u00a0", "\x85", "``"),
    *sorted({key.name for keys in PLACES.values() for key in keys}),
)


def one(data: bytes) -> None:
    """Read and parse; then ask for every place."""
    source, problems = decode(data, NAME)
    root, more = parse(source) if source else (None, ())
    assert root is not None or problems or more
    sound((*problems, *more), {NAME: source} if source else {})
    if root is not None and source:
        lines = len(source.lines)
        for scalar in _scalars(root):
            assert 1 <= scalar.span.line <= lines
            assert scalar.place(len(scalar.text) // 2).line <= lines + 1


def seeds() -> Iterator[bytes]:
    """Yield the broken files and the scenes of the shipped stories that are not too long."""
    for file in (*sorted(BROKEN.rglob("*.yaml")), *sorted(SCENES.rglob("*.yaml"))):
        yield file.read_bytes()[:LARGEST_SEED]


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
        return
    inside = node.items if isinstance(node, Listing) else [each for entry in node.entries for each in entry]
    for each in inside:
        yield from _scalars(each)
