"""Five small sounds of the game's own: wood, paper, and a string for the reveal. Each is over before it is noticed."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from sounds.strings import pitch
from sounds.waves import Wave, band, dice, eased, hiss, put, shaped, silence, times


def _knock(tones: tuple[tuple[float, float, float], ...], lasts: float) -> Wave:
    """Return a knock on wood: tones in Hz, each with its loudness and how quickly it dies; the higher, the sooner."""
    time = times(lasts)
    wave = sum(loud * np.sin(2 * np.pi * hz * time) * np.exp(-dies * time) for hz, loud, dies in tones)
    return eased(wave, 0.0015, lasts * 0.4)


def move() -> Wave:
    """Return a fingertip on a page."""
    time = times(0.05)
    touch = hiss(dice("move"), 0.05, band(300, 1500, 1)) * np.exp(-time * 120)
    return eased(0.6 * touch + 0.3 * np.sin(2 * np.pi * 620 * time) * np.exp(-time * 130), 0.002, 0.02)


def pick() -> Wave:
    """Return a knock on the table, as one who has made up their mind."""
    return _knock(((294, 1.0, 36), (588, 0.3, 60), (1108, 0.12, 100)), 0.16)


def _rustle(name: str, lasts: float, *, opens: bool) -> Wave:
    """Return paper: grains of noise in a sweep that gets darker as a page falls, or brighter as it is lifted."""
    chances, ring = dice(name), silence(lasts)
    grains = np.sort(chances.uniform(0, 0.82, 70))
    for share in grains:
        bright = 2600 * (1 - 0.62 * share if opens else 0.38 + 0.55 * share)
        grain = hiss(chances, 0.045, band(bright * 0.25, bright, 1))
        rise = np.sin(np.pi * share**0.7) ** 1.5
        put(ring, chances.uniform(0.2, 1) ** 2 * rise * eased(grain, 0.012, 0.03), share * lasts)
    ring += 0.35 * hiss(chances, lasts, band(200, 1300, 1)) * np.sin(np.pi * np.linspace(0, 1, len(ring)) ** 0.7) ** 2
    return eased(shaped(ring, band(180, 3800, 1)), 0.02, lasts * 0.4)


def page() -> Wave:
    """Return a page that is turned."""
    return _rustle("page", 0.34, opens=True)


def back() -> Wave:
    """Return a page that is laid back: shorter, from dark to bright."""
    return _rustle("back", 0.26, opens=False)


def line() -> Wave:
    """Return a string that is touched, while a line of the way is drawn; a fifth and an octave, without a third."""
    time, wave = times(1.6), silence(1.6)
    for note, loud, late in (("d4", 1.0, 0.0), ("a4", 0.55, 0.07), ("d5", 0.3, 0.14)):
        hz, since = pitch(note), np.maximum(0, time - late)
        wave += loud * np.sin(2 * np.pi * hz * since) * np.exp(-since * 3.6) * np.minimum(1, since / 0.02)
    return eased(wave, 0.01, 0.7)


SIGNS: dict[str, tuple[Callable[[], Wave], float]] = {
    "move": (move, 0.05),
    "pick": (pick, 0.16),
    "page": (page, 0.15),
    "back": (back, 0.12),
    "line": (line, 0.12),
}
"""Each small sound, and its loudest sample: too short to be measured in LUFS."""
