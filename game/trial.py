"""Starting a story in its middle, for authors: `--at SCENE --with name=value,…`. Nothing of such a play is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Final

from game.host import Refusal
from game.language import _
from game.session import Session
from game.story import engine
from game.story.conditions import Compare, Condition, Constant, ValueOf, comparisons
from game.story.events import Entered
from game.story.model import Assign, Branch, Story, Value, Variable

_NUMBER: Final = re.compile(r"[+-]?[0-9]{1,6}")
_FLAGS: Final = {"true": True, "false": False}


def trial(story: Story, at: str, having: str, seed: int) -> Session:
    """Return a session that starts at a scene, or at `scene.passage`, with the variables and meters in `having`.

    Raises `Refusal` for a place, a name or a value that the story does not have.
    """
    values = {variable.id: variable.start for variable in story.variables}
    meters = {"me": 0, "we": 0}
    for name, word in _pairs(having):
        if name in meters:
            meters[name] = _number(name, word)
        else:
            values[name] = _value(story, _variable(story, name), word)
    state, events = engine.begin_at(story, _place(story, at), tuple(values.values()), meters["me"], meters["we"])
    if at not in story.scenes:
        # Whoever starts at a passage is in its scene, too: title and picture are the scene's.
        events = (Entered(at.partition(".")[0]), *events)
    return Session(story, seed, start=(state, events))


def lonely(at: str | None, having: str) -> None:
    """Raise `Refusal` for values without a place to start at."""
    if having and not at:
        raise Refusal(_("--with says how things stand at the start of a trial. Say where it starts, too: --at SCENE."))


def _pairs(having: str) -> Iterator[tuple[str, str]]:
    for part in filter(None, (part.strip() for part in having.split(","))):
        name, sign, word = (each.strip() for each in part.partition("="))
        if not sign:
            raise Refusal(_("Write --with NAME=VALUE, such as “{part}=1”, not “{part}” alone.").format(part=part))
        yield name, word


def _place(story: Story, at: str) -> int:
    places = {scene.id: scene.start for scene in story.scenes.values()}
    places |= {passage.id: passage.start for scene in story.scenes.values() for passage in scene.passages}
    if at not in places:
        raise Refusal(_unknown(_("There is no scene or passage “{name}”."), at, list(places)))
    return places[at]


def _variable(story: Story, name: str) -> Variable:
    known = {variable.id: variable for variable in story.variables}
    if name not in known:
        raise Refusal(_unknown(_("There is no variable “{name}”."), name, [*known, "me", "we"]))
    return known[name]


def _value(story: Story, variable: Variable, word: str) -> Value:
    if isinstance(variable.start, bool):
        if word not in _FLAGS:
            raise Refusal(_("{name} is true or false, not “{word}”.").format(name=variable.id, word=word))
        return _FLAGS[word]
    if isinstance(variable.start, int):
        return _bounded(variable, _number(variable.id, word))
    held = _held(story, variable)
    if word not in held:
        sentence = _("{variable} never holds “{name}”.").format(variable=variable.id, name="{name}")
        raise Refusal(_unknown(sentence, word, held))
    return word


def _bounded(variable: Variable, number: int) -> int:
    if variable.held(number) != number:
        sentence = _("{name} lies between {low} and {high}, and {number} does not.")
        raise Refusal(sentence.format(name=variable.id, low=variable.low, high=variable.high, number=number))
    return number


def _held(story: Story, variable: Variable) -> list[str]:
    """Return the words that a variable can hold: the one it starts with, those set, and those asked for.

    A scene that is played on its own asks for words that other scenes set.
    """
    index = story.variables.index(variable)
    given = (node.value for node in story.nodes if isinstance(node, Assign) and node.variable == index)
    arms = (arm[0] for node in story.nodes if isinstance(node, Branch) for arm in node.arms)
    whens = (option.when for option in story.options.values() if option.when is not None)
    asked = (word for condition in (*arms, *whens) for word in _words(condition, index))
    return sorted({str(variable.start), *map(str, given), *asked})


def _words(condition: Condition, index: int) -> Iterator[str]:
    """Yield the words with which a condition compares the variable of this index."""
    for part in comparisons(condition):
        match part:
            case Compare(_, ValueOf(each, _), Constant(str(word))) | Compare(_, Constant(str(word)), ValueOf(each, _)):
                if each == index:
                    yield word


def _number(name: str, word: str) -> int:
    if not _NUMBER.fullmatch(word):
        raise Refusal(_("{name} is a whole number, not “{word}”.").format(name=name, word=word))
    return int(word)


def _unknown(sentence: str, name: str, known: list[str]) -> str:
    near = get_close_matches(name, known, 1)
    meant = _("Did you mean “{near}”?").format(near=near[0]) if near else _("There are: {known}.")
    return f"{sentence.format(name=name)} {meant.format(known=', '.join(known))}"
