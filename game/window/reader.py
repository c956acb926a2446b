"""Where a reader is in a play: the stretch in view among all that was told so far. Pure but for the session's moves.

1. Another screen may move the session, and people may be renamed: `settle` finds the place again.
2. What was read before, in any run, can be gone over: to the next choice, or to the first words that are new.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.host import Play
from game.settings import Settings, names_for
from game.story.called import Called
from game.window.prose import Stretch, stretches


class Reader:
    """A reader of `play`. `told` is everything so far, `at` the stretch in view, `called` how everybody is called."""

    def __init__(self, play: Play) -> None:
        self.play = play
        self.told: tuple[Stretch, ...] = ()
        self.called: Mapping[str, Called] = {}
        self.at = -1
        self._seen: tuple[object, object, object] = (None, (), {})
        self._frames = 0

    @property
    def here(self) -> Stretch:
        """The stretch in view."""
        return self.told[self.at]

    @property
    def last(self) -> bool:
        """Whether nothing more was told than what is in view."""
        return self.at == len(self.told) - 1

    @property
    def begins(self) -> bool:
        """Whether the play has no answers here."""
        return self._frames == 1

    def settle(self, settings: Settings) -> str:
        """Take in what the session tells now; returns "new" or "again" if another stretch is in view, else ""."""
        session = self.play.session
        called = names_for(session.story, settings)
        if (session, session.picks, called) == self._seen:
            return ""
        before, frames, place = self._frames, len(session.frames), self._place
        self._seen, self.called, self._frames = (session, session.picks, called), called, frames
        self.told = stretches(session, called)
        if before and frames == before + 1:
            self.at = next(at for at, stretch in enumerate(self.told) if stretch.frame == frames - 1)
        elif frames != before:
            self.at = 0 if frames == 1 else len(self.told) - 1
        else:
            self.at = self._found(*place)
            return ""
        return "again" if 0 < frames < before else "new"

    def back(self) -> bool:
        """Go back a page, or an answer; tells whether it was a page."""
        if self.at and self.told[self.at - 1].frame == self.here.frame:
            self.at -= 1
            return True
        self.play.session.rewind()
        return False

    def known(self, at: int) -> bool:
        """Tell whether everything in a stretch was read before."""
        return all(self.play.knows(block.said) for block in self.told[at].blocks if block.said)

    def go_over(self) -> None:
        """Turn pages on to one with words that are new, or to the last."""
        if not self.last:
            self.at += 1
            while not self.last and self.known(self.at):
                self.at += 1

    def first_new(self) -> int | None:
        """Return the number of the first paragraph in view that is new, None if all are known."""
        for number, block in enumerate(self.here.blocks):
            if block.said and not self.play.knows(block.said):
                return number
        return None

    @property
    def _place(self) -> tuple[int, int]:
        """The frame in view, and how many of its stretches were turned over: what stays when a story is edited."""
        frame = self.here.frame if self.told else 0
        return frame, sum(stretch.frame == frame for stretch in self.told[: self.at]) if self.told else 0

    def _found(self, frame: int, turned: int) -> int:
        """Return where a place is among all that is told now."""
        within = [at for at, stretch in enumerate(self.told) if stretch.frame <= frame]
        first = next((at for at in within if self.told[at].frame == frame), within[-1] if within else 0)
        return max(0, min(first + turned, len(within) - 1))
