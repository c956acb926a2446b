"""Waves: arrays of samples between -1 and 1, one channel, and what every instrument needs to make one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

import numpy as np

Wave: TypeAlias = np.ndarray

RATE: Final = 32_000
"""Samples a second: nothing here is bright enough to need more."""

FLOOR: Final = -70.0
"""LUFS below which a stretch counts as silence (ITU-R BS.1770)."""

_BLOCK: Final = round(0.4 * RATE)
_SHELF: Final = (
    (1.53512485958697, -2.69169618940638, 1.19839281085285),
    (1.0, -1.69065929318241, 0.73248077421585),
)
_PASS: Final = ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621))
"""The two filters of BS.1770, as they stand there for 48 kHz."""


def silence(seconds: float) -> Wave:
    """Return so many seconds of nothing."""
    return np.zeros(round(seconds * RATE))


def times(seconds: float) -> Wave:
    """Return the moment of each sample, in seconds."""
    return np.arange(round(seconds * RATE)) / RATE


def dice(name: str, number: int = 0) -> np.random.Generator:
    """Return the chances of a sound: the same for the same name and number, for ever."""
    return np.random.Generator(np.random.PCG64([*name.encode(), number]))


def shaped(wave: Wave, response: Callable[[Wave], Wave]) -> Wave:
    """Return a ring filtered by how much of each frequency, in Hz, is let through."""
    spectrum = np.fft.rfft(wave)
    frequencies = np.fft.rfftfreq(len(wave), 1 / RATE)
    return np.fft.irfft(spectrum * response(frequencies), len(wave))


def hiss(chances: np.random.Generator, seconds: float, response: Callable[[Wave], Wave]) -> Wave:
    """Return a ring of noise in the colour of `response`, as loud as a sine of amplitude 1."""
    wave = shaped(chances.standard_normal(round(seconds * RATE)), response)
    return wave / np.sqrt(2 * np.mean(wave**2))


def band(low: float, high: float, steep: int = 2) -> Callable[[Wave], Wave]:
    """Return a response that lets through what lies between two frequencies."""

    def response(hz: Wave) -> Wave:
        hz = np.maximum(hz, 1e-3)
        return 1 / np.sqrt((1 + (low / hz) ** (2 * steep)) * (1 + (hz / high) ** (2 * steep)))

    return response


def swell(chances: np.random.Generator, seconds: float, slowest: float, least: float) -> Wave:
    """Return a ring that wanders between `least` and 1, with no change quicker than `slowest` seconds."""
    wave = shaped(chances.standard_normal(round(seconds * RATE)), lambda hz: (hz > 0) * (hz < 1 / slowest))
    wave = (wave - wave.min()) / (wave.max() - wave.min())
    return least + (1 - least) * wave


def put(ring: Wave, wave: Wave, at: float) -> None:
    """Add a wave to a ring at so many seconds; what runs past its end goes on at its beginning."""
    start = round(at * RATE) % len(ring)
    while len(wave):
        part, wave = wave[: len(ring) - start], wave[len(ring) - start :]
        ring[start : start + len(part)] += part
        start = 0


def roomy(ring: Wave, chances: np.random.Generator, seconds: float, share: float, dark: float = 2600.0) -> Wave:
    """Return a ring as it sounds in a room whose echo dies within `seconds`; `share` of it is echo."""
    time = times(min(seconds * 1.4, len(ring) / RATE))
    echo = chances.standard_normal(len(time)) * np.exp(-6.9 * time / seconds) * np.minimum(1, time / 0.02)
    echo = np.pad(echo, (0, len(ring) - len(echo)))
    echo = shaped(echo, band(120, dark, 1))
    wet = np.fft.irfft(np.fft.rfft(ring) * np.fft.rfft(echo), len(ring))
    return ring * (1 - share) + wet * share * np.sqrt(np.mean(ring**2) / np.mean(wet**2))


def eased(wave: Wave, rise: float, fall: float) -> Wave:
    """Return a wave that comes and goes within so many seconds, along half a cosine."""
    up, down = (0.5 - 0.5 * np.cos(np.pi * np.linspace(0, 1, round(each * RATE))) for each in (rise, fall))
    wave = wave.copy()
    wave[: len(up)] *= up
    wave[len(wave) - len(down) :] *= down[::-1]
    return wave


def loudness(wave: Wave) -> float:
    """Return how loud a wave is, in LUFS, its silences left out (ITU-R BS.1770-4)."""
    heard = shaped(wave, _weight)
    starts = range(0, max(1, len(heard) - _BLOCK + 1), _BLOCK // 4)
    powers = np.array([np.mean(heard[start : start + _BLOCK] ** 2) for start in starts])
    levels = -0.691 + 10 * np.log10(powers + 1e-12)
    gate = -0.691 + 10 * np.log10(np.mean(powers[levels > FLOOR])) - 10
    return float(-0.691 + 10 * np.log10(np.mean(powers[levels > max(FLOOR, gate)])))


def _weight(hz: Wave) -> Wave:
    z = np.exp(-2j * np.pi * hz / 48_000)
    parts = (np.polyval(over[::-1], z) / np.polyval(under[::-1], z) for over, under in (_SHELF, _PASS))
    return np.prod([*parts], axis=0)


def at_loudness(wave: Wave, lufs: float, most: float = 0.6) -> Wave:
    """Return a wave as loud as `lufs`, or less where a sample would be above `most`."""
    wave = wave * 10 ** ((lufs - loudness(wave)) / 20)
    return wave * min(1.0, most / np.max(np.abs(wave)))
