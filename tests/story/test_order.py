"""The order in which a run shows its options."""

from dataclasses import replace
from hashlib import sha256

from game.story.events import Offer, Offered
from game.story.order import arranged
from tests.samples import words

OFFERS = tuple(Offer(f"tea.{id_}", words(id_), spoken=False) for id_ in ("black", "white", "cream", "mint"))
CHOICE = Offered("tea", OFFERS[:3], OFFERS[3:], fixed_order=False)


def test_options_are_sorted_by_what_their_seed_and_id_make() -> None:
    """By the SHA-256 of both, so that anybody can sort them alike; two seeds can differ."""
    for seed in range(20):
        ranked = sorted(OFFERS[:3], key=lambda offer: sha256(f"{seed}/{offer.id}".encode()).digest())
        assert arranged(CHOICE, seed) == replace(CHOICE, options=tuple(ranked))
    assert len({arranged(CHOICE, seed).options for seed in range(20)}) > 1


def test_the_author_s_order_stands_where_it_was_asked_for() -> None:
    """Whatever the seed is."""
    fixed = replace(CHOICE, fixed_order=True)
    assert {arranged(fixed, seed) for seed in range(20)} == {fixed}
