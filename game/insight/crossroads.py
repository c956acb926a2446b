"""The roads not taken in words, and when a run was settled. Every sentence can be checked by replaying.

1. A road counts all its picks that are not in the player's run, also those at choices that the player never met.
2. “Every road” is every way to answer what is left; leaving a scene out is none.
3. Texts are settled as they were in play: the player's in the player's run, the other option's on its road.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from game.insight.deeds import deed, done
from game.insight.what_if import Change, Road, WhatIf
from game.insight.wording import DYNAMIC_WORDS
from game.language import N_, _, ngettext
from game.story import engine
from game.story.called import Called
from game.story.model import Story
from game.story.names import IN_BETWEEN
from game.story.state import State
from game.story.text import plain, settle

NUMBERS: Final = (
    *(N_("no"), N_("one"), N_("two"), N_("three"), N_("four"), N_("five"), N_("six")),
    *(N_("seven"), N_("eight"), N_("nine"), N_("ten"), N_("eleven"), N_("twelve")),
)
"""Numbers that are written as words."""


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """Another answer on a road: when, what was done instead (and as which pick, from 1), and the option's words.

    `instead_of` is "", and `number` 0, where the player gave no answer for it.
    """

    at: str
    instead_of: str
    number: int
    choose: str


@dataclass(frozen=True, slots=True)
class RoadWords:
    """A road not taken: `run` ends in `dynamic`; its first `parts_at` picks are the player's; `path` as in a reveal."""

    dynamic: str
    heading: str
    words: str
    changes: tuple[ChangeWords, ...]
    parts_at: int
    run: tuple[str, ...]
    path: tuple[tuple[int, int], ...]


class Crossroads(NamedTuple):
    """What could have followed, in words; see `why.Explanation`."""

    roads: tuple[RoadWords, ...] = ()
    settled: str = ""
    settled_at: int | None = None
    open: str = ""


class _Step(NamedTuple):
    """A pick with the states before and after it."""

    pick: str
    before: State
    after: State


def crossroads(story: Story, beside: WhatIf, called: Mapping[str, Called]) -> Crossroads:
    """Return in words what could have followed a run."""
    return _Told(story, beside, called).all()


