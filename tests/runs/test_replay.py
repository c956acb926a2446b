"""Playing a kept run again, in the same story and in an edited one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.runs.replay import Resumed, resume
from game.runs.run import BadRun, Run
from game.session import Session
from game.story import engine
from game.story.called import Called
from game.story.fingerprint import fingerprint
from game.story.model import Choose, Story
from game.story.text import NameOf
from tests.runs.kept import HASH, RUN
from tests.samples import STORY, words

OVER = replace(RUN, choices=("dinner.noodles", "offer.stay"), finished=True)


def edited(**options: str) -> Story:
    """Return the story with options of other names (given by their last part), and no word about it."""
    names = {f"dinner.{old}": f"dinner.{new}" for old, new in options.items()}
    nodes = tuple(
        replace(node, options=tuple(names.get(each, each) for each in node.options))
        if isinstance(node, Choose)
        else node
        for node in STORY.nodes
    )
    built = [replace(option, id=names.get(option.id, option.id)) for option in STORY.options.values()]
    return replace(STORY, nodes=nodes, options={option.id: option for option in built})


def in_edited(story: Story, run: Run = RUN) -> Resumed:
    """Resume a run in an edited story."""
    assert fingerprint(story) != HASH
    return resume(story, fingerprint(story), run)


def test_the_same_story_takes_every_answer() -> None:
    """There is nothing to tell."""
    assert resume(STORY, HASH, RUN) == Resumed(RUN.choices, finished=False)
    assert resume(STORY, HASH, OVER) == Resumed(OVER.choices, finished=True)


def test_what_comes_out_can_be_given_to_a_session() -> None:
    """Each answer is one pick."""
    session = Session(STORY, RUN.seed)
    for pick in resume(STORY, HASH, OVER).picks:
        session.pick(pick)
    assert session.finished


def test_v20_an_edit_that_changes_no_answer() -> None:
    """The player is told all the same."""
    found = in_edited(edited(phone="ring"))
    assert found == Resumed(
        RUN.choices,
        finished=False,
        notice="The story was changed since this run was kept. All your 2 answers still fit.",
    )


def test_v20_an_answer_that_is_gone() -> None:
    """The run goes on where it still fits, and the sentence says where that is."""
    found = in_edited(edited(noodles="soup"))
    assert found == Resumed(
        ("dinner.wait",),
        finished=False,
        dropped=1,
        notice="The story was changed since this run was kept. "
        "It was played again up to “Dinner”; answer 2 of 2 could not be given any more.",
    )


def test_an_option_declared_as_renamed_still_fits() -> None:
    """`was:` leads from the old id to that of today."""
    story = replace(edited(noodles="soup"), renamed={"dinner.noodles": "dinner.soup"})
    assert in_edited(story).picks == ("dinner.wait", "dinner.soup")


def test_an_old_name_that_means_something_else_today_is_not_followed_in_the_same_story() -> None:
    """Under the same hash the ids are those of today."""
    story = replace(STORY, renamed={"dinner.noodles": "dinner.phone"})
    assert resume(story, HASH, RUN).picks == RUN.choices


def test_v19_a_story_that_ends_earlier() -> None:
    """Answers after its end could not be given."""
    story = replace(STORY, nodes=(*STORY.nodes[:9], STORY.nodes[14], *STORY.nodes[10:]))
    found = in_edited(story, OVER)
    assert (found.picks, found.finished, found.dropped) == (("dinner.noodles",), True, 1)
    assert str(found.notice).endswith("It was played again up to its end; answer 2 of 2 could not be given any more.")


def test_a_finished_run_of_a_story_that_grew() -> None:
    """There is more to answer, and the sentence says so."""
    run = replace(OVER, story_hash="0" * 64, choices=OVER.choices[:1])
    found = resume(STORY, HASH, run)
    assert str(found.notice).endswith("Your 1 answer still fits. There is more to answer now.")


def test_the_title_is_spelled_with_the_player_s_names() -> None:
    """A title may name the other."""
    scene = replace(STORY.scenes["dinner"], title=(NameOf("sam"), *words("’s dinner")))
    story = replace(edited(noodles="soup"), scenes={**STORY.scenes, "dinner": scene})
    notice = resume(story, fingerprint(story), RUN, {"sam": Called("Kim", "she")}).notice
    assert "up to “Kim’s dinner”;" in str(notice)


def test_a_run_of_another_story_is_refused() -> None:
    """Both are named."""
    with pytest.raises(BadRun) as refused:
        resume(STORY, HASH, replace(RUN, story_id="our-year"))
    assert str(refused.value) == "This run belongs to the story our-year, and this is the story sample."


def test_c06_an_answer_that_was_not_open() -> None:
    """Under the same hash this very story could not have led there."""
    with pytest.raises(BadRun) as refused:
        resume(STORY, HASH, replace(RUN, choices=("dinner.wait", "dinner.curry")))
    assert str(refused.value) == "This run was changed outside the game: its answer 2 is not open there."


@pytest.mark.parametrize("run", [replace(RUN, finished=True), replace(OVER, finished=False)])
def test_an_end_that_is_claimed_or_denied(run: Run) -> None:
    """Whether a run is over is computed; the flag only has to agree."""
    with pytest.raises(BadRun) as refused:
        resume(STORY, HASH, run)
    assert str(refused.value) == "This run was changed outside the game: it does not end where it says."


@settings(max_examples=50)
@given(st.data())
def test_every_edit_ends_at_the_same_place_or_in_a_sentence(data: st.DataObject) -> None:
    """Whatever was answered and whichever options were renamed: what is taken is a beginning of it, played by ids."""
    session = Session(STORY, 1)
    while (choice := session.offered) and data.draw(st.booleans()):
        session.pick(data.draw(st.sampled_from([*(each.id for each in choice.options), f"{choice.scene}.skip"])))
    run = replace(RUN, choices=session.picks, finished=session.finished)
    gone = data.draw(st.sets(st.sampled_from(("noodles", "curry", "phone", "wait"))))
    story = edited(**{option: f"new_{option}" for option in gone})
    found = resume(story, fingerprint(story), run)
    assert found.picks == run.choices[: len(found.picks)]
    assert found.dropped == len(run.choices) - len(found.picks)
    lost = [pick for pick in run.choices if pick.removeprefix("dinner.") in gone]
    assert bool(lost) == bool(found.dropped)
    assert bool(found.notice) == bool(gone)
    state, _events = engine.begin(story)
    for pick in found.picks:
        state, _events = engine.step(story, state, pick)
    assert engine.finished(story, state) == found.finished
