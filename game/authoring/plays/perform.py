"""Perform: play a kept play through the session that players have, and hold what is told against what is expected.

1. A play goes on after an expectation that fails; only a pick that is not open ends it, for what follows hangs on it.
2. What is told since the last pick is one stretch of words. `tells` looks for its words from where the last one of the
   same stretch was found; white space counts as one space, and words never reach over the end of a paragraph.
3. After the last pick the epilogue belongs to what is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.authoring.plays.expectations import refused, unended, unmet
from game.authoring.plays.failure import Failure
from game.authoring.plays.play import Play
from game.authoring.plays.stage import Stage, Tell
from game.story.events import Entered
from game.story.model import Story


@dataclass(frozen=True, slots=True)
class Performed:
    """What came of a play: its failures, all that was told, and what it met.

    `met` are the options picked and the passages entered, `dynamic` is the ending it came to, or None; `stopped` tells
    that a pick was not open and the rest was not played.
    """

    play: Play
    failures: tuple[Failure, ...]
    lines: tuple[str, ...]
    met: frozenset[str]
    dynamic: str | None
    stopped: bool


def perform(story: Story, play: Play, tell: Tell) -> Performed:
    """Play `play` in `story`. Its transcript is not looked at."""
    stage = Stage(story, play, tell)
    failures = tuple(_failures(stage))
    session = stage.session
    met = {event.id for frame in session.frames for event in frame.events if isinstance(event, Entered)}
    met.update(session.picks)
    stopped = len(session.picks) < sum(moment.pick is not None for moment in play.moments)
    return Performed(play, failures, tuple(stage.lines), frozenset(met), stage.dynamic, stopped)


def _failures(stage: Stage) -> Iterator[Failure]:
    """Yield what does not come true, in the order of the file."""
    for moment in stage.play.moments:
        yield from filter(None, (unmet(stage, want) for want in moment.wants))
        if moment.pick and not stage.pick(moment.pick.text):
            yield refused(stage, moment.pick)
            return
    if stage.play.ends:
        yield from filter(None, (unended(stage, stage.play.ends),))
