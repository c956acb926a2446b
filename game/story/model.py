"""The compiled story: one immutable graph of nodes, and the tables beside it.

1. If you hold a `Story`, every target exists and every condition is well formed; nobody checks again.
2. A node names the node that follows it by its index in `Story.nodes`; so a place in a story is a number.
3. `go`, nesting and the order of scenes are all edges by now. Only `Choose` waits and only `Finish` ends.
4. Nothing here carries a name that the player chose, nor a place in a file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TypeAlias

from game.story.conditions import Condition
from game.story.text import Text
from game.story.values import value

Value: TypeAlias = bool | int | str
"""What a variable holds: a flag, a bounded whole number, or a word."""


@value
class Variable:
    """A declared variable. Its kind is the type of `start`; `low` and `high` bound a number."""

    id: str
    start: Value
    low: int = 0
    high: int = 0

    def held(self, value: int) -> int:
        """Return `value` stopped at this number's bounds."""
        return max(self.low, min(self.high, value))


@value
class Person:
    """Somebody in the cast, as the author named them; the player may choose other names and pronouns.

    `was` are former ids, under which a player may have chosen them.
    """

    id: str
    name: str
    pronouns: str
    was: tuple[str, ...] = ()


@value
class Say:
    """A paragraph, or somebody's words (`speaker` is a person's id, `manner` an aside such as "low")."""

    text: Text
    speaker: str | None
    manner: str | None
    next: int


@value
class Stage:
    """A stage direction: `what` is place, season, time, figures or sound."""

    what: str
    value: str
    next: int


@value
class Assign:
    """Sets a variable, by its index, to a constant."""

    variable: int
    value: Value
    next: int


@value
class Add:
    """Adds a constant to a bounded number, by its index; stops at the bounds."""

    variable: int
    amount: int
    next: int


@value
class Branch:
    """Goes on at the first arm whose condition holds, else at `next`."""

    arms: tuple[tuple[Condition, int], ...]
    next: int


@value
class Enter:
    """The beginning of a scene (`id` "dinner") or of a passage ("dinner.fridge")."""

    id: str
    next: int


@value
class Choose:
    """Waits for one of its options (ids); with none open it is passed over and `next` follows."""

    scene: str
    options: tuple[str, ...]
    fixed_order: bool
    next: int


@value
class Finish:
    """The end: of the story, or of an epilogue."""


Node: TypeAlias = Say | Stage | Assign | Add | Branch | Enter | Choose | Finish


@value
class Option:
    """One answer. `target` is the first node of what it does; `me` and `we` are 0 when it `shows` nothing."""

    id: str
    text: Text
    spoken: bool
    target: int
    when: Condition | None = None
    again: bool = False
    shows: str | None = None
    me: int = 0
    we: int = 0
    recall: Text | None = None
    protects: Text | None = None
    costs: Text | None = None
    lands: Text | None = None

    @property
    def scored(self) -> bool:
        """Whether it moves the meters."""
        return self.shows is not None


@value
class Passage:
    """A named stretch of a scene; `id` is `scene.passage`, `start` its `Enter` node."""

    id: str
    start: int


@value
class Scene:
    """A scene. `start` is its `Enter` node, `after` the node that follows when it ends or is skipped."""

    id: str
    title: Text
    at: Text | None
    place: str | None
    season: str | None
    time: str | None
    prompts: tuple[Text, ...]
    passages: tuple[Passage, ...]
    start: int
    after: int


@value
class Promises:
    """What the author promises of all playthroughs: shares in percent, None where nothing is promised.

    `leads_only_to` are options with the endings that a run with the option may have.
    """

    every_ending_above: float | None = None
    never_stuck: bool = False
    every_option_reachable: bool = False
    leads_only_to: tuple[tuple[str, tuple[str, ...]], ...] = ()


@value
class Story:
    """A whole story: `start` is where play begins, `endings` where each dynamic's epilogue does."""

    id: str
    title: str
    language: str
    about: str
    content_note: str
    question: str
    cast: tuple[Person, ...]
    variables: tuple[Variable, ...]
    nodes: tuple[Node, ...]
    scenes: Mapping[str, Scene]
    options: Mapping[str, Option]
    endings: Mapping[str, int]
    start: int
    dead_zone: tuple[int, int] = (0, 0)
    promises: Promises = field(default_factory=Promises)
    renamed: Mapping[str, str] = field(default_factory=dict)
    """Old option ids (`was:`) to the ids of today."""
