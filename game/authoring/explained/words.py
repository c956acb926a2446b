"""Why a condition or a mark in prose cannot be read."""

from __future__ import annotations

from typing import Final

from game.authoring.explained.why import Why
from game.language import N_

INSIDE_WORDS: Final[dict[str, Why]] = {
    "condition-too-long": Why(
        N_(
            "A condition of this length cannot be read by the next person, you included. Set a variable where the"
            " thing happens, and ask for that one word here."
        ),
    ),
    "condition-empty": Why(
        N_("In front of the question mark stands what is asked, and here is nothing."),
        '- "The {  ? kettle | cat } sings."',
        '- "The {me > 1 ? kettle | cat} sings."',
    ),
    "condition-syntax": Why(
        N_(
            "Conditions are a small language with few words, so that nothing in a story can ever run as a"
            " program. This sign or word is not one of them."
        ),
        "- when: me >> 2",
        "- when: me > 2",
    ),
    "condition-unfinished": Why(
        N_("The condition ends where something has to follow: after `and`, `or`, `not` or a sign that compares."),
        "- when: me > 1 and",
        "- when: me > 1",
    ),
    "condition-bracket": Why(
        N_("Each opened bracket needs one that closes it, so that it is clear how far the `not` reaches."),
        "- when: not (me > 1",
        "- when: not (me > 1)",
    ),
    "condition-too-deep": Why(
        N_(
            "Brackets in brackets in brackets: no reader of the file can follow. Two steps, or a variable that is"
            " set on the way, say the same."
        ),
        "- when: (((((((((((((((((me > 1)))))))))))))))))",
        "- when: me > 1",
    ),
    "condition-kinds": Why(
        N_(
            "Numbers compare with numbers, words with words, flags with flags. A comparison of two kinds is"
            " always false, which is surely not what you meant."
        ),
        "- when: me == true",
        "- when: me == 1",
    ),
    "condition-order": Why(
        N_("Words and flags are equal or not; only numbers can be more or less."),
        "- when: true < false",
        "- when: me < 0",
    ),
    "condition-compared": Why(
        N_(
            "A comparison has a name or a number on each side. What has `and`, `or`, `not` or a comparison in it is"
            " true or false as it stands, so there is nothing left to compare it with."
        ),
        "- when: (me > 1) == true",
        "- when: me > 1",
    ),
    "condition-not-a-flag": Why(
        N_(
            "A flag can stand alone, because it is true or false. A number or a word has to be compared with"
            " something first."
        ),
        "- when: shown.kind_limit",
        "- when: shown.kind_limit > 0",
    ),
    "condition-unknown-name": Why(
        N_(
            "A condition can ask for a variable, an option (`scene.option`: it was picked), `shown.PATTERN`, `me`"
            " and `we`. This name is none of them, so the answer would always be no."
        ),
        "- when: condition_unknown_name.blakc",
        "- when: condition_unknown_name.black",
    ),
    "brace-open": Why(
        N_("In prose a brace begins something that the game fills in, such as a name, and here its end is missing."),
        "- Then {sam sings.",
        "- Then {sam} sings.",
    ),
    "brace-stray": Why(
        N_(
            "A closing brace without an opening one would be printed as it is, and is nearly always left over"
            " from an edit."
        ),
        "- Then sam} sings.",
        "- Then {sam} sings.",
    ),
    "brace-unknown": Why(
        N_(
            "In braces stands what the game fills in: a person of the cast, a pronoun or a verb of theirs, or two"
            " texts with a condition. This is none of these, so the reader would see a riddle."
        ),
        "- Then {smam} sings.",
        "- Then {sam} sings.",
    ),
    "alternative-nested": Why(
        N_(
            "One alternative inside another can hardly be read, and even less be translated. Give each case a"
            " paragraph of its own."
        ),
        "- Then {me > 1 ? you {we > 1 ? hum | sing} | nobody sings}.",
        "- Then {me > 1 ? you hum | nobody sings}.",
    ),
    "alternative-one-sided": Why(
        N_(
            "An alternative has a text for yes and a text for no, and here is one. If there is nothing to say for"
            " the other, say so with an empty side."
        ),
        "- Then {me > 1 ? you hum}.",
        "- Then {me > 1 ? you hum | nobody sings}.",
    ),
    "step-lost": Why(
        N_(
            "A | takes in every line that stands further in than its beginning, this step among them. What belongs to"
            " the step was taken for prose, too, and there it means nothing, or is missed elsewhere."
        ),
        "  choose:\n    black:\n      do: Take it black.\n      set: {cups: 1}",
        "- choose:\n    black:\n      do: Take it black.",
    ),
    "emphasis-open": Why(
        N_(
            "One * begins a stress and the next one ends it; here the second is missing, and everything up to the"
            " end would be stressed."
        ),
        "- The kettle *sings.",
        "- The kettle *sings*.",
    ),
}
"""The explanations by the names of the rules."""
