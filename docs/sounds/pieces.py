"""The three pieces of music. Each ends in a rest, so that it can come again without being noticed.

1. `evening`, at the title: two hands that answer each other.
2. `reading`, while a story is read: single notes far apart, without a tune that anybody could wait for.
3. `looking_back`, at the reveal: the tune of the evening, higher and slower, over chords without a third. Such a chord
   is neither glad nor sad: the music takes no side, whatever the year has come to.
"""

from __future__ import annotations

from collections.abc import Iterator

from sounds.strings import played, reeds
from sounds.waves import Wave, dice, put, roomy, shaped, silence

Notes = list[tuple[float, str, float, float]]

_EVENING_LEFT = """
d2 a2 e3 f#3 | b1 f#2 d3 a3*1 | d2 a2 f#3 a3 | g2 d3 a3 b3 | d2 a2 f#3*2 | a2 e3 b3*2
| g2 d3 b3*2 | f#2 d3 a3*2 | e2 b2 g3 d3 | a2 e3 d3*2 | b1 f#2 d3*2 | g2 d3 f#3*2
| d2 a2 e3 f#3 | g2 bb2 e3*2 | f#2 d3 a3*2 | e2 b2 g3*2 | a2 d3 e3 g3 | d2 a2 e3*2 | g2 d3 a3*2 | d2+a2 f#3*3
"""

_EVENING_RIGHT = """
.*4 | .*4 | f#4*1.5 e4*.5 d4*2 | .*1 b3 d4 e4 | f#4*1.5 g4*.5 a4*2 | .*2 e4*2
| .*1 b4 a4 g4 | f#4*3 e4 | d4*2 g4*2 | e4*4 | .*1 f#4 d4 c#4 | b3*2 a3*2
| .*2 f#4 a4 | g4*3 f#4 | e4*1.5 d4*.5 a4*2 | .*1 b4*1 g4 d4 | e4*4 | f#4*1.5 e4*.5 d4*2 | .*2 b3 a3 | .*2 a4*2
"""

_BACK_LOW = """
d2+a2*6 | g2+d3*6 | b1+f#2*6 | e2+b2*6 | d2+a2*6 | a1+e2*6 | g2+d3*6 | d2+a2*6 | e2+b2*6 | g2+d3*6 | a1+e2*6 | d2+a2*6
"""

_BACK_HIGH = """
.*2 a4*1.5 e4*.5 d5*2 | .*3 d4 a4*2 | .*2 f#4*1.5 b4*.5 e5*2 | .*4 b4*2 | .*2 a4*1.5 e5*.5 d5*2 | .*3 e4 b4*2
| .*2 d5*1.5 a4*.5 e4*2 | .*3 a3 e4*2 | .*2 e4*1.5 f#4*.5 b4*2 | .*3 d4 a4*2 | .*2 e4 b4 a4*2 | .*3 d4*1 e4*2
"""

_POOL = ("d4", "e4", "g4", "a4", "b4", "d5", "e5")
_GROUND = (("g2", "d3"), ("e2", "b2"), ("c3", "g3"), ("d2", "a2"), ("e2", "b2"), ("g2", "d3"))


def _voice(
    score: str, beat: float, strength: float, name: str, ring_on: float
) -> Iterator[tuple[float, str, float, float]]:
    """Yield the notes of a voice; each is a little early or late, softer or stronger, as by a hand."""
    chances, at = dice(name), 0.0
    for token in score.replace("|", " ").split():
        notes, _star, count = token.partition("*")
        lasts = float(count or 1) * beat
        for number, note in enumerate(each for each in notes.split("+") if each != "."):
            moved = chances.normal(0, 0.014) + 0.03 * number
            yield max(0.0, at + moved), note, strength * chances.uniform(0.82, 1.1), lasts + ring_on
        at += lasts


def evening() -> Wave:
    """Return the music of the title: 20 bars at 52 beats a minute, and a rest of four."""
    beat = 60 / 52
    length = float(round(96 * beat))  # whole seconds are quick to filter
    notes = [
        *_voice(_EVENING_LEFT, beat, 0.36, "evening left", 2.4),
        *_voice(_EVENING_RIGHT, beat, 0.52, "evening right", 1.6),
    ]
    ring = played(length, notes)
    for at, note, bars in ((8, "d3", 4), (24, "g3", 3), (36, "e3", 2), (48, "d3", 4), (64, "a2", 4)):
        put(ring, 0.020 * reeds(note, bars * 4 * beat), at * beat)
    return roomy(ring, dice("evening room"), 2.6, 0.26)


def reading() -> Wave:
    """Return the music of the pages: 115 seconds of single notes and breath, and a rest of 65."""
    chances, at, length = dice("reading"), 3.0, 180.0
    ring = silence(length)
    notes: Notes = []
    here = 3
    while at < 108:
        here = int(max(0, min(len(_POOL) - 1, here + chances.choice([-2, -1, 1, 2]))))
        notes.append((at, _POOL[here], chances.uniform(0.18, 0.30), 6.5))
        if chances.random() < 0.34:
            under = _GROUND[int(at // 19)][1]
            notes.append((at + chances.uniform(0.5, 1.1), under, 0.20, 7.0))
        at += chances.uniform(3.2, 6.4)
    ring += played(length, notes)
    for number, chord in enumerate(_GROUND):
        for note in chord:
            put(ring, 0.034 * reeds(note, 24.0, 7.0), number * 19)
    return roomy(ring, dice("reading room"), 3.4, 0.36, 2000)


def looking_back() -> Wave:
    """Return the music of the reveal: 12 bars of six beats at 46 a minute, and a rest of two."""
    beat = 60 / 46
    length = float(round(84 * beat))
    notes = [
        *_voice(_BACK_LOW, beat, 0.30, "back low", 1.2),
        *_voice(_BACK_HIGH, beat, 0.46, "back high", 2.8),
    ]
    ring = played(length, notes)
    for bar, chord in enumerate(("d3 a3", "g3 d4", "b2 f#3", "e3 b3", "d3 a3", "a2 e3") * 2):
        for note in chord.split():
            put(ring, 0.022 * reeds(note, 9 * beat, 4.0), bar * 6 * beat)
    return shaped(roomy(ring, dice("back room"), 3.6, 0.34, 2300), lambda hz: hz > 30)


PIECES = {"evening": (evening, -30.0), "reading": (reading, -34.0), "looking_back": (looking_back, -30.0)}
"""Each piece, and how loud it is, in LUFS; one of single notes has to be less, so that no note stands out."""
