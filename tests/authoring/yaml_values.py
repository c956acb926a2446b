"""What an editor reads in a YAML file: the values of YAML 1.2, where our own reader keeps all words as typed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from game.authoring.nodes import Fields, Listing, Node, Scalar
from game.authoring.parse import parse
from game.authoring.read import decode

_NOTHING: Final = frozenset({"", "~", "null", "Null", "NULL"})
_FLAGS: Final = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_WHOLE: Final = re.compile(r"[-+]?[0-9]+")
_NUMBER: Final = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")


def read(file: Path) -> object:
    """Return what the file holds."""
    return value_of_text(file.read_bytes(), file.name)


def value_of_text(data: bytes, name: str = "tea.yaml") -> object:
    """Return what these bytes of a file hold."""
    source, _ = decode(data, name)
    node = parse(source)[0] if source else None
    return None if node is None else _value(node)


def _value(node: Node) -> object:
    match node:
        case Fields():
            return {key.text: _value(value) for key, value in node.entries}
        case Listing():
            return [_value(item) for item in node.items]
        case Scalar():
            return node.text if node.style else _plain(node.text)


def _plain(text: str) -> object:
    if text in _NOTHING:
        return None
    if text in _FLAGS:
        return _FLAGS[text]
    if _WHOLE.fullmatch(text):
        return int(text)
    return float(text) if _NUMBER.fullmatch(text) else text
