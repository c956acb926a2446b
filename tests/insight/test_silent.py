"""A story without its prose plays as the whole one does."""

from __future__ import annotations

from random import Random

import pytest

from game.insight.silent import silent
from game.story import engine
from game.story.model import Choose
from tests.stories import drawn


@pytest.mark.parametrize("seed", range(80))
def test_every_state_is_the_same(seed: int) -> None:
    """After every answer, skipping among them, both stories stand alike and offer alike."""
    story, random = drawn(seed), Random(seed)  # noqa: S311  # the same each time
    quiet = silent(story)
    (loud_state, _), (state, _events) = engine.begin(story), engine.begin(quiet)
    for _step in range(60):
        assert state == loud_state
        choose = story.nodes[state.place]
        if not isinstance(choose, Choose):
            break
        open_ = [option.id for option in engine.open_options(story, state, choose)]
        assert open_ == [option.id for option in engine.open_options(quiet, state, choose)]
        pick = random.choice([*open_, f"{choose.scene}.skip"])
        (loud_state, _), (state, _events) = engine.step(story, loud_state, pick), engine.step(quiet, state, pick)
