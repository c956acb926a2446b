"""Where an option leads is what playing everything finds."""

from __future__ import annotations

import pytest

from game.insight.exact.limits import Limits, StoppedError
from game.insight.leads import led_to
from game.story import engine
from tests.insight.brute import Everything, Seen
from tests.insight.stopping import all_or_nothing
from tests.insight.test_census import stories
from tests.samples import STORY


def endings(brute: Everything, option: str) -> dict[str, int]:
    """Return the verdicts of runs with an option, each with the fewest picks that lead there."""
    start = (brute.start, False)
    known: dict[tuple[Seen, bool], int] = {start: 0}
    waiting, found = [start], dict[str, int]()
    while waiting:
        here = waiting.pop(0)
        seen, picked = here
        if picked and engine.finished(brute.story, seen[0]):
            found.setdefault(brute.verdict(seen[0]), known[here])
        for pick, to in brute.ways[seen].items():
            after = (to, picked or pick == option)
            if after not in known:
                known[after] = known[here] + 1
                waiting.append(after)
    return found


def test_where_each_option_leads_equals_brute_force() -> None:
    """The verdicts are the same, and so are the lengths of the runs, each of which can be played."""
    for brute in stories(70_000, 25):
        for option in brute.story.options:
            runs = led_to(brute.story, option)
            assert {name: len(run) for name, run in runs.items()} == endings(brute, option)
            for name, run in runs.items():
                state, _ = engine.begin(brute.story)
                for pick in run:
                    state, _ = engine.step(brute.story, state, pick)
                assert option in run
                assert engine.finished(brute.story, state)
                assert brute.verdict(state) == name


def test_past_a_limit_nothing_is_told() -> None:
    """Half of an answer would be none."""
    with pytest.raises(StoppedError):
        led_to(STORY, "dinner.phone", Limits(states=1))


def test_wherever_a_limit_is_passed_it_is_all_or_nothing() -> None:
    """Stopped at any of its looks at the clock it raises, and else it tells all."""
    whole = led_to(STORY, "dinner.noodles")
    assert all_or_nothing(lambda limits: led_to(STORY, "dinner.noodles", limits), whole) > 10
