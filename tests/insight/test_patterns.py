"""The construct keeps its own laws."""

from collections import Counter

from game.insight.dynamics import SIGNS
from game.insight.patterns import PATTERNS
from game.insight.wording import DYNAMIC_WORDS, PATTERN_WORDS
from game.story.names import DYNAMICS, ENDINGS


def test_six_situations_by_four_dynamics() -> None:
    """There are 24 patterns, one for each situation and dynamic."""
    assert len({(pattern.situation, pattern.dynamic) for pattern in PATTERNS.values()}) == len(PATTERNS) == 24


def test_no_corner_is_easier_to_reach() -> None:
    """Each dynamic sums to 8 on each meter."""
    me, we = Counter[str](), Counter[str]()
    for pattern in PATTERNS.values():
        me[pattern.dynamic] += abs(pattern.me)
        we[pattern.dynamic] += abs(pattern.we)
    assert set(me.values()) == set(we.values()) == {8}


def test_every_pattern_moves_the_meters_its_dynamic_s_way() -> None:
    """Signs agree; nothing is 0, nothing is 2 on both."""
    for pattern in PATTERNS.values():
        me, we = SIGNS[pattern.dynamic]
        assert (pattern.me * me > 0, pattern.we * we > 0) == (True, True)
        assert abs(pattern.me) + abs(pattern.we) < 4


def test_every_pattern_and_every_ending_has_words() -> None:
    """The reveal is never without something to say."""
    assert set(PATTERN_WORDS) == set(PATTERNS)
    assert set(DYNAMIC_WORDS) == set(ENDINGS)
    assert set(DYNAMICS) == set(SIGNS)
