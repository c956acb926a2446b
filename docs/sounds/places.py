"""Room tone: what a place sounds like while nobody does anything. Rings of half a minute, with nothing to wait for.

An event in them (a drop, a cup) is rare, soft, and never at the same distance from the one before.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from sounds.strings import pitch
from sounds.waves import RATE, Wave, band, dice, eased, hiss, put, roomy, shaped, silence, swell, times


def _air(name: str, seconds: float, low: float = 45, high: float = 300) -> Wave:
    """Return the breath of a closed room: dark noise that hardly moves."""
    chances = dice(f"{name} air")
    dark = hiss(chances, seconds, band(low, high, 2)) * swell(chances, seconds, 5.0, 0.8)
    return dark + 0.06 * hiss(chances, seconds, band(300, 1500, 1))


def room() -> Wave:
    """Return a room at rest, with a street far below."""
    chances, seconds = dice("room"), 28.0
    ring = _air("room", seconds)
    street = hiss(chances, seconds, band(50, 190, 2)) * swell(chances, seconds, 4.0, 0.0) ** 2
    return ring + 0.9 * street


def kitchen() -> Wave:
    """Return the room with a fridge: a hum of the mains and what it shakes, which beats slowly."""
    seconds = 28.0
    time, ring = times(seconds), _air("kitchen", seconds)
    hum = silence(seconds)
    # Whole numbers of turns in the ring, so that it closes.
    for number, loud in ((1, 0.5), (2, 1.0), (3, 0.22), (4, 0.3), (6, 0.08)):
        hz = round(50 * number * seconds) / seconds
        beat = 1 + 0.16 * np.sin(2 * np.pi * (3 + number) * time / seconds + number)
        hum += loud * beat * np.sin(2 * np.pi * hz * time + number)
    return ring + 0.34 * hum * swell(dice("kitchen"), seconds, 6.0, 0.75)


def _drop(chances: np.random.Generator, low: float, high: float, lasts: float = 0.09) -> Wave:
    """Return a drop: a short tone that rises, as a bubble's does."""
    time = times(lasts)
    hz = chances.uniform(low, high)
    turned = 2 * np.pi * (hz * time + hz * chances.uniform(0.8, 2.6) * time**2)
    return eased(np.sin(turned) * np.exp(-time * chances.uniform(40, 75)), 0.003, 0.02)


def water() -> Wave:
    """Return a slow river against wood: a low wash, and bubbles."""
    chances, seconds = dice("water"), 30.0
    ring = 0.55 * hiss(chances, seconds, band(160, 620, 2)) * swell(chances, seconds, 1.6, 0.3)
    ring += 0.3 * hiss(chances, seconds, band(60, 200, 2)) * swell(chances, seconds, 3.0, 0.4)
    for at in np.cumsum(chances.exponential(0.1, 700)):
        if at < seconds:
            put(ring, 1.5 * chances.uniform(0.1, 1) ** 2 * _drop(chances, 330, 1150), at)
    return shaped(ring, band(60, 2200, 2))


def shore() -> Wave:
    """Return tidal water at a slip: small waves that come and draw back, and now and then a line against a mast."""
    chances, seconds = dice("shore"), 33.0
    ring = 0.25 * hiss(chances, seconds, band(90, 420, 2)) * swell(chances, seconds, 3.0, 0.4)
    at = 0.8
    while at < seconds - 2:
        wave = hiss(chances, 5.2, band(180, chances.uniform(800, 1500), 2))
        put(ring, chances.uniform(0.45, 0.9) * eased(wave, chances.uniform(1.2, 1.9), 3.2), at)
        at += chances.uniform(3.4, 5.0)
    time = times(0.7)
    for at in (6.4, 6.9, 17.8, 27.1, 27.5):
        struck = sum(
            np.sin(2 * np.pi * hz * time) * np.exp(-time * dies) for hz, dies in ((940, 11), (1530, 17), (2490, 30))
        )
        put(ring, 0.16 * chances.uniform(0.5, 1) * eased(struck, 0.004, 0.1), at)
    return roomy(shaped(ring, band(60, 3200, 1)), chances, 1.0, 0.12)


def wind() -> Wave:
    """Return wind around a house: gusts that are slow, and a high voice in them that is never quite a note."""
    chances, seconds = dice("wind"), 32.0
    gusts = swell(chances, seconds, 2.6, 0.12)
    ring = hiss(chances, seconds, band(70, 300, 2)) * gusts
    for low, high in ((360, 520), (560, 760)):
        ring += 0.34 * hiss(chances, seconds, band(low, high, 4)) * gusts**2.5 * swell(chances, seconds, 1.8, 0.1)
    return ring


