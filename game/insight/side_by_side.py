"""Two runs side by side in words, for the window, the prompt and a page.

1. The runs are called A and B; nobody is named, and neither is called better.
2. What was done stands in the story's own words (`recall`), settled as they were in that run.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from game.insight.comparison import Answer, Comparison, Meeting
from game.insight.deeds import done, sentence
from game.insight.patterns import PATTERNS
from game.insight.prompts import prompts
from game.insight.wording import DYNAMIC_WORDS
from game.language import N_, _, ngettext
from game.story.called import Called
from game.story.model import Story
from game.story.names import SKIP
from game.story.text import plain, settle

MOST_PROMPTS: Final = 4
"""Prompts that are told."""

ONE: Final = "A"
OTHER: Final = "B"
"""What the two runs are called."""

_KINDS: Final[Mapping[str, str]] = {
    "alike": N_("the same answer"),
    "unlike": N_("another answer"),
    "one": N_("met by A only"),
    "other": N_("met by B only"),
}


@dataclass(frozen=True, slots=True)
class Did:
    """What one run answered: a sentence, and the pattern's plain name ("" where the answer shows none)."""

    words: str
    pattern: str


@dataclass(frozen=True, slots=True)
class Row:
    """One choice. `kind` is "alike", "unlike", "one" or "other"; `number` counts the rows from 1."""

    number: int
    kind: str
    told: str
    at: str
    one: Did | None
    other: Did | None
    parted: bool


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two runs in words: what each ended in, where they parted, what was alike, each choice, and what to talk about."""

    ended: tuple[str, str]
    endings: str
    parted: str
    counted: str
    rows: tuple[Row, ...]
    prompts: tuple[str, ...]


def side_by_side(story: Story, found: Comparison, called: Mapping[str, Called]) -> SideBySide:
    """Return a comparison in words, with everybody named as in `called`."""
    rows = tuple(_row(story, number, met, found, called) for number, met in enumerate(found.meetings, 1))
    ended = (_(DYNAMIC_WORDS[found.one.dynamic].title), _(DYNAMIC_WORDS[found.other.dynamic].title))
    return SideBySide(
        ended, _endings(found, ended), _parted(found, rows), _counted(found), rows, _prompts(story, found, called)
    )


def _row(story: Story, number: int, met: Meeting, found: Comparison, called: Mapping[str, Called]) -> Row:
    kinds = {(True, False): "one", (False, True): "other", (True, True): "alike" if met.alike else "unlike"}
    kind = kinds[met.one is not None, met.other is not None]
    answer = next(each for each in (met.one, met.other) if each)
    scene = story.scenes[met.scene]
    at = sentence(plain(settle(scene.at or scene.title, answer.after), called), stop="")
    one, other = (_did(story, each, called) if each else None for each in (met.one, met.other))
    return Row(number, kind, _(_KINDS[kind]), at, one, other, met is found.parted)


def _did(story: Story, answer: Answer, called: Mapping[str, Called]) -> Did:
    if answer.pick.endswith(f".{SKIP}"):
        return Did(_("The rest of the scene was left out."), "")
    option = story.options[answer.pick]
    recall = settle(option.recall, answer.after) if option.recall else None
    words = done(recall, settle(option.text, answer.before), called, spoken=option.spoken)
    return Did(sentence(words), _(PATTERNS[option.shows].name) if option.shows else "")


def _endings(found: Comparison, ended: tuple[str, str]) -> str:
    """Return what each run ended in, or came to so far."""
    if found.one.finished and found.other.finished:
        if found.one.dynamic == found.other.dynamic:
            return _("Both runs ended in {ending}.").format(ending=ended[0])
        return _("A ended in {one}, B in {other}.").format(one=ended[0], other=ended[1])
    each = (
        (_("ended in {ending}") if run.finished else _("is not finished, and stands at {ending} so far")).format(
            ending=ending
        )
        for run, ending in zip((found.one, found.other), ended, strict=True)
    )
    return _("A {one}; B {other}.").format(one=next(each), other=next(each))


def _parted(found: Comparison, rows: tuple[Row, ...]) -> str:
    row = next((row for row in rows if row.parted), None)
    if row is not None:
        before = ngettext("after {count} answer alike", "after {count} answers alike", row.number - 1)
        since = before.format(count=row.number - 1) if row.number > 1 else _("at the very first choice")
        return _("They parted {at}, {since}.").format(at=row.at[:1].lower() + row.at[1:], since=since)
    if all(met.alike for met in found.meetings):
        return _("They never parted: every answer is the same.")
    longer = ONE if any(met.other is None for met in found.meetings) else OTHER
    return _("They have not parted: {longer} goes on where the other stops.").format(longer=longer)


def _counted(found: Comparison) -> str:
    both = sum(met.both for met in found.meetings)
    told = ngettext(
        "Answered alike: {alike} of {both} choice that both met.",
        "Answered alike: {alike} of {both} choices that both met.",
        both,
    )
    words = told.format(both=both, alike=found.alike)
    ones, others = (sum(getattr(met, side) is None for met in found.meetings) for side in ("other", "one"))
    if ones or others:
        words += " " + _("{ones} were met by A only, and {others} by B only.").format(ones=ones, others=others)
    return words


def _prompts(story: Story, found: Comparison, called: Mapping[str, Called]) -> tuple[str, ...]:
    """Return prompts of the scenes in which the runs differ, the one in which they parted first; else of all."""
    unlike = [met for met in found.meetings if not met.alike] or list(found.meetings)
    if not unlike:
        return ()
    last = next(answer for met in reversed(found.meetings) for answer in (met.one, met.other) if answer)
    chosen = prompts(story, last.after, (met.scene for met in unlike), MOST_PROMPTS)
    return tuple(plain(each, called) for each in chosen)
