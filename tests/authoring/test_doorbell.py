"""The doorbell, with ears of the test's own: what it does when hearing fails."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from game.authoring import doorbell
from game.authoring.doorbell import rings

HERE = Path("tea")


class Ears:
    """A watcher that hears, stumbles or breaks down, as it is told; `asked` tells how it was called."""

    def __init__(self, *heard: BaseException | int) -> None:
        self.heard = list(heard)
        self.asked: list[dict[str, Any]] = []

    def __call__(self, *_folders: Path, **how: object) -> Iterator[object]:
        """Hear as many things as the next number says, or fail."""
        self.asked.append(how)
        what = self.heard.pop(0)
        if isinstance(what, BaseException):
            raise what
        yield from range(what)


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doorbell, "BEAT", 0.001)


def rung(monkeypatch: pytest.MonkeyPatch, ears: Ears, count: int) -> None:
    """Let the bell ring so often."""
    monkeypatch.setattr(doorbell, "watch", ears)
    assert len(list(islice(rings(lambda: {HERE: (1, 2)}, Event()), count))) == count


def test_it_rings_whenever_something_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    """And once more where hearing comes to its end."""
    ears = Ears(3, 1)
    rung(monkeypatch, ears, 5)
    assert [how["force_polling"] for how in ears.asked] == [None, None]


@pytest.mark.parametrize("trouble", [OSError("no watches left"), RuntimeError("the watcher broke down")])
def test_where_nothing_can_be_heard_it_looks(monkeypatch: pytest.MonkeyPatch, trouble: Exception) -> None:
    """It goes on by looking at the folders again and again."""
    ears = Ears(trouble, 1, 1)
    rung(monkeypatch, ears, 4)
    assert [how["force_polling"] for how in ears.asked] == [None, True, True]


def test_a_folder_that_goes_as_it_is_listened_to_is_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    """An author may have just moved it; hearing is as good as before when it is back."""
    ears = Ears(FileNotFoundError(), 1)
    rung(monkeypatch, ears, 2)
    assert [how["force_polling"] for how in ears.asked] == [None, None]


def test_without_a_folder_it_rings_by_the_beat(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is nothing to listen to until one is there; another folder is listened to at once."""
    ears = Ears(5, 1)
    monkeypatch.setattr(doorbell, "watch", ears)
    there = iter([{}, {}, {HERE: (1, 2)}, {HERE: (3, 4)}, {HERE: (3, 4)}, {HERE: (3, 4)}])
    stop = Event()
    bell = rings(lambda: next(there), stop)
    assert len(list(islice(bell, 6))) == 6
    assert len(ears.asked) == 2
    stop.set()
    assert list(rings(lambda: next(there), stop)) == []
