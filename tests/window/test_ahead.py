"""What is made ahead is made in turn, a little at a time."""

from __future__ import annotations

import time
from collections.abc import Iterator

from game.host import Refusal
from game.window.ahead import AT_ONCE, Ahead


def pieces(made: list[str], *names: str) -> Iterator[None]:
    """Yield once for each name, after it is noted."""
    for name in names:
        made.append(name)
        yield


def test_the_page_comes_first_and_then_each_other_once() -> None:
    """One of the others at a time; what is refused is left to whoever asks for it in earnest."""
    made: list[str] = []

    def refused() -> None:
        raise Refusal("It is gone.")

    ahead = Ahead([refused, lambda: made.append("stories")])
    ahead.turn(pieces(made, "layout", "words"))
    for _beat in range(4):
        ahead.work()
    assert made == ["layout", "words", "stories"]


def test_a_long_piece_ends_the_beat() -> None:
    """So that a key waits for no more than one of them."""
    made: list[int] = []

    def long() -> Iterator[None]:
        for number in range(3):
            time.sleep(AT_ONCE)
            made.append(number)
            yield

    ahead = Ahead([])
    ahead.turn(long())
    ahead.work()
    assert made == [0]


def test_another_page_takes_the_place_of_the_one_before() -> None:
    """Of which the rest is not made."""
    made: list[str] = []
    ahead = Ahead([])
    ahead.turn(pieces(made, "old"))
    ahead.turn(pieces(made, "new"))
    ahead.work()
    assert made == ["new"]
