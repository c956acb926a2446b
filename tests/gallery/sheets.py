"""Sheets of many small pictures: every place through day and year, every pose in every season, every colour."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import pygame

from game.shipped import ASSETS
from game.story.names import FIGURES, SEASONS
from game.window.compose import View
from game.window.letters import Font
from game.window.theme import THEMES
from tests.gallery.draw import fonts, painter
from tests.gallery.figures import INKS

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


def palette() -> pygame.Surface:
    """Return a row for each theme: a swatch of every colour on its paper, with its name."""
    wide, high, swatch = 79, 96, 56
    sheet = pygame.Surface((len(INKS) * wide, len(THEMES) * high))
    for row, theme in enumerate(THEMES.values()):
        sheet.fill(theme.paper, (0, row * high, sheet.get_width(), high))
        for column, (ink, (name, _use)) in enumerate(INKS.items()):
            left, top = column * wide + (wide - swatch) // 2, row * high + 12
            pygame.draw.rect(sheet, theme.quiet, (left - 1, top - 1, swatch + 2, swatch - 8), border_radius=8)
            pygame.draw.rect(sheet, getattr(theme, ink), (left, top, swatch, swatch - 10), border_radius=7)
            words = fonts().line(name, Font("sans-caps", 15), theme.ink).surface
            sheet.blit(words, (column * wide + (wide - words.get_width()) // 2, top + swatch - 4))
    return sheet


SHEETS: Final[Mapping[str, tuple[str, Callable[[], pygame.Surface]]]] = {
    "places": (
        "Every place: a morning in spring, a day in summer, an evening in autumn, a night in winter.",
        places,
    ),
    "palette": ("Every colour of the themes light, sepia, dark and high contrast.", palette),
    "poses": ("How the two stand, and what they wear in spring, summer, autumn and winter.", poses),
}
"""The sheets by their names: what is on each, and how it is drawn."""
