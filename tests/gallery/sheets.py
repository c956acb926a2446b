"""Two sheets of many small pictures: every place by day and night through the year, and every pose in every season."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import pygame

from game.shipped import ASSETS
from game.story.names import FIGURES, SEASONS
from game.window.compose import View
from tests.gallery.draw import painter

SIZE: Final = (198, 140)
"""Pixels of a small picture: the two, and what stands around them."""

LIGHTS: Final = (("spring", "morning"), ("summer", "day"), ("autumn", "evening"), ("winter", "night"))


def places() -> pygame.Surface:
    """Return a row for each place, from a morning in spring to a night in winter."""
    names = sorted(Path(file).stem for file in (ASSETS / "places").glob("*.svg"))
    return _sheet([[View(name, *light, pose="side by side") for light in LIGHTS] for name in names])


def poses() -> pygame.Surface:
    """Return a row for each pose, in the clothes of each season."""
    return _sheet([[View("river", season, "day", pose) for season in SEASONS] for pose in FIGURES[:-1]])


def _sheet(rows: list[list[View]]) -> pygame.Surface:
    wide, high = SIZE
    sheet = pygame.Surface((len(rows[0]) * (wide + 2) - 2, len(rows) * (high + 2) - 2))
    pictures = painter("light").pictures
    for row, views in enumerate(rows):
        for column, view in enumerate(views):
            sheet.blit(pictures.prepare(view, SIZE), (column * (wide + 2), row * (high + 2)))
    return sheet


SHEETS: Final[Mapping[str, tuple[str, Callable[[], pygame.Surface]]]] = {
    "places": (
        "Every place: a morning in spring, a day in summer, an evening in autumn, a night in winter.",
        places,
    ),
    "poses": ("How the two stand, and what they wear in spring, summer, autumn and winter.", poses),
}
"""The sheets by their names: what is on each, and how it is drawn."""
