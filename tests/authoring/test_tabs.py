"""Tabs in front of a line: how many spaces it takes instead, and which line tells so."""

from __future__ import annotations

import pytest

from game.authoring.tabs import Inset, insets


@pytest.mark.parametrize(
    ("lines", "inset"),
    [
        (["\ttitle: Tea"], (0, None)),
        (["", "\ttitle: Tea"], (0, None)),
        (["about: It rains", "\tand rains."], (0, 0)),
        (["- when: me > 0", "\tthen: Tea."], (2, 0)),
        (["a: b", "\tc: d"], (0, 0)),
    ],
)
def test_a_line_stands_where_its_neighbours_say(lines: list[str], inset: Inset) -> None:
    """At the edge where it is the first; beside the words or the key that it goes on with."""
    last = len(lines) - 1
    assert insets(lines, [last], frozenset()) == {last: inset}
