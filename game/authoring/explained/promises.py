"""Why a promise does not hold."""

from __future__ import annotations

from typing import Final

from game.authoring.explained.why import Why
from game.language import N_

PROMISES: Final[dict[str, Why]] = {
    "promise-undecided": Why(
        N_(
            "To hold a promise, `check` looks at every playthrough, and this story has too many to finish. A"
            " promise that could not be held is not called kept. What makes a story large is how much it remembers"
            " at the same time."
        ),
    ),
    "dead-zone-unadvised": Why(
        N_(
            "Too wide a dead zone, and almost everyone ends in between; too narrow, and one single answer"
            " decides. The census has computed the widest one that still leaves each ending its room."
        ),
        "dead_zone: {me: 3, we: 3}",
        "dead_zone: {me: 0, we: 0}",
    ),
    "promise-ending-rare": Why(
        N_(
            "You promised that each ending comes to a certain share of readers who answer evenly, and this one"
            " comes to fewer. The shortest run to it is shown, so that you can see how narrow the way is."
        ),
        "promises: {every_ending_above: 20%}",
        "promises: {every_ending_above: 5%}",
    ),
    "promise-ending-never": Why(
        N_(
            "You promised room for every ending, and no answers whatever lead to this one. The hint says how far"
            " the meters go, and how wide the dead zone is."
        ),
        "dead_zone: {me: 1, we: 0}",
        "dead_zone: {me: 0, we: 0}",
    ),
    "promise-stuck": Why(
        N_(
            "There is a way through the story that comes to this choice with every option closed. The run is"
            " shown: play it, and you stand there."
        ),
        "do: Offer the pot to {sam}, because you poured the last time.\nwhen: start.brew",
        "do: Offer the pot to {sam}, because you poured the last time.",
    ),
    "promise-endless": Why(
        N_(
            "Some runs come into a circle that no answer leaves: the reader could go on for ever and never reach"
            " an ending."
        ),
        "do: Look into it once more, because somebody may have lit the gas.\nagain: true\ngo: kettle",
        "do: Look into it once more, because somebody may have lit the gas.\nagain: true\ngo: end",
    ),
    "promise-option-unreachable": Why(
        N_(
            "You promised that each option can be picked in some run, and the conditions on the way shut this one"
            " off for good. Often two conditions exclude each other without looking like it."
        ),
        "when: me > 2",
        "when: me > -1",
    ),
    "promise-lead-broken": Why(
        N_(
            "You promised where this option leads whatever comes after, and one of the ways after it ends"
            " elsewhere. The run is shown."
        ),
        "promises: {leads_only_to: {start.ask: [interdependence, in_between]}}",
        "promises: {leads_only_to: {start.ask: [interdependence, codependence, in_between]}}",
    ),
    "promise-lead-never": Why(
        N_("You promised where this option leads, and no run can pick it at all, so the promise says nothing."),
        "when: me > 2",
        "when: me > -1",
    ),
    "condition-never": Why(
        N_(
            "What depends on this condition is never read or picked. Two options of one choice are never both picked;"
            " an option that comes later has not been picked yet; and a meter goes only as far as the answers take it."
            " `check` tells it of stories that promise something, since for these it walks all playthroughs."
        ),
        "- when: start.white",
        "- when: not start.white",
    ),
}
"""The explanations by the names of the rules."""
