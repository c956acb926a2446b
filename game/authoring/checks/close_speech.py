"""A speaker without a space behind the colon: the line is told, name and all, and nobody says it.

Passes:

    title: Tea
    passages:
      start:
        - "Sam: Anything warm."

Fails:

    title: Tea
    passages:
      start:
        - Sam:Anything warm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from game.authoring.checks.draft import Draft
from game.authoring.problems import Problem

_CLOSE: Final = re.compile(r"\n[ \t]*(?P<speaker>(?P<name>[^\s:(][^:(\n]*?)(?: \([^)\n]*\))?:)(?=[^\W\d_]|[\"'“‘*{])")


def close_speech(draft: Draft) -> Iterator[Problem]:
    """Yield the lines that begin with somebody of the cast and a colon that the words stand close to."""
    speakers = draft.names.speakers
    if not any(found["name"] in speakers for found in _CLOSE.finditer(f"\n{draft.words}")):
        return
    for prose in draft.notes.prose:
        for found in _CLOSE.finditer(f"\n{prose.scalar.text}") if prose.key == "prose" else ():
            if found["name"] in speakers:
                origin = prose.origin(found.start("speaker") - 1, len(found["speaker"]))
                yield draft.problem("speech-close", origin, found=found["speaker"])
