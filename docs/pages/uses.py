"""Where a story uses each key first, found by walking its files along the table of keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from game.authoring.keys import PLACES, Key
from game.authoring.nodes import Fields, Listing, Node
from game.authoring.parse import parse
from game.authoring.places import Source

_MOST = 10
"""An example is cut after so many lines."""


@dataclass(frozen=True, slots=True)
class Use:
    """The lines of a file in which a key and its value stand."""

    file: str
    text: str


def uses(folder: Path) -> dict[tuple[str, str], Use]:
    """Return the first use of each key, by place and key, in the files of a story."""
    found: dict[tuple[str, str], Use] = {}
    for file in sorted(folder.glob("*.yaml"), key=lambda each: each.name != "tea.yaml"):
        source = Source(file.name, file.read_text(encoding="utf-8"))
        root, problems = parse(source)
        if root is None or problems:
            sentence = f"{file} cannot be read: {problems}"
            raise ValueError(sentence)
        place = file.name if file.name in PLACES else "a scene"
        for where, key, line in _walk(place, root):
            found.setdefault((where, key), Use(file.name, _lines(source.lines, line - 1)))
    return found


def _lines(lines: tuple[str, ...], at: int) -> str:
    """Return the line `at` and those further in below it, a few at most."""
    inset = len(lines[at]) - len(lines[at].lstrip(" -"))
    end = at + 1
    while end < len(lines) and (not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip(" ")) > inset):
        end += 1
    shown = list(lines[at : min(end, at + _MOST)])
    return "\n".join([*shown, " " * (inset + 2) + "# …"] if end > at + _MOST else shown)


def _walk(place: str, node: Node) -> Iterator[tuple[str, str, int]]:
    """Yield place, key and line of every key in `node`, which stands in `place`, and in what it holds."""
    if not isinstance(node, Fields):
        return
    known = {key.name: key for key in PLACES[place]}
    for name, value in node.entries:
        yield place, name.text, name.span.line
        for inner, below in _inside(known[name.text], value):
            yield from _walk(inner, below)


_LISTS = {
    "steps": "a step",
    "ending": "a step",
    "cases": "a case",
    "listed": "an entry of scenes",
    "moments": "a moment",
}


def _inside(key: Key, value: Node) -> Iterator[tuple[str, Node]]:
    """Yield the places and nodes that the value of a key holds."""
    values = [each for _, each in value.entries] if isinstance(value, Fields) else []
    if key.kind in _LISTS:
        yield from ((_LISTS[key.kind], each) for each in (value.items if isinstance(value, Listing) else (value,)))
    elif key.kind == "passages":
        for steps in values:
            yield from (("a step", each) for each in (steps.items if isinstance(steps, Listing) else (steps,)))
    elif key.kind == "fields":
        yield key.inside, value
    elif key.inside == "variable":
        yield from (("a bounded number", each) for each in values)
    elif key.inside in PLACES:
        yield from ((key.inside, each) for each in values)
