"""The page of support that a story brings along, as paragraphs: the few marks of Markdown that such a page needs.

`# Heading`, `- item`, `**strong**` and `*stressed*`. What stands in `<!-- … -->` is for whoever edits the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_COMMENT: Final = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_STARS: Final = re.compile(r"\*{1,2}([^*\n]+)\*{1,2}")


class Part(NamedTuple):
    """A paragraph of the page; `role` is "heading", "item" or "paragraph"."""

    role: str
    text: str


def parts(page: str) -> Iterator[Part]:
    """Yield the page, a paragraph, item or heading each, without its marks."""
    for block in _COMMENT.sub("", page).split("\n\n"):
        lines: list[str] = []
        for line in filter(None, (line.strip() for line in block.splitlines())):
            if lines and line.startswith(("- ", "#")):
                yield _part(lines)
                lines = []
            lines.append(line)
        if lines:
            yield _part(lines)


def _part(lines: list[str]) -> Part:
    text = _STARS.sub(r"\1", " ".join(lines))
    if text.startswith("#"):
        return Part("heading", text.lstrip("# "))
    return Part("item", text[2:]) if text.startswith("- ") else Part("paragraph", text)
