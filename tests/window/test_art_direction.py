"""What the art direction promises: its figures are the code's, and nothing on a page hints at a meter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from game.host import Play
from game.session import Session
from game.story.model import Story
from game.window.layout import Layout
from game.window.rooms import room
from game.window.theme import Theme
from tests.gallery.figures import INKS, PAGE, TABLES, filled
from tests.gallery.stage import OWN_WAY, TALKED, YEAR, loaded, story
from tests.stage import look


def test_its_figures_are_those_of_the_code(expect_text: Callable[..., None]) -> None:
    """Each table stands on the page once, as it would be written now."""
    text = PAGE.read_text(encoding="utf-8")
    expect_text(PAGE, filled(text))
    assert all(text.count(f"<!-- figures: {name} -->") == 1 for name in TABLES)
    assert text.count("<!-- figures: ") == text.count("<!-- end -->") == len(TABLES)


def test_every_colour_has_a_name_and_a_use() -> None:
    """The palette leaves none out."""
    assert tuple(INKS) == tuple(field for field in Theme._fields if field != "dim")


def turned_round(told: Story) -> Story:
    """Return a story in which every effect on a meter is its opposite."""
    options = {name: replace(option, me=-option.me, we=-option.we) for name, option in told.options.items()}
    return replace(told, options=options)


def pages(told: Story, picks: tuple[str, ...]) -> tuple[Layout, ...]:
    """Return the screens of a play after some answers."""
    play = Play(Session(told, 1), loaded().pictures)
    assert play.session.replay(picks) == len(picks)
    return tuple(room(name, None, play).layout(look()) for name in ("play", "pause", "history"))  # type: ignore[arg-type]


@pytest.mark.parametrize("run", [YEAR, TALKED, OWN_WAY], ids=["year", "talked", "own way"])
def test_nothing_hints_at_a_meter(run: tuple[str, ...]) -> None:
    """A story with all of its effects turned round looks the same to its last page, answer by answer."""
    other = turned_round(story())
    assert other.options[run[0]].me == -story().options[run[0]].me != 0
    for many in range(len(run) + 1):
        assert pages(story(), run[:many]) == pages(other, run[:many])
