"""What a player has chosen for themselves: names, pronouns, looks and ways. It holds for all runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from game.story.called import Called

if TYPE_CHECKING:
    # The title needs the settings, and no story.
    from game.story.model import Person, Story

THEMES: Final = ("light", "sepia", "dark", "contrast")

CHOICES: Final[Mapping[str, tuple[Any, ...]]] = {
    "text_size": (100, 120, 140, 160, 180, 200),
    "font": ("sans", "serif", "hyperlegible", "dyslexic"),
    "line_spacing": (100, 110, 125, 150),
    "paragraph_spacing": (100, 150, 200, 300, 450),
    "letter_spacing": (0, 3, 6, 9, 12),
    "word_spacing": (0, 8, 16, 24),
    "theme": THEMES,
    "motion": ("full", "reduced"),
    "full_screen": (False, True),
    "sound": (False, True),
    "music": tuple(range(0, 101, 10)),
    "room_tone": tuple(range(0, 101, 10)),
    "volume": tuple(range(0, 101, 10)),
    "sound_away": (False, True),
    "captions": (False, True),
    "voice": (False, True),
    "voice_volume": tuple(range(10, 101, 10)),
    "voice_speed": tuple(range(0, 101, 10)),
    "screen_reader": (False, True),
    "show_closed": (False, True),
    "confirm": (False, True),
    "pace": (0, 30, 20, 10, 5),
    "one_switch": (False, True),
    "dwell": (8, 10, 15, 20, 30, 40, 60),
}
"""What can be chosen for each setting but names and keys, in the order in which it is stepped through.

`voice_speed` goes from the slowest of a voice, 0, to its fastest, 100; 50 is usual.
`pace` is how many tenths of a second each new line takes to follow the one before it; 0: all stand there at once.
`dwell` is how many tenths of a second each target waits for the switch.
Sizes and the spacing of lines and paragraphs are percent of the usual; the spacing of letters and words is percent of
the letters' size, on top of the usual. The widest of each is what WCAG 2.2 (1.4.12) asks for, or more.
"""


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings. `called` maps "you" and "story-id.person" to chosen names.

    `keys` maps commands to the keys that the player has given them in place of the usual ones (see `game.keys`), and
    `buttons` to those of a gamepad (see `game.buttons`).
    `sound` is for all that sounds but the voice; `music`, `room_tone` and `volume`, which is that of the small sounds,
    are 0 to 100. With `sound_away` it goes on while another window is in front; `captions` tell of sounds in words.
    `voice` says whether the game speaks, `voice_speed` how fast; `screen_reader` whether screen readers see what
    is on the screen.
    """

    called: Mapping[str, Called] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)
    buttons: Mapping[str, str] = field(default_factory=dict)
    text_size: int = 100
    font: str = "sans"
    line_spacing: int = 100
    paragraph_spacing: int = 100
    letter_spacing: int = 0
    word_spacing: int = 0
    theme: str = "light"
    motion: str = "full"
    full_screen: bool = False
    sound: bool = True
    music: int = 60
    room_tone: int = 40
    volume: int = 70
    sound_away: bool = False
    captions: bool = False
    show_closed: bool = False
    voice: bool = False
    voice_volume: int = 100
    voice_speed: int = 50
    screen_reader: bool = False
    confirm: bool = False
    pace: int = 0
    one_switch: bool = False
    dwell: int = 15


def partner(story: Story) -> Person | None:
    """Return the person opposite the player, whose name and pronouns the player may change: the first of the cast."""
    return story.cast[0] if story.cast else None


def names_for(story: Story, settings: Settings) -> dict[str, Called]:
    """Return how everybody is called in a reading of `story` with these settings."""
    names = {"you": settings.called.get("you", Called("Alex", "they"))}
    for person in story.cast:
        own = Called(person.name, person.pronouns)
        keys = (f"{story.id}.{each}" for each in (person.id, *person.was))
        chosen = next((settings.called[key] for key in keys if key in settings.called), own)
        names[person.id] = chosen if person == partner(story) else own
    return names
