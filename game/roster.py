"""Who plays, where several people share a computer: each keeps their own runs and settings, and nobody has to be named.

The first player has no name here, "". A later one begins with the game as it looked before, but not called by a name.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.host import Refusal
from game.language import _
from game.naming import clean_name
from game.runs import players, settings
from game.runs.places import Places, places
from game.runs.trouble import CannotKeep, CannotRead

if TYPE_CHECKING:
    from game.library import Library


class Roster:
    """The players of this computer, as far as a front end needs to know."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._now: str | None = None

    @property
    def now(self) -> str:
        """Who plays; at the start it is whoever played last."""
        if self._now is None:
            try:
                self._now = players.latest(places())
            except CannotKeep:
                self._now = ""
        return self._now

    @property
    def places(self) -> Places:
        """Where things of whoever plays are kept. Raises `CannotKeep` where there is no folder for that."""
        return players.of(places(), self.now)

    def names(self) -> tuple[str, ...]:
        """Return all players, the first one at their head."""
        try:
            return ("", *players.names(places()))
        except CannotKeep:
            return ("",)

    def become(self, player: str) -> str | None:
        """Let one of the players play, or somebody new. Raises `Refusal`.

        Returns a sentence if it cannot be kept in mind until the next start.
        """
        if self._library.classroom:
            raise Refusal(
                _("In class mode nobody is named. Leave the game and open it again to let somebody else play.")
            )
        name = clean_name(player)
        if player and not name:
            raise Refusal(_("Nothing of this name can be seen. Write it with letters, please."))
        try:
            here = places()
            known = players.known(here, name) if name else ""
            if known is None:
                settings.save(players.of(here, name).settings, replace(self._library.settings, called={}))
        except (CannotKeep, CannotRead) as trouble:
            raise Refusal(str(trouble)) from trouble
        self._now = name if known is None else known
        self._library.turn_over()
        try:
            players.note(here, self._now)
        except CannotKeep as trouble:
            return str(trouble)
        return None

    def dismiss(self, player: str) -> str | None:
        """Delete all that is kept of a later player; returns a sentence if some of it could not be."""
        from game.runs.forget import forget  # noqa: PLC0415  # only who deletes needs it

        later = self.become("") if player == self.now else None
        troubles = forget(players.of(places(), player)) if player else ()
        return " ".join(troubles) or later
