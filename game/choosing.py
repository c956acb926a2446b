"""Which key, or which button of a gamepad, each command has: the usual one, or the player's own in its place.

1. No two commands have the same one. Whoever takes another's gives it what is left in exchange.
2. "" stands for none, which only some commands may be left with, or begin with.
3. Settings keep only what differs from the usual.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple


class Choosing(NamedTuple):
    """What can be chosen: `usual` has a name for each command, `fits` tells which names may be given at all.

    `bare` are the commands that may go without. `own` is, wherever it stands, what a player has chosen.
    """

    usual: Mapping[str, str]
    fits: Callable[[str], bool]
    bare: frozenset[str] = frozenset()

    def chosen(self, own: Mapping[str, str]) -> Mapping[str, str]:
        """Return the name of each command, with the player's `own` in the place of the usual ones."""
        return {**self.usual, **own}

    def owner(self, own: Mapping[str, str], what: str, name: str) -> str:
        """Return the command beside `what` that has a name now, "" if none has."""
        others = self.chosen(own).items()
        return next((each for each, theirs in others if name and theirs == name and each != what), "")

    def may_take(self, own: Mapping[str, str], what: str, name: str) -> bool:
        """Tell whether a command can have a name: it may have that, and whoever had it could have what is left."""
        other = self.owner(own, what, name)
        return self._may_have(what, name) and (not other or self._may_have(other, self.chosen(own)[what]))

    def given(self, own: Mapping[str, str], what: str, name: str) -> Mapping[str, str]:
        """Return the player's own after a command was given what it `may_take`."""
        before, other = self.chosen(own), self.owner(own, what, name)
        after = {**before, what: name, **({other: before[what]} if other else {})}
        return {each: theirs for each, theirs in after.items() if theirs != self.usual[each]}

    def wrong(self, own: Mapping[str, object]) -> Iterator[str]:
        """Yield the commands in `own`, read from anywhere, that cannot have what is given there."""
        every = [*self.chosen({what: str(name) for what, name in own.items()}).values()]
        for what, name in own.items():
            if not self._may_have(what, name) or (name and every.count(str(name)) > 1):
                yield what

    def _may_have(self, what: str, name: object) -> bool:
        return what in self.usual and isinstance(name, str) and (self.fits(name) if name else what in self.bare)
