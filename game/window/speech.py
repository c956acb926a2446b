"""The window heard: what is on the screen and what the player asked for go in, words go to the speaker."""

from __future__ import annotations

import time
from typing import Final

from game.keys import KEYS
from game.language import _
from game.settings import Settings
from game.window.commands import HELP
from game.window.labels import key_name
from game.window.layout import Layout
from game.window.speaker import Speaker
from game.window.voice import Asked, Heard, told

LETTERS: Final = 14.0
"""Letters that a voice says in a second at the usual speed, 50: about 170 words a minute."""

TWICE: Final = 50
"""Steps of the speed at which a voice is twice as fast."""


class Speech:
    """The voice of a window. It is silent, and loads nothing, until the settings ask for it."""

    def __init__(self, speaker: Speaker | None = None) -> None:
        self._speaker = speaker or Speaker()
        self._heard: Heard | None = None
        self._trouble: str | None = None
        self._done = 0.0

    @property
    def speaking(self) -> bool:
        """Whether the voice is likely to be speaking: not every one tells, so it goes by the length of the words."""
        return self._trouble is None and time.monotonic() < self._done

    @property
    def trouble(self) -> str | None:
        """Why nothing is heard though it was asked for, as a sentence."""
        return self._trouble

    def follow(self, layout: Layout, asked: Asked, settings: Settings) -> bool:
        """Say what is new in `layout`, which stands after `asked`; tells whether there is other trouble than before."""
        if not settings.voice:
            if self._heard:
                self._heard = None
                self._say(_("The voice is off."), settings)
        elif self._heard is None or self._heard.layout is not layout or asked:
            self._heard = told(self._heard or Heard(), layout, asked, key_name(KEYS.chosen(settings.keys)[HELP]))
            if self._heard.say:
                self._say("\n".join(map(_ended, self._heard.say)), settings)
        before, self._trouble = self._trouble, self._speaker.trouble if settings.voice else None
        return self._trouble != before

    def hush(self) -> None:
        """Stop whatever is being said: the player did something."""
        self._speaker.hush()
        self._done = 0.0

    def close(self) -> None:
        """Fall silent for good."""
        self._speaker.close()

    def _say(self, words: str, settings: Settings) -> None:
        self._speaker.say(words, settings.voice_speed, settings.voice_volume)
        self._done = time.monotonic() + takes(words, settings.voice_speed)


def takes(words: str, speed: int) -> float:
    """Return about how many seconds a voice needs for words at a speed of 0 to 100."""
    return len(words) / (LETTERS * 2 ** ((speed - 50) / TWICE))


def _ended(words: str) -> str:
    """Return words that end in a stop, so that a voice takes breath before what follows."""
    return words if words.rstrip("”’\"') ").endswith((".", "!", "?", "…", ":", ";")) else f"{words}."
