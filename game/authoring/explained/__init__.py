"""What `explain` and the reference tell of each kind of problem, beside its rule: why it is one, and a line mended.

They stand apart from the rules, so that nothing that only reports problems has to load them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from game.authoring.explained.advice import ADVICE
from game.authoring.explained.fairness import FAIRNESS
from game.authoring.explained.files import FILES
from game.authoring.explained.lines import LOST_LINES
from game.authoring.explained.names import NAMES
from game.authoring.explained.packs import PACKS
from game.authoring.explained.plays import PLAYS
from game.authoring.explained.promises import PROMISES
from game.authoring.explained.quoting import LINES
from game.authoring.explained.reading import FILES_AND_SIGNS
from game.authoring.explained.shapes import FORMS
from game.authoring.explained.why import Why
from game.authoring.explained.words import INSIDE_WORDS

EXPLAINED: Final[Mapping[str, Why]] = {
    **FILES_AND_SIGNS,
    **LINES,
    **LOST_LINES,
    **FORMS,
    **NAMES,
    **INSIDE_WORDS,
    **FILES,
    **ADVICE,
    **FAIRNESS,
    **PROMISES,
    **PACKS,
    **PLAYS,
}
"""The explanations, by the names of the rules."""
