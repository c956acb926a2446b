"""What a run meant, as a page to hand on: the same that `reveal -o` writes."""

from __future__ import annotations

from game.classroom.report import report
from game.host import Play, Refusal
from game.insight.what_if import in_time
from game.language import _


def page(play: Play) -> bytes:
    """Return the page of a play. Raises `Refusal` for a trial, which has no beginning of its own."""
    session = play.session
    if session.trial is not None:
        raise Refusal(_("A trial has no page: it begins in the middle of its story."))
    picks = session.picks
    return report(session.story, picks, play.support, in_time(session.story, picks)).encode()
