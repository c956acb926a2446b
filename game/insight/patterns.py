"""The 24 patterns: six situations by four dynamics, and the weight of each on the two meters.

Each dynamic sums to 8 on each meter over the six situations, so no corner is easier to reach.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from game.language import N_


@dataclass(frozen=True, slots=True)
class Pattern:
    """A way of answering a situation. `me` and `we` are the weights of an option that shows it."""

    id: str
    name: str
    what: str
    situation: str
    dynamic: str
    me: int
    we: int


PATTERNS: Final[Mapping[str, Pattern]] = {
    pattern.id: pattern
    for pattern in (
        Pattern(
            "decide_together",
            N_("Decide together"),
            N_("Say my view, ask theirs, settle on something both can live with"),
            "decision",
            "interdependence",
            1,
            2,
        ),
        Pattern(
            "decide_solo",
            N_("Decide alone"),
            N_("Settle by myself a thing that touches both, and tell later"),
            "decision",
            "independence",
            2,
            -1,
        ),
        Pattern(
            "hand_over_choice",
            N_("Hand over the choice"),
            N_("Let the partner choose because I do not trust my own judgement"),
            "decision",
            "dependence",
            -2,
            -1,
        ),
        Pattern(
            "swallow_preference",
            N_("Swallow my wish"),
            N_("Hide what I want so that they are pleased or the evening stays calm"),
            "decision",
            "codependence",
            -2,
            1,
        ),
        Pattern(
            "ask_openly",
            N_("Ask openly"),
            N_("Name my worry or need, ask for something specific, keep my own next step"),
            "feelings",
            "interdependence",
            2,
            1,
        ),
        Pattern(
            "handle_alone",
            N_("Handle it alone"),
            N_("Keep a worry to myself, or decline help I could use"),
            "feelings",
            "independence",
            1,
            -2,
        ),
        Pattern(
            "soothe_me_first",
            N_("Calm me first"),
            N_("Bring my distress for them to settle, with no step of mine and no room for theirs"),
            "feelings",
            "dependence",
            -1,
            -2,
        ),
        Pattern(
            "mood_follows",
            N_("Mood follows theirs"),
            N_("Let their mood set mine; put my state aside and work on theirs until they are fine"),
            "feelings",
            "codependence",
            -1,
            1,
        ),
        Pattern(
            "balance_time",
            N_("Time apart and together"),
            N_("Agree on time of my own *and* a time for us, both spoken"),
            "time",
            "interdependence",
            1,
            1,
        ),
        Pattern(
            "parallel_plans",
            N_("Run in parallel"),
            N_("Fill my time with my own plans and leave our time to chance"),
            "time",
            "independence",
            1,
            -1,
        ),
        Pattern(
            "plead_stay",
            N_("Ask them to stay"),
            N_("Ask them to give something up because I cannot manage alone"),
            "time",
            "dependence",
            -1,
            -2,
        ),
        Pattern(
            "drop_my_plan",
            N_("Drop my plan"),
            N_("Give up my plan, rest or chance, unasked, to be near or to please them"),
            "time",
            "codependence",
            -2,
            1,
        ),
        Pattern(
            "back_each_other",
            N_("Back each other"),
            N_("Cheer or help their goal with real interest, and say what it means for mine"),
            "growth",
            "interdependence",
            1,
            2,
        ),
        Pattern(
            "brief_nod",
            N_("Brief nod"),
            N_("Acknowledge their news kindly and return to my own track"),
            "growth",
            "independence",
            1,
            -1,
        ),
        Pattern(
            "seek_reassurance",
            N_("Ask for proof again"),
            N_("Turn their news into a question about us or me, already answered"),
            "growth",
            "dependence",
            -1,
            -1,
        ),
        Pattern(
            "earn_my_place",
            N_("Earn my place"),
            N_("Make their goal my project so that I am needed"),
            "growth",
            "codependence",
            -1,
            2,
        ),
        Pattern(
            "kind_limit",
            N_("Kind limit"),
            N_("Stay in it: state my limit or view warmly, hear theirs, look for a fix"),
            "conflict",
            "interdependence",
            2,
            1,
        ),
        Pattern(
            "cool_exit",
            N_("Cool exit"),
            N_("Step out of the hard talk with no time of return, and carry on with my things"),
            "conflict",
            "independence",
            1,
            -2,
        ),
        Pattern(
            "wait_for_repair",
            N_("Wait for them to fix it"),
            N_("Freeze, and leave it to them to say what happens next"),
            "conflict",
            "dependence",
            -2,
            -1,
        ),
        Pattern(
            "absorb_blame",
            N_("Absorb the blame"),
            N_("Apologise for more than my part so that the tension ends"),
            "conflict",
            "codependence",
            -1,
            1,
        ),
        Pattern(
            "lean_and_return",
            N_("Lean and return"),
            N_("Accept help, do the part I can, take my turn in some form"),
            "load",
            "interdependence",
            1,
            1,
        ),
        Pattern(
            "separate_ledger",
            N_("Separate ledgers"),
            N_("Keep mine and yours strictly apart; no pooling, no favours owed"),
            "load",
            "independence",
            2,
            -1,
        ),
        Pattern(
            "lean_no_return",
            N_("Lean, no return"),
            N_("Let them carry what I could carry, and let my turn slide"),
            "load",
            "dependence",
            -1,
            -1,
        ),
        Pattern(
            "cover_for_them",
            N_("Cover for them"),
            N_("Take over their duty, or shield them from its result"),
            "load",
            "codependence",
            -1,
            2,
        ),
    )
}
"""All patterns by id; names and explanations are English and marked for translation."""
