"""A step that lacks its colon: `go kitchen` is told to readers, and nothing goes anywhere.

It is told of a step of just two words, a key and what that key takes.

Passes:

    title: Tea
    passages:
      start:
        - You pour.
        - go: kitchen
      kitchen: It is warm here.

Fails:

    title: Tea
    passages:
      start:
        - You pour.
        - go: kitchen
      kitchen:
        - It is warm here.
        - go end
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from game.authoring import schema
from game.authoring.build.graph import Prose
from game.authoring.checks.draft import Draft
from game.authoring.problems import Problem
from game.story.names import SOUNDS

_KEYS: Final = ("go", "place", "season", "time", "figures", "sound")
_LIKE: Final = re.compile(rf"\s*({'|'.join(_KEYS)})(?: *[;=] *| +)([a-z][a-z0-9_ ]*?)\s*")


def step_without_colon(draft: Draft) -> Iterator[Problem]:
    """Yield the pieces of prose that are a key of steps and a value that it takes."""
    for prose in draft.notes.prose:
        found = _LIKE.fullmatch(prose.scalar.text) if prose.key == "prose" else None
        if found and found[2] in _taken(found[1], prose, draft):
            line, words = f"- {found[1]}: {found[2]}", prose.scalar.text.strip()
            yield draft.problem("step-colonless", prose.origin(0, len(words)), found=words, line=line)


def _taken(key: str, prose: Prose, draft: Draft) -> frozenset[str]:
    """Return what a key takes, where some prose stands."""
    if key == "go":
        scene = draft.story.scenes.get(Path(prose.file).stem)
        passages = (passage.id.partition(".")[2] for passage in scene.passages) if scene else ()
        return frozenset(("end", *passages))
    if key == "place":
        return draft.names.places
    return frozenset(SOUNDS if key == "sound" else schema.among("a step", key))
