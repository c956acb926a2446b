"""The harnesses: each has `one`, which is fed with bytes and may raise nothing, `seeds` to begin with, and `WORDS`."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import Final, Protocol, cast

NAMES: Final = ("yaml", "story", "condition", "prose", "run", "settings", "pack", "plays", "classroom", "picture")


class Target(Protocol):
    """A harness."""

    WORDS: tuple[str, ...]
    """Words that are worth putting into an input."""

    def one(self, data: bytes) -> None:
        """Feed one input. Whatever is raised is a finding."""

    def seeds(self) -> Iterator[bytes]:
        """Yield inputs to begin with, from what the repository has already."""


def target(name: str) -> Target:
    """Return the harness of a name."""
    return cast("Target", importlib.import_module(f"tests.fuzz.targets.{name}_target"))
