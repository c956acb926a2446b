"""The speaker: a thread that says the latest, stops at once, and tells in a sentence why it is silent."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from game.settings import Settings
from game.window import commands as c
from game.window.commands import Command
from game.window.speaker import Speaker
from game.window.speech import Speech
from game.window.stack import Stack
from tests.mouths import FakeMouth, FakeSpeaker, until
from tests.stage import StageHost, look


def test_words_are_said_on_a_thread_of_their_own() -> None:
    """So no frame waits for a voice; and it ends when the speaker is closed."""
    mouth = FakeMouth()
    speaker = Speaker(lambda: mouth)
    speaker.say("One.", 50)
    until(lambda: mouth.said == [("One.", 50)])
    assert mouth.threads == {"voice"}
    speaker.close()
    assert "voice" not in {thread.name for thread in threading.enumerate()}
    assert mouth.hushed == 1


def test_words_are_said_as_loud_as_it_is_set() -> None:
    """A volume of its own, apart from that of music and sounds."""
    mouth = FakeMouth()
    speech, settings = Speech(Speaker(lambda: mouth)), Settings(voice=True, voice_volume=30)
    speech.follow(Stack(StageHost(settings)).layout(look()), None, settings)
    until(lambda: mouth.loud == 30)
    speech.close()


def test_of_what_waits_only_the_latest_is_said() -> None:
    """Somebody who moves on quickly hears where they are, and not where they were."""
    mouth = FakeMouth()
    speaker = Speaker(lambda: mouth)
    with mouth.busy:
        speaker.say("One.", 50)
        until(lambda: mouth.asked)
        speaker.say("Two.", 50)
        speaker.say("Three.", 50)
    until(lambda: len(mouth.said) == 2)
    assert [words for words, _speed in mouth.said] == ["One.", "Three."]
    speaker.close()


def test_before_there_is_anything_to_say_nothing_is_opened() -> None:
    """Falling silent and closing need no voice."""
    speaker = Speaker(lambda: pytest.fail("opened"))
    speaker.hush()
    speaker.close()
    assert speaker.trouble is None


def test_a_missing_library_is_told() -> None:
    """With what to install; and it stays told when somebody presses a key."""

    def absent() -> FakeMouth:
        raise ImportError("prism")

    speaker = Speaker(absent)
    speaker.say("One.", 50)
    until(lambda: speaker.trouble)
    assert "me-and-we[voice]" in (speaker.trouble or "")
    speaker.hush()
    until(speaker._jobs.empty)
    speaker.close()
    assert "me-and-we[voice]" in (speaker.trouble or "")


def test_a_voice_that_is_gone_is_looked_for_again() -> None:
    """A screen reader that was started anew speaks as before."""
    mouths = [FakeMouth(), FakeMouth()]
    mouths[0].broken = True
    left = iter(mouths)
    speaker = Speaker(lambda: next(left))
    speaker.say("One.", 50)
    until(lambda: speaker.trouble)
    assert "No screen reader" in (speaker.trouble or "")
    speaker.say("Two.", 50)
    until(lambda: mouths[1].said)
    until(lambda: speaker.trouble is None)
    speaker.close()


def test_speech_follows_the_settings() -> None:
    """Nothing while the voice is off; everything when it is switched on; a last word when it is switched off."""
    stack, speaker = Stack(StageHost()), FakeSpeaker()
    speech = Speech(speaker)
    layout = stack.layout(look())
    speech.follow(layout, None, Settings())
    assert not speaker.said
    on = Settings(voice=True, voice_speed=80)
    speech.follow(layout, Command(c.VOICE), on)
    assert speaker.said[0].startswith("80: The voice is on.")
    assert "\nMe & We.\n" in speaker.said[0]
    speech.follow(layout, None, on)
    assert len(speaker.said) == 1
    speech.follow(layout, Command(c.VOICE), replace(on, voice=False))
    assert speaker.said[1:] == ["80: The voice is off."]


def test_what_is_said_ends_in_a_stop() -> None:
    """So that a voice parts it from what follows; what ends in one, even within quotation marks, has it already."""
    stack, speaker = Stack(StageHost()), FakeSpeaker()
    Speech(speaker).follow(stack.layout(look()), None, Settings(voice=True))
    lines = speaker.said[0].splitlines()
    assert all(line.endswith(".") and not line.endswith("..") for line in lines)


def test_trouble_is_told_once() -> None:
    """It is passed on when it comes, and taken back when the voice is switched off."""
    stack, speaker = Stack(StageHost()), FakeSpeaker()
    speech, layout = Speech(speaker), stack.layout(look())
    speech.follow(layout, None, Settings(voice=True))
    speaker.trouble = "No voice."
    assert speech.follow(layout, None, Settings(voice=True))
    assert speech.trouble == "No voice."
    assert not speech.follow(layout, None, Settings(voice=True))
    assert speech.follow(layout, None, Settings())
    assert speech.trouble is None
