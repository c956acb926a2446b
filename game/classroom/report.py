"""The report of a run: one page with its path, its why, the roads not taken and questions to talk about.

It holds the story's own names, never the player's: it may be handed in, pinned up or left in a printer.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from game.classroom.figure import Walk, figure
from game.classroom.pages import render
from game.drawing.plane import described
from game.insight.prompts import prompts, state_after
from game.insight.reveal import Reveal, reveal
from game.insight.what_if import WhatIf
from game.insight.why import Why, explain
from game.settings import Settings, names_for
from game.story.model import Story
from game.story.text import plain
from game.support import parts

MOST_PROMPTS: Final = 4
"""Prompts on a report."""


def report(story: Story, picks: Sequence[str], support: str, what_if: WhatIf | None) -> str:
    """Return the page of a run of `story`; `support` is the text of its support page, `what_if` of the same run."""
    meant = reveal(story, picks)
    called = names_for(story, Settings())
    told = explain(story, meant, called, what_if)
    moments = sorted(told.moments, key=lambda why: why.number)
    scenes = (why.id.partition(".")[0] for why in [*moments, told.against] if why)
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
        prompts=[plain(each, called) for each in prompts(story, state_after(story, picks), scenes, MOST_PROMPTS)],
        support=tuple(parts(support)),
    )


def _picture(story: Story, meant: Reveal, moments: Sequence[Why], against: Why | None) -> Markup:
    """Return the path with the number of each moment that is told, in the order of the page."""
    numbers = {why.number: at for at, why in enumerate([*moments, *([against] if against else [])], 1)}
    return figure([Walk(meant.path, numbers)], story.dead_zone, described(meant.path, story.dead_zone))
