"""A window that nobody sees, for tests that need the loop itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pygame
import pytest

from game.host import Play
from game.window.app import App
from tests.desks import FakeSounds
from tests.stage import StageHost


@contextmanager
def unseen(monkeypatch: pytest.MonkeyPatch, host: StageHost, play: Play | None = None) -> Iterator[App]:
    """Open the window on a display that nobody has, after its first frame, without sound; `play` is open in it."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    app = App(host, play)
    app.senses.sounds = FakeSounds()
    app.draw()
    pygame.event.get()
    yield app
    pygame.quit()
