"""What reaches a player other than by the eye: sounds, the voice, and whatever a screen reader makes of the screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.settings import Settings
from game.window.access import Access
from game.window.commands import Command
from game.window.display import withdrawn
from game.window.heard import LOWERED, Air
from game.window.layout import Layout
from game.window.signs import sign
from game.window.speech import Speech
from game.window.voice import Asked

if TYPE_CHECKING:
    from game.window.sound import Sounds


class Senses:
    """All three, for one window. `sounds` are made when there is something to hear, unless they are given."""

    def __init__(self) -> None:
        self.speech = Speech()
        self.access = Access(withdrawn)
        self.sounds: Sounds | None = None
        self._front = True
        self._seen: tuple[Layout | None, Settings | None] = (None, None)
        self._trouble: str | None = None

    @property
    def troubles(self) -> tuple[str, ...]:
        """What the player should know of those that cannot be had, as sentences."""
        return tuple(filter(None, (self._trouble, self.speech.trouble, self.access.trouble)))

    def follow(self, layout: Layout, asked: Asked, settings: Settings) -> bool:
        """Tell of a layout that stands after `asked`; tells whether it has to be made and drawn anew."""
        troubled = self.speech.follow(layout, asked, settings)
        return self.access.follow(layout, settings) or troubled

    def hear(self, air: Air, layout: Layout, asked: Asked, settings: Settings) -> bool:
        """Let `air` be heard, and the small sound of a layout that stands after `asked`; tells as `follow` does.

        A voice that speaks, and a screen reader that may, are not talked over.
        """
        from game.window.sound import Heard, Sounds  # noqa: PLC0415  # not before the first frame

        self.sounds = self.sounds or Sounds()
        (before, known), self._seen = self._seen, (layout, settings)
        small = sign(before, layout, asked, changed=settings is not known)
        there = settings.sound and (self._front or settings.sound_away)
        spoken = self.speech.speaking or settings.screen_reader
        share = air.share * (LOWERED if spoken else 1.0) if there else 0.0
        self.sounds.hear(Heard(air.music, air.tone, settings.music / 100, settings.room_tone / 100, share))
        if small and there:
            self.sounds.sign(small, settings.volume / 100)
        before_that, self._trouble = self._trouble, self.sounds.trouble
        return self._trouble != before_that

    def focus(self, *, focused: bool) -> None:
        """Note whether the window is in front."""
        self._front = focused
        self.access.focus(focused=focused)

    def close(self) -> None:
        """Fall silent for good."""
        self.speech.close()
        if self.sounds:
            self.sounds.close()

    def wanted(self, layout: Layout) -> Iterator[Command]:
        """Yield what screen readers asked for since the last time."""
        return self.access.asked(layout)

    def hush(self) -> None:
        """Stop the voice: the player did something."""
        self.speech.hush()
