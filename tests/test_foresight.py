"""What could have followed is searched for once, and whoever asks for it waits for it."""

from __future__ import annotations

import pytest

from game.foresight import Foresight
from game.insight import what_if
from tests.samples import STORY


def test_it_is_what_the_analysis_says() -> None:
    """Whether it was begun before or not."""
    foresight, picks = Foresight(), ("dinner.noodles", "offer.go")
    foresight.begin(STORY, picks)
    assert foresight.of(STORY, picks) == Foresight().of(STORY, picks) == what_if.what_if(STORY, picks)


def test_the_same_answers_are_searched_once() -> None:
    """Others anew."""
    foresight = Foresight()
    first = foresight.begin(STORY, ("dinner.noodles",))
    assert foresight.begin(STORY, ("dinner.noodles",)) is first
    assert foresight.begin(STORY, ("dinner.phone",)) is not first


def test_a_search_that_fails_fails_whoever_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    """And nobody else."""

    def broken(*_about: object) -> None:
        raise ValueError("broken")

    monkeypatch.setattr(what_if, "in_time", broken)
    foresight = Foresight()
    foresight.begin(STORY, ())
    with pytest.raises(ValueError, match="broken"):
        foresight.of(STORY, ())
