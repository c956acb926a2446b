"""Why an answer gives itself away."""

from __future__ import annotations

from typing import Final

from game.authoring.explained.why import Why
from game.language import N_

FAIRNESS: Final[dict[str, Why]] = {
    "length-tells": Why(
        N_(
            "Over a whole story, readers notice that the long answers belong together, even if they could not say"
            " so. The dynamics should have options of about the same length, within a tenth."
        ),
    ),
    "word-tells": Why(
        N_(
            "One word keeps to one dynamic, such as “together” to the balanced answers. Readers hear it by the"
            " third scene; spread it, or do without."
        ),
    ),
    "extreme-tells": Why(
        N_(
            "One dynamic is nearly always the longest, or the shortest, of its choice. That is a pattern that"
            " people play by without thinking."
        ),
    ),
    "pattern-twice": Why(
        N_(
            "Two answers to one question show the same pattern, so for the reveal it makes no difference which"
            " one was picked. A choice is richer when each option shows something of its own."
        ),
        "do: Pass on the first cup of tea, since somebody is thirsty.\nshows: decide_solo",
        "do: Pass on the first cup of tea, since somebody is thirsty.\nshows: swallow_preference",
    ),
    "meters-twice": Why(
        N_(
            "Two answers move both meters alike, so they lead to the same ending, while a whole dynamic is"
            " missing from the choice."
        ),
        "do: Pass on the first cup of tea, since somebody is thirsty.\nshows: parallel_plans",
        "do: Pass on the first cup of tea, since somebody is thirsty.\nshows: swallow_preference",
    ),
    "dynamics-few": Why(
        N_(
            "A scene in which only two dynamics are on offer asks a yes-or-no question. Three give room for"
            " something that is neither virtue nor fault."
        ),
    ),
    "motive-missing": Why(
        N_(
            "Leaning on somebody and giving in to somebody can look the same from outside: the difference is why."
            " Without a motive, a reader cannot mean one of them rather than the other."
        ),
        "do: Say that any tea is fine and pour it very gently.",
        "do: Say that any tea is fine, so that the others get theirs.",
    ),
    "patterns-unshown": Why(
        N_(
            "A long story has room for every pattern, and readers whose way is missing never find themselves in"
            " it. Look where one pattern comes up often, and let one of these take a turn."
        ),
    ),
}
"""The explanations by the names of the rules."""
