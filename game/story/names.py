"""The fixed names of the scene format: ids, dynamics, seasons, times of day and poses."""

from __future__ import annotations

import re
from typing import Final

ID_PATTERN: Final = re.compile(r"[a-z][a-z0-9_]*")
"""What an id of a scene, passage, option, variable or person looks like, whole."""

STORY_ID_PATTERN: Final = re.compile(r"[a-z][a-z0-9_-]*")
"""What a story's id looks like: hyphens are allowed here alone."""

RESERVED: Final = frozenset({"and", "or", "not", "true", "false", "me", "we", "shown", "skip", "end", "story", "you"})
"""Words that mean something to conditions, `go` or runs, and so can be no id."""

SKIP: Final = "skip"
"""The last part of the pick that skips the rest of a scene: `scene.skip`."""

DYNAMICS: Final = ("interdependence", "independence", "dependence", "codependence")
"""The four dynamics, in the order in which they are always listed."""

IN_BETWEEN: Final = "in_between"
"""The verdict that forces no label."""

ENDINGS: Final = (*DYNAMICS, IN_BETWEEN)

SEASONS: Final = ("spring", "summer", "autumn", "winter")
TIMES: Final = ("morning", "day", "evening", "night")
FIGURES: Final = (
    "apart",
    "back to back",
    "side by side",
    "facing",
    "close",
    "turned away",
    "you alone",
    "other alone",
    "none",
)
"""How the two people can stand in the picture."""
SOUNDS: Final = ("room", "kitchen", "water", "shore", "wind", "rain", "people", "station", "none")
"""What a stage direction can let be heard, instead of what its place sounds like."""
