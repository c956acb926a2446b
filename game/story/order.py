"""The order in which a run shows its options: not drawn but sorted, so that it is the same everywhere."""

from __future__ import annotations

import hashlib

from game.story.events import Offer, Offered


def arranged(choice: Offered, seed: int) -> Offered:
    """Return `choice` with its options in the order of a run: by SHA-256 of "seed/id", unless the author fixed it."""
    if choice.fixed_order:
        return choice

    def rank(offer: Offer) -> bytes:
        return hashlib.sha256(f"{seed}/{offer.id}".encode()).digest()

    return Offered(choice.scene, tuple(sorted(choice.options, key=rank)), choice.closed, choice.fixed_order)
