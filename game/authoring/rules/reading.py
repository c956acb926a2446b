"""The rules of files and YAML: what keeps a file from being read."""

from __future__ import annotations

from typing import Final

from game.authoring.rules.rule import Rule

READING: Final[dict[str, Rule]] = {}
