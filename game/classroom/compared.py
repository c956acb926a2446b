"""The page of two runs side by side: where they parted, both paths in one plane, each choice, and what to talk about.

It holds the story's own names, never a player's, and calls the runs A and B.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.classroom.figure import Walk, figure
from game.classroom.pages import render
from game.drawing.plane import described
from game.insight.comparison import compare
from game.insight.side_by_side import ONE, OTHER, side_by_side
from game.insight.wording import DISCLAIMER, DYNAMIC_WORDS
from game.language import _
from game.settings import Settings, names_for
from game.story.model import Story
from game.support import parts


def compared(story: Story, one: Sequence[str], other: Sequence[str], support: str) -> str:
    """Return the page of two runs of `story`; `support` is the text of its support page."""
    found = compare(story, one, other)
    told = side_by_side(story, found, names_for(story, Settings()))
    ways = [
        _("{run}: {way}").format(run=name, way=described(run.path, story.dead_zone))
        for name, run in ((ONE, found.one), (OTHER, found.other))
    ]
    walks = [Walk(found.one.path, {}, ONE), Walk(found.other.path, {}, OTHER, dashed=True)]
    return render(
        "compared.html",
        lang=story.language,
        title=_("Two runs of {story}").format(story=story.title),
        story=story,
        told=told,
        words=[DYNAMIC_WORDS[run.dynamic] for run in (found.one, found.other)],
        runs=(ONE, OTHER),
        figure=figure(walks, story.dead_zone, " ".join(ways)),
        described=ways,
        disclaimer=_(DISCLAIMER),
        support=tuple(parts(support)),
    )
