"""What a window lets be heard: by its settings, by whoever speaks, and by the window in front."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pygame
import pytest

from game.settings import Settings
from game.window import commands as c
from game.window.app import App
from game.window.commands import Command
from game.window.heard import LOWERED
from game.window.layout import Layout
from game.window.senses import Senses
from game.window.sound import Heard
from game.window.speech import Speech
from game.window.stack import Stack
from tests.desks import FakeSounds
from tests.mouths import FakeSpeaker
from tests.stage import StageHost, look
from tests.unseen import unseen


@pytest.fixture
def sounds() -> FakeSounds:
    """Sounds that only write down."""
    return FakeSounds()


def heard(sounds: FakeSounds, settings: Settings, senses: Senses | None = None) -> Heard:
    """Return what is heard at the title."""
    senses = senses or Senses()
    senses.sounds = sounds
    stack = Stack(StageHost(settings))
    senses.hear(stack.air, stack.layout(look()), None, settings)
    return sounds.heard[-1]


def test_each_volume_is_its_own(sounds: FakeSounds) -> None:
    """And the usual ones are quiet: music at sixty per cent, on files that are quiet themselves."""
    assert heard(sounds, Settings()) == Heard("evening", "", 0.6, 0.4, 1.0)
    assert heard(sounds, Settings(music=20, room_tone=0)) == Heard("evening", "", 0.2, 0.0, 1.0)
    assert heard(sounds, Settings(sound=False)).silent


def test_whoever_speaks_is_not_talked_over(sounds: FakeSounds) -> None:
    """The game's own voice while it speaks; a screen reader all the time, since nobody knows when it does."""
    senses = Senses()
    senses.speech = Speech(FakeSpeaker())
    settings = Settings(voice=True)
    assert heard(sounds, settings, senses).share == 1.0
    senses.follow(Stack(StageHost(settings)).layout(look()), None, settings)
    assert heard(sounds, settings, senses).share == LOWERED
    senses.hush()
    assert heard(sounds, settings, senses).share == 1.0
    assert heard(sounds, Settings(screen_reader=True)).share == LOWERED


def test_behind_another_window_it_is_silent_unless_asked_for(sounds: FakeSounds) -> None:
    """And comes back with the window."""
    senses = Senses()
    senses.focus(focused=False)
    assert heard(sounds, Settings(), senses).silent
    assert heard(sounds, Settings(sound_away=True), senses).share == 1.0
    senses.focus(focused=True)
    assert heard(sounds, Settings(), senses).share == 1.0


def test_small_sounds_follow_the_switch_and_their_volume(sounds: FakeSounds) -> None:
    """With what was just done, once."""
    senses, stack = Senses(), Stack(StageHost())
    senses.sounds = sounds

    def step(settings: Settings) -> Layout:
        layout = stack.layout(look())
        stack.settle(layout)
        senses.hear(stack.air, layout, Command(c.NEXT), settings)
        stack.answer(layout, Command(c.NEXT))
        return layout

    settings = Settings(volume=40)
    step(settings)
    step(settings)
    assert sounds.signs == [("move", 0.4)]
    quiet = replace(settings, sound=False)
    step(quiet)
    step(quiet)
    assert len(sounds.signs) == 1


def test_a_trouble_is_told_once_it_is_there(sounds: FakeSounds) -> None:
    """The settings are laid out anew then, and not before."""
    senses, settings, stack = Senses(), Settings(), Stack(StageHost())
    senses.sounds = sounds
    layout = stack.layout(look())
    assert not senses.hear(stack.air, layout, None, settings)
    assert not senses.troubles
    sounds.trouble = "No sound device answers."
    assert senses.hear(stack.air, layout, None, settings)
    assert senses.troubles == ("No sound device answers.",)
    assert not senses.hear(stack.air, layout, None, settings)


class TestApp:
    """The loop itself, with real events."""

    @pytest.fixture
    def app(self, monkeypatch: pytest.MonkeyPatch, sounds: FakeSounds) -> Iterator[App]:
        """A window that nobody sees, after its first frame."""
        with unseen(monkeypatch, StageHost()) as app:
            app.senses.sounds = sounds
            yield app

    def test_a_play_is_heard_from_the_title_on(self, app: App, sounds: FakeSounds) -> None:
        """The music changes where the play begins; a key is heard; another window in front is silence."""

        def post(kind: int, **values: object) -> None:
            pygame.event.post(pygame.event.Event(kind, values))
            app.tick()

        app.tick()
        assert sounds.heard[-1].music == "evening"
        post(pygame.KEYDOWN, key=pygame.K_DOWN, mod=0, unicode="")
        assert sounds.signs == [("move", 0.7)]
        post(pygame.WINDOWFOCUSLOST)
        assert sounds.heard[-1].silent
        post(pygame.WINDOWFOCUSGAINED)
        assert not sounds.heard[-1].silent
        post(pygame.KEYDOWN, key=pygame.K_u, mod=0, unicode="u")
        assert sounds.heard[-1].silent
        assert not app.host.settings.sound

    def test_before_the_first_frame_nothing_sounds(self, monkeypatch: pytest.MonkeyPatch, sounds: FakeSounds) -> None:
        """So the window comes up as fast as without."""
        with unseen(monkeypatch, StageHost()) as app:
            app.senses.sounds = sounds
            app.draw()
            assert sounds.heard == []
