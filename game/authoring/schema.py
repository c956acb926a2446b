"""What the table of the format (`keys`) says, as the builder asks it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from game.authoring.keys import PLACES, Key

KEYS: Final[Mapping[str, Mapping[str, Key]]] = {
    place: {key.name: key for key in keys} for place, keys in PLACES.items()
}
"""The known keys of each place by name."""

NAMES: Final[Mapping[str, frozenset[str]]] = {place: frozenset(keys) for place, keys in KEYS.items()}
"""The names of the known keys in each place."""

REQUIRED: Final[Mapping[str, tuple[str, ...]]] = {
    place: tuple(key.name for key in keys if key.required) for place, keys in PLACES.items()
}
"""The names of the keys that each place has to have."""


def homes(name: str) -> tuple[str, ...]:
    """Return the places where the key `name` is known."""
    return tuple(place for place, names in NAMES.items() if name in names)


def among(place: str, name: str) -> tuple[str, ...]:
    """Return what the key `name` of `place` can be."""
    return KEYS[place][name].among
