"""The real thing, heard: a window, its voice through speech-dispatcher and espeak-ng, and a sound card that is none.

What was said is what speech-dispatcher writes into its log. Needs the extra `voice`, speech-dispatcher and espeak-ng,
Xvfb and xdotool.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from game.insight.reveal import reveal
from game.insight.why import explain
from game.library import Library
from game.settings import Settings, names_for
from game.window.prose import stretches
from tests.xserver import playing, settled

PROGRAMS = ("speech-dispatcher", "espeak-ng", "Xvfb", "xdotool")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(find_spec("prism") is None, reason="needs the extra `voice`"),
    pytest.mark.skipif(not all(map(shutil.which, PROGRAMS)), reason=f"needs {', '.join(PROGRAMS)}"),
]

STEPS, PAGES = 60, 12

PATIENCE = 60.0
"""Seconds until the first word: writing this log, espeak-ng takes some twelve to list its voices."""

DISPATCHER = """
LogLevel 5
AudioOutputMethod "alsa"
AddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"
DefaultModule espeak-ng
DisableAutoSpawn
"""

SILENT_CARD = "pcm.!default { type null }\nctl.!default { type null }\n"


class Said:
    """What speech-dispatcher was asked to say, and to stop saying."""

    def __init__(self, log: Path) -> None:
        self._log = log

    @property
    def words(self) -> list[str]:
        """All that it was to say, in order."""
        return re.findall(r"Queueing message \|(.*?)\| with priority", self._text, re.DOTALL)

    @property
    def stops(self) -> int:
        """How often it was asked to stop."""
        return self._text.count("DATA:|STOP SELF")

    def more(self, count: int) -> None:
        """Wait until more than so many things were said."""
        end = time.monotonic() + PATIENCE
        while len(self.words) <= count and time.monotonic() < end:
            time.sleep(0.05)
        assert len(self.words) > count, self.words[-1:]

    def until(self, words: str) -> None:
        """Wait until something with these words is said."""
        end = time.monotonic() + PATIENCE
        while not any(words in each for each in self.words) and time.monotonic() < end:
            time.sleep(0.1)
        assert any(words in each for each in self.words), self.words

    @property
    def _text(self) -> str:
        return self._log.read_text(encoding="utf-8", errors="replace") if self._log.exists() else ""


@pytest.fixture
def dispatcher(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Said]:
    """A speech-dispatcher of our own, that speaks to nobody."""
    own, logs, socket = tmp_path / "own", tmp_path / "logs", tmp_path / "speech.sock"
    shutil.copytree("/etc/speech-dispatcher/modules", own / "modules")
    logs.mkdir()
    (own / "speechd.conf").write_text(DISPATCHER)
    (own / "asound.conf").write_text(SILENT_CARD)
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(own / "asound.conf"))
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{socket}")
    places = ("-S", socket, "-C", own, "-L", logs, "-P", tmp_path / "pid")
    command = ["speech-dispatcher", "-s", "-t", "0", "-c", "unix_socket", *map(str, places)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as server:  # noqa: S603
        yield Said(logs / "speech-dispatcher.log")
        server.terminate()


@pytest.mark.timeout(600)
def test_a_whole_story_is_heard(dispatcher: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the eyes shut: each paragraph that the kept run tells, in its order, and then the ending and its why."""
    home = tmp_path / "home"
    monkeypatch.setenv("ME_AND_WE_HOME", str(home))
    settled(home, Settings(voice=True))
    with playing(home, "play", "six-evenings") as screen:
        dispatcher.more(0)
        for _step in range(STEPS):
            count = len(dispatcher.words)
            screen.press("Return")
            dispatcher.more(count)
            if screen.finished():
                break
        assert screen.finished()
        for key in ("Return", *["Right"] * PAGES):
            screen.press(key)
        time.sleep(1)
    library = Library()
    session = library.resume(library.runs()[0].key).session
    called = names_for(session.story, library.settings)
    meant = explain(session.story, reveal(session.story, session.picks), called)
    heard = "\n".join(dispatcher.words)
    prose = [block for stretch in stretches(session, called) for block in stretch.blocks]
    place = 0
    for words in (block.name or "".join(span.words for span in block.spans) for block in prose):
        assert words in heard[place:], words
        place = heard.index(words, place) + len(words)
    for words in (meant.heading, meant.voice, *(why.did for why in meant.moments), meant.question, meant.disclaimer):
        assert words in heard[place:], words


def test_the_title_is_heard(dispatcher: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After one key; then each line that the focus goes to, each silencing what was being said; and a farewell."""
    home = tmp_path / "home"
    monkeypatch.setenv("ME_AND_WE_HOME", str(home))
    settled(home)
    with playing(home) as screen:
        screen.press("v")
        dispatcher.until("The voice is on.")
        first = dispatcher.words[0]
        assert "Picture: A town house at dusk." in first
        assert "You are here: Begin a new year." in first
        stops = dispatcher.stops
        screen.press("Down")
        dispatcher.until("For a class.")
        assert dispatcher.words[1:] == ["For a class."]
        assert dispatcher.stops > stops
        screen.press("r")
        screen.press("v")
        dispatcher.until("The voice is off.")
        assert dispatcher.words[1:] == ["For a class.", "For a class.", "The voice is off."]
