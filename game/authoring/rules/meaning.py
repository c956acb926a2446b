"""The rules of the scene format: what a file that could be read means."""

from __future__ import annotations

from typing import Final

from game.authoring.rules.rule import Rule

MEANING: Final[dict[str, Rule]] = {}
