"""Doubled braces around what single ones would put in: readers see them as they stand.

Two braces are the sign for one, `{{` for `{`; other tools put names in with them.

Passes:

    title: Tea
    passages:
      start:
        - "{sam} pours."

Fails:

    title: Tea
    passages:
      start:
        - "{{sam}} pours."
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from game.authoring.checks.draft import Draft
from game.authoring.problems import Problem
from game.story import grammar

_DOUBLED: Final = re.compile(r"\{\{ *([^{}\n]+?) *\}\}")


def doubled_braces(draft: Draft) -> Iterator[Problem]:
    """Yield the doubled braces around a person, a variable or two texts to choose from."""
    for prose in draft.notes.prose if "{{" in draft.words else ():
        for found in _DOUBLED.finditer(prose.scalar.text):
            meant = _meant(found[1], draft)
            if meant:
                origin = prose.origin(found.start(), len(found[0]))
                yield draft.problem("brace-doubled", origin, found=found[0], near=meant)


def _meant(inside: str, draft: Draft) -> str:
    """Return what single braces would hold, or "" if nothing that is known."""
    condition, question, _sides = inside.partition("?")
    if question:
        return f"{{{inside}}}" if grammar.parse(condition.strip(), draft.names.scope)[0] is not None else ""
    if inside in draft.names.scope.variables:
        return f"{{{inside} ? this | that}}"
    return f"{{{inside}}}" if inside.partition(".")[0] in draft.names.marks.people else ""
