"""Plays without a reader: by chance, or by a rule that never looks at what an option means.

1. A play by chance picks evenly among the open options; a seed makes it again.
2. A bot follows one rule; where several options are equal to it, it takes the one that is shown first, in the order
   that a player with that seed would see. It gives an answer again only where there is nothing else to answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import Final

from game.insight.counting import called_by_default, word_count
from game.insight.dynamics import verdict
from game.story import engine
from game.story.events import Event, Offer, Offered
from game.story.model import Story
from game.story.order import arranged
from game.story.state import State
from game.story.text import Text, plain

MOST_PICKS: Final = 500
"""Picks after which a play is given up: its story can go in a circle for ever."""

POLITE: Final = frozenset(
    (
        *("please", "thank", "thanks", "sorry", "kind", "kindly", "gently", "warmly", "softly", "welcome", "fair"),
        *("offer", "ask", "listen", "help", "share", "thoughtful", "would"),
    )
)
"""Words by which a reader in a hurry would call an answer polite."""


_Told = tuple[State, tuple[Event, ...]]
"""The state after a step, and the last that was told of it."""


class EndlessPlayError(Exception):
    """A play that did not come to an end."""


Rank = Callable[[str], float]
"""How much a bot wants an option, by its words."""

BOTS: Final[Mapping[str, Rank]] = {
    "first": lambda _words: 0.0,
    "last": lambda _words: 0.0,
    "longest": word_count,
    "shortest": lambda words: -word_count(words),
    "politest": lambda words: sum(word.strip('.,!?;:“”"').lower() in POLITE for word in words.split()),
}


class Plays:
    """Plays of one story. What was played before is not worked out again: bots go the same ways a hundred times."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self._called = called_by_default(story)
        self._steps: dict[tuple[State, str], _Told] = {}
        self._ranks: dict[tuple[str, str, Text], float] = {}

    def by_chance(self, seed: int) -> tuple[str, ...]:
        """Return the picks of a reader who picks evenly. Raises `EndlessPlayError`."""
        chance = Random(seed)  # noqa: S311  # no secret hangs on it

        def pick(offered: Offered, _picks: Sequence[str]) -> str:
            return chance.choice(offered.options).id

        return self._played(pick)[0]

    def by_bot(self, bot: str, seed: int) -> str:
        """Return what a bot's play ends in. Raises `EndlessPlayError`."""

        def pick(offered: Offered, picks: Sequence[str]) -> str:
            shown = arranged(offered, seed).options
            fresh = [offer for offer in shown if offer.id not in picks] or shown
            return fresh[-1].id if bot == "last" else max(fresh, key=lambda offer: self._rank(bot, offer)).id

        state = self._played(pick)[1]
        return verdict(state.me, state.we, self.story.dead_zone)

    def _rank(self, bot: str, offer: Offer) -> float:
        key = (bot, offer.id, offer.text)
        if key not in self._ranks:
            self._ranks[key] = BOTS[bot](plain(offer.text, self._called))
        return self._ranks[key]

    def _played(self, pick: Callable[[Offered, Sequence[str]], str]) -> tuple[tuple[str, ...], State]:
        state, events = engine.begin(self.story)
        picks: list[str] = []
        while isinstance(offered := events[-1], Offered):
            if len(picks) == MOST_PICKS:
                raise EndlessPlayError(self.story.id)
            picks.append(pick(offered, picks))
            state, events = self._step(state, picks[-1])
        return tuple(picks), state

    def _step(self, state: State, pick: str) -> _Told:
        if (state, pick) not in self._steps:
            after, events = engine.step(self.story, state, pick)
            self._steps[state, pick] = (after, events[-1:])
        return self._steps[state, pick]
