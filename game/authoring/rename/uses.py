"""Uses: every value in a story's files that may hold an id, found along the table of keys.

The files have to be sound; what is not as the table says is passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from game.authoring import schema
from game.authoring.keys import PLACES
from game.authoring.nodes import Fields, Listing, Node, Scalar


class Use(NamedTuple):
    """A value that may hold ids. `about` is what stands under it, where it is a key.

    `role` tells which: option, passage and go are local to a scene; scene, variable and person stand for themselves;
    pick and place are full ids; condition and text hold ids among other words.
    """

    role: str
    scalar: Scalar
    about: Node | None = None


def uses(tree: Node, place: str) -> Iterator[Use]:
    """Yield all uses in a file, which is a place of the table: "story.yaml", "a scene" or "plays.yaml"."""
    return _group(tree, place)


def _group(node: Node, place: str) -> Iterator[Use]:
    if not isinstance(node, Fields):
        return
    for key in PLACES[place]:
        value = node.get(key.name)
        look = _BY_NAME.get((place, key.name)) or _BY_NAME.get(("", key.name)) or _BY_KIND.get(key.kind)
        if value is not None and look:
            yield from look(value)


def _values(role: str) -> Callable[[Node], Iterator[Use]]:
    """Return a look at one value, or at a list of them."""

    def look(node: Node) -> Iterator[Use]:
        inside = node.items if isinstance(node, Listing) else (node,)
        yield from (Use(role, each) for each in inside if isinstance(each, Scalar))

    return look


def _keys(role: str, place: str = "") -> Callable[[Node], Iterator[Use]]:
    """Return a look at the keys of a mapping, and at what stands under them if that is a `place` of the table."""

    def look(node: Node) -> Iterator[Use]:
        for key, value in node.entries if isinstance(node, Fields) else ():
            if role:
                yield Use(role, key, value)
            if place:
                yield from _steps(value) if place == "steps" else _group(value, place)

    return look


def _items(place: str, role: str) -> Callable[[Node], Iterator[Use]]:
    """Return a look at the items of a list: each is a `place` of the table, or a value alone."""

    def look(node: Node) -> Iterator[Use]:
        for item in node.items if isinstance(node, Listing) else ():
            if isinstance(item, Scalar):
                yield Use(role, item)
            else:
                yield from _group(item, place)

    return look


def _steps(node: Node) -> Iterator[Use]:
    if isinstance(node, Scalar):
        yield Use("text", node)
    elif isinstance(node, Listing):
        for item in node.items:
            yield from _steps(item)
    elif schema.NAMES["a step"].isdisjoint(node.raw):
        yield from (Use("text", value) for value in node.nodes if isinstance(value, Scalar))
    else:
        yield from _group(node, "a step")


_Look = Callable[[Node], Iterator[Use]]

_BY_KIND: Final[Mapping[str, _Look]] = {
    "condition": _values("condition"),
    "text": _values("text"),
    "steps": _steps,
    "go": _values("go"),
}
_BY_NAME: Final[Mapping[tuple[str, str], _Look]] = {
    ("story.yaml", "cast"): _keys("person"),
    ("story.yaml", "variables"): _keys("variable"),
    ("story.yaml", "scenes"): _items("an entry of scenes", "scene"),
    ("story.yaml", "endings"): _keys("", "steps"),
    ("an entry of scenes", "scene"): _values("scene"),
    ("a scene", "passages"): _keys("passage", "steps"),
    ("a scene", "prompts"): _values("text"),
    ("a step", "choose"): _keys("option", "an option"),
    ("a step", "cases"): _items("a case", ""),
    ("", "set"): _keys("variable"),
    ("", "add"): _keys("variable"),
    ("plays.yaml", "plays"): _keys("", "a play"),
    ("a play", "at"): _values("place"),
    ("a play", "with"): _keys("variable"),
    ("a play", "names"): _keys("person"),
    ("a play", "moments"): _items("a moment", "pick"),
    ("a moment", "open"): _values("pick"),
    ("a moment", "closed"): _values("pick"),
    ("a moment", "has"): _keys("variable"),
    ("a moment", "pick"): _values("pick"),
}
"""What holds ids by its name, in a place of the table or ("") anywhere."""
