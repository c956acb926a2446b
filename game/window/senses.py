"""What reaches a player other than by the eye: sounds, the voice, and whatever a screen reader makes of the screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.settings import Settings
from game.window.access import Access
from game.window.commands import Command
from game.window.display import withdrawn
from game.window.layout import Layout
from game.window.speech import Speech
from game.window.voice import Asked

if TYPE_CHECKING:
    from game.window.sound import Sounds


class Senses:
    """All three, for one window. `sound` names the one that goes with what will be drawn next, if any does."""

    def __init__(self) -> None:
        self.speech = Speech()
        self.access = Access(withdrawn)
        self.sound = ""
        self._sounds: Sounds | None = None

    @property
    def troubles(self) -> tuple[str, ...]:
        """What the player should know of those that cannot be had, as sentences."""
        unheard = self._sounds.trouble if self._sounds else None
        return tuple(filter(None, (unheard, self.speech.trouble, self.access.trouble)))

    def play(self, volume: int) -> None:
        """Let the sound be heard that goes with what was just drawn."""
        name, self.sound = self.sound, ""
        if not name:
            return
        if self._sounds is None:
            from game.window.sound import Sounds  # noqa: PLC0415  # not before the first frame

            self._sounds = Sounds()
        self._sounds.play(name, volume)

    def follow(self, layout: Layout, asked: Asked, settings: Settings) -> bool:
        """Tell of a layout that stands after `asked`; tells whether it has to be made and drawn anew."""
        troubled = self.speech.follow(layout, asked, settings)
        return self.access.follow(layout, settings) or troubled

    def wanted(self, layout: Layout) -> Iterator[Command]:
        """Yield what screen readers asked for since the last time."""
        return self.access.asked(layout)

    def hush(self) -> None:
        """Stop the voice: the player did something."""
        self.speech.hush()
