"""The rules of what a story promises of all playthroughs (E260-E269, W260-W269); they need the census.

They stand apart from the rules of meaning: loading a story never asks for them, only `check` does.
"""

from __future__ import annotations

from typing import Final

from game.authoring.rules.rule import Rule
from game.language import N_

PROMISES: Final[dict[str, Rule]] = {
    "promise-ending-rare": Rule(
        "E260",
        N_("The ending `{ending}` is promised above {promised}, and {found} of readers come to it."),
        N_(
            "Let more answers lead there, narrow the dead zone, or promise less. The odds are those of a reader who"
            " picks evenly. A shortest run to it:{run}"
        ),
    ),
    "promise-ending-never": Rule(
        "E261",
        N_("The ending `{ending}` is promised above {promised}, and no run comes to it."),
        N_("The meters end at me {me} and we {we}, and the dead zone is {zone}. Let answers lead there, or narrow it."),
    ),
    "promise-stuck": Rule(
        "E262",
        N_("Nobody is to be stuck, and at the choice in {place} every option can be closed; the text then passes it."),
        N_("Leave one option without `when`. A shortest run that comes there with nothing open:{run}"),
    ),
    "promise-endless": Rule(
        "E263",
        N_("Nobody is to be stuck, and {found} of readers turn in a circle that no answer leaves."),
        N_("Lead out of the circle: with an option that is always open, or with `go: end` below its choice."),
    ),
    "promise-option-unreachable": Rule(
        "E264",
        N_("Every option is promised to be reachable, and no run comes to {count}: {found}."),
        N_("Open a way to each, or delete it.{why}"),
    ),
    "promise-lead-broken": Rule(
        "E265",
        N_("`{option}` is promised to lead only to {promised}, and it can lead to `{ending}`."),
        N_("Let what follows forbid it, or promise that ending, too. A shortest run that goes there:{run}"),
    ),
    "promise-lead-never": Rule(
        "E266",
        N_("`{option}` is promised to lead only to {promised}, and no run comes to it."),
        N_("Open a way to it, or take the promise back.{why}"),
    ),
    "promise-undecided": Rule(
        "W260",
        N_("Whether {what} could not be decided: the walk over all playthroughs was stopped after {stopped}."),
        N_("{way}ake the story remember less at once: read a flag soon after it is set, and never again."),
    ),
    "dead-zone-unadvised": Rule(
        "W261",
        N_("The dead zone is {zone}, and the widest that leaves every verdict room is {advised}."),
        N_(
            "Write `dead_zone: {{{advised_yaml}}}`: of even readers, each dynamic then gets at least 10 %, and in"
            " between at most 45 %."
        ),
    ),
    "condition-never": Rule(
        "W262",
        N_("The condition `{found}` holds in no playthrough{ranges}."),
        N_("Ask for what can come before it: `me-and-we census` tells what every option and meter can come to."),
    ),
}
"""The rules by name."""
