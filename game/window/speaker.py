"""Saying words aloud: by the screen reader that runs, or else by the system's own voice, on a thread of its own.

1. The library is imported by that thread, so neither the game's start nor a frame waits for it; nothing is loaded
   before there is something to say.
2. What is new silences what is being said. Of words that wait only the latest are said.
3. Where nothing can speak, it is silent, and `trouble` says why in a sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Final, NamedTuple, Protocol

from game.language import N_, _

_NO_LIBRARY: Final = N_("The voice needs one more part, which is not installed: pip install “me-and-we[voice]”.")
_NO_VOICE: Final = N_(
    "No screen reader runs and no voice of the system answers, so nothing is said. On Linux, install speech-dispatcher."
)
_FAREWELL: Final = 0.3
"""Seconds that leaving waits, at most, for the voice to fall silent."""


class Mouth(Protocol):
    """Whatever speaks. Both raise `OSError` where it does not answer any more."""

    def say(self, words: str, speed: int, loud: int) -> None:
        """Say words at a speed and a volume of 0 to 100, instead of what is being said; returns before they are."""

    def hush(self) -> None:
        """Say no more."""


class Job(NamedTuple):
    """What the thread is to do: say words at a speed, so loud; be silent where there are none; end after the `last`."""

    words: str = ""
    speed: int = 50
    loud: int = 100
    last: bool = False


class Speaker:
    """The voice. `opened` makes the mouth when it is first needed, or raises `ImportError` or `OSError`."""

    def __init__(self, opened: Callable[[], Mouth] | None = None) -> None:
        self.trouble: str | None = None
        self._opened = opened or _system
        self._jobs: SimpleQueue[Job] = SimpleQueue()
        self._thread: Thread | None = None

    def say(self, words: str, speed: int, loud: int = 100) -> None:
        """Let words be said at a speed of 0 (slowest) to 100, and as loud, instead of whatever is being said."""
        if self._thread is None:
            self._thread = Thread(target=self._work, name="voice", daemon=True)
            self._thread.start()
        self._jobs.put(Job(words, speed, loud))

    def hush(self) -> None:
        """Let the voice fall silent."""
        if self._thread:
            self._jobs.put(Job())

    def close(self) -> None:
        """Fall silent for good; waits for that a moment at most."""
        if self._thread:
            self._jobs.put(Job(last=True))
            self._thread.join(_FAREWELL)

    def _work(self) -> None:
        mouth: Mouth | None = None
        job = Job()
        while not job.last:
            job = self._latest()
            try:
                mouth = self._done(job, mouth)
                # Falling silent proves nothing.
                self.trouble = None if job.words else self.trouble
            except ImportError:
                self.trouble = _(_NO_LIBRARY)
            except OSError:
                # It may be back when there is something to say again: a screen reader that was started anew, say.
                mouth, self.trouble = None, _(_NO_VOICE)

    def _latest(self) -> Job:
        job = self._jobs.get()
        try:
            while not job.last:
                job = self._jobs.get_nowait()
        except Empty:
            pass
        return job

    def _done(self, job: Job, mouth: Mouth | None) -> Mouth | None:
        if job.words:
            mouth = mouth or self._opened()
            mouth.say(job.words, job.speed, job.loud)
        elif mouth:
            mouth.hush()
        return mouth


def _system() -> Mouth:
    from game.window.mouth import PrismMouth  # noqa: PLC0415  # an extra, and not needed before somebody listens

    return PrismMouth()