def rain() -> Wave:
    """Return rain on a window: a soft hiss, and drops on the pane and on the sill."""
    chances, seconds = dice("rain"), 30.0
    ring = 0.30 * hiss(chances, seconds, band(700, 2600, 1)) * swell(chances, seconds, 3.0, 0.55)
    ring += 0.30 * hiss(chances, seconds, band(60, 220, 2))
    for at in np.cumsum(chances.exponential(0.028, 2200)):
        if at < seconds:
            time = times(0.03)
            tap = np.sin(2 * np.pi * chances.uniform(900, 3000) * time) * np.exp(-time * chances.uniform(170, 420))
            put(ring, 2.6 * chances.uniform(0.15, 1) ** 3 * eased(tap, 0.001, 0.008), at)
    return shaped(ring, band(60, 4200, 1))


def people() -> Wave:
    """Return a small room where others eat and talk: voices without words, and a cup now and then."""
    chances, seconds = dice("people"), 34.0
    ring = 0.05 * _air("people", seconds, 60, 400)
    for _voice in range(6):
        ring += _murmur(chances, seconds)
    for at in np.cumsum(chances.uniform(2.2, 5.5, 12)):
        if at < seconds - 0.5:
            put(ring, 0.10 * chances.uniform(0.3, 1) * _cup(chances), at)
    return roomy(shaped(ring, band(90, 2400, 1)), chances, 0.7, 0.35)


def _murmur(chances: np.random.Generator, seconds: float) -> Wave:
    """Return one voice across a room: a buzz that rises and falls, in syllables and in sentences."""
    tone = chances.uniform(95, 210)
    drift = 1 + 0.34 * (swell(chances, seconds, 0.7, 0.0) - 0.5)
    turned = 2 * np.pi * np.cumsum(tone * drift) / RATE
    buzz = sum(np.sin(number * turned) / number**1.15 for number in range(1, 14))
    vowels = sum(
        shaped(buzz, band(hz * 0.82, hz * 1.2, 3)) * swell(chances, seconds, 0.28, 0.0)
        for hz in (chances.uniform(380, 620), chances.uniform(850, 1300), chances.uniform(1500, 2100))
    )
    syllables = swell(chances, seconds, 0.24, 0.0) ** 2
    sentences = np.clip(4 * swell(chances, seconds, 1.8, 0.0) - 1.7, 0, 1)
    return chances.uniform(0.35, 0.8) * vowels * syllables * sentences


def _cup(chances: np.random.Generator) -> Wave:
    time, hz = times(0.35), chances.uniform(1900, 2900)
    struck = np.sin(2 * np.pi * hz * time) + 0.5 * np.sin(2 * np.pi * hz * 1.52 * time)
    return eased(struck * np.exp(-time * 24), 0.002, 0.08)


def station() -> Wave:
    """Return a platform in the open: air under a roof, wires that hum, and far off a train that does not stop here."""
    chances, seconds = dice("station"), 36.0
    ring = _air("station", seconds, 50, 420) * swell(chances, seconds, 3.0, 0.55)
    time = times(seconds)
    for note, loud in (("g2", 0.10), ("d3", 0.06)):
        hz = round(pitch(note) * seconds) / seconds
        ring += loud * np.sin(2 * np.pi * hz * time) * swell(chances, seconds, 3.5, 0.1)
    train = hiss(chances, 17.0, band(45, 260, 2))
    joints = 0.75 + 0.25 * np.clip(np.sin(2 * np.pi * times(17.0) * 1.6), 0, 1) ** 6
    put(ring, 1.1 * eased(train * joints, 7.5, 8.5), 12.0)
    return roomy(ring, chances, 1.6, 0.25)


PLACES: dict[str, tuple[Callable[[], Wave], float]] = {
    "room": (room, -35.0),
    "kitchen": (kitchen, -34.0),
    "water": (water, -33.0),
    "shore": (shore, -33.0),
    "wind": (wind, -33.0),
    "rain": (rain, -33.0),
    "people": (people, -35.0),
    "station": (station, -33.0),
}
"""Each room tone, and how loud it is, in LUFS: well below the music, and below a voice that reads."""
