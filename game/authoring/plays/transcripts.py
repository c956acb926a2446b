"""Transcripts: the whole of what a play tells, kept in a file of its own, a blank line between paragraphs."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from difflib import unified_diff
from typing import Final

from game.authoring.nodes import Scalar
from game.authoring.plays.failure import Failure, Transcript
from game.authoring.plays.kept import TRANSCRIPTS
from game.authoring.plays.perform import Performed
from game.authoring.shelf import Shelf
from game.language import _

_WIDTH: Final = 78
_AROUND: Final = 2


def compared(done: Performed, shelf: Shelf) -> Failure | None:
    """Return how the transcript of a play differs from the file that it names among a story's files, if it does."""
    named = done.play.transcript
    if named is None or done.stopped:
        return None
    now, name = transcript(done.lines), f"{TRANSCRIPTS}/{named.text}"
    file = shelf.shown(name)
    unread = _("{file} cannot be read: {why}")
    if "link" in (shelf.kind(name), shelf.kind(TRANSCRIPTS)):
        return Failure(named.span, unread.format(file=file, why=_("it is a link.")))
    if shelf.kind(name) == "absent":
        return _failed(named, _("There is no {file} yet; --accept writes it.").format(file=file), now, ())
    source, problems = shelf.text(name)
    if source is None or problems:
        return Failure(named.span, unread.format(file=file, why=problems[0].message))
    if source.text == now:
        return None
    differs = unified_diff(source.text.splitlines(), now.splitlines(), file, _("told now"), n=_AROUND, lineterm="")
    return _failed(named, _("The transcript differs."), now, differs)


def transcript(lines: Iterable[str]) -> str:
    """Return paragraphs as the text of a transcript."""
    return "\n".join(f"{textwrap.fill(line, _WIDTH, break_on_hyphens=False)}\n" for line in lines)


def _failed(named: Scalar, message: str, now: str, differs: Iterable[str]) -> Failure:
    return Failure(named.span, message, differs=tuple(differs), mend=Transcript(named.text, now))
