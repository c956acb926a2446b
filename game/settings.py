"""What a player has chosen for themselves: names, pronouns, looks and ways. It holds for all runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from game.story.called import Called

if TYPE_CHECKING:
    # The title needs the settings, and no story.
    from game.story.model import Person, Story

TEXT_SIZES: Final = (100, 120, 140, 160, 180, 200)
"""Sizes of text, in percent of the usual one."""

THEMES: Final = ("light", "sepia", "dark", "contrast")
MOTIONS: Final = ("full", "reduced")

VOICE_SPEEDS: Final = tuple(range(0, 101, 10))
"""How fast a voice speaks: from its slowest, 0, to its fastest, 100; 50 is usual."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings. `called` maps "you" and "story-id.person" to chosen names; `volume` is 0 to 100.

    `voice` says whether the game speaks, `voice_speed` how fast; `screen_reader` whether screen readers see what
    is on the screen.
    """

    called: Mapping[str, Called] = field(default_factory=dict)
    text_size: int = 100
    theme: str = "light"
    motion: str = "full"
    full_screen: bool = False
    volume: int = 70
    show_closed: bool = False
    voice: bool = False
    voice_speed: int = 50
    screen_reader: bool = False


def partner(story: Story) -> Person | None:
    """Return the person opposite the player, whose name and pronouns the player may change: the first of the cast."""
    return story.cast[0] if story.cast else None


def names_for(story: Story, settings: Settings) -> dict[str, Called]:
    """Return how everybody is called in a reading of `story` with these settings."""
    names = {"you": settings.called.get("you", Called("Alex", "they"))}
    for person in story.cast:
        own = Called(person.name, person.pronouns)
        chosen = settings.called.get(f"{story.id}.{person.id}", own)
        names[person.id] = chosen if person == partner(story) else own
    return names
