"""pygame's mixer: music is streamed from its file, room tone and small sounds are held. One thread uses it.

Everything here is shipped with the game and mono; the device may be anything. Raises `OSError` where pygame fails.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pygame

from game.shipped import ASSETS
from game.window.sound import MUSIC

RATE: Final = 32_000
"""Samples a second, as in the files."""

_CHANNELS: Final = 3
_TONE: Final = 0
_SIGNS: Final = 1
"""The channel of the room tone, and the first of those of small sounds."""


class Mixer:
    """The device, open. Raises `OSError` where there is none."""

    def __init__(self) -> None:
        if not _likely():
            raise OSError("no sound device")
        with _failing():
            pygame.mixer.init(RATE, -16, 1, 1024, allowedchanges=0)
            pygame.mixer.set_num_channels(_CHANNELS)
        self._signs: dict[str, pygame.mixer.Sound] = {}
        self._next = _SIGNS
        self._resting = {MUSIC: False}

    def begin(self, strand: str, name: str) -> None:
        """Play a file over and over, without a sound at first."""
        with _failing():
            if strand == MUSIC:
                pygame.mixer.music.load(_file(name))
                pygame.mixer.music.set_volume(0)
                pygame.mixer.music.play(-1)
            else:
                sound, channel = pygame.mixer.Sound(_file(name)), pygame.mixer.Channel(_TONE)
                channel.play(sound, -1)
                channel.set_volume(0)
        self._resting[strand] = False

    def level(self, strand: str, share: float) -> None:
        """Set how loud it is; at 0 it is stopped where it is, and costs nothing."""
        playing = pygame.mixer.music if strand == MUSIC else pygame.mixer.Channel(_TONE)
        with _failing():
            if (share == 0) != self._resting.get(strand, False):
                self._resting[strand] = share == 0
                (playing.pause if share == 0 else playing.unpause)()
            playing.set_volume(share)

    def sign(self, name: str, share: float) -> None:
        """Play a small sound on the channel that is free the longest."""
        with _failing():
            if name not in self._signs:
                self._signs[name] = pygame.mixer.Sound(_file(name))
            channel = pygame.mixer.Channel(self._next)
            self._next = self._next + 1 if self._next + 1 < _CHANNELS else _SIGNS
            channel.play(self._signs[name])
            channel.set_volume(share)

    def close(self) -> None:
        """Let go of the device."""
        pygame.mixer.quit()


def _file(name: str) -> str:
    return str(ASSETS / "sounds" / f"{name}.ogg")


def _likely() -> bool:
    """Tell whether there may be a sound device: where there is none, Linux's library complains on the terminal."""
    if not sys.platform.startswith("linux") or {"SDL_AUDIODRIVER", "PULSE_SERVER"} & os.environ.keys():
        return True
    own = Path(os.environ.get("XDG_RUNTIME_DIR", "/run/none"))
    return any(path.exists() for path in (Path("/dev/snd"), own / "pulse", own / "pipewire-0"))


@contextmanager
def _failing() -> Iterator[None]:
    """Let every way in which pygame fails be an `OSError`."""
    try:
        yield
    except pygame.error as error:
        raise OSError(str(error)) from error
