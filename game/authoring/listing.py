"""One scene more in the list of a `story.yaml`, as one line, so that every other sign of the file stays as it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from game.authoring.build.head import head
from game.authoring.build.report import Report
from game.authoring.nodes import Fields, Listing, Node, Scalar
from game.authoring.parse import parse
from game.authoring.places import Source


def with_scene(file: Path, tree: Fields, name: str) -> str | None:
    """Return the text of the `story.yaml` in `file` with the scene `name` at the end of its list.

    None if that takes an author's eye: the list is empty or stands in brackets, or one line more would not do.
    """
    scenes = tree.get("scenes")
    if not isinstance(scenes, Listing) or scenes.flow or not scenes.items:
        return None
    try:
        text = file.read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        return None
    lines = text.split("\n")
    at = max(_lines(scenes.items[-1]))
    end = "\r" if lines[at - 1].endswith("\r") else ""
    longer = "\n".join([*lines[:at], f"{' ' * scenes.start.column}- {name}{end}", *lines[at:]])
    return longer if _listed(longer) == [*_listed(text), name] else None


def _lines(node: Node) -> Iterator[int]:
    """Yield the lines on which a node and what is in it begin."""
    match node:
        case Scalar():
            yield node.span.line
        case Listing():
            for item in node.items:
                yield from _lines(item)
        case _:
            for name, value in node.entries:
                yield name.span.line
                yield from _lines(value)


def _listed(text: str) -> list[str]:
    """Return the ids of the scenes that the text of a story.yaml lists."""
    tree, _ = parse(Source("story.yaml", text.removeprefix("\ufeff").replace("\r\n", "\n")))
    return [each.id for each in head(Report("story.yaml"), tree).scenes] if tree else []
