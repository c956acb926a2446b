"""Sounds: quiet, made here, and nothing where there is no device."""

from __future__ import annotations

from array import array

import pygame
import pytest

from game.window import sound
from game.window.sound import LOUDEST, SHAPES, Sounds, samples


@pytest.mark.parametrize("name", SHAPES)
def test_sounds_are_quiet_and_end_in_silence(name: str) -> None:
    """Their loudest sample is a fifth of what a device can do; they begin and end without a click."""
    wave = array("h", samples(name))
    assert 0 < max(map(abs, wave)) <= round(32_767 * LOUDEST)
    assert abs(wave[0]) < 200
    assert max(map(abs, wave[-20:])) < 400


def test_no_device_is_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is tried once, said in a sentence, and not tried again."""
    tried: list[None] = []

    def failing(*_: object, **__: object) -> None:
        tried.append(None)
        raise pygame.error("no device")

    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    monkeypatch.setattr(pygame.mixer, "init", failing)
    sounds = Sounds()
    sounds.play(sound.PAGE, 50)
    sounds.play(sound.TAP, 50)
    assert len(tried) == 1
    assert sounds.trouble


def test_volume_nought_opens_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever wants silence has no device opened."""
    monkeypatch.setattr(pygame.mixer, "init", lambda *_, **__: pytest.fail("opened"))
    Sounds().play(sound.PAGE, 0)


def test_a_sound_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a device that only counts samples."""
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    sounds = Sounds()
    sounds.play(sound.PAGE, 70)
    assert sounds.trouble is None
    assert pygame.mixer.get_busy()
    pygame.mixer.quit()
