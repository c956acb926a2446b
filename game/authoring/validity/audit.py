"""The audit of the why, over many plays: is what a reveal says of a run so, when it is looked at again?

1. The shares of the moments add up to the meters; each moment that is told is in the run, and among its strongest.
2. Every road not taken, replayed pick by pick, ends under the label that was told, and has just the changes told.
3. Undoing moments takes their points back. How far that takes the verdict back is measured the verdict's way, where
   each moment has its pull. No other moments, as many of them, take it back further than those that are told; the
   strongest others are the hardest to beat. In between is no verdict to take back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from game.insight.dynamics import verdict
from game.insight.exact.limits import Limits, StoppedError
from game.insight.reveal import Moment, Reveal, reveal
from game.insight.what_if import Road, what_if
from game.insight.why import told
from game.story import engine
from game.story.model import Story
from game.story.names import IN_BETWEEN


@dataclass(frozen=True, slots=True)
class Tally:
    """How often something held, and the first run in which it did not."""

    held: int = 0
    among: int = 0
    against: tuple[str, ...] = ()

    def and_(self, run: tuple[str, ...], *, held: bool) -> Tally:
        """Return the tally after one more case."""
        against = self.against if held or self.against else run
        return Tally(self.held + held, self.among + 1, against)


@dataclass(frozen=True, slots=True)
class Audit:
    """What was found over all plays.

    `falls` and `by_others` count the verdicts that fall when the moments that are told, or the strongest others, are
    undone; `points` and `points_of_others` are how far that takes them back, over all plays; for the others it is what
    as many of them do on average. `untold` are plays whose roads could not be found in time.
    """

    shares: Tally = Tally()
    cited: Tally = Tally()
    roads: Tally = Tally()
    undoing: Tally = Tally()
    falls: Tally = Tally()
    by_others: Tally = Tally()
    points: float = 0.0
    points_of_others: float = 0.0
    untold: int = 0


def audit(story: Story, runs: Iterable[tuple[str, ...]], limits: Limits) -> Audit:
    """Audit the why of every run in `runs`."""
    found = Audit()
    for run in runs:
        found = _audited(story, run, found, limits)
    return found


def _audited(story: Story, run: tuple[str, ...], found: Audit, limits: Limits) -> Audit:
    meant = reveal(story, run)
    cited = told(meant)
    found = replace(
        found,
        shares=found.shares.and_(run, held=adds_up(story, run, meant)),
        cited=found.cited.and_(run, held=among_strongest(run, meant, cited)),
    )
    if meant.dynamic != IN_BETWEEN:
        found = _undoing(story, run, meant, cited, found)
    try:
        limits.insist()
        beside = what_if(story, run, limits)
    except StoppedError:
        return replace(found, untold=found.untold + 1)
    for road in beside.roads:
        found = replace(found, roads=found.roads.and_(run, held=true_road(story, run, meant.dynamic, road)))
    return found


def _undoing(story: Story, run: tuple[str, ...], meant: Reveal, cited: Sequence[Moment], found: Audit) -> Audit:
    """Compare undoing the moments that are told with undoing as many others; a run without so many has none."""
    rest = [moment for moment in meant.moments if moment not in cited]
    others = rest[: len(cited)]
    if not cited or len(others) < len(cited):
        return found
    return replace(
        found,
        undoing=found.undoing.and_(run, held=_pull(cited) >= _pull(others)),
        falls=found.falls.and_(run, held=_undone(story, meant, cited) != meant.dynamic),
        by_others=found.by_others.and_(run, held=_undone(story, meant, others) != meant.dynamic),
        points=found.points + _pull(cited),
        points_of_others=found.points_of_others + _pull(rest) * len(cited) / len(rest),
    )


def adds_up(story: Story, run: Iterable[str], meant: Reveal) -> bool:
    """Tell whether the shares of the moments are the meters of the run, played again."""
    state = engine.begin(story)[0]
    for pick in run:
        state = engine.step(story, state, pick)[0]
    sums = (sum(each.me for each in meant.moments), sum(each.we for each in meant.moments))
    return (state.me, state.we) == sums == (meant.me, meant.we)


def among_strongest(run: Sequence[str], meant: Reveal, cited: Sequence[Moment]) -> bool:
    """Tell whether the moments that are told are in the run, and no other pulls harder."""
    least = min((each.pull for each in cited), default=0)
    rest = (each.pull for each in meant.moments if each not in cited)
    return all(each.id in run for each in cited) and all(pull <= max(least, 0) for pull in rest)


def true_road(story: Story, run: Sequence[str], dynamic: str, road: Road) -> bool:
    """Tell whether a road can be played, ends under its label, another one than the run's, and has the changes told."""
    state = engine.begin(story)[0]
    try:
        for pick in road.run:
            state = engine.step(story, state, pick)[0]
    except engine.NotOfferedError:
        return False
    new = [pick for pick in road.run if pick not in run]
    return (
        engine.finished(story, state)
        and verdict(state.me, state.we, story.dead_zone) == road.dynamic != dynamic
        and [change.choose for change in road.changes] == new
    )


def _pull(moments: Sequence[Moment]) -> int:
    return sum(moment.pull for moment in moments)


def _undone(story: Story, meant: Reveal, moments: Sequence[Moment]) -> str:
    """Return the verdict without the points of some moments."""
    me, we = sum(each.me for each in moments), sum(each.we for each in moments)
    return verdict(meant.me - me, meant.we - we, story.dead_zone)
