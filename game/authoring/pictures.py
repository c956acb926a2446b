"""Pictures: those that a story brings along, and those that come with the game.

1. A picture of one's own is `pictures/ID.png` beside the scenes, and its words stand in `pictures.yaml` there.
2. Only real PNG files of a bounded size count; the header is looked at here, and nothing is decoded.
"""

from __future__ import annotations

import os
import stat
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from game.authoring.build import fields
from game.authoring.build.report import Part, Report, nearest
from game.authoring.desk import Desk
from game.authoring.nodes import NOTHING, Fields, Listing, Node, unwritten
from game.authoring.places import Span
from game.host import Picture
from game.shipped import ASSETS
from game.story.names import FIGURES

MOST_BYTES: Final = 8_000_000
MOST_PIXELS: Final = 8_400_000
_HEADER: Final = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
_SIZE: Final = struct.Struct(">II")
_START: Final = Span(1, 1)
_AXES: Final = 2


@dataclass(frozen=True, slots=True)
class Shipped:
    """The pictures that come with the game: places by id, figures by pose ("back to back").

    `focus` is the point of a place that stays in sight when the picture is cut, in a picture of 1600 by 900.
    """

    places: Mapping[str, Picture] = field(default_factory=dict)
    figures: Mapping[str, Picture] = field(default_factory=dict)
    focus: Mapping[str, tuple[int, int]] = field(default_factory=dict)


def shipped_pictures(assets: Path = ASSETS) -> Shipped:
    """Return the pictures that come with the game, from `pictures.yaml` among the assets; without it there are none."""
    desk = Desk()
    part = desk.part(assets / "pictures.yaml", "pictures.yaml")
    told = _told(part, "places")
    places = {name: Picture(alt) for name, (alt, _) in told.items()}
    poses = {pose.replace(" ", "_"): pose for pose in FIGURES}
    figures = {poses[name]: Picture(alt) for name, (alt, _) in _told(part, "figures").items() if name in poses}
    return Shipped(places, figures, {name: focus for name, (_, focus) in told.items() if focus})


def own_pictures(desk: Desk, folder: Path, shown: str) -> Mapping[str, Picture]:
    """Return the pictures that a story brings along, by id; `shown` is how messages call its folder."""
    files = _files(desk, folder / "pictures", f"{shown}pictures")
    words: dict[str, str] = {}
    if os.path.lexists(folder / "pictures.yaml"):
        words = _words(desk.part(folder / "pictures.yaml", f"{shown}pictures.yaml"), files)
    found: dict[str, Picture] = {}
    for name, file in files.items():
        if name not in words:
            desk.report(f"{shown}pictures/{name}.png").add("picture-untold", _START, found=f"{name}.png", name=name)
        found[name] = Picture(words.get(name) or name.replace("_", " "), file)
    return found


def _words(part: Part, files: Mapping[str, Path]) -> dict[str, str]:
    """Return the words of the pictures that there are; those that other problems leave without are given as ""."""
    told = _told(part, "places")
    places = part.tree.get("places") if isinstance(part.tree, Fields) else None
    absent = [name for name in places.keys if name.text not in files] if isinstance(places, Fields) else []
    for name in absent:
        near = nearest(name.text, sorted(files))
        part.report.add("picture-absent", name.span, found=fields.brief(name.text), near=near)
    words = dict.fromkeys(files if absent or not part.report.sound else (), "")
    return words | {name: alt for name, (alt, _) in told.items()}


def _files(desk: Desk, folder: Path, shown: str) -> dict[str, Path]:
    """Return the pictures in `folder` that may be opened, by id."""
    if folder.is_symlink():
        desk.report(shown).add("link", _START, found="pictures")
        return {}
    if not folder.is_dir():
        return {}
    found: dict[str, Path] = {}
    for file in sorted(folder.iterdir()):
        if file.name.startswith(".") or file.suffix.lower() != ".png":
            continue
        report = desk.report(f"{shown}/{file.name}")
        name = unwritten(file.name.removesuffix(".png"))
        if fields.good_id(report, name, "a picture") and _is_good(report, file):
            found[file.stem] = file
    return found


def _is_good(report: Report, file: Path) -> bool:
    status = file.lstat()
    if not stat.S_ISREG(status.st_mode):
        report.add("link", _START, found=file.name)
        return False
    if status.st_size > MOST_BYTES:
        report.add("picture-too-large", _START, found=file.name, size=f"{status.st_size / 1e6:.1f} MB")
        return False
    try:
        with file.open("rb") as opened:
            head = opened.read(len(_HEADER) + _SIZE.size)
    except OSError:
        head = b""
    if not head.startswith(_HEADER) or len(head) < len(_HEADER) + _SIZE.size:
        report.add("picture-not-png", _START, found=file.name)
        return False
    width, height = _SIZE.unpack_from(head, len(_HEADER))
    if not 0 < width * height <= MOST_PIXELS:
        report.add("picture-too-large", _START, found=file.name, size=f"{width} x {height}")
        return False
    return True


def _told(part: Part, key: str) -> dict[str, tuple[str, tuple[int, int] | None]]:
    """Return the words and the focus of each picture under `key` of a `pictures.yaml`."""
    report = part.report
    found = fields.opened(report, part.tree, "pictures.yaml", "pictures.yaml") or NOTHING
    told: dict[str, tuple[str, tuple[int, int] | None]] = {}
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
