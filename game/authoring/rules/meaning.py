"""The rules of the scene format: what a file that could be read means."""

from __future__ import annotations

from typing import Final

from game.authoring.rules.advice import ADVICE
from game.authoring.rules.fairness import FAIRNESS
from game.authoring.rules.files import FILES
from game.authoring.rules.rule import Rule
from game.authoring.rules.shapes import SHAPES
from game.authoring.rules.words import WORDS

MEANING: Final[dict[str, Rule]] = {**SHAPES, **FILES, **WORDS, **ADVICE, **FAIRNESS}
"""The rules by name. E2xx keeps a story from being played, W2xx does not."""
