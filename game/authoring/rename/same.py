"""The same story under another name: what a compiled story looks like once an id in it was renamed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Final, TypeVar

from game.authoring.rename.target import Target
from game.story.conditions import Picked, Shown, ValueOf
from game.story.model import Choose, Enter, Option, Passage, Person, Say, Scene, Story, Variable
from game.story.names import SKIP
from game.story.text import NameOf, Pronoun, Verb

_Any = TypeVar("_Any")

_IDS: Final[Mapping[tuple[type, str], str]] = {
    (Option, "id"): "option",
    (Choose, "options"): "option",
    (Choose, "scene"): "scene",
    (Picked, "option"): "option",
    (Shown, "options"): "option",
    (Passage, "id"): "passage",
    (Enter, "id"): "passage",
    (Scene, "id"): "scene",
    (Story, "scenes"): "scene",
    (Story, "options"): "option",
    (Variable, "id"): "variable",
    (ValueOf, "name"): "variable",
    (Person, "id"): "person",
    (Say, "speaker"): "person",
    (NameOf, "person"): "person",
    (Pronoun, "person"): "person",
    (Verb, "person"): "person",
}
"""The fields of a compiled story that hold ids, and of what kind; those of mappings are their keys."""


def same(old: Story, new: Story, target: Target) -> bool:
    """Tell whether `new` is `old` with one id renamed, and takes every answer of a run that `old` takes."""
    if _bare(new) != _bare(_mapped(old, target)):
        return False
    picks = {*old.options, *old.renamed, *(f"{scene}.{SKIP}" for scene in old.scenes)}
    return all(_today(new, pick) == target.renamed("option", _today(old, pick)) for pick in picks)


def _bare(story: Story) -> Story:
    """Return a story without the former names that it knows."""
    return replace(story, renamed={}, cast=tuple(replace(person, was=()) for person in story.cast))


def _today(story: Story, pick: str) -> str:
    return story.renamed.get(pick, pick)


def _mapped(value: _Any, target: Target, kind: str = "") -> _Any:
    """Return a value of a compiled story with the id of `target` renamed in all fields that hold ids."""
    if isinstance(value, str):
        return _id(value, target, kind)  # type: ignore[return-value]  # a string gives a string
    if isinstance(value, Sequence) and not isinstance(value, tuple):
        # A text that was not read yet.
        return tuple(_mapped(each, target, kind) for each in value)  # type: ignore[return-value]  # the same text
    if isinstance(value, tuple | frozenset):
        return type(value)(_mapped(each, target, kind) for each in value)
    if isinstance(value, Mapping):
        pairs = ((_id(key, target, kind), _mapped(each, target)) for key, each in value.items())
        return dict(pairs)  # type: ignore[return-value]  # the same
    if is_dataclass(value) and not isinstance(value, type):
        inside = {
            each.name: (getattr(value, each.name), _IDS.get((type(value), each.name), "")) for each in fields(value)
        }
        return replace(value, **{name: _mapped(each, target, of) for name, (each, of) in inside.items()})
    return value


def _id(text: str, target: Target, kind: str) -> str:
    if not kind:
        return text
    # A beginning may be that of a scene, which has no dot in its id.
    return target.renamed("scene" if kind == "passage" and "." not in text else kind, text)
