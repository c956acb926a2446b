"""Sounds: a thread that lets music and tone come and go, and is silent without trouble where there is no device."""

from __future__ import annotations

import threading
import time
from itertools import pairwise

import pygame
import pytest

from game.window import mixer
from game.window.heard import MUSIC as PIECES
from game.window.heard import SIGNS, TONES
from game.window.mixer import Mixer
from game.window.sound import MUSIC, TONE, Heard, Sounds
from game.window.strand import FADE, STEP, Strand
from tests.desks import FakeDesk, settled
from tests.mouths import until

QUIET = Heard("evening", "rain", 0.5, 0.4, 1.0)


def steps(strand: Strand, seconds: float) -> list[str]:
    """Take the steps of so many seconds; returns what began."""
    return [begun for _step in range(round(seconds / STEP)) if (begun := strand.step())]


class TestStrand:
    """How one strand fades, step by step."""

    def test_it_comes_slowly_and_then_rests(self) -> None:
        """Never louder than asked for, never quieter than a step before."""
        strand = Strand()
        strand.aim("rain", 0.4, 1.0)
        assert not strand.rests
        levels = []
        begun = []
        while not strand.rests:
            begun.append(strand.step())
            levels.append(strand.level)
        assert [each for each in begun if each] == ["rain"]
        assert levels == sorted(levels)
        assert levels[-1] == pytest.approx(0.4)
        assert len(levels) * STEP == pytest.approx(FADE, rel=0.1)
        assert max(b - a for a, b in pairwise(levels)) < 0.4 * 0.06

    def test_another_sound_begins_when_the_one_before_has_gone(self) -> None:
        """There is a breath of silence between two places."""
        strand = Strand()
        strand.aim("rain", 0.4, 1.0)
        steps(strand, 2)
        strand.aim("water", 0.4, 1.0)
        assert steps(strand, FADE - 2 * STEP) == []
        assert strand.name == "rain"
        assert steps(strand, 2 * FADE) == ["water"]
        assert strand.level == pytest.approx(0.4)

    def test_the_same_sound_goes_on(self) -> None:
        """After a pause, or a look into another window, it is not begun anew."""
        strand = Strand()
        strand.aim("rain", 0.4, 1.0)
        steps(strand, 2)
        strand.aim("rain", 0.4, 0.0)
        steps(strand, 2)
        assert strand.level == 0
        assert strand.rests
        strand.aim("rain", 0.4, 1.0)
        assert steps(strand, 2) == []
        assert strand.level == pytest.approx(0.4)

    def test_a_volume_holds_at_once_and_none_fades(self) -> None:
        """Whoever steps through volumes hears each; the last step to nothing is no click."""
        strand = Strand()
        strand.aim("rain", 0.4, 1.0)
        steps(strand, 2)
        strand.aim("rain", 0.8, 1.0)
        assert strand.level == pytest.approx(0.8)
        strand.aim("rain", 0.0, 1.0)
        assert strand.level == pytest.approx(0.8)
        steps(strand, 2)
        assert strand.level == 0

    def test_silence_asked_for_rests(self) -> None:
        """The thread need not wake for nothing."""
        strand = Strand()
        strand.aim("", 0.5, 1.0)
        assert strand.rests

    def test_what_cannot_be_had_is_not_tried_for_ever(self) -> None:
        """It is given up, and another sound can follow."""
        strand = Strand()
        strand.aim("rain", 0.4, 1.0)
        assert steps(strand, STEP) == ["rain"]
        strand.lost()
        assert strand.rests
        strand.aim("rain", 0.4, 1.0)
        assert strand.rests
        strand.aim("water", 0.4, 1.0)
        assert steps(strand, 2) == ["water"]


def test_music_and_tone_come_on_a_thread_of_their_own() -> None:
    """So no frame waits for a file or a device; and it ends when the sounds are closed."""
    desk = FakeDesk()
    sounds = Sounds(lambda: desk)
    sounds.hear(QUIET)
    settled(desk, MUSIC, 0.5)
    settled(desk, TONE, 0.4)
    assert desk.begun == ["evening", "rain"]
    assert desk.threads == {"sound"}
    sounds.close()
    assert desk.closed
    assert "sound" not in {thread.name for thread in threading.enumerate()}


def test_where_nothing_changes_the_thread_sleeps() -> None:
    """It costs nothing to read for an hour."""
    desk = FakeDesk()
    sounds = Sounds(lambda: desk)
    sounds.hear(QUIET)
    settled(desk, MUSIC, 0.5)
    settled(desk, TONE, 0.4)
    time.sleep(3 * STEP)
    before = len(desk.levels[MUSIC])
    sounds.hear(QUIET)
    time.sleep(4 * STEP)
    assert len(desk.levels[MUSIC]) == before
    sounds.close()


