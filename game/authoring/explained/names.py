"""Why a name leads nowhere: passages, variables, people, scenes."""

from __future__ import annotations

from typing import Final

from game.authoring.explained.why import Why
from game.language import N_

NAMES: Final[dict[str, Why]] = {
    "go-unknown": Why(
        N_(
            "`go` leads to a passage of the same scene, or to `end`, and there is no such passage. Nothing may"
            " lead nowhere, so the story does not start before this is settled."
        ),
        "- go: hal",
        "- go: hall",
    ),
    "variable-unknown": Why(
        N_(
            "A variable is declared in `story.yaml` before anybody uses it, with what it holds at the start. So a"
            " slip of the finger is found here, and not by a reader for whom an echo never comes."
        ),
        "- set: {drnuk: tea}",
        "- set: {drunk: tea}",
    ),
    "value-kind": Why(
        N_(
            "A variable keeps its kind: what begins as a word holds single words, a flag is true or false, a"
            " number stays a number. So a condition can always be answered."
        ),
        "- set: {drunk: green tea}",
        "- set: {drunk: green_tea}",
    ),
    "value-out-of-bounds": Why(
        N_(
            "The number was declared with a lowest and a highest value, and this is outside. The bounds are what"
            " makes it possible to say for certain what your story can do."
        ),
        "- set: {cups: 4}",
        "- set: {cups: 3}",
    ),
    "add-not-a-number": Why(
        N_(
            "Adding needs a number with bounds, and this variable holds a word or a flag. Set it instead, or"
            " declare it as a number."
        ),
        "- add: {drunk: 1}",
        "- set: {drunk: coffee}",
    ),
    "number-unbounded": Why(
        N_(
            "A number that may grow for ever has endlessly many values, and then nobody could look at all"
            " playthroughs. Two bounds are enough; adding stops there."
        ),
        "variables: {spoons: 2, drunk: coffee, cups: {start: 0, low: 0, high: 3}}",
        "variables: {drunk: coffee, cups: {start: 0, low: 0, high: 3}}",
    ),
    "bounds-wrong": Why(
        N_("The start has to lie between the lowest and the highest value, or at one of them."),
        "variables: {drunk: coffee, cups: {start: 7, low: 0, high: 3}}",
        "variables: {drunk: coffee, cups: {start: 0, low: 0, high: 3}}",
    ),
    "variable-kind": Why(
        N_(
            "A variable holds one word, such as `tea`, or true or false, or a bounded number. It is a note that"
            " the story makes to itself, not something to be read aloud, so it needs no sentence."
        ),
        "variables: {drunk: black coffee, cups: {start: 0, low: 0, high: 3}}",
        "variables: {drunk: coffee, cups: {start: 0, low: 0, high: 3}}",
    ),
    "speaker-unknown": Why(
        N_(
            "`Name: words` as a step is speech of somebody in the cast, and nobody has this name. Perhaps it is"
            " misspelt; perhaps the person has yet to join the cast; or the colon is just a colon in your prose."
        ),
        "- Mira: Tea?",
        "- Sam: Tea?",
    ),
    "cast-name-twice": Why(
        N_("Speech is known by the name in front of its colon. Two people with one name would be one voice."),
        "mum: {name: Sam}",
        "mum: {name: Mum}",
    ),
    "story-title-missing": Why(
        N_("The title stands on the first page and on the shelf. A story without one could not be found again."),
        "about: Tea",
        "title: Tea",
    ),
    "story-scenes-missing": Why(
        N_(
            "`scenes` says which scene files belong to the story and in which order they come. Without it nobody"
            " knows where to begin."
        ),
        "title: Tea",
        "title: Tea\nscenes: [start]",
    ),
    "scene-unnamed": Why(
        N_(
            "An entry of `scenes` is the name of a file without `.yaml`, or `{scene: ID, when: CONDITION}`. Here"
            " is the condition without the scene."
        ),
        "- start\n- {when: me > 1}",
        "- {scene: start, when: me > 1}",
    ),
    "scene-twice": Why(
        N_(
            "A scene comes once in a run, so that “at dinner” is one dinner and each option is picked once at"
            " most. For a second evening write a second scene."
        ),
        "- start\n- start",
        "- start",
    ),
    "scene-absent": Why(
        N_(
            "`story.yaml` lists a scene that has no file. Either the file has another name, or the line was"
            " written before the scene was."
        ),
        "- strat",
        "- start",
    ),
    "format-unknown": Why(
        N_(
            "The number says which version of the format a story is written in. This game is older than the"
            " story, or the number is a slip."
        ),
        "format: 2",
        "format: 1",
    ),
    "dead-zone-negative": Why(
        N_("The dead zone is the space around 0 in which a meter says nothing, so it cannot be less than nothing."),
        "dead_zone: {me: -1, we: 0}",
        "dead_zone: {me: 1, we: 0}",
    ),
    "choose-in-ending": Why(
        N_(
            "The last words come when all is chosen and the dynamic is known. A choice there could no longer"
            " count; put it into the last scene."
        ),
    ),
    "lead-unknown": Why(
        N_(
            "The promise speaks of an option that the story does not have, so there is nothing to hold it"
            " against. Options are called `scene.option`."
        ),
        "promises: {leads_only_to: {start.aks: [interdependence, in_between]}}",
        "promises: {never_stuck: true}",
    ),
}
"""The explanations by the names of the rules."""
