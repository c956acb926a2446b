"""The rules of a story as a whole: what cannot be played (E290-E299), and what is better done otherwise (W2xx)."""

from __future__ import annotations

from typing import Final

from game.authoring.rules.rule import Rule
from game.language import N_

ADVICE: Final[dict[str, Rule]] = {
    "circle": Rule(
        "E290",
        N_("From here the story goes in a circle without a choice: {found}."),
        N_("Put a choice into the circle, or lead out of it with `go: end`."),
    ),
    "circle-when-used-up": Rule(
        "W291",
        N_("When every option here has been picked, the text would go in a circle; the scene then ends at once."),
        N_("Leave one option with `again: true`, or write below the choice where to go then."),
    ),
    "more-errors": Rule("E299", N_("… and {count} more problems in this file.")),
    "more-warnings": Rule("W299", N_("… and {count} more warnings in this file.")),
    "scene-unlisted": Rule(
        "W201",
        N_("No run comes to this scene, because story.yaml does not list it."),
        N_("Add `- {found}` to `scenes`."),
    ),
    "ending-missing": Rule(
        "W202",
        N_("The ending `{ending}` has no words of its own."),
        N_("Write some under `endings:`; short ones stand in for it."),
    ),
    "picture-missing": Rule("W203", N_("There is no picture of a place called `{found}`."), N_("{near}")),
    "picture-untold": Rule(
        "W204",
        N_("{found} has no words for those who cannot see it."),
        N_("Write into pictures.yaml, under `places:`, `{name}: {{alt: What it shows}}`."),
    ),
    "picture-absent": Rule("W205", N_("There is no file pictures/{found}.png for these words."), N_("{near}")),
    "sound-missing": Rule("W206", N_("There is no sound called `{found}`."), N_("{near}")),
    "sound-unheard": Rule(
        "W207",
        N_("Nobody ever hears {found}: a story brings no sounds of its own."),
        N_("Delete it, and let one of the game’s be heard with `sound:`: {known}."),
    ),
    "passage-unreached": Rule(
        "W210", N_("Nothing leads to the passage `{found}`."), N_("Lead there with `go: {found}`, or delete it.")
    ),
    "step-unreached": Rule(
        "W211",
        N_("The step before this one always leads away, so nobody ever comes here."),
        N_("Move the `go` to the end, or delete what follows it."),
    ),
    "variable-unread": Rule(
        "W212", N_("Nothing ever asks for the variable `{found}`."), N_("Let a condition ask for it, or delete it.")
    ),
    "variable-unset": Rule(
        "W213",
        N_("Nothing ever changes the variable `{found}`."),
        N_("Set it somewhere, or delete it and what asks for it."),
    ),
    "word-never-held": Rule(
        "W214", N_("The variable `{variable}` never holds `{found}`, so this never holds."), N_("{near}")
    ),
    "condition-impossible": Rule(
        "W215",
        N_("The condition `{found}` can never hold."),
        N_("Compare its numbers with the bounds in story.yaml, and see whether two of its parts exclude each other."),
    ),
    "condition-out-of-reach": Rule(
        "W216",
        N_("The condition `{found}` never holds here: {why}."),
        N_("Ask for what can come before it, or delete it with what depends on it."),
    ),
    "sign-disagrees": Rule(
        "W220",
        N_("`{key}: {found}` moves the other way than the pattern `{pattern}` does ({own})."),
        N_("Check the pattern; or leave `{key}` out and take the pattern's own."),
    ),
    "both-strong": Rule(
        "W221",
        N_("This option moves both meters by 2."),
        N_("One meter is what the option is about, the other its side effect: make one of them 1."),
    ),
    "recall-missing": Rule(
        "W222",
        N_("The option `{option}` moves the meters, but the reveal has no words for it."),
        N_("Add `recall:`, as in: you said what you wanted."),
    ),
    "lone-option": Rule(
        "W223", N_("A choice of one option is none."), N_("Add another option, or go on without a choice.")
    ),
    "many-options": Rule(
        "W224",
        N_("Here are {count} options; readers keep five in mind at most."),
        N_("Drop some, or split the choice in two."),
    ),
    "same-words": Rule(
        "W225",
        N_("This option has the same words as `{other}`, so readers cannot tell them apart."),
        N_("Change one of the two."),
    ),
    "option-long": Rule(
        "W226", N_("These words of an option are long: {found}."), N_("Stay within 20 words and 120 characters.")
    ),
    "options-uneven": Rule(
        "W227",
        N_("The longest option here has {longest} words and the shortest {shortest}; readers take length for a hint."),
        N_("Let the longest have at most half as many words again as the shortest."),
    ),
    "choice-may-close": Rule(
        "W228",
        N_("Every option here has a condition, so the choice may be passed over."),
        N_("Leave one option without `when`, unless that is what you want."),
    ),
    "paragraph-long": Rule(
        "W230", N_("This paragraph has {count} words; on a screen, 60 are plenty."), N_("Part it with a blank line.")
    ),
    "pronoun-form": Rule(
        "W231",
        N_("`{found}` would be read as a verb. Pronouns are written in the they-form, since the player chooses them."),
        N_("Write {near}."),
    ),
    "verb-form": Rule(
        "W232",
        N_("`{found}` gets its ending from the game; with this one it would have two."),
        N_("Write the form that goes with they: {near}."),
    ),
    "diagnosis-word": Rule(
        "W233",
        N_("`{found}` gives away, before the reveal, what the story is about."),
        N_("Say what somebody does instead."),
    ),
    "step-in-prose": Rule(
        "W234",
        N_("This looks like a step, but is told as prose: {found}"),
        N_("Move it to column {column}, with what belongs to it: {line}"),
    ),
    "speaker-in-prose": Rule(
        "W235",
        N_("Nobody in the cast is called `{found}`, so this line is told, and nobody says it."),
        N_("{near} Add who speaks to `cast:` in story.yaml; or, if nobody does, write it without the colon."),
    ),
    "brace-foreign": Rule(
        "W236",
        N_("`{found}` is shown with its signs: a name is put in by one pair of braces."),
        N_("Write `{near}`."),
    ),
    "stress-foreign": Rule(
        "W248", N_("`{found}` is not stressed: here one star stands on either side."), N_("Write `{near}`.")
    ),
    "name-as-verb": Rule(
        "W237",
        N_("`{found}` is told as a verb, as everything behind a dot that is no pronoun."),
        N_("Write `{near}` for what readers are to see."),
    ),
    "speech-close": Rule(
        "W238",
        N_("No space stands behind `{found}`, so this line is told, and nobody says it."),
        N_("Put a space behind the colon."),
    ),
    "step-colonless": Rule(
        "W239",
        N_("This looks like a step, but lacks its colon and is told as prose: {found}"),
        N_("Write: {line}"),
    ),
}
