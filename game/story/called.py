"""How people are called in a reading: the player's affair, and never part of a state."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Called:
    """How a person is called in this reading: a name, and pronouns (she, he or they)."""

    name: str
    pronouns: str
