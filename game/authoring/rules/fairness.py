"""The rules of fairness: what would tell readers, before the reveal, what an answer shows (W240-W249)."""

from __future__ import annotations

from typing import Final

from game.authoring.rules.rule import Rule
from game.language import N_

FAIRNESS: Final[dict[str, Rule]] = {
    "length-tells": Rule(
        "W240",
        N_("Options that show {long} have {more} words on average, those that show {short} have {fewer}."),
        N_("Readers learn to tell them by length. Bring all dynamics within 10 % of each other."),
    ),
    "word-tells": Rule(
        "W241",
        N_("`{word}` stands in {count} of {among} options that show {dynamic}, and in {other} of {rest} others."),
        N_("It gives the answer away: use it as often in the others, or not at all."),
    ),
    "extreme-tells": Rule(
        "W242",
        N_("In {count} of {among} choices the {which} option shows {dynamic}."),
        N_("In some of these choices, make another option the {which} one: {where}."),
    ),
    "pattern-twice": Rule(
        "W243",
        N_("This option shows `{pattern}`, as `{other}` in the same choice does."),
        N_("To the reveal the two are one answer: show something else with one of them."),
    ),
    "meters-twice": Rule(
        "W244",
        N_("This option moves me and we exactly as `{other}` does ({me}, {we}), and nothing here shows {missing}."),
        N_("Show something that is missing, or write another `me` or `we`."),
    ),
    "dynamics-few": Rule(
        "W245",
        N_("The options of this scene show {count} of the four dynamics ({found})."),
        N_("Show at least three, so that readers have something to choose between."),
    ),
    "motive-missing": Rule(
        "W246",
        N_("Neither this option (dependence) nor `{other}` (codependence) says why, and the acts alone look alike."),
        N_("Add a motive to one of them: because …, since …, so that …"),
    ),
    "patterns-unshown": Rule(
        "W247",
        N_("No option shows {found}."),
        N_("A story of {count} scored choices has room for all 24 patterns; show it in place of a frequent one."),
    ),
}
"""The rules by name."""
