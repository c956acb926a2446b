"""Signs around a name that put it in elsewhere: `{{sam}}`, `${sam}`, `<sam>`, `[sam]`, `%sam%`. Readers see them.

Here it is one pair of braces; two are the sign for one, `{{` for `{`.

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

_LIKE: Final = re.compile(
    r"\{\{ *([^{}\n]+?) *\}\}|\$\{([a-z][\w.]*)\}|\$([a-z]\w*)|<([a-z][\w.]*)>|\[([a-z][\w.]*)\]|%([a-z]\w*)%"
)


def foreign_braces(draft: Draft) -> Iterator[Problem]:
    """Yield what stands in other signs and is a person, a variable or two texts to choose from."""
    for prose in draft.notes.prose if _LIKE.search(draft.words) else ():
        for found in _LIKE.finditer(prose.scalar.text):
            meant = _meant(next(filter(None, found.groups())), draft)
            if meant:
                origin = prose.origin(found.start(), len(found[0]))
                yield draft.problem("brace-foreign", origin, found=found[0], near=meant)


def _meant(inside: str, draft: Draft) -> str:
    """Return what single braces would hold, or "" if nothing that is known."""
    condition, question, _sides = inside.partition("?")
    if question:
        return f"{{{inside}}}" if grammar.parse(condition.strip(), draft.names.scope)[0] is not None else ""
    if inside in draft.names.scope.variables:
        return f"{{{inside} ? this | that}}"
    return f"{{{inside}}}" if inside.partition(".")[0] in draft.names.marks.people else ""
