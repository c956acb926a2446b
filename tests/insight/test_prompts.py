"""What a group may talk about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.insight.prompts import prompts, state_after
from game.story import engine
from game.story.text import Either
from tests.samples import ATE, STORY, words

BAGS = (Either(ATE, words("What about the bags?"), words("What about the noodles?")),)
ASKED = {"dinner": (BAGS, words("dinner 2"), words("dinner 3")), "offer": (words("offer 1"),)}
SCENES = {id_: replace(scene, prompts=ASKED[id_]) for id_, scene in STORY.scenes.items()}
TALKED = replace(STORY, scenes=SCENES)


def test_the_first_of_each_scene_come_first() -> None:
    """Then the second of each, a scene that comes twice counting once, and no more than were asked for."""
    noodles, phone = state_after(TALKED, ["dinner.noodles"]), state_after(TALKED, ["dinner.phone"])
    both = ("offer", "dinner", "offer")
    all_four = (words("offer 1"), words("What about the noodles?"), words("dinner 2"), words("dinner 3"))
    assert prompts(TALKED, noodles, both, 9) == all_four
    assert prompts(TALKED, noodles, both, 3) == all_four[:3]
    assert prompts(TALKED, phone, ("dinner",), 1) == (words("What about the bags?"),)


def test_the_state_of_a_run_is_where_its_picks_lead() -> None:
    """Each pick counts, and one that is not open is refused."""
    assert state_after(STORY, []) == engine.begin(STORY)[0]
    state = state_after(STORY, ["dinner.noodles", "offer.go"])
    assert (state.me, state.we, state.picked) == (2, 1, frozenset({"dinner.noodles", "offer.go"}))
    with pytest.raises(engine.NotOfferedError):
        state_after(STORY, ["offer.go"])
