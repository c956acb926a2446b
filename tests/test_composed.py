"""The sounds as they are composed: the same each time, as loud as declared, and what the shipped files hold.

Needs numpy (the extra `sounds`).
"""

from __future__ import annotations

import math
import os
from collections.abc import Iterator

import pygame
import pytest

from game.settings import Settings
from game.shipped import ASSETS
from game.window.heard import MUSIC, SIGNS, TONES

numpy = pytest.importorskip("numpy")

from sounds.__main__ import composed  # noqa: E402  # only where numpy is
from sounds.pieces import PIECES  # noqa: E402
from sounds.places import PLACES  # noqa: E402
from sounds.signs import SIGNS as COMPOSED_SIGNS  # noqa: E402
from sounds.waves import RATE, at_loudness, loudness, times  # noqa: E402

QUICK = ("kitchen", "rain", *SIGNS)
"""Sounds that are composed within a second or two."""


@pytest.fixture(scope="module")
def mixer() -> Iterator[None]:
    """A device that only counts samples."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "SDL_AUDIODRIVER", "dummy")
        pygame.mixer.init(RATE, -16, 1, allowedchanges=0)
        yield
        pygame.mixer.quit()


def alike(name: str) -> float:
    """Return how like a shipped file is to what is composed: 1 for the same, 0 for nothing in common."""
    data = pygame.mixer.Sound(str(ASSETS / "sounds" / f"{name}.ogg")).get_raw()
    shipped, made = numpy.frombuffer(data, "<i2") / 32_768, composed(name)
    assert len(shipped) == len(made)
    return float(numpy.dot(shipped, made) / numpy.sqrt(numpy.dot(shipped, shipped) * numpy.dot(made, made)))


def test_what_is_composed_is_what_the_game_declares() -> None:
    """By the same names."""
    assert (set(PIECES), set(PLACES), set(COMPOSED_SIGNS)) == (set(MUSIC), set(TONES), set(SIGNS))


@pytest.mark.parametrize("name", ["line", "page", "kitchen"])
def test_the_same_is_composed_each_time(name: str) -> None:
    """Sample by sample: chance is seeded by the name."""
    assert numpy.array_equal(composed(name), composed(name))


@pytest.mark.usefixtures("mixer")
@pytest.mark.parametrize("name", QUICK)
def test_the_shipped_files_are_what_is_composed(name: str) -> None:
    """But for what Vorbis leaves out."""
    assert alike(name) > 0.9


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.usefixtures("mixer")
@pytest.mark.parametrize("name", sorted({*MUSIC, *TONES} - {*QUICK}))
def test_the_long_files_are_what_is_composed(name: str) -> None:
    """The same for those that take some seconds each."""
    assert alike(name) > 0.9


def test_loudness_is_measured_as_broadcasters_do() -> None:
    """A sine of 997 Hz at full scale is -3.01 LUFS (BS.1770), and silence around it changes nothing."""
    tone = numpy.sin(2 * numpy.pi * 997 * times(3))
    assert loudness(tone) == pytest.approx(-3.01, abs=0.05)
    assert loudness(numpy.concatenate([tone, numpy.zeros(10 * RATE)])) == pytest.approx(-3.01, abs=0.4)
    assert loudness(at_loudness(tone, -30)) == pytest.approx(-30, abs=0.01)


def test_music_is_quiet_and_tones_are_quieter() -> None:
    """-28 to -34 LUFS, where speech on the radio has -23."""
    assert all(-34 <= lufs <= -28 for _made, lufs in PIECES.values())
    usual = Settings()
    softest = min(lufs for _made, lufs in PIECES.values()) + 20 * math.log10(usual.music / 100)
    assert max(lufs for _made, lufs in PLACES.values()) + 20 * math.log10(usual.room_tone / 100) <= softest - 2
