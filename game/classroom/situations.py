"""The 24 patterns as a teacher meets them: six situations in words, each with its four ways to answer. Pure."""

from __future__ import annotations

from typing import Final

from game.insight.patterns import PATTERNS, Pattern
from game.language import N_, _

SITUATIONS: Final = {
    "decision": N_("A decision"),
    "feelings": N_("My feelings"),
    "time": N_("Time and space"),
    "growth": N_("Growth and news"),
    "conflict": N_("Conflict and limits"),
    "load": N_("Shared load"),
}


def situations() -> tuple[tuple[str, tuple[Pattern, ...]], ...]:
    """Return the situations by name, each with its patterns in the order of the dynamics."""
    return tuple(
        (_(name), tuple(each for each in PATTERNS.values() if each.situation == key))
        for key, name in SITUATIONS.items()
    )
