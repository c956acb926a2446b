"""Small pieces of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_CODE = re.compile(r"(`[^`]+`)")
_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|$~])")


def words(text: str) -> str:
    """Return words in which only what stands between backticks is marked; all other signs are themselves."""
    parts = _CODE.split(text)
    return "".join(part if at % 2 else _SIGNS.sub(r"\\\1", part) for at, part in enumerate(parts))


def code(text: str, language: str = "text") -> str:
    """Return a block of code; the fence is longer than any run of backticks in it."""
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall(r"`+", text)), 3)
    return f"{fence}{language}\n{text.rstrip()}\n{fence}\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table. Cells are Markdown, and a `|` in them is kept."""
    lines = [head, ["---"] * len(head), *([cell.replace("|", "\\|") for cell in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
