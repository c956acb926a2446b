"""The teacher's guide to a story: one page to print, from quick start to the sheets for the class.

1. Its forks, answer key and prompts are the story's own; what is said about dynamics and patterns is the game's.
2. The page of support is the story's `support.md`, which the teacher edits.
3. Every sheet begins on a new page of A4, and reads in black and white.
"""

from __future__ import annotations

from typing import Final

from markupsafe import Markup

from game.classroom.forks import forks
from game.classroom.pages import render
from game.classroom.sheets import template
from game.classroom.situations import situations
from game.drawing.circles import CORNERS, drawn, pair
from game.drawing.rect import Rect
from game.insight.vignettes import FORMS, LETTERS
from game.insight.wording import DISCLAIMER, DYNAMIC_WORDS
from game.language import N_, _
from game.story.model import Story
from game.story.names import DYNAMICS
from game.support import parts

SHORT: Final = 8
"""Choices that fit into one lesson."""

ASKS: Final = (
    (N_("Which way does the effort flow?"), N_("Towards me"), N_("Away from me")),
    (N_("What does one do?"), N_("Pass on, wait, lean, let slide"), N_("Fix, cover, absorb, drop")),
    (N_("What is feared?"), N_("“I can’t manage.”"), N_("“You won’t be all right, or I won’t be needed.”")),
    (N_("The other is away for a week"), N_("I am stuck"), N_("I am aimless, and worry about them")),
    (N_("Who changes plans?"), N_("“Please don’t go.”"), N_("“I’ll cancel mine.”")),
    (N_("What does the other feel?"), N_("Overloaded"), N_("Over-managed, or excused")),
)
"""What tells dependence from codependence: the question, the one, the other."""


def guide(story: Story, named: str, support: str) -> str:
    """Return the guide to a story; `named` is how the command line calls it, `support` the text of its support page."""
    told = forks(story)
    choices = sum(len(fork.choices) for fork in told)
    return render(
        "guide.html",
        lang=story.language,
        title=_("Teacher’s guide to {story}").format(story=story.title),
        story=story,
        named=named,
        forks=told,
        choices=choices,
        short=choices <= SHORT,
        dynamics=[(each, DYNAMIC_WORDS[each], _emblem(each)) for each in DYNAMICS],
        situations=situations(),
        asks=ASKS,
        forms=FORMS,
        letters=LETTERS,
        titles={each: DYNAMIC_WORDS[each].title for each in DYNAMICS},
        table=template(),
        disclaimer=_(DISCLAIMER),
        support=tuple(parts(support)),
    )


def _emblem(dynamic: str) -> Markup:
    """Return the two circles of a dynamic; they decorate, the words beside them say it."""
    inner = drawn(pair(Rect(2, 2, 116, 60), *CORNERS[dynamic]), 3, full=False)
    for colour in ("me", "we", "both", "paper"):
        inner = inner.replace(f'"@{colour}"', f'"var(--{colour})"')
    return Markup(f'<svg class="emblem" viewBox="0 0 120 64" aria-hidden="true">{inner}</svg>')  # noqa: S704  # drawn here
