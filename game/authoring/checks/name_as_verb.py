"""`{sam.name}` where the name itself is meant: what stands behind the dot is a pronoun or a verb.

Behind the name or a pronoun, in one sentence, it is a verb like any other: `{sam.They} {sam.name} three rivers.`

Passes:

    title: Tea
    passages:
      start:
        - "{sam} pours."

Fails:

    title: Tea
    passages:
      start:
        - "{sam.name} pours."
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from game.authoring.checks.draft import Draft
from game.authoring.problems import Problem

_LIKE: Final = re.compile(r"\{(?P<who>\w+)\.(?P<form>[Nn]ame|[Pp]ronouns?)\}")
_NAME: Final = "name"


def name_as_verb(draft: Draft) -> Iterator[Problem]:
    """Yield the forms that were meant for somebody's name or pronoun, and would be told as verbs."""
    for prose in draft.notes.prose if _LIKE.search(draft.words) else ():
        text = prose.scalar.text
        for found in _LIKE.finditer(text):
            name = found["form"].lower() == _NAME
            if found["who"] in draft.names.marks.people and not (name and _acts(found, text)):
                origin = prose.origin(found.start(), len(found[0]))
                near = f"{{{found['who']}}}" if name else f"{{{found['who']}.they}}"
                yield draft.problem("name-as-verb", origin, found=found[0], near=near)


def _acts(found: re.Match[str], text: str) -> bool:
    """Tell whether the person stands before it in the sentence, so that it can be what they do."""
    before = re.split(r"[.!?:\n](?: |\n|$)", text[: found.start()])[-1].lower()
    return f"{{{found['who']}}}" in before or f"{{{found['who']}.they}}" in before
