"""The screen reader that runs, or the system's own voice, through Prism. Needs the extra `voice`; one thread uses it.

Everything is said in one piece: speech-dispatcher, asked to stop, drops what it is saying but not what waits behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

import prism

FASTEST: Final = 100
LOUDEST: Final = 100


class PrismMouth:
    """What Prism finds to speak with: a screen reader first. Raises `OSError` if there is nothing."""

    def __init__(self) -> None:
        with _answering():
            # It holds what it has made, and has to live as long.
            self._context = prism.Context()
            self._backend = self._context.acquire_best()
        self._can = self._backend.features
        self._speed: int | None = None
        # The system's own is full, or what its user wants: it stays as it is until another is chosen here.
        self._loud = LOUDEST
        # With a braille display the words are shown there, too.
        self._utter: Callable[..., None] = self._backend.output if self._can.supports_output else self._backend.speak

    def say(self, words: str, speed: int, loud: int) -> None:
        """Say words at a speed and a volume of 0 to 100, if the voice can be set; screen readers have their own."""
        with _answering():
            if self._can.supports_set_rate and speed != self._speed:
                self._backend.rate = speed / FASTEST
                self._speed = speed
            if self._can.supports_set_volume and loud != self._loud:
                self._backend.volume = loud / LOUDEST
                self._loud = loud
            # Prism takes no zero bytes, and a voice has no use for them.
            self._utter(words.replace("\0", " "), interrupt=True)

    def hush(self) -> None:
        """Say no more, where the voice can be stopped; macOS's screen reader can only be talked over."""
        if self._can.supports_stop:
            with _answering():
                self._backend.stop()


@contextmanager
def _answering() -> Iterator[None]:
    """Let every way in which nothing answers be an `OSError`."""
    try:
        yield
    except prism.PrismError as error:
        raise OSError(str(error)) from error
    except (RuntimeError, ValueError) as error:
        # Prism's own words for “nothing found”; a missing library of the system's is one of these, too.
        raise OSError(str(error)) from error
