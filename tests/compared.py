"""A journal of a few runs of the sample, and two of them side by side."""

from __future__ import annotations

from game.host import Play, Refusal
from game.session import Session
from game.window.commands import Command
from game.window.screens.compare import Compare
from tests.samples import STORY
from tests.stage import StageHost

RUNS = {
    "one": ("dinner.noodles", "offer.go"),
    "two": ("dinner.wait", "dinner.noodles", "offer.stay"),
    "begun": ("dinner.noodles",),
    "between": ("dinner.phone",),
}


class Journal(StageHost):
    """A host with these runs; `held` counts those that are open."""

    held = 0

    def resume(self, key: str) -> Play:
        """Open a run by its key."""
        if key not in RUNS:
            raise Refusal("Another window has this run open.")
        play = Play(Session(STORY, 1), close=self._let_go)
        play.session.replay(RUNS[key])
        self.held += 1
        return play

    def _let_go(self) -> None:
        self.held -= 1


def compared(one: str, other: str) -> tuple[Compare, Journal]:
    """Return two runs side by side, and their host."""
    host = Journal()
    screen = Compare(host, one, (("one", "The first"), ("two", "The second")))
    screen.handle(Command("with", other))
    return screen, host
