"""The sound files that come with the game: what is declared, short, quiet, and closed to a ring."""

from __future__ import annotations

import math
import struct
from array import array
from collections.abc import Iterator
from itertools import pairwise

import pygame
import pytest

from game.shipped import ASSETS
from game.window.heard import MUSIC, SIGNS, TONES
from game.window.mixer import RATE

FOLDER = ASSETS / "sounds"
MOST_BYTES = 3_000_000
LENGTHS = {**dict.fromkeys(MUSIC, (60, 200)), **dict.fromkeys(TONES, (20, 40)), **dict.fromkeys(SIGNS, (0.02, 2))}
"""Seconds that each may last."""

LOUDEST = 0.7079
"""The loudest sample, as a share of what a file can hold: -3 dB."""


@pytest.fixture(scope="module")
def mixer() -> Iterator[None]:
    """A device that only counts samples."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SDL_AUDIODRIVER", "dummy")
        pygame.mixer.init(RATE, -16, 1, allowedchanges=0)
        yield
        pygame.mixer.quit()


def samples(name: str) -> array[int]:
    """Return a file's samples, -32768 to 32767."""
    return array("h", pygame.mixer.Sound(str(FOLDER / f"{name}.ogg")).get_raw())


def level(wave: array[int]) -> float:
    """Return how strong a wave is: the root of the mean square, as a share of what a file can hold."""
    return math.sqrt(sum(each * each for each in wave) / len(wave)) / 32_768


def peak(wave: array[int]) -> float:
    """Return the strongest sample, as a share of what a file can hold."""
    highest, lowest = max(wave), min(wave)
    return max(highest, -lowest) / 32_768


def test_what_is_declared_lies_there_and_nothing_else() -> None:
    """So no sound is missing, and none is carried along for nothing."""
    assert {file.name for file in FOLDER.iterdir()} == {f"{name}.ogg" for name in (*MUSIC, *TONES, *SIGNS)}


def test_together_they_are_small() -> None:
    """A game of words does not weigh more for what is heard."""
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) <= MOST_BYTES


@pytest.mark.parametrize("name", LENGTHS)
def test_each_is_vorbis_in_one_channel(name: str) -> None:
    """As the mixer plays it without a conversion."""
    head = (FOLDER / f"{name}.ogg").read_bytes()[:64]
    assert head.startswith(b"OggS")
    at = head.index(b"\x01vorbis") + 7
    assert struct.unpack_from("<IBI", head, at) == (0, 1, RATE)


@pytest.mark.usefixtures("mixer")
class TestSamples:
    """What is in them."""

    @pytest.mark.parametrize("name", LENGTHS)
    def test_each_is_short_and_never_loud(self, name: str) -> None:
        """Short enough to be held, and with room above the loudest sample; and there is something to hear."""
        wave = samples(name)
        shortest, longest = LENGTHS[name]
        assert shortest <= len(wave) / RATE <= longest
        assert 0.01 < peak(wave) <= LOUDEST

    @pytest.mark.parametrize("name", [*MUSIC, *TONES])
    def test_each_ring_closes_without_a_click(self, name: str) -> None:
        """From the last sample to the first it is no further than between others, and neither end stands out."""
        wave = samples(name)
        steps = sorted(abs(one - two) for one, two in pairwise(wave[:64_000]))
        usual = steps[len(steps) * 999 // 1000] + 40
        assert abs(wave[0] - wave[-1]) <= usual
        whole = level(wave[::7])
        for edge in (wave[: RATE // 20], wave[-RATE // 20 :]):
            assert level(edge) <= 3.2 * whole

    @pytest.mark.parametrize("name", MUSIC)
    def test_music_ends_in_a_rest(self, name: str) -> None:
        """Nobody hears the same bars without a pause between."""
        assert level(samples(name)[-4 * RATE :]) < 0.001

    @pytest.mark.parametrize("name", TONES)
    def test_a_tone_has_nothing_to_wait_for(self, name: str) -> None:
        """No second of it stands out from the others by more than 10 dB."""
        wave = samples(name)
        seconds = [level(wave[start : start + RATE : 5]) for start in range(0, len(wave) - RATE, RATE)]
        usual = sorted(seconds)[len(seconds) // 2]
        assert max(seconds) < 3.2 * usual

    @pytest.mark.parametrize("name", SIGNS)
    def test_a_small_sound_begins_and_ends_in_silence(self, name: str) -> None:
        """Without a click, and quieter than a fifth of what a file can hold."""
        wave = samples(name)
        assert peak(wave) < 0.2
        assert abs(wave[0]) < 200
        assert max(map(abs, wave[-20:])) < 400
