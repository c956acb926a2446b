"""The page on the 24 patterns."""

from __future__ import annotations

from game.insight.patterns import PATTERNS
from game.story.names import ENDINGS
from pages.markdown import table, words

_INTRODUCTION = """\
# Patterns

What an option can show, after `shows:`. A pattern moves the two meters by its own weights; `me:` and `we:` beside it
write others. Each dynamic has the same weights over the six situations, so that no ending is easier to reach.

"""


def page() -> str:
    """Return the page: a table for each dynamic."""
    parts = [_INTRODUCTION]
    for dynamic in ENDINGS[:-1]:
        rows = (
            (f"`{each.id}`", words(each.name), words(each.what), each.situation, f"{each.me:+}", f"{each.we:+}")
            for each in PATTERNS.values()
            if each.dynamic == dynamic
        )
        head = ("id", "name", "what it is", "situation", "me", "we")
        parts += [f"## {dynamic.capitalize()}\n\n", table(head, rows), "\n"]
    return "".join(parts)
