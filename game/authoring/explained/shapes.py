"""Why a thing has the wrong form: keys, steps, options, ids."""

from __future__ import annotations

from typing import Final

from game.authoring.explained.why import Why
from game.language import N_

FORMS: Final[dict[str, Why]] = {
    "unknown-key": Why(
        N_(
            "Each place knows certain names, and this is none of them. Most often it is misspelt; the nearest"
            " real one is named. Nothing is silently ignored, since you meant something by it."
        ),
        "- chose:",
        "- choose:",
    ),
    "misplaced-key": Why(
        N_(
            "The name is right, but the place is not. Usually the line stands too far in or too far out, so that"
            " what should belong to an option, say, lies beside the passages."
        ),
        "shows: decide_solo",
        "- The kettle sings.",
    ),
    "words-expected": Why(
        N_(
            "This name takes plain words, and what stands here is a list or has names of its own. A dash or a"
            " colon in the wrong place makes that of a sentence."
        ),
        "title:\n  - Tea",
        "title: Tea",
    ),
    "names-expected": Why(
        N_(
            "Here things are called by names, such as passages by theirs, so that options and conditions can"
            " speak of them. A list with dashes, or plain words, gives them none."
        ),
        "passages:\n  - The kettle sings.",
        "passages:\n  start:\n    - The kettle sings.",
    ),
    "list-expected": Why(
        N_(
            "Here several things come one after the other, each with a dash, and their order counts. What stands"
            " here is one thing, or things with names."
        ),
        "- cases: The kettle sings.",
        "- cases:\n    - then: The kettle sings.",
    ),
    "value-missing": Why(
        N_(
            "The name is there and nothing behind it. A line that was left for later is better deleted until"
            " then: whatever may be left out is simply left out."
        ),
        "place:",
        "place: kitchen",
    ),
    "flag-expected": Why(
        N_(
            "This is a switch, and a switch is `true` or `false`. `yes`, `no`, `on` and `off` are ordinary words"
            " in a story, never turned into something else behind your back."
        ),
        "again: maybe",
        "again: true",
    ),
    "flag-spelling": Why(
        N_(
            "Values are taken as they are typed, and only `true` and `false` say yes and no. With a capital letter it"
            " would be a word like any other, and no condition could ask for it."
        ),
        "variables: {late: False}",
        "variables: {late: false}",
    ),
    "number-expected": Why(
        N_("Here a plain whole number is needed: no words, no fractions, no quotes with signs in them."),
        "dead_zone: {me: one, we: 0}",
        "dead_zone: {me: 1, we: 0}",
    ),
    "percent-expected": Why(
        N_("A share is a number from 0 to 100, with or without the sign %."),
        "promises: {every_ending_above: ten}",
        "promises: {every_ending_above: 10%}",
    ),
    "not-among": Why(
        N_(
            "This name takes one of a few words, and here is another. They are few so that every picture and"
            " every pose exists."
        ),
        "season: sumer",
        "season: summer",
    ),
    "title-missing": Why(
        N_(
            "The title stands above the page and in the history, so a scene needs one. It is also the first thing"
            " that you see of it in any list."
        ),
        "passages:",
        "title: Tea\npassages:",
    ),
    "passages-missing": Why(
        N_("A scene happens in its passages, and this one has none. One is enough, with one line of prose in it."),
        "at: at tea",
        "at: at tea\npassages:\n  start:\n    - The kettle sings.",
    ),
    "step-a-list": Why(
        N_(
            "A passage is a list of steps, and one of its steps is again a list: there is a dash, or a pair of"
            " brackets, too much."
        ),
        "- [The kettle sings, The cat sleeps]",
        "- The kettle sings.\n- The cat sleeps.",
    ),
    "step-mixed": Why(
        N_(
            "A step does one thing after the other, and so each has its own dash; what a step asks and what it"
            " does cannot share one. Otherwise nobody could tell which comes first."
        ),
        "- when: me > 1\n  then: You hum.\n  go: end",
        "- when: me > 1\n  then: You hum.\n- go: end",
    ),
    "then-missing": Why(
        N_("A condition alone changes nothing. What is to happen if it holds stands beside it, under `then`."),
        "- when: me > 1\n- You hum.",
        "- when: me > 1\n  then: You hum.",
    ),
    "companion-alone": Why(
        N_(
            "`then` and `else` say what follows a condition, and `order` speaks of a choice. Without the line"
            " that they belong to they mean nothing; perhaps they only stand in the wrong column."
        ),
        "- then: You hum.",
        "- when: me > 1\n  then: You hum.",
    ),
    "case-too-early": Why(
        N_(
            "Cases are tried from top to bottom, and one without a condition always fits. Whatever stands below"
            " it can never be read; move it to the end, where it is the “otherwise”."
        ),
        "- then: You hum.\n- when: me > 1\n  then: You sing.",
        "- when: me > 1\n  then: You sing.\n- then: You hum.",
    ),
    "choose-listed": Why(
        N_(
            "Options have names, so that kept runs find them after an edit, and so that later scenes can ask"
            " whether they were picked. A list with dashes gives them none."
        ),
        "- Take it black.\n- Pour some milk.",
        "  take_black:\n    do: Take it black.\n  pour_milk:\n    do: Pour some milk.",
    ),
    "option-wordless": Why(
        N_(
            "An option has to say what the reader would do or say. This one has a name and effects, but nothing"
            " to read."
        ),
        "black:\n  then: You drink.",
        "black:\n  do: Take it black.\n  then: You drink.",
    ),
    "option-two-voices": Why(
        N_(
            "An option is an act or a speech: `do` is shown as it is, `say` in quotation marks. With both, the"
            " reader could not know which of them happens."
        ),
        "do: Take it black.\nsay: Black, please.",
        "say: Black, please.",
    ),
    "meter-without-pattern": Why(
        N_(
            "The meters move only for a reason that the reveal can name, and the reason is the pattern. Without"
            " `shows` the ending could not explain itself."
        ),
        "me: 1\nwe: -1",
        "shows: decide_solo\nrecall: you took it black",
    ),
    "meter-range": Why(
        N_(
            "One answer counts 1 or 2, up or down. With larger numbers one moment would decide a whole year, and"
            " with 0 the option would not take part; leave the line out to take the pattern’s own weight."
        ),
        "me: 50",
        "me: 2",
    ),
    "pattern-unknown": Why(
        N_(
            "The 24 patterns are fixed, because the reveal has words for each of them. This is none; perhaps a"
            " letter is wrong. What each of them says stands in the guide, on the page “The 24 patterns”."
        ),
        "shows: decide_togehter",
        "shows: decide_together",
    ),
    "again-scored": Why(
        N_(
            "What can be picked again and again could move the meters without an end, and a run would no longer"
            " say what somebody chose. So only options that show nothing may come again."
        ),
        "recall: you took it black\nagain: true",
        "recall: you took it black",
    ),
    "id-form": Why(
        N_(
            "Names are written small and without spaces, so that conditions, runs and you can speak of them in"
            " one word. The words that readers see are in `do`, `say` or `title`, and may be anything."
        ),
        "The Black One:",
        "the_black_one:",
    ),
    "id-reserved": Why(
        N_(
            "This word already means something: in conditions (`not`, `me`), in runs (`skip`), or after `go`"
            " (`end`). As a name it could not be told from that."
        ),
        "end:",
        "the_end:",
    ),
    "id-twice": Why(
        N_(
            "Passages and options of a scene share their names, because a run and a condition call both by"
            " `scene.name`. Here one name would mean two things."
        ),
        "start:\n  do: Take it black.",
        "black:\n  do: Take it black.",
    ),
    "was-taken": Why(
        N_(
            "`was` tells older runs where an option went that has a new name. If the old name is in use again, a"
            " run could not know which of the two was picked."
        ),
        "was: white",
        "was: plain",
    ),
    "was-taken-scene": Why(
        N_(
            "`was` tells older runs where the scene went. A scene cannot have been called what a scene is called"
            " now, least of all itself."
        ),
        "was: was_taken_scene",
        "was: teatime",
    ),
}
"""The explanations by the names of the rules."""
