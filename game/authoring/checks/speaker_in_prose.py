"""A line of a block that begins like speech, of somebody who is not in the cast: it is told, and nobody says it.

A line counts when it begins with one capitalised word and a colon, and either the word is nearly a name of the cast, or
whole sentences follow. Words that label what follows, such as Note or Monday, are nobody's names.

Passes:

    title: Tea
    passages:
      start:
        - |
          Sam: Tea?

          Note: Milk is in the door.

          Milk: none.

Fails:

    title: Tea
    passages:
      start:
        - |
          Sam: Tea?

          Farmer: The barn's open until nine!
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Final

from game.authoring.build.report import nearest
from game.authoring.checks.draft import Draft
from game.authoring.problems import Problem

_LIKE: Final = re.compile(r"\n[ \t]*(?P<name>[^\W\d_][\w'’-]*)(?: \([^)\n]*\))?:[ \t]+(?P<words>[^\n]+)")
_SENTENCE: Final = re.compile(r"[“\"'‘*{]*[^\W\d_a-z].*[.!?…][”\"'’*]*\s*")
_NEAR: Final = 0.6

_LABEL: Final = re.compile(
    r"""
    answer|conclusion|date|email|example|fact|file|from|hint|lesson|letter|list|memo|menu|message|moral|motto|name|note
    |notice|place|plan|problem|ps|question|reason|recipe|reminder|result|rule|score|sign|step|subject|summary|time|tip
    |title|to|verdict|warning
    |breakfast|lunch|dinner|supper|morning|noon|evening|night|today|tomorrow|tonight|yesterday
    |monday|tuesday|wednesday|thursday|friday|saturday|sunday|spring|summer|autumn|winter
    |january|february|march|april|may|june|july|august|september|october|november|december
    |one|two|three|first|second|third|then|later|now|still|also|and|but
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What stands before a colon and speaks to nobody."""


def speaker_in_prose(draft: Draft) -> Iterator[Problem]:
    """Yield the lines of prose that begin like the speech of somebody unknown."""
    if "story" in draft.names.unsound or not any(_strange(each, draft) for each in _LIKE.finditer(f"\n{draft.words}")):
        return
    for prose in draft.notes.prose:
        for found in _LIKE.finditer(f"\n{prose.scalar.text}") if prose.key == "prose" else ():
            if _strange(found, draft):
                name, people = found["name"], [each for each in draft.names.speakers if each != "You"]
                origin = prose.origin(found.start("name") - 1, len(name))
                yield draft.problem("speaker-in-prose", origin, found=name, near=nearest(name, people))


def _strange(found: re.Match[str], draft: Draft) -> bool:
    name = found["name"]
    if name in draft.names.speakers or _LABEL.fullmatch(name):
        return False
    if not name[0].isupper():
        return name.title() in draft.names.speakers
    return bool(get_close_matches(name, draft.names.speakers, 1, _NEAR) or _SENTENCE.fullmatch(found["words"]))
