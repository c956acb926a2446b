"""Reading a small JSON document that may come from a stranger, or from a disk that failed.

1. Size, zero bytes and depth are looked at before anything is parsed, so no file can make the parser slow or fall.
2. A document is one object in UTF-8 with nothing after it, and no name stands twice in an object.
3. A number that is no whole number of at most 16 digits becomes something that no field takes.
4. Its format and version are checked here, its fields by whoever asked for it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from game.language import _, ngettext

LIMIT: Final = 1_000_000
"""Bytes that a file may have."""

DEPTH: Final = 8
"""Brackets that may stand inside each other."""

_TOKEN: Final = re.compile(rb'"(?:[^"\\]++|\\.)*+"?|[\[{\]}]', re.DOTALL)
_RESAVED: Final = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
_PLAIN: Final = re.compile(r"[A-Za-z0-9_.-]{1,40}")
_DIGITS: Final = 17


class BadFile(ValueError):  # noqa: N818  # named for what it is: the reader sees the sentence, not the name
    """A file that cannot be used; `str()` is one sentence. `newer`: perhaps a later game made it; it must stay."""

    def __init__(self, sentence: str, *, newer: bool = False) -> None:
        super().__init__(sentence)
        self.newer = newer


@dataclass(frozen=True, slots=True)
class Kind:
    """A format: its name, the newest version known here, and what to say of a file of another kind."""

    name: str
    version: int
    other: str


def document(data: bytes, kind: Kind) -> dict[str, Any]:
    """Return the fields of a document of this kind. Raises `BadFile`."""
    _refuse_at_sight(data, kind)
    left_open = _depth(data)
    try:
        fields = json.loads(data.decode(), object_pairs_hook=_each_once, parse_int=_whole)
    except UnicodeDecodeError as error:
        raise BadFile(_("This file is damaged: byte {at} is no text.").format(at=error.start + 1)) from None
    except json.JSONDecodeError as error:
        raise BadFile(_why_no_json(data, kind, error, left_open)) from None
    if fields.get("format") != kind.name:
        raise BadFile(_(kind.other))
    _check_version(fields, kind)
    return {name: value for name, value in fields.items() if name not in ("format", "version")}


def missing(name: str) -> BadFile:
    """Return what to raise for a field that is not there."""
    return BadFile(_("This file is damaged: `{name}` is missing.").format(name=name))


def shown(name: str) -> str:
    """Return a name from a file so that it can stand in a sentence: short, and with nothing hidden in it."""
    return name if _PLAIN.fullmatch(name) else ascii(name[:40])[1:-1][:80]


def _refuse_at_sight(data: bytes, kind: Kind) -> None:
    if not data:
        raise BadFile(_("This file is empty, probably after a crash or on a full disk."))
    if len(data) > LIMIT:
        raise BadFile(too_large(len(data)))
    if data.startswith(_RESAVED):
        raise BadFile(_("This file was saved again by another program; use it as the game wrote it."))
    begins = data.lstrip(b" \t\r\n")[:1]
    if begins in (b"{", b"\0") and b"\0" in data:
        raise BadFile(_("This file is damaged: it holds zero bytes, which is typical after a power cut."))
    if begins != b"{":
        raise BadFile(_(kind.other))


def too_large(size: int) -> str:
    """Return the sentence for a file over the limit."""
    megabytes = f"{size / 1_000_000:.1f}"
    return _("This file has {size} MB, more than any that the game keeps (1 MB); it was not opened.").format(
        size=megabytes
    )


def _depth(data: bytes) -> int:
    """Return how many brackets are still open at the end, quoted words left out."""
    depth = 0
    for found in _TOKEN.finditer(data):
        sign = found[0]
        depth += (sign in (b"[", b"{")) - (sign in (b"]", b"}"))
        if depth > DEPTH:
            raise BadFile(_("This file is nested deeper than any that the game keeps; it was not opened."))
    return depth


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for name, value in pairs:
        if name in fields:
            raise BadFile(_("This file is damaged: `{name}` is given twice.").format(name=shown(name)))
        fields[name] = value
    return fields


def _whole(digits: str) -> int | None:
    return int(digits) if len(digits) <= _DIGITS else None


def _why_no_json(data: bytes, kind: Kind, error: json.JSONDecodeError, left_open: int) -> str:
    beginning, squeezed = f'{{"format":"{kind.name}"'.replace(" ", "").encode(), b"".join(data[:99].split())
    if kind.name.encode() not in data and not beginning.startswith(squeezed):
        return _(kind.other)
    if error.msg.startswith("Extra data"):
        return _("This file is damaged: something follows its end, so its first part is not trusted either.")
    if left_open > 0:
        sentence = ngettext(
            "This file is incomplete: it stops after {size} byte.",
            "This file is incomplete: it stops after {size} bytes.",
            len(data),
        )
        return sentence.format(size=len(data))
    return _("This file is damaged: line {line} cannot be read.").format(line=error.lineno)


def _check_version(fields: Mapping[str, Any], kind: Kind) -> None:
    if "version" not in fields:
        raise missing("version")
    version = fields["version"]
    if type(version) is not int or version < 1:
        raise BadFile(_("This file is damaged: `version` is not a whole number from 1."))
    if version > kind.version:
        sentence = _(
            "This file was made by a newer version of the game (format {version}, this is {known}): "
            "update the game; the file is left as it is."
        )
        raise BadFile(sentence.format(version=version, known=kind.version), newer=True)
