"""Why a line was not understood: quotes, colons, brackets, columns."""

from __future__ import annotations

from typing import Final

from game.authoring.explained.why import Why
from game.language import N_

LINES: Final[dict[str, Why]] = {
    "block-not-indented": Why(
        N_(
            "The sign | promises that words follow on the next lines, further in; here the next line stands as"
            " far out as this one, so the block is empty. Indent its words by two spaces."
        ),
        "hall: |",
        "hall: |\n  It is warm.",
    ),
    "first-sign": Why(
        N_(
            "A few signs have a meaning to YAML when they stand first: * and & are shortcuts, @ and ` are kept"
            " for later, % and > are instructions. Further on in a line they are plain signs. Under a | all are"
            " plain from the start."
        ),
        "- @home at last.",
        '- "@home at last."',
    ),
    "first-brace": Why(
        N_(
            "A { at the beginning of a value opens a little list of names and values to YAML. Prose often begins"
            " with a person, such as {sam}, so this is a mistake that everyone makes; quotes, or a |, settle it."
        ),
        "- {sam} knocks.",
        '- "{sam} knocks."',
    ),
    "first-bracket": Why(
        N_(
            "A [ at the beginning of a value opens a list to YAML. In prose it is usually a stage direction or an"
            " aside, and needs quotes or a |."
        ),
        "- [sighs] It rains.",
        '- "[sighs] It rains."',
    ),
    "words-after-bar": Why(
        N_("The sign | says: the words stand below. On its own line nothing else may follow."),
        "- | It rains.",
        "- |\n  It rains.",
    ),
    "words-after-quotes": Why(
        N_(
            "A value that begins with a quotation mark ends at the next one, to YAML; here speech is followed by"
            " more words. Under a | quotation marks are plain signs, and this is how dialogue is written most"
            " easily."
        ),
        '- "Hello," says the rain.',
        '- |\n  "Hello," says the rain.',
    ),
    "quote-in-quotes": Why(
        N_(
            "The value stands in quotation marks, so the first one inside ends it early. Under a | no quotation"
            " mark has to be hidden from anybody."
        ),
        '- "You say "hi" and wait."',
        '- |\n  You say "hi" and wait.',
    ),
    "apostrophe": Why(
        N_(
            "The value stands in single quotes, and an apostrophe is the same sign, so the words end at “It”."
            " Leave the quotes out: an apostrophe in the middle of plain words harms nobody."
        ),
        "- 'It's raining.'",
        "- It's raining.",
    ),
    "quote-never-closed": Why(
        N_(
            "A quotation mark at the beginning of a value has to have a partner at its end. Without it,"
            " everything that follows would belong to the words, down to the next quotation mark somewhere in the"
            " file."
        ),
        '- "It rains, and it rains.',
        "- It rains, and it rains.",
    ),
    "bracket-never-closed": Why(
        N_(
            "Lists and names in brackets are handy in one line, but each bracket needs its partner. Written on"
            " lines of their own, as in the rest of the guide, things need no brackets at all."
        ),
        "- choose: {wait: {do: Wait.",
        "- choose: {wait: {do: Wait.}, knock: {do: Knock.}}",
    ),
    "list-split-words": Why(
        N_(
            "In brackets YAML parts words at each comma, so one sentence has become a list of two pieces. In"
            " quotes, or under a |, it is a sentence again."
        ),
        "- [the phone, or the soup.]",
        '- "[the phone, or the soup.]"',
    ),
    "bad-escape": Why(
        N_(
            'Inside "…" a backslash begins a code, such as \\n for a new line, and this one means nothing. Under a'
            " | a backslash is a plain sign to YAML."
        ),
        '- "It rains on C:\\qux."',
        "- 'It rains on C:/qux.'",
    ),
    "colon-in-words": Why(
        N_(
            "A colon and a space make a name of what stands before them, and you meant a sentence. Speech has"
            " colons all the time, which is why prose is best written under a |, where nothing has to be quoted."
        ),
        "do: Say this: wait.",
        'do: "Say this: wait."',
    ),
    "columns": Why(
        N_(
            "Lines that belong together begin at the same column; that is how YAML sees what belongs to what."
            " This line stands a little further in or out than its neighbours."
        ),
        "   at: at the door",
        "at: at the door",
    ),
    "shallow-prose": Why(
        N_(
            "The first line of a | block says how far in all of its words stand. A later line that stands less far in"
            " falls out of the block, and is read as if it were a name or a step."
        ),
        "You go down.",
        "  You go down.",
    ),
    "dash-among-names": Why(
        N_(
            "At one level there are either names with a colon, or a list of lines with dashes, never both. Either"
            " the dash is too much, or the line belongs further in, under the name above."
        ),
        "- at: at the door",
        "at: at the door",
    ),
    "name-among-dashes": Why(
        N_("Its neighbours are steps, each with a dash, and this line has none. A step of its own needs its own dash."),
        "    place: kitchen",
        "    - place: kitchen",
    ),
    "no-name": Why(
        N_(
            "Among names and their values stand words without a name. They may have slipped out of the block"
            " above: prose has to be further in than the name or the dash that it belongs to."
        ),
        "It rains, and it rains.",
        "at: in the rain",
    ),
    "name-under-words": Why(
        N_(
            "A step that is plain words cannot have anything below it. The line further in looks to YAML as if"
            " the sentence went on."
        ),
        "      place: kitchen",
        "    - place: kitchen",
    ),
    "colon-below-words": Why(
        N_(
            "Plain words may go on over several lines, and a colon with a space makes YAML take what stands before it"
            " for a name. Under a | a colon is a plain sign."
        ),
        "- The bus comes at four, and the driver\n  says: every seat is dry.",
        "- |\n  The bus comes at four, and the driver\n  says: every seat is dry.",
    ),
    "options-outdented": Why(
        N_(
            "What stands further in than a name belongs to it. An option in the same column as `choose` is, to YAML,"
            " no option of it but its neighbour, and whatever follows then seems out of place."
        ),
        "wait:\n    do: Wait.",
        "  wait:\n    do: Wait.",
    ),
    "unreadable": Why(
        N_(
            "YAML stopped here, and none of the common mistakes fits. Look at this line and the one above for a"
            " bracket, a quote or a percent sign that stands alone; or put what is prose under a |."
        ),
        '- choose: {wait: {do: "Wait."%}}',
        '- choose: {wait: {do: "Wait."}, knock: {do: Knock.}}',
    ),
}
"""The explanations by the names of the rules."""
