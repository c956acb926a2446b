"""The kinds of values in words of JSON Schema; `json_schema` puts them together.

A kind that several keys share is defined once and referred to; what depends on the key is written where the key is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final, TypeAlias

from game.authoring import kinds
from game.authoring.keys import PLACES, Key
from game.authoring.pictures import shipped_pictures
from game.insight.patterns import PATTERNS, Pattern
from game.story.grammar import LONGEST
from game.story.names import ENDINGS, FIGURES, ID_PATTERN

Schema: TypeAlias = dict[str, Any]

_SITUATIONS: Final[Mapping[str, str]] = {
    "decision": "a decision",
    "feelings": "my feelings",
    "time": "time and space",
    "growth": "growth and news",
    "conflict": "conflict and limits",
    "load": "the shared load",
}
_NOBODY: Final = "Nobody is in the picture."
_SPEAKER: Final = f"^(?!{ID_PATTERN.pattern}$)"
"""A key that is no id stands for somebody who speaks: `- Sam: Soup.`"""

ASKS: Final[Mapping[str, str]] = {
    "words": "Words are expected here, on one line or in a block after |.",
    "id": "A name is made of a-z, 0-9 and _, begins with a letter, and is no word of conditions or runs, such as not.",
    "flag": "This is true or false.",
    "whole": "This is a whole number, such as 3.",
    "meter": "This is -2, -1, 1 or 2; leave it out to take the pattern's own.",
    "percent": "This is a share from 0% to 100%.",
    "constant": "A variable holds one word of letters, digits and _, or true or false, or a whole number.",
    "variable": "This is one word, true or false, or a bounded number: {start: 0, low: 0, high: 5}",
    "list": "A list is expected here: begin each thing on a line of its own with a dash.",
    "names": "Lines of `name: value` are expected here, without dashes.",
    "speech": "This stands beside keys of a step; a line of speech has a dash of its own.",
    "once": "An option that shows a pattern can be picked only once, so it cannot say `again`.",
}
"""What an editor says where a value is not of its kind."""


def told(text: str) -> Schema:
    """Return a sentence as a description: plain for all readers, and with its marks for those who show them."""
    sentence = text[:1].upper() + text[1:].rstrip(".") + "."
    plain = re.sub(r"[`*]", "", sentence)
    return {"description": plain} if plain == sentence else {"description": plain, "markdownDescription": sentence}


def refer(name: str) -> Schema:
    """Return what points to a definition."""
    return {"$ref": f"#/$defs/{name}"}


def name_of(place: str) -> str:
    """Return how the definition of a place of the table is called."""
    return place.removesuffix(".yaml").removeprefix("an ").removeprefix("a ").replace(" ", "_")


def shape(key: Key) -> Schema:
    """Return the schema of the value of a key."""
    return _SHAPES[key.kind](key) if key.kind in _SHAPES else refer(key.kind)


def shared() -> dict[str, Schema]:
    """Return the definitions of the kinds that many keys share."""
    words = {"type": "string", "errorMessage": ASKS["words"]}
    return {
        # Editors would offer true and false where a type allowed them, and a title may be 1984.
        "words": {
            "if": {"type": ["object", "array", "null"]},
            "then": words,
            "pattern": kinds.VISIBLE.pattern,
            "patternErrorMessage": ASKS["words"],
        },
        "id": _matching(kinds.NEW_ID, "id"),
        "pattern": {"anyOf": [_constant(each.id, _pattern(each), each.name) for each in PATTERNS.values()]},
        "place": _place(),
        "constant": _matching(kinds.CONSTANT, "constant", "integer", "boolean"),
        "variable": {
            "if": {"type": "object"},
            "then": refer("bounded_number"),
            "else": _matching(kinds.BEGINNING, "variable", "boolean"),
        },
        "steps": _one_or_more(refer("any_step")),
        "any_step": _any_step("step"),
        "ending": _one_or_more(refer("any_ending_step")),
        "any_ending_step": _any_step("ending_step"),
    }


def speech() -> Schema:
    """Return what a step takes besides its keys: lines of speech, `- Sam: Soup.`, which never stand among these."""
    alone = {"pattern": f"^{ID_PATTERN.pattern}$", "errorMessage": ASKS["speech"]}
    return {
        "patternProperties": {_SPEAKER: refer("words")},
        "if": {"not": {"propertyNames": {"pattern": _SPEAKER}}},
        "then": {"propertyNames": alone},
    }


def _any_step(fields: str) -> Schema:
    return {"if": {"type": "object"}, "then": refer(fields), "else": refer("words")}


def _one_or_more(item: Schema) -> Schema:
    return {"items": item, "if": {"not": {"type": "array"}}, "then": item}


def _matching(pattern: re.Pattern[str], ask: str, *types: str) -> Schema:
    """Return the schema of words that match `pattern`, or of values that editors read as one of `types`."""
    kinds_of = [*types, "string"] if types else "string"
    return {"type": kinds_of, "pattern": f"^(?:{pattern.pattern})$", "errorMessage": ASKS[ask]}


def _constant(value: str, about: str, title: str = "") -> Schema:
    return {"const": value, **({"title": title} if title else {}), **told(about)}


def _pattern(pattern: Pattern) -> str:
    of = _SITUATIONS[pattern.situation]
    return f"{pattern.what}. Of the four in {of}: {pattern.dynamic}, `me: {pattern.me:+}`, `we: {pattern.we:+}`"


def _place() -> Schema:
    own = _matching(kinds.NEW_ID, "id")
    shipped = shipped_pictures().places.items()
    return {"anyOf": [own, *(_constant(name, picture.alternative) for name, picture in shipped)]}


def _among(key: Key) -> Schema:
    if key.among != FIGURES:
        return {"enum": list(key.among)}
    shown = {pose: picture.alternative for pose, picture in shipped_pictures().figures.items()}
    return {"anyOf": [_constant(pose, shown.get(pose, _NOBODY)) for pose in FIGURES]}


def _whole(key: Key) -> Schema:
    bounds = {
        "minimum": -kinds.MOST_WHOLE if key.least is None else key.least,
        "maximum": kinds.MOST_WHOLE if key.most is None else key.most,
    }
    return {**_matching(kinds.WHOLE, "whole", "integer"), **bounds}


def _go(_key: Key) -> Schema:
    return {"anyOf": [_constant("end", "the end of this scene"), refer("id")]}


def _meter(_key: Key) -> Schema:
    typed = re.compile("|".join(map(re.escape, kinds.METERS)))
    return {
        "anyOf": [
            {"enum": sorted(set(kinds.METERS.values())), "errorMessage": ASKS["meter"]},
            _matching(typed, "meter"),
        ]
    }


def _held(key: Key) -> Schema:
    """Return the schema of lines whose names are there already, me, we and you among them."""
    known = {"pattern": f"^{ID_PATTERN.pattern}$", "doNotSuggest": True}
    return {**_names(key), "propertyNames": known}


def _names(key: Key) -> Schema:
    inside = refer(name_of(key.inside)) if key.inside in PLACES else shape(Key("", key.inside, ""))
    ids = {**_matching(kinds.NEW_ID, "id"), "doNotSuggest": True}
    return {"type": "object", "errorMessage": ASKS["names"], "propertyNames": ids, "additionalProperties": inside}


def _leads(_key: Key) -> Schema:
    picks = {"type": "string", "pattern": rf"^{ID_PATTERN.pattern}\.{ID_PATTERN.pattern}$", "doNotSuggest": True}
    endings = _one_or_more({"enum": list(ENDINGS)})
    return {"type": "object", "errorMessage": ASKS["names"], "propertyNames": picks, "additionalProperties": endings}


def _list(items: Schema, **more: object) -> Schema:
    return {"type": "array", "errorMessage": ASKS["list"], "items": items, **more}


_LISTED: Final = {"if": {"type": "object"}, "then": refer("entry_of_scenes"), "else": refer("id")}
_SHAPES: Final[Mapping[str, Callable[[Key], Schema]]] = {
    "picture": lambda _: refer("place"),
    "text": lambda _: refer("words"),
    "texts": lambda _: _one_or_more(refer("words")),
    "ids": lambda _: _one_or_more(refer("id")),
    "lines": lambda _: _one_or_more(refer("words")),
    "moments": lambda _: _list({"if": {"type": "object"}, "then": refer("moment"), "else": refer("words")}),
    "condition": lambda _: {**refer("words"), "maxLength": LONGEST},
    "flag": lambda _: _matching(kinds.FLAG, "flag", "boolean"),
    "whole": _whole,
    "meter": _meter,
    "percent": lambda _: {**_matching(kinds.PERCENT, "percent", "number"), "minimum": 0, "maximum": 100},
    "one of": _among,
    "go": _go,
    "end": lambda _: _constant("end", "the end of the last words"),
    "fields": lambda key: refer(name_of(key.inside)),
    "names": _names,
    "held": _held,
    "leads": _leads,
    "passages": lambda key: {**_names(replace(key, inside="passage")), "minProperties": 1},
    "passage": lambda _: {**refer("steps"), "minItems": 1},
    "cases": lambda _: _list(refer("case")),
    "ending cases": lambda _: _list(refer("ending_case")),
    "listed": lambda _: _list(_LISTED, uniqueItems=True, minItems=1),
    "point": lambda key: _list(_whole(key), minItems=2, maxItems=2),
}