class _Told:
    """Puts what could have followed one run into words."""

    def __init__(self, story: Story, beside: WhatIf, called: Mapping[str, Called]) -> None:
        self.story = story
        self.beside = beside
        self.called = called
        self.own = tuple(_steps(story, beside.picks))
        self.finished = engine.finished(story, self.own[-1].after if self.own else engine.begin(story)[0])

    def all(self) -> Crossroads:
        """Return everything."""
        settled = self.beside.settled
        return Crossroads(
            tuple(self.road(road) for road in self.beside.roads),
            self.settled(),
            len(_path(self.story, self.own[: settled.number])) - 1 if settled else None,
            "" if settled else self.open(),
        )

    def road(self, road: Road) -> RoadWords:
        """Return one road in words."""
        steps = tuple(_steps(self.story, road.run))
        by_pick = {step.pick: step for step in steps}
        changes = tuple(self.change(change, by_pick[change.choose]) for change in road.changes)
        return RoadWords(
            road.dynamic,
            _(DYNAMIC_WORDS[road.dynamic].title),
            self.sentence(road, changes),
            changes,
            self.parts_at(road.run),
            road.run,
            _path(self.story, steps),
        )

    def change(self, change: Change, step: _Step) -> ChangeWords:
        """Return one other answer in words."""
        own = next((number for number, each in enumerate(self.own, 1) if each.pick == change.instead_of), 0)
        words = plain(settle(self.story.options[change.choose].text, step.before), self.called)
        return ChangeWords(self.at(step), self.did(self.own[own - 1]) if own else "", own, words)

    def parts_at(self, run: tuple[str, ...]) -> int:
        """Return how many picks of a run come before the first that the player did not make."""
        fresh = next((at for at, pick in enumerate(run) if pick not in self.beside.picks), None)
        if fresh is not None:
            return fresh
        return next(at for at, (one, own) in enumerate(zip(run, self.beside.picks, strict=False)) if one != own)

    def sentence(self, road: Road, changes: tuple[ChangeWords, ...]) -> str:
        """Return how many other answers a road takes, and where."""
        many, heading = len(changes), _(DYNAMIC_WORDS[road.dynamic].title)
        if not changes:
            return _("With an answer left out, this would have been {dynamic}.").format(dynamic=heading)
        return self._counted(road.run, many).format(
            Number=number(many).capitalize(), places=_places(changes), dynamic=heading
        )

    def _counted(self, run: tuple[str, ...], many: int) -> str:
        """Return the sentence for so many other answers: before the end, some may simply lie ahead."""
        if self.finished:
            return ngettext(
                "{Number} other answer, {places}, and this would have been {dynamic}.",
                "{Number} other answers, {places}, and this would have been {dynamic}.",
                many,
            )
        if run[: len(self.own)] == self.beside.picks:
            return ngettext(
                "{Number} answer from here can lead to {dynamic}.",
                "{Number} answers from here can lead to {dynamic}.",
                many,
            )
        return ngettext(
            "{Number} other answer, {places}, and this can become {dynamic}.",
            "{Number} other answers, {places}, and this can become {dynamic}.",
            many,
        )

    def settled(self) -> str:
        """Return when the name was settled, "" if it was not."""
        settled = self.beside.settled
        if settled is None:
            return ""
        if not settled.number:
            return _named(settled.dynamic, _("Every road through this story leads to {dynamic}."))
        step = self.own[settled.number - 1]
        did = deed(self.at(step), self.did(step))
        if self.finished and settled.number == len(self.own):
            return _("{did} Until then, more than one ending was open.").format(did=did)
        if self.finished:
            told = _("From there, every road led to {dynamic}.")
        else:
            told = _("From there, every road leads to {dynamic}.")
        return f"{did} {_named(settled.dynamic, told)}"

    def open(self) -> str:
        """Return which endings are still open."""
        if not self.beside.open:
            return ""
        *others, last = (_(DYNAMIC_WORDS[name].title) for name in self.beside.open)
        return _("Still open from here: {endings} and {last}.").format(endings=", ".join(others), last=last)

    def at(self, step: _Step) -> str:
        """Return when a pick was made."""
        scene = self.story.scenes[step.pick.partition(".")[0]]
        return plain(settle(scene.at or scene.title, step.after), self.called)

    def did(self, step: _Step) -> str:
        """Return what a pick of the player's was."""
        option = self.story.options.get(step.pick)
        if option is None:
            return _("you left the rest of the scene out")
        recall = settle(option.recall, step.after) if option.recall else None
        return done(recall, settle(option.text, step.before), self.called, spoken=option.spoken)


def number(many: int) -> str:
    """Return a small number as a word, a large one in digits."""
    return _(NUMBERS[many]) if many < len(NUMBERS) else str(many)


def _named(dynamic: str, told: str) -> str:
    return told.format(dynamic=_("an ending in between") if dynamic == IN_BETWEEN else _(DYNAMIC_WORDS[dynamic].title))


def _places(changes: tuple[ChangeWords, ...]) -> str:
    """Return when other answers were given: all if that is one time, or one each; else the first."""
    times = tuple(dict.fromkeys(change.at for change in changes))
    if len(times) == 1:
        together = {1: "{at}", 2: N_("both {at}")}.get(len(changes), N_("all {at}"))
        return _(together).format(at=times[0])
    few = _("{at} and {then}") if len(changes) == 2 else _("the first {at}")  # noqa: PLR2004  # one each
    return few.format(at=times[0], then=times[1])


def _steps(story: Story, picks: Iterable[str]) -> Iterator[_Step]:
    state, _events = engine.begin(story)
    for pick in picks:
        before, (state, _events) = state, engine.step(story, state, pick)
        yield _Step(pick, before, state)


def _path(story: Story, steps: Iterable[_Step]) -> tuple[tuple[int, int], ...]:
    """Return the points of a run: the middle, and one for each scored pick."""
    scored = (step for step in steps if (option := story.options.get(step.pick)) and option.scored)
    return ((0, 0), *((step.after.me, step.after.we) for step in scored))
