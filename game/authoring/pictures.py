"""Pictures: those that a story brings along, and those that come with the game.

1. A picture of one's own is `pictures/ID.png` beside the scenes, and its words stand in `pictures.yaml` there.
2. Only real PNG files of a bounded size count; the header is looked at here, and nothing is decoded.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeAlias

from game.authoring.build import fields
from game.authoring.build.report import Part, Report, nearest
from game.authoring.desk import Desk
from game.authoring.nodes import NOTHING, Fields, Listing, Node, unwritten
from game.authoring.places import Span
from game.authoring.shelf import Folder, Shelf
from game.host import Picture
from game.shipped import ASSETS
from game.story.names import FIGURES

MOST_BYTES: Final = 8_000_000
MOST_PIXELS: Final = 8_400_000
_HEADER: Final = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
_SIZE: Final = struct.Struct(">II")
_START: Final = Span(1, 1)
_AXES: Final = 2

Told: TypeAlias = tuple[str, tuple[int, int] | None]
"""The words of a picture, and its focus."""


@dataclass(frozen=True, slots=True)
class Shipped:
    """The pictures that come with the game: places by id, figures by pose ("back to back")."""

    places: Mapping[str, Picture] = field(default_factory=dict)
    figures: Mapping[str, Picture] = field(default_factory=dict)


def shipped_pictures(assets: Path = ASSETS) -> Shipped:
    """Return the pictures that come with the game, from `pictures.yaml` among the assets; without it there are none."""
    desk = Desk()
    part = desk.part(Folder(assets, ""), "pictures.yaml")
    told = _told(part, "places")
    places = {name: Picture(alt, None, focus) for name, (alt, focus) in told.items()}
    poses = {pose.replace(" ", "_"): pose for pose in FIGURES}
    figures = {poses[name]: Picture(alt) for name, (alt, _) in _told(part, "figures").items() if name in poses}
    return Shipped(places, figures)


def own_pictures(desk: Desk, shelf: Shelf) -> Mapping[str, Picture]:
    """Return the pictures that a story brings along, by id."""
    files = _files(desk, shelf)
    told: dict[str, Told] = {}
    if shelf.kind("pictures.yaml") != "absent":
        told = _own(desk.part(shelf, "pictures.yaml"), files)
    found: dict[str, Picture] = {}
    for name, file in files.items():
        if name not in told:
            report = desk.report(shelf.shown(file))
            report.add("picture-untold", _START, found=f"{name}.png", name=name)
        words, focus = told.get(name, ("", None))
        found[name] = Picture(words or name.replace("_", " "), shelf.file(file), focus)
    return found


def _own(part: Part, files: Mapping[str, str]) -> dict[str, Told]:
    """Return what is told of the pictures that there are; those that other problems leave untold have the words ""."""
    told = _told(part, "places")
    places = part.tree.get("places") if isinstance(part.tree, Fields) else None
    absent = [name for name in places.keys if name.text not in files] if isinstance(places, Fields) else []
    for name in absent:
        near = nearest(name.text, sorted(files))
        part.report.add("picture-absent", name.span, found=fields.brief(name.text), near=near)
    untold: Told = ("", None)
    return dict.fromkeys(files if absent or not part.report.sound else (), untold) | told


def _files(desk: Desk, shelf: Shelf) -> dict[str, str]:
    """Return the pictures that may be opened, by id."""
    kind = shelf.kind("pictures")
    if kind == "link":
        desk.report(shelf.shown("pictures")).add("link", _START, found="pictures")
    found: dict[str, str] = {}
    for name in shelf.names("pictures") if kind == "folder" else ():
        if name.startswith(".") or not name.lower().endswith(".png"):
            continue
        file = f"pictures/{name}"
        report, id_ = desk.report(shelf.shown(file)), name.removesuffix(".png")
        if fields.good_id(report, unwritten(id_), "a picture") and _is_good(report, shelf, file):
            found[id_] = file
    return found


def _is_good(report: Report, shelf: Shelf, file: str) -> bool:
    name = file.rpartition("/")[2]
    if shelf.kind(file) != "file":
        report.add("link", _START, found=name)
        return False
    size = shelf.size(file)
    if size > MOST_BYTES:
        report.add("picture-too-large", _START, found=name, size=f"{size / 1e6:.1f} MB")
        return False
    head = _head(shelf, file)
    if not head.startswith(_HEADER) or len(head) < len(_HEADER) + _SIZE.size:
        report.add("picture-not-png", _START, found=name)
        return False
    width, height = _SIZE.unpack_from(head, len(_HEADER))
    if not 0 < width * height <= MOST_PIXELS:
        report.add("picture-too-large", _START, found=name, size=f"{width} x {height}")
        return False
    return True


def _head(shelf: Shelf, file: str) -> bytes:
    """Return how a picture begins; nothing where it cannot be read."""
    try:
        with shelf.file(file).open("rb") as opened:
            return opened.read(len(_HEADER) + _SIZE.size)
    except (OSError, ValueError):
        return b""


def _told(part: Part, key: str) -> dict[str, Told]:
    """Return the words and the focus of each picture under `key` of a `pictures.yaml`."""
    report = part.report
    found = fields.opened(report, part.tree, "pictures.yaml", "pictures.yaml") or NOTHING
    told: dict[str, Told] = {}
    for name, node in fields.names(report, found.get(key), key):
        about = fields.opened(report, node, "a picture", name.text) or NOTHING
        told[name.text] = (fields.string(report, about.get("alt"), "alt"), _focus(report, about.get("focus")))
    return told


def _focus(report: Report, node: Node | None) -> tuple[int, int] | None:
    if not isinstance(node, Listing) or len(node.raw) != _AXES:
        fields.items(report, node, "focus")
        return None
    x, y = (fields.whole(report, item, "focus") for item in node.items)
    return None if x is None or y is None else (x, y)