def test_before_there_is_anything_to_hear_nothing_is_opened() -> None:
    """Whoever wants silence has no device opened, and no thread."""
    sounds = Sounds(lambda: pytest.fail("opened"))
    for silent in (Heard(), QUIET._replace(share=0.0), QUIET._replace(music_loud=0.0, tone_loud=0.0)):
        sounds.hear(silent)
    sounds.sign("page", 0.0)
    sounds.close()
    assert sounds.trouble is None


def test_no_device_is_silence() -> None:
    """It is tried once, said in a sentence, and not tried again; leaving does not wait."""
    tried: list[None] = []

    def failing() -> FakeDesk:
        tried.append(None)
        raise OSError("no device")

    sounds = Sounds(failing)
    sounds.hear(QUIET)
    sounds.sign("page", 0.5)
    until(lambda: sounds.trouble)
    sounds.hear(QUIET._replace(tone="water"))
    begin = time.monotonic()
    sounds.close()
    assert time.monotonic() - begin < 1
    assert len(tried) == 1
    assert sounds.trouble
    assert "No sound device" in sounds.trouble


def test_a_device_that_goes_is_silence() -> None:
    """Headphones that were pulled out."""
    desk = FakeDesk()
    sounds = Sounds(lambda: desk)
    sounds.hear(QUIET)
    settled(desk, MUSIC, 0.5)
    desk.gone = True
    sounds.hear(QUIET._replace(share=0.5))
    until(lambda: sounds.trouble)
    sounds.close()


def test_a_broken_file_is_left_out() -> None:
    """It is named in a sentence, and everything else is heard."""
    desk = FakeDesk("evening", "page")
    sounds = Sounds(lambda: desk)
    sounds.hear(QUIET)
    sounds.sign("page", 0.5)
    sounds.sign("pick", 0.5)
    settled(desk, TONE, 0.4)
    until(lambda: desk.signs == [("pick", 0.5)])
    until(lambda: sounds.trouble)
    assert sounds.trouble
    assert "could not be played" in sounds.trouble
    sounds.close()
    assert desk.begun == ["rain"]


class TestMixer:
    """pygame's own mixer, with a device that only counts samples."""

    @pytest.fixture(autouse=True)
    def dummy(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A driver that is nobody's."""
        monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")

    def test_everything_shipped_can_be_played(self) -> None:
        """Music streams, tone loops, small sounds come between."""
        desk = Mixer()
        try:
            for name in PIECES:
                desk.begin(MUSIC, name)
                assert pygame.mixer.music.get_busy()
            for name in TONES:
                desk.begin(TONE, name)
                assert pygame.mixer.Channel(0).get_busy()
            for name in SIGNS:
                desk.sign(name, 0.3)
            assert pygame.mixer.Channel(2).get_busy()
        finally:
            desk.close()

    def test_what_is_as_quiet_as_nothing_stands_still(self) -> None:
        """Music that nobody hears is not decoded, and goes on from where it was."""
        desk = Mixer()
        try:
            desk.begin(MUSIC, "evening")
            desk.level(MUSIC, 0.0)
            assert not pygame.mixer.music.get_busy()
            desk.level(MUSIC, 0.2)
            assert pygame.mixer.music.get_busy()
        finally:
            desk.close()

    def test_a_file_that_is_not_there_is_an_os_error(self) -> None:
        """And so is a device that cannot be had."""
        desk = Mixer()
        try:
            for strand in (MUSIC, TONE):
                with pytest.raises(OSError, match=r".+"):
                    desk.begin(strand, "no_such_sound")
            with pytest.raises(OSError, match=r".+"):
                desk.sign("no_such_sound", 1.0)
        finally:
            desk.close()

    def test_a_driver_that_does_not_exist_is_an_os_error(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """As where SDL was built without the one that is asked for."""
        monkeypatch.setenv("SDL_AUDIODRIVER", "no such driver")
        with pytest.raises(OSError, match=r".+"):
            Mixer()

    def test_where_linux_has_no_device_none_is_tried(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Its library would complain on the terminal."""
        monkeypatch.setattr(mixer, "_likely", lambda: False)
        monkeypatch.setattr(pygame.mixer, "init", lambda *_, **__: pytest.fail("tried"))
        with pytest.raises(OSError, match="no sound device"):
            Mixer()

    def test_a_window_s_sounds_are_heard(self) -> None:
        """The real thread with the real mixer, from silence to music and back."""
        sounds = Sounds()
        sounds.hear(QUIET)
        until(lambda: pygame.mixer.get_init() and pygame.mixer.music.get_busy())
        sounds.close()
        assert sounds.trouble is None
        assert pygame.mixer.get_init() is None
