"""The format as a JSON Schema (draft 2020-12), made from the table of keys, for editors that complete and check YAML.

1. Nothing is known here that the table (`keys`), the kinds of values (`kinds`) and the patterns do not say.
2. Editors read YAML as YAML 1.2 does, so that a title such as 1984 is a number to them; each kind takes what it should.
3. What a value is comes from `if` and `then` rather than from `anyOf`, so that a mistake is told once, at its place.
   Only constants with words of their own stand in `anyOf`, where editors complete and explain them.
4. `errorMessage`, `markdownDescription` and `doNotSuggest` are words of yaml-language-server; others pass over them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from game.authoring.keys import NOT_IN_ENDINGS, PLACES, SPOKEN, Key
from game.authoring.shapes import ASKS, Schema, name_of, refer, shape, shared, speech, told

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"

TITLE: Final = "Me & We"
"""Stands above everything that editors show; a title within would stand above what other places share with it."""

FILES: Final[Mapping[str, str]] = {
    "story": "story.yaml",
    "scene": "a scene",
    "pictures": "pictures.yaml",
    "plays": "plays.yaml",
}
"""The kinds of files that a story has, with the places of their keys."""

_STEPS: Final = ("a step", "a case")
_LAST_WORDS: Final[Mapping[str, str]] = {"steps": "ending", "cases": "ending cases", "go": "end"}
"""The kinds of values of steps, and what they are in an ending, which has neither choices nor passages."""

_NOT_TRUE: Final = {"if": {"enum": [True, "true"]}, "then": {"const": False, "errorMessage": ASKS["once"]}}


def file_name(kind: str) -> str:
    """Return how the file with the schema of a kind is called."""
    return f"{kind}.schema.json"


def schema_text(kind: str | None = None) -> str:
    """Return the schema of one kind of file (a key of `FILES`), or of all, as the text of a file."""
    found = _one(kind) if kind else _all()
    return json.dumps(found, indent=1, ensure_ascii=False) + "\n"


def _one(kind: str) -> Schema:
    definitions = _definitions()
    root = definitions.pop(kind)
    return {"$schema": DRAFT, "title": TITLE, **root, "$defs": dict(_needed(root, definitions))}


def _all() -> Schema:
    """Return one schema for every file: one with a key that only story.yaml or pictures.yaml has is taken for that."""
    chosen = refer("scene")
    for kind in ("plays", "pictures", "story"):
        others = {key.name for other in FILES if other != kind for key in PLACES[FILES[other]]}
        own = [{"required": [key.name]} for key in PLACES[FILES[kind]] if key.name not in others]
        chosen = {"if": {"anyOf": own}, "then": refer(kind), "else": chosen}
    return {"$schema": DRAFT, "title": TITLE, **chosen, "$defs": dict(_needed(chosen, _definitions()))}


def _definitions() -> dict[str, Schema]:
    """Return the places of the table and the kinds of values, by name."""
    places = {name_of(place): _place(place, keys) for place, keys in PLACES.items()}
    last = {f"ending_{name_of(place)}": _place(place, _in_endings(PLACES[place])) for place in _STEPS}
    return {**places, **last, **shared()}


def _needed(found: object, definitions: Mapping[str, Schema]) -> Iterator[tuple[str, Schema]]:
    """Yield the definitions that `found` refers to, and those that they refer to."""
    ahead, seen = [*_references(found)], set[str]()
    while ahead:
        name = ahead.pop(0)
        if name not in seen:
            seen.add(name)
            ahead += _references(definitions[name])
            yield name, definitions[name]


def _references(found: object) -> Iterator[str]:
    if isinstance(found, dict):
        if isinstance(found.get("$ref"), str):
            yield found["$ref"].rpartition("/")[2]
        for value in found.values():
            yield from _references(value)
    elif isinstance(found, list):
        for value in found:
            yield from _references(value)


def _in_endings(keys: Iterable[Key]) -> tuple[Key, ...]:
    allowed = (key for key in keys if key.name not in NOT_IN_ENDINGS)
    return tuple(replace(key, kind=_LAST_WORDS.get(key.kind, key.kind)) for key in allowed)


def _place(place: str, keys: Iterable[Key]) -> Schema:
    """Return the schema of the fields of a place."""
    keys = tuple(keys)
    found: Schema = {
        "type": "object",
        "additionalProperties": False,
        "properties": {key.name: _described(key) for key in keys},
    }
    required = [key.name for key in keys if key.required]
    if required:
        found["required"] = required
    if place == "an option":
        found["anyOf"] = [{"required": [name]} for name in SPOKEN]
    if place == "a step":
        found.update(speech())
    needs = {key.name: [key.needs] for key in keys if key.needs}
    if needs:
        found["dependentRequired"] = needs
    apart = _apart(keys)
    if apart:
        found["dependentSchemas"] = apart
    return found


def _apart(keys: Iterable[Key]) -> Schema:
    """Return, for each key beside which others cannot stand, a schema that refuses these; a flag may say false."""
    found: dict[str, Schema] = {}
    for key in keys:
        refused = _NOT_TRUE if key.kind == "flag" else False
        for other in key.apart:
            found.setdefault(other, {"properties": {}})["properties"][key.name] = refused
    return found


def _described(key: Key) -> Schema:
    default: object = key.default
    if key.kind in ("whole", "flag") and key.default:
        default = json.loads(key.default)
    return {**told(key.what), **({"default": default} if key.default else {}), **shape(key)}
