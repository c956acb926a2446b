"""Where a playthrough stands: everything that the story can still read, and nothing else.

History, names and the ledger of points live with whoever plays; a state can be compared, hashed and merged.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class State:
    """A playthrough at a choice or at the end. `place` is a node's index; `values` follow the story's variables."""

    place: int
    values: tuple[bool | int | str, ...] = ()
    me: int = 0
    we: int = 0
    picked: frozenset[str] = frozenset()
