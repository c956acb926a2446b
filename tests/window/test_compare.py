"""Two runs side by side in the window."""

from __future__ import annotations

from itertools import product

import pytest

from game.drawing.rect import Rect
from game.window import commands as c
from game.window.commands import Command
from game.window.screens.compare import Compare
from game.window.stack import Stack
from tests.compared import RUNS, Journal, compared
from tests.stage import cards, look


def test_both_answers_stand_at_each_choice() -> None:
    """With where the two parted, and what each ended in; nobody is named."""
    screen, host = compared("one", "two")
    said = screen.layout(look()).words
    assert "They parted at dinner, at the very first choice." in said
    assert "A  You said noodles.  Decide together" in said.replace("A, B  ", "A  ")
    assert "B  " in said
    assert host.held == 0


@pytest.mark.parametrize(("one", "other"), list(product(RUNS, RUNS)))
@pytest.mark.parametrize("size", [(1280, 720), (800, 600), (640, 360)])
def test_any_two_can_be_compared(one: str, other: str, size: tuple[int, int]) -> None:
    """A run with itself, one that goes on from the other, and one that ends in between: within the window."""
    screen, _host = compared(one, other)
    layout = screen.layout(look(size))
    assert all(box.scrolled or box.rect.within(Rect(0, 0, *size)) for box in layout.boxes)
    assert layout.box("endings")


def test_the_chart_says_both_ways_in_words() -> None:
    """What the lines show can be heard."""
    screen, _host = compared("one", "two")
    paper = screen.layout(look()).box("paper")
    assert paper
    assert "A: " in paper.name
    assert "B: " in paper.name


def test_from_the_journal_and_back() -> None:
    """A run that has no other of its story cannot be compared; going back leads to the list, then to the run."""
    host = Journal(cards=cards())
    stack = Stack(host)
    for focus in ("runs", "two", "compare", "one"):
        stack.settle(stack.layout(look()))
        stack.top.focus = focus
        stack.answer(stack.layout(look()), Command(c.PICK))
    assert "They parted at dinner" in stack.layout(look()).words
    for expected in ("Compare with which run?", "Compare with another"):
        stack.answer(stack.layout(look()), Command(c.BACK))
        assert expected in stack.layout(look()).words
    alone = Stack(Journal(cards=cards()[:1]))
    for focus in ("runs", "two"):
        alone.settle(alone.layout(look()))
        alone.top.focus = focus
        alone.answer(alone.layout(look()), Command(c.PICK))
    assert alone.layout(look()).box("compare") is None


def test_a_run_that_is_open_elsewhere_is_told() -> None:
    """As a sentence, and nothing stays open."""
    host = Journal()
    stack = Stack(host)
    stack.screens.append(Compare(host, "one", (("gone", "Gone"),)))
    stack.answer(stack.layout(look()), Command("with", "gone"))
    assert "Another window has this run open." in stack.layout(look()).words
    assert host.held == 0
