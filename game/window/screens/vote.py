"""A class that plays by vote: the story, a ballot at each choice, and something to talk about after each scene.

A clicker's Page Down and Page Up lead through all of it.
"""

from __future__ import annotations

from itertools import islice
from typing import Final

from game.insight.prompts import prompts
from game.language import N_, _
from game.story.events import Entered, Offered
from game.story.names import SKIP
from game.story.text import plain
from game.window import commands as c
from game.window.column import Column
from game.window.commands import Command
from game.window.heard import Air
from game.window.layout import Look
from game.window.moves import Move, Open, Pop
from game.window.screens.play import PlayScreen
from game.window.typeset import Span

VOTE: Final = "vote"

ASKED: Final = 3
"""Prompts that are shown after a scene, at most."""

_SILENCE: Final = (
    N_("Which moment mattered most, and why?"),
    N_("A minute without a word. Everybody writes one line, for themselves."),
)


class VoteScreen(PlayScreen):
    """A run as a class reads it together."""

    def air(self, below: Air) -> Air:
        """Return the room tone alone: a class talks."""
        return super().air(below)._replace(music="")

    def handle(self, command: Command) -> Move | None:
        """Turn pages and go back, as everybody does; vote where a choice waits; talk where a scene is over."""
        match command.what:
            case "vote":
                return Open("ballot", self.play)
            case c.PAGE_DOWN:
                return self.handle(Command(self._on))
            case c.PAGE_UP:
                return super().handle(Command(c.REWIND))
            case "turn":
                talk = self._talk(Pop())
                super().handle(command)
                return talk
            case "reveal":
                silence = self._asking(
                    _("In silence"), tuple(map(_, _SILENCE)), Open("reveal", self.play, instead=True)
                )
                return self._talk(silence._replace(instead=True)) or silence
        return super().handle(command)

    @property
    def _on(self) -> str:
        """What comes next: another page, the vote, or the reveal."""
        if not self.reader.last:
            return "turn"
        return VOTE if self.play.session.offered else "reveal"

    def _options(self, column: Column, _look: Look, _choice: Offered) -> None:
        column.target(VOTE, "button", Command(VOTE), Span(_("To the vote"), "turn"))

    def _talk(self, after: Move) -> Open | None:
        """Return the page with the prompts of the scene that ends here; None if it has none, or was left out."""
        session = self.play.session
        scene, skipped = self._scene, session.frames[self.reader.here.frame].pick
        if skipped == f"{scene}.{SKIP}":
            return None
        asked = prompts(session.story, session.state, [scene], ASKED)
        words = tuple(plain(each, self.reader.called) for each in asked)
        return self._asking(_("To talk about"), words, after) if words else None

    def _asking(self, heading: str, words: tuple[str, ...], after: Move) -> Open:
        return Open("talk", (self.play, heading, words, self.reader.here.view, after))

    @property
    def _scene(self) -> str:
        """The scene of the leaf in view: leaves are numbered by the scenes that were entered, from 1."""
        session = self.play.session
        events = (event for frame in session.frames for event in frame.events)
        entered = (event.id for event in events if isinstance(event, Entered) and event.id in session.story.scenes)
        return next(islice(entered, self.reader.here.leaf - 1, None))
