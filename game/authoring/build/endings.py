"""The last words of a story, for each dynamic: the author's, or short ones of our own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from game.authoring.build import fields, texts
from game.authoring.build.bench import Bench
from game.authoring.build.graph import FINISH
from game.authoring.build.head import Head
from game.authoring.build.steps import steps
from game.language import N_, _
from game.story.model import Say
from game.story.names import ENDINGS
from game.story.text import Words

BUILT_IN: Final[Mapping[str, str]] = {
    "interdependence": N_(
        "Two cups stand in the sink, and both of you remember it a little differently. You compare, and keep both."
    ),
    "independence": N_(
        "Two doors are ajar, and behind each of them somebody is well at work. Later, one makes tea and calls out."
    ),
    "dependence": N_(
        "Tomorrow is already laid out for you on the chair, socks and all. You sleep well, close to a steady breath."
    ),
    "codependence": N_(
        "Everything the other one could need tomorrow stands ready by the door. You look it over again, and smile."
    ),
    "in_between": N_(
        "Some of it went this way and some of it went that way. None of it is settled, and there is time for all of it."
    ),
}
"""Words that fit any story, at any hour: warm, of one length, and without names."""


def endings(bench: Bench, head: Head, *, whole: bool) -> dict[str, int]:
    """Compile the endings; returns the first node of each. A `whole` story is told of those that it lacks."""
    if whole:
        for ending in ENDINGS:
            if bench.report.sound and fields.lacks(head.endings, "endings", ending):
                bench.report.add("ending-missing", head.at.span, ending=ending)
    first = {ending: _ending(bench, head, ending) for ending in ENDINGS}
    texts.proofread(bench, bench.graph.notes.prose)
    return first


def _ending(bench: Bench, head: Head, ending: str) -> int:
    if ending in head.endings:
        return steps(bench, head.endings[ending], FINISH)
    return bench.graph.add(Say((Words(_(BUILT_IN[ending])),), None, None, FINISH))
