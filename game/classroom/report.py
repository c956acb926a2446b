"""The report of a run: one page with its path, its why, the roads not taken and questions to talk about.

It holds the story's own names, never the player's: it may be handed in, pinned up or left in a printer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, zip_longest
from typing import Final

from markupsafe import Markup

from game.classroom.figure import Walk, figure
from game.classroom.pages import render
from game.drawing.plane import described
from game.insight.reveal import Reveal, reveal
from game.insight.what_if import WhatIf
from game.insight.why import Why, explain
from game.settings import Settings, names_for
from game.story import engine
from game.story.model import Story
from game.story.text import Text, plain, settle
from game.support import parts

MOST_PROMPTS: Final = 4
"""Prompts on a report."""


def report(story: Story, picks: Sequence[str], support: str, what_if: WhatIf | None) -> str:
    """Return the page of a run of `story`; `support` is the text of its support page, `what_if` of the same run."""
    meant = reveal(story, picks)
    called = names_for(story, Settings())
    told = explain(story, meant, called, what_if)
    moments = sorted(told.moments, key=lambda why: why.number)
    prompts = _prompts(story, picks, [*moments, told.against])
    return render(
        "report.html",
        lang=story.language,
        title=f"{told.heading} · {story.title}",
        story=story,
        finished=meant.finished,
        told=told,
        moments=moments,
        figure=_picture(story, meant, moments, told.against),
        described=described(meant.path, story.dead_zone),
        prompts=[plain(each, called) for each in islice(prompts, MOST_PROMPTS)],
        support=tuple(parts(support)),
    )


def _picture(story: Story, meant: Reveal, moments: Sequence[Why], against: Why | None) -> Markup:
    """Return the path with the number of each moment that is told, in the order of the page."""
    numbers = {why.number: at for at, why in enumerate([*moments, *([against] if against else [])], 1)}
    drawn = figure([Walk(meant.path, numbers)], story.dead_zone, described(meant.path, story.dead_zone))
    return Markup(drawn)  # noqa: S704  # every word in it is escaped


def _prompts(story: Story, picks: Sequence[str], told: Sequence[Why | None]) -> Iterator[Text]:
    """Yield the prompts of the scenes that the page tells of: the first of each, then the second of each, and so on."""
    state, _events = engine.begin(story)
    for pick in picks:
        state, _events = engine.step(story, state, pick)
    scenes = dict.fromkeys(why.id.partition(".")[0] for why in told if why)
    rounds = zip_longest(*(story.scenes[scene].prompts for scene in scenes))
    return (settle(prompt, state) for each in rounds for prompt in each if prompt)
