"""The gates of validity as an author reads them at a prompt, in 80 columns."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import Final

from game.authoring.figures import ASCII
from game.authoring.validity.gates import Gate
from game.language import _
from game.story.model import Story

WIDTH: Final = 80
_NAME: Final = 20
_KEPT: Final = "\u00a0%"
"""A sign of percent on the line of its figure."""

_WHY: Final = ("shares", "cited", "roads", "undoing")


def report(story: Story, found: Sequence[Gate], *, blocks: bool = True) -> str:
    """Return the report, with a line break at its end."""
    text = "\n".join(_lines(story, found)) + "\n"
    return text if blocks else text.translate(ASCII)


def _lines(story: Story, found: Sequence[Gate]) -> Iterator[str]:
    yield f"{story.title} ({story.id})"
    yield ""
    yield _("Do the options give themselves away?")
    for gate in found:
        if gate.id not in _WHY:
            yield from _gate(gate)
    yield ""
    yield _("Is the why true?")
    for gate in found:
        if gate.id in _WHY:
            yield from _gate(gate)
    yield ""
    missed = [gate for gate in found if not gate.passed]
    if missed:
        yield _("{missed} of {count} gates are missed.").format(missed=len(missed), count=len(found))
    else:
        yield _("All {count} gates are passed.").format(count=len(found))


def _gate(gate: Gate) -> Iterator[str]:
    mark = _("PASS") if gate.passed else _("MISS")
    most = f"{100 * gate.limit:.0f} %" if gate.limit else "0"
    shown = _("always") if gate.least else _("at most {limit}").format(limit=most)
    yield from _wrapped(f"{gate.told} ({shown})", f"  {mark}  {gate.name.ljust(_NAME)}")
    for note in gate.notes:
        yield from _wrapped(note, " " * (_NAME + 8))


def _wrapped(text: str, first: str) -> list[str]:
    lines = textwrap.wrap(
        text.replace(" %", _KEPT),
        WIDTH,
        initial_indent=first,
        subsequent_indent=" " * (_NAME + 8),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line.replace(_KEPT, " %") for line in lines]
