"""Screens and moves: a screen answers a command with a move, and only the app carries it out.

Screens never import each other: `Open` names a screen, and `rooms` knows how to make it.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from game.host import Play
from game.settings import Settings
from game.window.commands import Command
from game.window.compose import View
from game.window.heard import Air
from game.window.layout import Layout, Look


class Screen:
    """What stands on the stack. A screen holds what it shows, its focus and how far it is scrolled; nothing else.

    `focus` is the id of a target, or "" for the first; `scroll` is in pixels, or None for where the layout begins. The
    app writes both back after each layout, so they always hold what is shown.
    """

    def __init__(self) -> None:
        self.focus = ""
        self.scroll: int | None = None

    def layout(self, look: Look) -> Layout:
        """Return the screen as a value."""
        raise NotImplementedError

    def handle(self, command: Command) -> Move | None:
        """Answer a command with a move, or with None where nothing but the screen itself changed."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Look again at what may have changed: called after the screen's first frame, and when it is on top again."""

    def hurry(self) -> None:
        """Let all text stand there from now on: called once it has come, or if something is asked for meanwhile."""

    def renew(self) -> bool:
        """Take up what time has brought; tells whether the screen looks different by it."""
        return False

    def air(self, below: Air) -> Air:
        """Return what is heard on this screen, over one on which `below` is."""
        return below

    @property
    def over(self) -> bool:
        """Whether what the screen is about has passed, so that it goes once it would be on top again."""
        return False

    def ahead(self) -> tuple[View, ...]:
        """Return pictures that may be needed next, the likeliest first, so that they can be made ready."""
        return ()

    def onward(self, _look: Look) -> Layout | None:
        """Return the page that is turned to next, if that is known; it is asked for while nothing else is to do.

        Nothing of what the screen shows changes by it.
        """
        return None


class Push(NamedTuple):
    """Put a screen on top."""

    screen: Screen


class Replace(NamedTuple):
    """Put a screen in the place of the one on top."""

    screen: Screen


class Open(NamedTuple):
    """Put the screen of this name (see `rooms`) on top; `detail` is what it is about; `instead` of the one on top."""

    room: str
    detail: object = None
    instead: bool = False


class Pop(NamedTuple):
    """Go back to the screen below; from the last one, leave."""


class Home(NamedTuple):
    """Go back to the title."""


class Leave(NamedTuple):
    """Close the window."""


class Below(NamedTuple):
    """Go back to the screen below, and let that one answer a command."""

    command: Command


class Begin(NamedTuple):
    """Start a new run of a story from these answers on, and play it above the title.

    Without a `way` (see `Play`), it is played as the play before it, if one is open.
    """

    story: str
    picks: tuple[str, ...] = ()
    way: str | None = None


class Resume(NamedTuple):
    """Open a kept run above the title: where it stands, or its reveal if it is finished. The `way` is as in `Begin`."""

    key: str
    way: str | None = None


class Bring(NamedTuple):
    """Open the run in a file that the player brings, as `Resume` does."""

    file: str


class Jump(NamedTuple):
    """Start a play of a watched story at a scene or passage."""

    at: str


class Snap(NamedTuple):
    """Keep a picture of a layout, or of the window as it stands, and tell where it is."""

    layout: Layout | None = None


class Hand(NamedTuple):
    """Keep what a play meant as a page, and tell where it is."""

    play: Play


class Keep(NamedTuple):
    """Take and keep new settings."""

    settings: Settings


Move: TypeAlias = (
    Push | Replace | Open | Pop | Below | Home | Leave | Begin | Resume | Bring | Jump | Keep | Snap | Hand
)
