"""Promises 14 and 16: the same answers come to the same ending everywhere, and a clock changes nothing but a label."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import time
from datetime import UTC, datetime, tzinfo
from pathlib import Path

import pytest

from game import keeper
from game.library import Library
from game.runs.places import places
from game.runs.store import Store
from game.terminal.console import Console
from game.terminal.read import Reading
from tests.trust.watch import ROOT

LOCALES: dict[str, dict[str, str]] = {
    "UTF-8": {"LC_ALL": "C.UTF-8"},
    "C, no UTF-8": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "cp437": {"LC_ALL": "C", "PYTHONIOENCODING": "cp437", "PYTHONUTF8": "0"},
    "cp1252": {"LC_ALL": "C", "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
    "latin-1": {"LC_ALL": "C", "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"},
    "Turkish": {"LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"},
}


def came(first: int, count: int, seed: int, place: dict[str, str]) -> str:
    """Return the checksum of the plays from number `first` on, in a process with this hash seed and locale."""
    environment = {**os.environ, **place, "PYTHONHASHSEED": str(seed)}
    command = [sys.executable, "-m", "tests.trust.playing", str(first), str(count)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)  # noqa: S603  # our own
    return done.stdout.decode("ascii")


def test_the_same_answers_come_to_the_same_ending() -> None:
    """Another hash seed, and a terminal without UTF-8: the same bytes."""
    assert came(0, 12, 0, LOCALES["UTF-8"]) == came(0, 12, 9, LOCALES["C, no UTF-8"])


@pytest.mark.slow
@pytest.mark.timeout(3_600)
@pytest.mark.parametrize("place", LOCALES)
def test_1_000_plays_come_to_the_same_ending_everywhere(place: str) -> None:
    """A thousand plays of the shipped stories in each locale, a hundred with each of ten hash seeds."""
    for seed in range(10):
        assert came(100 * seed, 100, seed + 1, LOCALES[place]) == came(100 * seed, 100, 0, LOCALES["UTF-8"])


class Clock(datetime):
    """A clock that says what it is told to."""

    says = datetime(2026, 1, 31, tzinfo=UTC)

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Clock:
        """Return what it says."""
        return cls.fromtimestamp(cls.says.timestamp(), tz)


CLOCKS = {
    "1970": [datetime(1970, 1, 1, tzinfo=UTC), datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC)],
    "2100": [datetime(2100, 12, 31, 23, 59, 59, tzinfo=UTC), datetime(2101, 1, 1, tzinfo=UTC)],
    "backwards": [datetime(2026, 6, 1, tzinfo=UTC), datetime(2001, 1, 1, tzinfo=UTC)],
    "standing still": [datetime(2026, 6, 1, tzinfo=UTC)] * 2,
}
ZONES = ("UTC", "Pacific/Kiritimati", "Etc/GMT+12", "XXX-99")


def played(library: Library, answers: str) -> str:
    """Begin a run, give answers at a prompt and leave; returns what was written."""
    play, out = library.start("flatmates", seed=1), io.StringIO()
    Reading(library, play, Console(io.StringIO(answers), out)).run()
    play.close()
    return out.getvalue()


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("clock", CLOCKS)
def test_a_clock_changes_nothing_but_a_label(
    clock: str, zone: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two runs are kept, listed in the order in which they were begun, and opened again, whatever time it is."""
    monkeypatch.setenv("ME_AND_WE_HOME", str(tmp_path))
    monkeypatch.setenv("TZ", zone)
    monkeypatch.setattr(keeper, "datetime", Clock)
    if hasattr(time, "tzset"):
        time.tzset()
    try:
        told = []
        for says in CLOCKS[clock]:
            monkeypatch.setattr(Clock, "says", says)
            told.append(played(Library(None), "1\n2\n"))
        assert told[0].replace("0001", "0002") == told[1]
        listed = Store(places().runs).list()
        assert [each.number for each in listed] == [2, 1]
        assert all(each.run and each.trouble is None for each in listed)
        cards = Library(None).runs()
        assert [card.number for card in cards] == [2, 1]
        assert cards[0].key == getattr(Library(None).latest(), "key", None)
        for card in cards:
            play = Library(None).resume(card.key)
            assert len(play.session.picks) == 2
            play.close()
        kept = [json.loads(file.read_bytes()) for file in sorted(places().runs.glob("*.json"))]
        assert [run["saved"][:4] for run in kept] == [f"{says.year:04}" for says in CLOCKS[clock]]
    finally:
        monkeypatch.undo()
        if hasattr(time, "tzset"):
            time.tzset()
