"""Sounds on a thread of their own: music and room tone that come and go slowly, and small sounds in between.

1. The thread opens the device, reads the files and sets what is loud: no frame waits for any of it.
2. Nothing is opened before something is to be heard. Where nothing changes, the thread sleeps.
3. Without a device it is silent, and `trouble` says so in a sentence; a sound that cannot be read is left out.
"""

from __future__ import annotations

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Final, NamedTuple, Protocol, TypeAlias

from game.language import N_, _
from game.window.strand import STEP, Strand

MUSIC: Final = "music"
TONE: Final = "tone"

_SILENT: Final = N_("No sound device answers, so the game is silent. Nothing is lost: sound never says anything alone.")
_UNREADABLE: Final = N_("The sound “{name}” could not be played, so the game goes on without it.")
_FAREWELL: Final = 2.0
"""Seconds that leaving waits, at most, for the device to be closed."""


class Desk(Protocol):
    """Whatever plays. All raise `OSError`: `begin` and `sign` for a sound that cannot be had."""

    def begin(self, strand: str, name: str) -> None:
        """Play a sound over and over, as music or as tone, in the place of the one before; at first without a sound."""

    def level(self, strand: str, share: float) -> None:
        """Set how loud it is, from 0 to 1; at 0 it rests where it is."""

    def sign(self, name: str, share: float) -> None:
        """Play a small sound once."""

    def close(self) -> None:
        """Let go of the device."""


class Heard(NamedTuple):
    """What is to be heard: music and tone ("" for none), how loud each is by the settings, and the share of both.

    All are from 0 to 1. Only the share comes and goes slowly.
    """

    music: str = ""
    tone: str = ""
    music_loud: float = 0.0
    tone_loud: float = 0.0
    share: float = 0.0

    @property
    def silent(self) -> bool:
        """Whether it comes to nothing."""
        return not (self.share and ((self.music and self.music_loud) or (self.tone and self.tone_loud)))


class Sign(NamedTuple):
    """A small sound, and how loud it is from 0 to 1."""

    name: str
    share: float


Job: TypeAlias = Heard | Sign | None
"""What the thread is to do; None ends it."""


class Sounds:
    """What plays. `opened` opens the device when it is first needed, or raises `OSError`."""

    def __init__(self, opened: Callable[[], Desk] | None = None) -> None:
        self.trouble: str | None = None
        self._opened = opened or _device
        self._jobs: SimpleQueue[Job] = SimpleQueue()
        self._thread: Thread | None = None
        self._asked = Heard()

    def hear(self, heard: Heard) -> None:
        """Let this be heard from now on, instead of what was."""
        if heard != self._asked and (self._thread or not heard.silent):
            self._asked = heard
            self._do(heard)

    def sign(self, name: str, share: float) -> None:
        """Let a small sound be heard."""
        if share > 0:
            self._do(Sign(name, share))

    def close(self) -> None:
        """Be silent for good; waits a moment at most."""
        if self._thread:
            self._jobs.put(None)
            self._thread.join(_FAREWELL)

    def _do(self, job: Job) -> None:
        if self._thread is None:
            self._thread = Thread(target=self._work, name="sound", daemon=True)
            self._thread.start()
        self._jobs.put(job)

    def _work(self) -> None:
        try:
            desk = self._opened()
            _Player(desk, self._jobs, self._miss).run()
            desk.close()
        except OSError:
            self.trouble = _(_SILENT)
            while self._jobs.get() is not None:
                pass

    def _miss(self, name: str) -> None:
        """Note that a sound could not be had."""
        self.trouble = self.trouble or _(_UNREADABLE).format(name=name)


class _Player:
    """The thread's own part: takes jobs, and lets music and tone come and go."""

    def __init__(self, desk: Desk, jobs: SimpleQueue[Job], missed: Callable[[str], None]) -> None:
        self.desk = desk
        self.jobs = jobs
        self.missed = missed
        self.music = Strand()
        self.tone = Strand()

    def run(self) -> None:
        """Work until the end is asked for."""
        while True:
            try:
                job = self.jobs.get(timeout=None if self.music.rests and self.tone.rests else STEP)
                if job is None:
                    return
                self._take(job)
            except Empty:
                self._go_on(MUSIC, self.music)
                self._go_on(TONE, self.tone)

    def _take(self, job: Heard | Sign) -> None:
        match job:
            case Sign(name, share):
                self._try(name, lambda: self.desk.sign(name, share))
            case Heard():
                self.music.aim(job.music, job.music_loud, job.share)
                self.tone.aim(job.tone, job.tone_loud, job.share)
                self.desk.level(MUSIC, self.music.level)
                self.desk.level(TONE, self.tone.level)

    def _go_on(self, which: str, strand: Strand) -> None:
        begins = strand.step()
        if begins and not self._try(begins, lambda: self.desk.begin(which, begins)):
            strand.lost()
        self.desk.level(which, strand.level)

    def _try(self, name: str, what: Callable[[], None]) -> bool:
        try:
            what()
        except OSError:
            self.missed(name)
            return False
        return True


def _device() -> Desk:
    from game.window.mixer import Mixer  # noqa: PLC0415  # pygame's, and not needed before something is heard

    return Mixer()
