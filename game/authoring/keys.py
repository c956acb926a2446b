"""The table of the scene format: every key that a file may hold, by place, with what it takes and what it is for.

1. This table is the one source of what is known. The builder refuses what is not in it; the schema that editors read
   is made from it.
2. Kinds of a single value: words (as they stand), text (words with marks, one paragraph), condition, flag, whole (a
   number), meter, percent, id, go, pattern, picture (an id of one), constant (what a variable can hold), variable (what
   it begins with), one of (see `among`).
3. Kinds that hold others: ids and lines (an id or words, or a list of such); moments; leads (options with one or more
   endings each); steps; ending (steps without choices); cases; passages; texts (a list, or one alone); listed (scenes);
   point; fields (the keys of the place `inside`); names (ids of the author's, each with a value of the kind, or the
   place, `inside`); held (the same for names that there are, me, we and you among them).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from game.story.names import ENDINGS, FIGURES, SEASONS, SOUNDS, TIMES
from game.story.pronouns import PRONOUNS

FORMAT: Final = 1
"""The version of the format that this game writes and reads."""


@dataclass(frozen=True, slots=True)
class Key:
    """A known key: its name, the kind of value it takes, and what it is for, in a sentence for authors.

    `default` is what holds without it, where that is a plain value; `least` and `most` bound a number. `needs` names
    the key beside which alone it makes sense, `apart` those beside which it cannot stand; a flag then cannot be true.
    """

    name: str
    kind: str
    what: str
    required: bool = False
    among: tuple[str, ...] = ()
    inside: str = ""
    default: str = ""
    least: int | None = None
    most: int | None = None
    needs: str = ""
    apart: tuple[str, ...] = ()


HEADS: Final = ("choose", "when", "cases")
"""The keys of a step that asks or branches; a step has one of them at most, or does things."""

_STAGE: Final = (
    Key(
        "place", "picture", "the picture behind the words: one that comes with the game, or pictures/ID.png of your own"
    ),
    Key("season", "one of", "the season of the picture", among=SEASONS),
    Key("time", "one of", "the time of day in the picture", among=TIMES),
)

_STORY: Final = (
    Key("format", "whole", "the version of the format", default=str(FORMAT), least=FORMAT, most=FORMAT),
    Key("title", "words", "what the story is called", required=True),
    Key("language", "words", "the language it is written in, such as en", default="en"),
    Key("about", "words", "a sentence or two for the shelf"),
    Key("content_note", "words", "what a reader may want to know before: Disagreement, worry about money. No violence"),
    Key("question", "words", "what the reveal asks at its end"),
    Key(
        "cast", "names", "the people, by id; without it there is Sam. The player may name the first", inside="a person"
    ),
    Key(
        "variables",
        "names",
        "what scenes may set and conditions ask: `ate: nothing` (a word), `booked: false` (a flag),"
        " `savings: {start: 0, low: 0, high: 5}` (a bounded number)",
        inside="variable",
    ),
    Key(
        "scenes",
        "listed",
        "the scenes, in order, each by its file's name without .yaml;"
        " `{scene: ID, when: CONDITION}` for one that may be passed over",
        required=True,
    ),
    Key("dead_zone", "fields", "how far each meter may stray and still name no dynamic", inside="dead_zone"),
    Key("endings", "fields", "the last words for each dynamic, as steps without choices", inside="endings"),
    Key("promises", "fields", "what the census has to find true of all playthroughs", inside="promises"),
)

_OPTION: Final = (
    Key("do", "text", "the option's words, when it is an act: an act and its motive, the verb first"),
    Key("say", "text", "the option's words, when it is speech", apart=("do",)),
    Key("when", "condition", "what has to be true for the option to be open; it is hidden while it is not"),
    Key(
        "again",
        "flag",
        "true when it may be picked more than once; not for options that show a pattern",
        default="false",
        apart=("shows",),
    ),
    Key("shows", "pattern", "the pattern that the option shows; it moves the meters"),
    Key("me", "meter", "the move of the meter me, when it is not the pattern's own", needs="shows"),
    Key("we", "meter", "the move of the meter we, when it is not the pattern's own", needs="shows"),
    Key("recall", "text", "what you did, as the reveal tells it after `at`: you said what you wanted"),
    Key("protects", "text", "what it protected, for the reveal, after “It protected”: two appetites at one table"),
    Key("costs", "text", "what it cost, for the reveal, after “it cost”: an hour, and soup at nine"),
    Key("lands", "text", "how it was for the other one, for the reveal, as a sentence"),
    Key("set", "names", "variables and the values they get", inside="constant"),
    Key("add", "names", "bounded numbers and what is added to them; they stop at their bounds", inside="whole"),
    Key("then", "steps", "what follows the pick"),
    Key("go", "go", "the passage that follows; without it the text goes on below the choice"),
    Key("was", "ids", "the option's former id, or several, so that older runs still find it"),
)


def _doing(*keys: Key) -> tuple[Key, ...]:
    """Return keys of a step that do something, and so stand apart from those that ask or branch."""
    return tuple(replace(key, apart=HEADS) for key in keys)


_STEP: Final = (
    Key("choose", "names", "a choice: options by id; the text goes on below it", inside="an option", apart=HEADS[1:]),
    Key("order", "one of", "fixed keeps your order of the options", among=("fixed",), needs="choose"),
    Key("when", "condition", "a condition, with `then`, and `else` if you like", needs="then", apart=HEADS[::2]),
    Key("then", "steps", "what follows if it holds", needs="when"),
    Key("else", "steps", "what follows if it does not", needs="when"),
    Key("cases", "cases", "several conditions; the first that holds counts", apart=HEADS[:2]),
    *_doing(
        *_STAGE,
        Key("figures", "one of", "how the two stand in the picture, by what the words say", among=FIGURES),
        Key("sound", "id", f"what is heard here, until the place changes or the scene ends: {', '.join(SOUNDS)}"),
        Key("set", "names", "variables and the values they get", inside="constant"),
        Key("add", "names", "bounded numbers and what is added to them; they stop at their bounds", inside="whole"),
        Key("go", "go", "the passage that follows, or end"),
    ),
)

_CALLED: Final = (
    Key("name", "words", "the name; the player may choose another for the first person"),
    Key("pronouns", "one of", "the pronouns; the player may choose others", among=PRONOUNS, default="they"),
)

PLACES: Final[Mapping[str, tuple[Key, ...]]] = {
    "story.yaml": _STORY,
    "a scene": (
        Key("title", "text", "what the scene is called", required=True),
        Key("at", "text", "how the reveal names this moment: at dinner"),
        *_STAGE,
        Key("prompts", "texts", "questions for a class, after this scene"),
        Key("was", "ids", "the scene's former id, or several, so that older runs still find its options"),
        Key(
            "passages",
            "passages",
            "the scene's passages by id, each a list of steps; play starts at the first",
            required=True,
        ),
    ),
    "a step": _STEP,
    "a case": (
        Key("when", "condition", "what has to be true; the last case may do without"),
        Key("then", "steps", "what follows if it holds", required=True),
    ),
    "an option": _OPTION,
    "an entry of scenes": (
        Key("scene", "id", "the scene's id, its file's name without .yaml", required=True),
        Key("when", "condition", "what has to be true on arrival, or the scene is passed over"),
    ),
    "the names of a person": _CALLED,
    "a person": (
        *_CALLED,
        Key("was", "ids", "the person's former id, or several, so that what a player calls them is not forgotten"),
    ),
    "a bounded number": (
        Key("start", "whole", "the number at the beginning; without it the lowest"),
        Key("low", "whole", "the lowest it can be", required=True),
        Key("high", "whole", "the highest it can be", required=True),
    ),
    "dead_zone": (
        Key("me", "whole", "me is up above it, and down below minus it", default="0", least=0),
        Key("we", "whole", "we is up above it, and down below minus it", default="0", least=0),
    ),
    "endings": tuple(Key(ending, "ending", f"the last words for {ending.replace('_', ' ')}") for ending in ENDINGS),
    "promises": (
        Key("every_ending_above", "percent", "each ending comes to more than this share of even readers: 10%"),
        Key("never_stuck", "flag", "at every choice something is open, and every run ends", default="false"),
        Key("every_option_reachable", "flag", "each option can be picked in some playthrough", default="false"),
        Key("leads_only_to", "leads", "options, each with the endings that are all a run which picks it can have"),
    ),
    "pictures.yaml": (
        Key("places", "names", "your own places, by id: `{alt: WORDS}`", inside="a picture"),
        Key("figures", "names", "the poses of the two; shipped pictures only", inside="a picture"),
    ),
    "a picture": (
        Key("alt", "words", "what the picture shows, for those who hear it", required=True),
        Key("focus", "point", "the point that stays in sight when a picture of 1600 by 900 is cut: `[x, y]`"),
    ),
    "plays.yaml": (Key("plays", "names", "plays that `test` runs, by name", required=True, inside="a play"),),
    "a play": (
        Key("about", "words", "what the play shows, for whoever reads the file"),
        Key("at", "words", "the scene or `scene.passage` where it starts; without it the story's beginning"),
        Key("with", "held", "variables and meters at its start", inside="constant"),
        Key("names", "held", "names and pronouns, by person; `you` is the player", inside="the names of a person"),
        Key("moments", "moments", "what is expected and picked, in order; an id alone is picked"),
        Key("transcript", "words", "the file under `plays/` that holds all that is told"),
        Key("ends", "one of", "the dynamic that the play ends in", among=ENDINGS),
    ),
    "a moment": (
        Key("tells", "lines", "words told since the last pick, in this order"),
        Key("omits", "lines", "words not told since the last pick"),
        Key("open", "lines", "the options that can be picked, all of them, in any order"),
        Key("closed", "lines", "options that cannot be picked here"),
        Key("has", "held", "what variables and meters hold", inside="constant"),
        Key("pick", "words", "the option that is picked then, or `scene.skip`"),
    ),
}
"""The keys that are known in each place; places are named as messages name them."""

NOT_IN_ENDINGS: Final = ("choose", "order")
"""The keys of a step that cannot stand in the last words."""

SPOKEN: Final = ("do", "say")
"""The keys of an option that give its words; it has one of them."""
