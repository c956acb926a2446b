"""Two instruments: a piano with felt before its hammers, and a reed organ far at the back of a room."""

from __future__ import annotations

from typing import Final

import numpy as np

from sounds.waves import Wave, band, dice, eased, hiss, put, silence, times

_STEPS: Final = {"c": 0, "d": 2, "e": 4, "f": 5, "g": 7, "a": 9, "b": 11}
_SIGNS: Final = {"#": 1, "b": -1}


def pitch(note: str) -> float:
    """Return the frequency, in Hz, of a note such as "f#4"; "a4" is 440."""
    steps = _STEPS[note[0]] + sum(_SIGNS[sign] for sign in note[1:-1]) + 12 * int(note[-1])
    return 440.0 * 2 ** ((steps - 57) / 12)


def piano(note: str, strength: float = 0.6, held: float = 6.0) -> Wave:
    """Return a note of the piano, struck with 0 to 1 and held for so many seconds.

    The felt takes the high partials away, the more of them the softer it is struck; two strings, a breath apart, give
    each partial two ways to die: the first quick, the second slow.
    """
    tone = pitch(note)
    lasts = min(held + 0.9, 9.0)
    time, chances = times(lasts), dice(note, round(strength * 100))
    wave = np.zeros(len(time))
    for number in range(1, 15):
        stretched = number * tone * np.sqrt(1 + 0.00018 * number**2)
        if stretched > 6500:
            break
        loud = np.exp(-(number - 1) * (1.15 - 0.55 * strength)) / (1 + stretched / 2400)
        dies = 0.22 + tone / 900 + 0.16 * number
        apart = 1 + chances.uniform(1.5e-4, 5e-4)
        one = np.sin(2 * np.pi * stretched * time + chances.uniform(0, 0.4))
        two = np.sin(2 * np.pi * stretched * apart * time + chances.uniform(0, 0.4))
        wave += loud * (0.72 * one * np.exp(-dies * 2.4 * time) + 0.5 * two * np.exp(-dies * 0.62 * time))
    knock = hiss(chances, lasts, band(70, 420, 2)) * np.exp(-time * 34)
    wave = wave * np.minimum(1, time / (0.011 - 0.006 * strength)) + knock * 0.10 * strength
    let_go = np.where(time > held, np.exp(-(time - held) * 7), 1.0)
    return eased(wave * let_go * strength, 0.002, 0.05)


def reeds(note: str, lasts: float, rise: float = 3.0) -> Wave:
    """Return a note of the reed organ: it swells, breathes a little, and goes as it came."""
    tone, time, chances = pitch(note), times(lasts), dice(note, 7)
    wave = np.zeros(len(time))
    for number, loud in enumerate((1.0, 0.42, 0.2, 0.07, 0.03), 1):
        for apart in (-0.0009, 0.0, 0.0011):
            wave += loud * np.sin(2 * np.pi * number * tone * (1 + apart) * time + chances.uniform(0, 2 * np.pi)) / 3
    breath = 1 + 0.12 * np.sin(2 * np.pi * time / chances.uniform(4.2, 6.8) + chances.uniform(0, 6))
    return eased(wave * breath, min(rise, lasts / 2), min(rise * 1.3, lasts / 2))


def played(length: float, notes: list[tuple[float, str, float, float]]) -> Wave:
    """Return a ring of `length` seconds with notes of the piano: when, which, how strong, held how long."""
    ring = silence(length)
    for at, note, strength, held in notes:
        put(ring, piano(note, strength, held), at)
    return ring
