"""The scene format: every key that a file may hold, by place, with what it takes and what it is for.

1. This table is the one source of what is known: the builder refuses what is not in it, and says what is.
2. Kinds: words (as they stand), text (words with marks, one paragraph), prose (paragraphs), steps, condition, flag,
   whole (a number), meter, percent, id, go, names (`name: value` lines), list, one of (see `among`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from game.story.names import ENDINGS, FIGURES, SEASONS, TIMES
from game.story.pronouns import PRONOUNS

FORMAT: Final = 1
"""The version of the format that this game writes and reads."""


@dataclass(frozen=True, slots=True)
class Key:
    """A known key: its name, the kind of value it takes, and what it is for, in a sentence for authors."""

    name: str
    kind: str
    what: str
    required: bool = False
    among: tuple[str, ...] = ()


_STAGE: Final = (
    Key("place", "id", "the picture behind the words"),
    Key("season", "one of", "the season of the picture", among=SEASONS),
    Key("time", "one of", "the time of day", among=TIMES),
)

_STORY: Final = (
    Key("format", "whole", "the version of the format, 1"),
    Key("title", "words", "what the story is called", required=True),
    Key("language", "words", "the language it is written in, such as en"),
    Key("about", "words", "a sentence or two for the shelf"),
    Key("content_note", "words", "what a reader may want to know before"),
    Key("question", "words", "what the reveal asks at its end"),
    Key("cast", "names", "the people, by id; without it there is Sam"),
    Key("variables", "names", "what scenes may set: a word, true or false, or a bounded number"),
    Key(
        "scenes",
        "list",
        "the scenes, in order; `{scene: ID, when: CONDITION}` for one that may be passed over",
        required=True,
    ),
    Key("dead_zone", "names", "how far each meter may stray and still name no dynamic"),
    Key("endings", "names", "the last words for each dynamic, as steps without choices"),
    Key("promises", "names", "what the census has to find true of all playthroughs"),
)

_OPTION: Final = (
    Key("do", "text", "the option's words, when it is an act"),
    Key("say", "text", "the option's words, when it is speech"),
    Key("when", "condition", "what has to be true for the option to be open"),
    Key("again", "flag", "true when it may be picked more than once; not for options that show a pattern"),
    Key("shows", "id", "the pattern that the option shows; it moves the meters"),
    Key("me", "meter", "the move of the meter me, when it is not the pattern's own"),
    Key("we", "meter", "the move of the meter we, when it is not the pattern's own"),
    Key("recall", "text", "how the reveal tells it, after `at`: you said what you wanted"),
    Key("protects", "text", "what it protected, for the reveal"),
    Key("costs", "text", "what it cost, for the reveal"),
    Key("lands", "text", "how it landed with the other one, for the reveal"),
    Key("set", "names", "variables and the values they get"),
    Key("add", "names", "bounded numbers and what is added to them"),
    Key("then", "steps", "what follows the pick"),
    Key("go", "go", "the passage that follows; without it the text goes on below"),
    Key("was", "id", "the option's former id, so that older runs still find it"),
)

_STEP: Final = (
    Key("choose", "names", "a choice: options by id"),
    Key("order", "one of", "beside `choose`: fixed keeps your order of the options", among=("fixed",)),
    Key("when", "condition", "a condition, with `then`, and `else` if you like"),
    Key("then", "steps", "beside `when`: what follows if it holds"),
    Key("else", "steps", "beside `when`: what follows if it does not"),
    Key("cases", "list", "several conditions; the first that holds counts"),
    *_STAGE,
    Key("figures", "one of", "how the two stand in the picture", among=FIGURES),
    Key("sound", "id", "a sound to play"),
    Key("set", "names", "variables and the values they get"),
    Key("add", "names", "bounded numbers and what is added to them"),
    Key("go", "go", "the passage that follows, or end"),
)

PLACES: Final[Mapping[str, tuple[Key, ...]]] = {
    "story.yaml": _STORY,
    "a scene": (
        Key("title", "text", "what the scene is called", required=True),
        Key("at", "text", "how the reveal names this moment: at dinner"),
        *_STAGE,
        Key("prompts", "list", "questions for a class, after this scene"),
        Key(
            "passages",
            "names",
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
    "a person": (
        Key("name", "words", "the name; the player may choose another"),
        Key("pronouns", "one of", "they, she or he; the player may choose others", among=PRONOUNS),
    ),
    "a bounded number": (
        Key("start", "whole", "the number at the beginning"),
        Key("low", "whole", "the lowest it can be", required=True),
        Key("high", "whole", "the highest it can be", required=True),
    ),
    "dead_zone": (
        Key("me", "whole", "for the meter me"),
        Key("we", "whole", "for the meter we"),
    ),
    "endings": tuple(Key(ending, "steps", f"the last words for {ending.replace('_', ' ')}") for ending in ENDINGS),
    "promises": (
        Key("every_ending_above", "percent", "each dynamic is at least this likely for an even reader"),
        Key("never_stuck", "flag", "at every choice something is open"),
        Key("every_option_reachable", "flag", "each option can be picked in some playthrough"),
        Key(
            "leads_only_to", "names", "options, each with the endings that a run which picks it may have, and no others"
        ),
    ),
    "pictures.yaml": (
        Key("places", "names", "your own places, by id: `{alt: WORDS}`"),
        Key("figures", "names", "the poses of the two; shipped pictures only"),
    ),
    "a picture": (
        Key("alt", "words", "what the picture shows, for those who hear it", required=True),
        Key(
            "focus",
            "list",
            "the point that stays in sight when a picture of 1600 by 900 is cut: `[x, y]`",
        ),
    ),
}
"""The keys that are known in each place; places are named as messages name them."""

NAMES: Final[Mapping[str, frozenset[str]]] = {
    place: frozenset(key.name for key in keys) for place, keys in PLACES.items()
}
"""The names of the known keys in each place."""


def homes(name: str) -> tuple[str, ...]:
    """Return the places where the key `name` is known."""
    return tuple(place for place, names in NAMES.items() if name in names)


def among(place: str, name: str) -> tuple[str, ...]:
    """Return what the key `name` of `place` can be."""
    return next(key.among for key in PLACES[place] if key.name == name)
