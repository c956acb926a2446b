"""Cause: why the new story does not take an answer that the old one took."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Final

from game.authoring.written import written
from game.language import N_, _
from game.story.model import Choose, Finish, Story
from game.story.names import SKIP
from game.story.state import State

_SENTENCES: Final = {
    "gone": N_("{picks}: there is no such option any more."),
    "closed": N_("{picks}: it is closed now, for this does not hold: {condition}"),
    "spent": N_("{picks}: it was picked before, and can be picked once now."),
    "elsewhere": N_("{picks}: another choice comes first now, of {waits}."),
    "over": N_("{picks}: the story is over before it now."),
}
_ONE: Final = frozenset({"gone", "closed", "spent"})
"""Causes that lie in one option; the others lie in the place."""


@dataclass(frozen=True, slots=True)
class Cause:
    """Why answers given at a place of the old story are refused where the new one stands then.

    `why` is a key of the sentences, `picks` are the answers (as keys, in order), `old` and `new` the nodes where both
    stories wait, `run` a shortest run that ends with the first refused answer.
    """

    why: str
    picks: dict[str, None] = field(compare=False)
    old: int
    new: int
    run: tuple[str, ...] = field(compare=False)
    condition: str = ""
    waits: tuple[str, ...] = ()

    @property
    def key(self) -> Hashable:
        """What tells it from others: the option, or the place."""
        return (self.why, *self.picks) if self.why in _ONE else (self.why, self.old, self.new)

    def told(self) -> str:
        """Return the cause as a sentence."""
        picks = ", ".join(pick for pick in self.picks if not pick.endswith(f".{SKIP}")) or ", ".join(self.picks)
        return _(_SENTENCES[self.why]).format(picks=picks, condition=self.condition, waits=", ".join(self.waits))


def cause(story: Story, state: State, pick: str, old: int, run: tuple[str, ...]) -> Cause:
    """Return why `story` does not take `pick` in `state`; `old` is the place where the old story took it."""
    today, node = story.renamed.get(pick, pick), story.nodes[state.place]
    option = story.options.get(today)
    waits = node.options if isinstance(node, Choose) else ()
    why, condition = "elsewhere", ""
    if option is None and not today.endswith(f".{SKIP}"):
        why = "gone"
    elif isinstance(node, Finish):
        why = "over"
    elif option and today in waits:
        spent = today in state.picked and not option.again
        why = "spent" if spent else "closed"
        condition = written(option.when) if option.when and not spent else ""
    return Cause(why, {pick: None}, old, state.place, run, condition, waits)
