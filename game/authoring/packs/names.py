"""The names in a pack: which could lead astray, on this system or on another, and which belong to a story.

A name is judged as it stands in the archive, whatever a system would make of it; one bad name refuses the whole pack.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from game.authoring.packs.fault import Fault, seen

DEEPEST: Final = 8
"""More folders than this do not stand in each other."""

LONGEST: Final = 100
"""The longest name of a file, in signs, folders included."""

_DEVICES: Final = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_DRIVE: Final = re.compile(r"[A-Za-z]:")
_NOT_ON_WINDOWS: Final = frozenset('<>:"|?*')
_STORYS: Final = re.compile(
    r"[^/]+\.yaml|support\.md|pictures/[^/]+\.png|plays/[^/]+\.txt|(?i:readme|licen[cs]e|copying|credits)[^/]*"
)
_WORDS: Final = re.compile(r"[^/.]+(?:\.(?:md|txt))?")
_SCHEMA: Final = re.compile(r"schema(?:/(?:[a-z]+\.)?schema\.json)?/?")
"""What editors complete keys by: `me-and-we schema` makes it anew from the game, so it never travels."""

_LEFTOVERS: Final = frozenset({"__macosx", "thumbs.db", "desktop.ini"})


def faults(names: Iterable[str]) -> Iterator[Fault]:
    """Yield what is wrong with the names of a pack, one fault a name."""
    known: dict[str, str] = {}
    for name in names:
        found = _fault(name)
        same = _folded(name)
        if found is not None:
            yield found
        elif same in known:
            yield Fault("pack-twice", {"found": seen(name), "other": seen(known[same])})
        known.setdefault(same, name)


def _fault(name: str) -> Fault | None:
    parts = name.removesuffix("/").split("/")
    about = {"found": seen(name)}
    if not name.isprintable():
        return Fault("pack-name-odd", about)
    if "\\" in name or _DRIVE.match(name) or any(part in ("", ".", "..") for part in parts):
        return Fault("pack-outside", about)
    if len(parts) > DEEPEST:
        return Fault("pack-deep", {**about, "limit": DEEPEST})
    if len(name) > LONGEST or any(_odd_on_windows(part) for part in parts):
        return Fault("pack-name-system", about)
    return None


def _odd_on_windows(part: str) -> bool:
    return bool(_NOT_ON_WINDOWS & set(part) or part.endswith((".", " ")) or _DEVICES.fullmatch(part))


def _folded(name: str) -> str:
    """Return what a name is to a system that tells neither case nor the forms of an accent apart."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold()).removesuffix("/")


def leftover(name: str) -> bool:
    """Tell whether a file is what a system leaves behind, or is for an editor: no word is lost about it."""
    return _SCHEMA.fullmatch(name) is not None or any(
        part.startswith(".") or part.lower() in _LEFTOVERS for part in name.split("/")
    )


def belongs(name: str) -> bool:
    """Tell whether a file, named from the story's own folder, may be part of a story."""
    return _STORYS.fullmatch(name) is not None and (
        name.endswith((".yaml", ".png")) or name.startswith("plays/") or _WORDS.fullmatch(name) is not None
    )


def top(names: Iterable[str]) -> str | None:
    """Return the folder, "" or one with a stroke at its end, that holds story.yaml; None if there is none.

    Raises `LookupError`, with the names, for more than one.
    """
    found = [name for name in names if name == "story.yaml" or re.fullmatch(r"[^/]+/story\.yaml", name)]
    if "story.yaml" in found:
        return ""
    if len(found) > 1:
        raise LookupError(*found)
    return found[0].removesuffix("story.yaml") if found else None
