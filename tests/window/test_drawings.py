"""Drawings are made once for a size, and no more are kept than a page needs a few times over."""

from __future__ import annotations

import pytest

from game.window.paint import KEPT, SCREENS, Drawings
from game.window.theme import THEMES

DOT = '<circle cx="5" cy="5" r="5" fill="@me"/>'


@pytest.fixture
def kept() -> Drawings:
    """Drawings for a window of 100 by 100."""
    found = Drawings(THEMES["light"])
    found.suit((100, 100))
    return found


def test_a_drawing_is_made_once_for_its_size(kept: Drawings) -> None:
    """In the inks of the theme."""
    one = kept.get(DOT, (10, 10))
    assert one is kept.get(DOT, (10, 10)) is not kept.get(DOT, (20, 20))
    assert one
    assert one.get_at((5, 5))[:3] == THEMES["light"].me


def test_the_oldest_goes_first(kept: Drawings) -> None:
    """By number, and by weight; the one just used stays."""
    whole = [kept.get(f"{DOT}<g id='{number}'/>", (100, 100)) for number in range(SCREENS)]
    assert kept.get(f"{DOT}<g id='0'/>", (100, 100)) is whole[0]
    kept.get(DOT, (100, 100))
    assert kept.get(f"{DOT}<g id='0'/>", (100, 100)) is whole[0]
    assert kept.get(f"{DOT}<g id='1'/>", (100, 100)) is not whole[1]


def test_small_ones_are_counted(kept: Drawings) -> None:
    """However little they weigh."""
    first = kept.get(DOT, (10, 10))
    for number in range(KEPT):
        kept.get(f"{DOT}<g id='{number}'/>", (2, 2))
    assert kept.get(DOT, (10, 10)) is not first
