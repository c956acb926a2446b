"""Two very quiet sounds: a page that is turned, and a tap on wood where only a setting changed. Needs pygame.

1. They are made here, by arithmetic; the same sound follows every option, so that none hints at anything.
2. The sound device is opened for the first sound and not before. Without one it is silent, and `trouble` says so.
3. Volume 0 opens nothing.
"""

from __future__ import annotations

import os
import sys
from array import array
from collections.abc import Callable, Iterator, Mapping
from math import exp, pi, sin
from pathlib import Path
from typing import Final

import pygame

from game.language import N_, _

PAGE: Final = "page"
TAP: Final = "tap"

RATE: Final = 22_050
"""Samples a second."""

LOUDEST: Final = 0.22
"""How loud a sound is at full volume, as a share of what a device can do."""

_SILENT: Final = N_("No sound device answers, so the game is silent. Nothing is lost: sound never says anything alone.")


class Sounds:
    """The sounds, and the device once it is open."""

    def __init__(self) -> None:
        self.trouble: str | None = None
        self._made: dict[str, pygame.mixer.Sound] = {}

    def play(self, name: str, volume: int) -> None:
        """Let a sound be heard at a volume of 0 to 100, if it can be."""
        if volume <= 0 or self.trouble:
            return
        try:
            if not self._made:
                self._open()
            self._made[name].set_volume(volume / 100)
            self._made[name].play()
        except pygame.error:
            self.trouble = _(_SILENT)

    def _open(self) -> None:
        if not _likely():
            raise pygame.error(_(_SILENT))
        pygame.mixer.init(RATE, -16, 1, 512, allowedchanges=0)
        self._made = {name: pygame.mixer.Sound(buffer=samples(name)) for name in SHAPES}


def _likely() -> bool:
    """Tell whether there may be a sound device: where there is none, Linux's library complains on the terminal."""
    if not sys.platform.startswith("linux") or {"SDL_AUDIODRIVER", "PULSE_SERVER"} & os.environ.keys():
        return True
    own = Path(os.environ.get("XDG_RUNTIME_DIR", "/run/none"))
    return any(path.exists() for path in (Path("/dev/snd"), own / "pulse", own / "pipewire-0"))


def samples(name: str) -> bytes:
    """Return a sound as 16-bit samples of one channel."""
    lasts, shape = SHAPES[name]
    wave = list(shape(round(lasts * RATE)))
    highest = max(map(abs, wave)) or 1.0
    return array("h", (round(32_767 * LOUDEST * each / highest) for each in wave)).tobytes()


def _page(count: int) -> Iterator[float]:
    """Yield the rustle of paper: noise that is muffled more and more while it swells and dies away."""
    noise, low = 1, 0.0
    for at in range(count):
        share = at / count
        noise = noise * 1_103_515_245 + 12_345 & 0x7FFF_FFFF
        low += (noise / 0x4000_0000 - 1 - low) * (0.34 - 0.26 * share)
        yield low * sin(pi * share**0.6) ** 2 * (0.7 + 0.3 * sin(at / 190))


def _tap(count: int) -> Iterator[float]:
    """Yield a knock on wood: three tones, of which the higher ones die sooner."""
    tones = ((392.0, 1.0, 46.0), (1058.0, 0.32, 90.0), (2104.0, 0.1, 160.0))
    for at in range(count):
        time = at / RATE
        yield min(1.0, at / 40) * sum(
            loud * exp(-dies * time) * sin(2 * pi * tone * time) for tone, loud, dies in tones
        )


SHAPES: Final[Mapping[str, tuple[float, Callable[[int], Iterator[float]]]]] = {PAGE: (0.21, _page), TAP: (0.12, _tap)}
"""Each sound: how many seconds it lasts, and what makes it."""
