"""A playthrough while it is played: going back and forth loses nothing."""

from hypothesis import given
from hypothesis import strategies as st

from game.session import Session
from game.story.order import arranged
from tests.samples import STORY


def played(*picks: str, seed: int = 1) -> Session:
    """Return a session with these answers."""
    session = Session(STORY, seed)
    assert session.replay(picks) == len(picks)
    return session


def test_rewind_undoes_answers_and_forward_gives_them_again() -> None:
    """Going back and forth ends where it began."""
    session = played("dinner.wait", "dinner.noodles")
    end = session.frames
    assert session.rewind(2)
    assert session.picks == ()
    assert session.forward(2)
    assert session.frames == end


def test_another_answer_after_a_rewind_replaces_what_lay_ahead() -> None:
    """The old future is gone only once a new answer is given."""
    session = played("dinner.noodles", "offer.go")
    session.rewind(2)
    assert session.furthest == ("dinner.noodles", "offer.go")
    session.pick("dinner.phone")
    assert list(session.furthest) == ["dinner.phone"]


def test_the_same_answer_after_a_rewind_keeps_what_lay_ahead() -> None:
    """Answering as before is going forward."""
    session = played("dinner.noodles", "offer.go")
    session.rewind(2)
    session.pick("dinner.noodles")
    assert session.furthest == ("dinner.noodles", "offer.go")


def test_the_listener_hears_of_every_answer() -> None:
    """Whoever keeps the run is told after each pick, and not by a rewind."""
    heard: list[tuple[str, ...]] = []
    session = Session(STORY, 1, lambda each: heard.append(each.picks))
    session.pick("dinner.wait")
    session.rewind()
    session.skip()
    assert heard == [("dinner.wait",), ("dinner.skip",)]


def test_a_rewound_playthrough_is_still_complete() -> None:
    """Going back and giving the same answer keeps the end that lies ahead."""
    session = played("dinner.noodles", "offer.go")
    session.rewind(2)
    session.pick("dinner.noodles")
    assert (session.finished, session.complete) == (False, True)


def test_replaying_stops_at_what_can_not_be_given() -> None:
    """A run of an edited story is played as far as it goes."""
    session = Session(STORY, 1)
    assert session.replay(["dinner.noodles", "dinner.gone", "offer.go"]) == 1
    assert session.picks == ("dinner.noodles",)


@given(st.integers(0, 10**6))
def test_the_order_of_options_depends_on_the_seed_alone(seed: int) -> None:
    """The same seed gives the same order, a permutation of the author's; a fixed order stays."""
    choice = Session(STORY, seed).offered
    assert choice is not None
    assert choice == Session(STORY, seed).offered
    assert sorted(offer.id for offer in choice.options) == ["dinner.noodles", "dinner.phone", "dinner.wait"]
    fixed = played("dinner.noodles", seed=seed).offered
    assert fixed is not None
    assert [offer.id for offer in arranged(fixed, seed).options] == ["offer.stay", "offer.go"]


def test_the_order_is_the_same_everywhere() -> None:
    """A known seed gives a known order: by SHA-256 of "seed/id"."""
    choice = Session(STORY, 7).offered
    assert choice is not None
    assert [offer.id for offer in choice.options] == ["dinner.noodles", "dinner.wait", "dinner.phone"]
