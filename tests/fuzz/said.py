"""What may be said of a file, whatever is in it: sentences that can be shown anywhere, about places that there are."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Final
from unicodedata import category

from game.authoring.places import Source
from game.authoring.problems import Problem, show

HARMLESS: Final = "\n\u200c\u200d"


def sound(problems: Iterable[Problem], sources: Mapping[str, Source]) -> None:
    """Hold problems against the promises of every message."""
    for each in problems:
        told(each.message)
        told(each.hint)
        source = sources.get(each.file)
        assert each.line >= 1, each
        assert each.column >= 1, each
        assert source is None or each.line <= max(1, len(source.lines)), each
        shown(show(each, sources))
        json.dumps(each.as_json(), ensure_ascii=False).encode("utf-8", "surrogateescape")


def told(sentence: str) -> None:
    """A sentence is on one line, or on some, and nothing in it is hidden but the joiners of letters."""
    hidden = [sign for sign in sentence if not (sign.isprintable() or sign in HARMLESS or category(sign) == "Zs")]
    assert not hidden, ascii(sentence)


def shown(text: str) -> None:
    """What goes to a terminal holds no sign that steers it."""
    assert not any(sign != "\n" and (sign < " " or "\x7f" <= sign <= "\x9f") for sign in text), ascii(text)
    text.encode()
