"""Where an option leads: for each verdict the shortest run that picks the option and ends in it.

The chart is doubled: its spots are there once before the option was picked and once after it, and picking it leads from
the one to the other. So what is reached in the second half was reached with this pick.
"""

from __future__ import annotations

from dataclasses import replace

from game.insight.exact.chart import Case, Chart, chart
from game.insight.exact.limits import Limits, StoppedError
from game.insight.exact.liveness import read
from game.insight.exact.planes import board
from game.insight.exact.reach import reach, shortest
from game.insight.exact.spreads import ends, verdicts
from game.story.model import Story


def led_to(story: Story, option: str, limits: Limits | None = None) -> dict[str, tuple[str, ...]]:
    """Return the verdicts that some run with this option ends in, each with the first of its shortest runs.

    Raises `StoppedError` if a limit is passed.
    """
    limits = limits or Limits()
    whole = chart(read(story), limits)
    if not whole.complete:
        raise StoppedError
    half = len(whole.spots)
    double = _doubled(whole, option)
    met = reach(double, board(double), limits)
    if not met.complete:
        raise StoppedError
    with_it = {spot: plane for spot, plane in ends(met).items() if spot >= half}
    runs = {name: shortest(met, goals, limits) for name, goals in verdicts(met.board, with_it, story.dead_zone).items()}
    return {name: run for name, run in runs.items() if run is not None}


def _doubled(whole: Chart, option: str) -> Chart:
    half = len(whole.spots)
    before = tuple(tuple(_moved(case, option, half) for case in cases) for cases in whole.cases)
    after = tuple(tuple(_moved(case, None, half) for case in cases) for cases in whole.cases)
    return Chart(whole.reading, whole.spots * 2, (*before, *after), whole.roots, whole.complete)


def _moved(case: Case, option: str | None, half: int) -> Case:
    """Return a case whose moves by `option`, or all of them, lead to the second half."""
    moves = (replace(move, to=move.to + half) if option in (None, move.pick) else move for move in case.moves)
    return replace(case, moves=tuple(moves))
