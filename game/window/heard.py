"""What is heard where: the music, the room tone and the small sounds, each with its caption. Pure.

1. It goes by the screen, the place and the author's stage directions: never by an answer, a meter or a verdict.
2. A place sounds as it does until a stage direction says otherwise; another scene or place begins anew.
3. What lies over a play, such as its menu, lowers what is heard there; the calm screen has none of it.
4. Every sound has a caption. Nothing is said by a sound alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from game.language import N_, _

LOWERED: Final = 0.6
"""The share of what is heard that is left while a menu lies over it, or while a voice speaks."""

EVENING: Final = "evening"
READING: Final = "reading"
LOOKING_BACK: Final = "looking_back"

MUSIC: Final[Mapping[str, str]] = {
    EVENING: N_("a slow piano, as if from next door"),
    READING: N_("a few quiet notes, far apart"),
    LOOKING_BACK: N_("the piano again, slower"),
}
"""Each piece of music, and its caption."""

TONES: Final[Mapping[str, str]] = {
    "room": N_("a quiet room, a street far below"),
    "kitchen": N_("a fridge that hums"),
    "water": N_("slow water"),
    "shore": N_("small waves, and a line that taps on a mast"),
    "wind": N_("wind around the house"),
    "rain": N_("rain on the window"),
    "people": N_("voices, and a cup now and then"),
    "station": N_("an open platform; a train far off"),
}
"""Each room tone, and its caption. Stage directions go by these names (`game.story.names.SOUNDS`)."""

SIGNS: Final[Mapping[str, str]] = {
    "move": N_("a fingertip on paper, as you move"),
    "pick": N_("a knock on wood, as you choose"),
    "page": N_("a page that is turned"),
    "back": N_("a page that is turned back"),
    "line": N_("a string, as a line is drawn"),
}
"""Each small sound of the game's own, and what it is."""

OF_PLACES: Final[Mapping[str, str]] = {
    "kitchen": "kitchen",
    "kitchen_mending": "kitchen",
    "living_room": "room",
    "bedroom": "room",
    "small_room": "room",
    "father_house": "room",
    "keeper_house": "room",
    "keeper_house_mending": "room",
    "river": "water",
    "footbridge": "water",
    "boatyard": "shore",
    "lantern": "people",
    "cafe": "people",
    "station": "station",
}
"""The room tone of each place that comes with the game."""


class Air(NamedTuple):
    """What is heard for as long as nothing changes: music, a room tone ("" for none), and how much of both."""

    music: str = ""
    tone: str = ""
    share: float = 1.0


def tone(place: str | None, directed: str = "") -> str:
    """Return the room tone of a place, or the one that a stage direction asks for; "" for none."""
    if directed in TONES:
        return directed
    return "" if directed == "none" else OF_PLACES.get(place or "", "")


def captions(air: Air, before: Air) -> Iterator[str]:
    """Yield a caption for each sound of `air` that was not heard before."""
    for now, then in ((air.music, before.music), (air.tone, before.tone)):
        if now and now != then:
            yield caption(now)


def caption(name: str) -> str:
    """Return the caption of a piece of music or of a room tone."""
    return _("[{sound}]").format(sound=_({**MUSIC, **TONES}[name]))
