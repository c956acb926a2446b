"""Opening the window: its size, its driver, and what to do where there is no screen. Needs pygame.

Under X11 and Wayland SDL is asked to draw in software: that was measured to flip ten times faster where there is no
graphics card, and as fast where there is one, since all drawing here is in software anyway.
"""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final

import pygame

from game.language import N_
from game.shipped import ASSETS

NO_SCREEN: Final = frozenset({"offscreen", "dummy", "evdev"})
"""Drivers that SDL falls back to, and that show nothing to anybody."""

SHARE: Final = 0.8
"""How much of the desktop a new window takes."""

SHAPE: Final = 16 / 9


class NoScreenError(Exception):
    """There is no screen to open a window on. `sentence` is for the player."""

    sentence = N_("No screen was found.")


class OtherPygameError(NoScreenError):
    """What is installed is pygame, which has the same name as pygame-ce and cannot draw pictures at any size."""

    sentence = N_(
        "The window needs pygame-ce, and pygame is installed in its place. To mend that: pip uninstall pygame, "
        "then pip install --force-reinstall pygame-ce."
    )


def open_window(*, full_screen: bool) -> pygame.Surface:
    """Return the surface of a new window, or of the same one in another mode. Raises `NoScreenError`.

    A window that cannot fill the screen has its usual size: see `fills_screen`.
    """
    if not getattr(pygame, "IS_CE", False):
        raise OtherPygameError
    if sys.platform.startswith("linux"):
        os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
        if not {"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"} & os.environ.keys():
            # SDL would try one driver after the other, and complain on the way.
            raise NoScreenError
    wanted = os.environ.get("SDL_VIDEODRIVER", "")
    try:
        pygame.display.init()
        if pygame.display.get_driver() in NO_SCREEN and pygame.display.get_driver() != wanted:
            raise NoScreenError(pygame.display.get_driver())
        pygame.display.set_caption("Me & We")
        with warnings.catch_warnings():
            # Whoever arranges windows may give another size than we asked for; that is nothing to print.
            warnings.simplefilter("ignore", RuntimeWarning)
            return _opened(full_screen=full_screen)
    except pygame.error as error:
        raise NoScreenError(str(error)) from error


def set_icon() -> None:
    """Give the window its icon, if the file is there: after the first frame, which need not wait for it."""
    try:
        pygame.display.set_icon(pygame.image.load(ASSETS / "icon.png"))
    except (OSError, pygame.error):
        return


@contextmanager
def withdrawn() -> Iterator[object]:
    """Yield what the system knows the window by, None where it has no such thing; the window is hidden meanwhile.

    Linux need not hide it.
    """
    shown = pygame.display.get_surface()
    flags = shown.get_flags() & (pygame.FULLSCREEN | pygame.RESIZABLE) if shown else 0
    if shown and not sys.platform.startswith("linux"):
        pygame.display.set_mode(shown.get_size(), flags | pygame.HIDDEN)
    yield pygame.display.get_wm_info().get("window")
    if shown and not sys.platform.startswith("linux"):
        pygame.display.set_mode(shown.get_size(), flags | pygame.SHOWN)


def fills_screen() -> bool:
    """Tell whether the window fills the screen."""
    shown = pygame.display.get_surface()
    return shown is not None and bool(shown.get_flags() & pygame.FULLSCREEN)


def _opened(*, full_screen: bool) -> pygame.Surface:
    """Return the surface of a window that fills the screen if it shall and can, or of one of the usual size."""
    desktops = pygame.display.get_desktop_sizes() or [(1280, 720)]
    # Under X11 without a window manager nobody but us puts the window where it belongs. Nobody has two screens there.
    ours = pygame.display.get_driver() == "x11" and len(desktops) == 1 and pygame.display.get_surface() is not None
    if full_screen:
        with suppress(pygame.error):
            if ours:
                pygame.display.set_window_position((0, 0))
            return pygame.display.set_mode(desktops[0], pygame.FULLSCREEN)
    filled, size = fills_screen(), usual(desktops[0])
    shown = pygame.display.set_mode(size, pygame.RESIZABLE)
    if filled and shown.get_size() != size:
        # SDL has only let go of the screen, and the window is as large as before.
        shown = pygame.display.set_mode(size, pygame.RESIZABLE)
    if filled and ours:
        pygame.display.set_window_position(((desktops[0][0] - size[0]) // 2, (desktops[0][1] - size[1]) // 2))
    return shown


def usual(desktop: tuple[int, int]) -> tuple[int, int]:
    """Return the size of a new window on a desktop: most of it, in the shape of the pictures."""
    height = min(desktop[1] * SHARE, desktop[0] * SHARE / SHAPE)
    return max(640, round(height * SHAPE)), max(360, round(height))
