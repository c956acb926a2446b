"""Why something is better done otherwise."""

from __future__ import annotations

from typing import Final

from game.authoring.explained.why import Why
from game.language import N_

ADVICE: Final[dict[str, Why]] = {
    "circle": Why(
        N_(
            "The text would run from passage to passage for ever and never ask the reader anything. A circle is"
            " fine once there is a choice in it that can lead out."
        ),
        "- go: start",
        "- go: end",
    ),
    "circle-when-used-up": Why(
        N_(
            "An option is picked once in a run. When all of them have been picked, the choice is passed over, and"
            " the text would turn in a circle; so that nobody is caught, the scene then ends."
        ),
        "- go: start",
        "- The kettle is empty.",
    ),
    "more-errors": Why(
        N_(
            "There are so many mistakes in this file that the rest are only counted. One missing sign near the"
            " top often causes most of them; mend the first few and check again."
        ),
    ),
    "more-warnings": Why(
        N_(
            "There is so much to say about this file that the rest is only counted. Mend some, and check again to"
            " see the others."
        ),
    ),
    "scene-unlisted": Why(
        N_(
            "The file lies in the folder, but `story.yaml` does not list it, so no reader ever meets it. Perhaps"
            " you are still writing it; then leave it."
        ),
    ),
    "ending-missing": Why(
        N_(
            "Five endings are possible, and this one has no words of yours: a reader who comes to it gets a few"
            " plain words that fit any story."
        ),
        "endings:",
        "endings:\n  dependence: One cup is poured for you.",
    ),
    "picture-missing": Why(
        N_("No picture comes along under this name, and none of your own has it. The page shows the words alone."),
        "place: kitchn",
        "place: kitchen",
    ),
    "picture-untold": Why(
        N_(
            "Some readers hear the story instead of seeing it. A sentence on what the picture shows lets them in on it."
        ),
    ),
    "picture-absent": Why(
        N_("There are words for a picture, but no picture: a name is misspelt, or the file is yet to come."),
    ),
    "sound-missing": Why(
        N_(
            "The sounds come with the game, each with a caption for those who do not hear it; a story brings none of"
            " its own. Under another name nothing follows: the place sounds as it did."
        ),
        "- sound: rains",
        "- sound: rain",
    ),
    "sound-unheard": Why(
        N_(
            "A stranger’s sound can fill the memory, and whoever does not hear it has no caption for it. So all sounds"
            " come with the game, and a file beside the scenes stays silent."
        ),
    ),
    "passage-unreached": Why(
        N_("No `go` leads to this passage, and it is not the first, so nobody ever reads it."),
        "- The kettle sings.",
        "- The kettle sings.\n- go: cup",
    ),
    "step-unreached": Why(
        N_("The step above leads away in every case, so the text from here on is never read."),
        "- go: end\n- The kettle sings.",
        "- The kettle sings.\n- go: end",
    ),
    "variable-unread": Why(
        N_(
            "A variable is set so that something later can ask for it, and nothing does. Either an echo is"
            " missing, or the variable can go."
        ),
    ),
    "variable-unset": Why(
        N_("Something asks for this variable, but nothing ever changes it, so the answer is always the same."),
    ),
    "word-never-held": Why(
        N_(
            "The condition compares the variable with a word that nothing ever sets, so it can never hold."
            " Usually one of the two is misspelt."
        ),
        "- You had {drunk == tee and cups > 1 ? leaves | grounds}.",
        "- You had {drunk == tea and cups > 1 ? leaves | grounds}.",
    ),
    "condition-impossible": Why(
        N_(
            "Nothing that a reader picks can fulfil this condition: it asks a number to be beyond its bounds, or for"
            " two things that exclude each other. What hangs on it is never read, and an option is never seen."
        ),
        "- when: cups > 5",
        "- when: cups > 2",
    ),
    "condition-out-of-reach": Why(
        N_(
            "Each part of the condition can hold somewhere, but no way through the story brings them here together: of"
            " one choice one answer is picked, what comes later was not picked yet, and meters move by what was."
        ),
        "- when: start.black and start.white",
        "- when: start.black or start.white",
    ),
    "sign-disagrees": Why(
        N_(
            "You moved a meter against the pattern’s own direction, so the reveal would name a pattern that does"
            " not fit its effect. Perhaps the option shows another pattern than you thought."
        ),
        "we: 1",
        "we: -1",
    ),
    "both-strong": Why(
        N_(
            "An answer is mostly about one of the two meters. With 2 on both, one moment outweighs several"
            " others, and the ending hangs on it."
        ),
        "we: -2",
        "we: -1",
    ),
    "recall-missing": Why(
        N_(
            "When the story is over, the reveal tells what the reader did, from this line. Without it, the moment"
            " that decided the ending would be told in bare words."
        ),
        "do: Take it black.\nshows: decide_solo",
        "do: Take it black.\nshows: decide_solo\nrecall: you took it black",
    ),
    "lone-option": Why(
        N_(
            "With one option there is nothing to choose; readers press a key and feel that. Write on, or find the"
            " second thing that a decent person might do."
        ),
        "black:\n  do: Take it black.",
        "black:\n  do: Take it black.\nwhite:\n  do: Pour some milk.",
    ),
    "many-options": Why(
        N_(
            "Beyond five, readers skim and take the first that will do. Three or four that differ in earnest are"
            " better."
        ),
        "grey:\n  do: Take the grey cup.",
        "",
    ),
    "same-words": Why(
        N_("Two options that read alike cannot be chosen between, and yet lead to different things."),
    ),
    "option-long": Why(
        N_(
            "An option is read several times, against its neighbours. Beyond twenty words the act disappears"
            " behind its reasons; put the rest under `then`."
        ),
        "do: Take it black, and say that it has always been black in your family,"
        " ever since the hard winter when the cow died.",
        "do: Take it black.",
    ),
    "options-uneven": Why(
        N_(
            "Readers learn fast that the long, careful answer is “the right one”. Options of similar length give"
            " nothing away."
        ),
        "do: Take it black.",
        "do: Take it black, and keep your questions for the evening.",
    ),
    "choice-may-close": Why(
        N_(
            "Each option here has a condition, so it can happen that none is open, and then the choice is"
            " silently passed over. If that is what you want, leave it; else keep one option open to all."
        ),
        "do: Pour some milk.\nwhen: me < 1",
        "do: Pour some milk.",
    ),
    "paragraph-long": Why(
        N_("Long paragraphs are tiring on a screen and become a wall in large type. A blank line costs nothing."),
    ),
    "pronoun-form": Why(
        N_(
            "The player chooses the pronouns, so prose writes the they-form (`{sam.their}`), and the game turns"
            " it into “her” or “his”. Any other word in that place is taken for a verb."
        ),
        '- "{sam.They} {sam.lose} {sam.thier} cup, and {sam.her} spoon."',
        '- "{sam.They} {sam.lose} {sam.their} cup, and {sam.their} spoon."',
    ),
    "verb-form": Why(
        N_(
            "Verbs in braces stand in the form that goes with “they”, and the game adds the ending where “she” or"
            " “he” needs one. With the ending written too there would be two."
        ),
        '- "{sam.They} {sam.drinks} it."',
        '- "{sam.They} {sam.drink} it."',
    ),
    "diagnosis-word": Why(
        N_(
            "Words of this kind tell readers what the story is about, and from then on they answer as they think"
            " they should. Show what somebody does; the reveal has the words."
        ),
        "- What a toxic cup of tea.",
        "- What a bitter cup of tea.",
    ),
    "step-in-prose": Why(
        N_(
            "A block of prose takes in every line that stands further in than its beginning. A step that slipped"
            " in there is printed for readers and never done: nothing leads on, and a choice is never asked."
        ),
        "- |\n  The kettle sings.\n  - go: kitchen",
        "- |\n  The kettle sings.\n- go: kitchen",
    ),
    "speaker-in-prose": Why(
        N_(
            "A line is speech when it begins with a name of the cast. This one begins like speech, with a word and"
            " a colon, and either the word is nearly a name, or whole sentences follow; but nobody is called so,"
            " and the line is told as it stands. Labels such as “Note:” are left alone."
        ),
        "Sma: Anything warm.",
        "Sam: Anything warm.",
    ),
    "brace-foreign": Why(
        N_(
            "Other tools put names in with two braces, or with other signs. Here it is one pair of braces; all other"
            " signs are for readers, and two braces stand for one that they are to see."
        ),
        '- "{{sam}} pours."',
        '- "{sam} pours."',
    ),
    "stress-foreign": Why(
        N_(
            "Words are stressed by one star before and one behind them. Two stars, as in Markdown, begin a stress"
            " and end it at once, and what looks like HTML is printed as it stands."
        ),
        "- Nobody gets **up**.",
        "- Nobody gets *up*.",
    ),
    "name-as-verb": Why(
        N_(
            "Behind the dot stands a pronoun, or a verb that the game puts into the right form. “Name” is a verb,"
            " too, and would come out as “names”. The name is the id in braces alone."
        ),
        '- "{sam.name} pours."',
        '- "{sam} pours."',
    ),
    "speech-close": Why(
        N_(
            "A line is speech when a name of the cast, a colon and a space begin it. Without the space it is a"
            " sentence like any other, and readers see the name in the middle of the page."
        ),
        "- Sam:Anything warm.",
        '- "Sam: Anything warm."',
    ),
    "step-colonless": Why(
        N_(
            "A step that does something is a key, a colon and a value. Without the colon it is a sentence, so it is"
            " printed for readers, and nothing is done."
        ),
        "- go end",
        "- go: end",
    ),
}
"""The explanations by the names of the rules."""
