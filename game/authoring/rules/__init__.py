"""Every kind of problem: its code, severity, sentence and hint."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from game.authoring.rules.meaning import MEANING
from game.authoring.rules.packs import PACKS
from game.authoring.rules.plays import PLAYS
from game.authoring.rules.promises import PROMISES
from game.authoring.rules.reading import READING
from game.authoring.rules.rule import Rule

RULES: Final[Mapping[str, Rule]] = {**READING, **MEANING, **PROMISES, **PACKS, **PLAYS}
"""All rules by name. Names and codes are unique, and neither ever changes its meaning."""
