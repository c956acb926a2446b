"""Writes the sounds: `python -m sounds [NAME …]` in `docs/`; see the package."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import wave
from pathlib import Path
from typing import Final

import numpy as np

from sounds.pieces import PIECES
from sounds.places import PLACES
from sounds.signs import SIGNS
from sounds.waves import RATE, Wave, at_loudness, loudness

FOLDER: Final = Path(__file__).resolve().parents[2] / "assets" / "sounds"
QUALITY: Final = "0"
"""Of Vorbis: what is left out of sounds this dark nobody hears."""


def composed(name: str) -> Wave:
    """Return a finished sound by its name."""
    if name in SIGNS:
        made, loudest = SIGNS[name]
        wave_ = made()
        return wave_ * loudest / np.max(np.abs(wave_))
    made, lufs = {**PIECES, **PLACES}[name]
    return at_loudness(made(), lufs)


def keep(name: str, sound: Wave, folder: Path = FOLDER) -> Path:
    """Write a sound as Vorbis in Ogg, without a date or a name in it; the same sound gives the same bytes."""
    file = folder / f"{name}.ogg"
    samples = np.round(sound * 0x7F_FFFF).astype("<i4").view(np.uint8).reshape(-1, 4)[:, :3]
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "sound.wav"
        with wave.open(str(plain), "wb") as writing:
            writing.setnchannels(1)
            writing.setsampwidth(3)
            writing.setframerate(RATE)
            writing.writeframes(samples.tobytes())
        command = ["oggenc", "-Q", "-q", QUALITY, "--serial", "1", "-o", str(file), str(plain)]
        subprocess.run(command, check=True)  # noqa: S603  # our own words
    return file


def main(names: list[str]) -> None:
    """Write the sounds of these names, or all."""
    FOLDER.mkdir(exist_ok=True)
    for name in names or [*PIECES, *PLACES, *SIGNS]:
        sound = composed(name)
        file = keep(name, sound)
        told = f"{loudness(sound):6.1f} LUFS" if name not in SIGNS else " " * 11
        peak = 20 * np.log10(np.max(np.abs(sound)))
        print(f"{name:14} {len(sound) / RATE:6.1f} s {told} {peak:6.1f} dB {file.stat().st_size:8}")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
