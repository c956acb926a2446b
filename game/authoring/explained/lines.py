"""Why a line is not where it belongs: words, keys, options and passages that were lost, and signs that are missing."""

from __future__ import annotations

from typing import Final

from game.authoring.explained.why import Why
from game.language import N_

LOST_LINES: Final[dict[str, Why]] = {
    "fell-out": Why(
        N_(
            "A block lasts as long as its lines stand further in than the line with its |. This line stands as far out"
            " as that one, or further, so the block ended before it, and a sentence stands where a name is expected."
        ),
        "Sam: It's for you.",
        "  Sam: It's for you.",
    ),
    "words-outdented": Why(
        N_(
            "Words may go on over several lines, if the later ones stand further in than the name that they belong to."
            " In the name's own column a new name is expected."
        ),
        "come all this way in the rain.",
        "  come all this way in the rain.",
    ),
    "outdented": Why(
        N_(
            "What belongs to an option stands two spaces further in than its name; what stands under `set:` does so,"
            " too. In the option's own column it would be another option, and further out a step."
        ),
        "do: Open the door, because somebody has come all this way.",
        "  do: Open the door, because somebody has come all this way.",
    ),
    "passage-adrift": Why(
        N_(
            "All passages stand in one column, two spaces further in than `passages:`. At the edge of the file stand"
            " the scene's own names, such as `title`, and among the steps nothing but steps."
        ),
        "    hall:",
        "  hall:",
    ),
    "passages-line-missing": Why(
        N_(
            "The names at the edge of a file tell of the scene; its passages stand together under one of them, which"
            " is `passages:`. Without it they would belong to the line above."
        ),
        "  porch:",
        "passages:\n  porch:",
    ),
    "colon-missing": Why(
        N_("It is the colon that makes a name of a word. Without it, what stands below has nothing to belong to."),
        "porch",
        "porch:",
    ),
    "dash-missing": Why(
        N_(
            "The steps of a passage are a list, and each begins with a dash, prose below a | too. Without one the block"
            " would be all that there is in the passage, and the next step could not follow."
        ),
        "|",
        "- |",
    ),
    "space-after-dash": Why(
        N_("A dash begins a step if a space follows it; without one it belongs to the word, as in -5."),
        "-Nobody is there.",
        "- Nobody is there.",
    ),
    "note-sign": Why(
        N_(
            "A note is for whoever edits the file, and nobody else sees it. In other languages it begins with other"
            " signs; here it is a # at the beginning of a line, or after two spaces."
        ),
        "// the last scene of the spring",
        "# the last scene of the spring",
    ),
    "option-dashed": Why(
        N_(
            "Steps are a list with dashes, and options are names without them: a later scene asks for an option by its"
            " name. One dash among them turns the rest of the choice into something else."
        ),
        "- wait:",
        "wait:",
    ),
    "condition-spelling": Why(
        N_(
            "Conditions are made of names, numbers, words and a few signs, and need no quotes. `!` is `not` here, and"
            " the line ends where the condition does."
        ),
        "- when: me > 0:",
        "- when: me > 0",
    ),
    "braces-missing": Why(
        N_(
            "A line holds one name and its value. Several on one line, or one behind the name that it belongs under,"
            " need braces around them, or lines of their own, further in."
        ),
        "black: do: Take it black.",
        "black: {do: Take it black.}",
    ),
}
"""The explanations by the names of the rules."""
