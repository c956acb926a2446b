"""Accept: what came becomes what is expected, in the file's own layout.

1. Only what tells how something is now is rewritten: `tells`, `open`, `has`, `ends` and the transcript. What must not
   be (`omits`, `closed`), a pick that is not open, and words without any like them stay for the author to decide.
2. An edit is taken only if the file can be read after it and says the rest as before.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from game.authoring.edits import Edit, edited, relisted, rewritten
from game.authoring.parse import parse
from game.authoring.plays.failure import Failure, Ids, Mend, Transcript, Words
from game.authoring.plays.kept import TRANSCRIPTS, Kept
from game.authoring.problems import playable
from game.authoring.read import decode


def accepted(kept: Kept, before: bytes, failures: Iterable[Failure]) -> tuple[dict[Path, bytes], int]:
    """Return the new bytes of each file that changes, and how many failures they mend.

    `before` are the bytes of the file with the plays.
    """
    now, mended = before, 0
    edits: list[Edit] = []
    files: dict[Path, bytes] = {}
    for failure in failures:
        if isinstance(failure.mend, Transcript):
            files[kept.file.parent / TRANSCRIPTS / failure.mend.name] = failure.mend.text.encode()
            mended += 1
            continue
        more = _edits(failure.mend)
        changed = edited(before, [*edits, *more])
        if more and _readable(changed):
            edits += more
            now, mended = changed, mended + 1
    if now != before:
        files[kept.file] = now
    return files, mended


def _edits(mend: Mend | None) -> tuple[Edit, ...]:
    match mend:
        case Words(scalar, words):
            edit = rewritten(scalar, words)
            return (edit,) if edit else ()
        case Ids(node, ids):
            return relisted(node, ids) or ()
        case _:
            return ()


def _readable(data: bytes) -> bool:
    source, problems = decode(data, "")
    return source is not None and playable((*problems, *parse(source)[1]))
