"""A play as it was read from `plays.yaml`: picks, and what is expected before each of them.

Whatever the file says is kept as the value in the file that says it, so that a difference has a place, and what is
expected can be written anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from game.authoring.nodes import Node, Scalar
from game.story.called import Called
from game.story.model import Value


@dataclass(frozen=True, slots=True)
class Tells:
    """These words are told since the last pick, behind those of the `Tells` before."""

    words: Scalar


@dataclass(frozen=True, slots=True)
class Omits:
    """These words are not told since the last pick."""

    words: Scalar


@dataclass(frozen=True, slots=True)
class Open:
    """These options, and no others, can be picked; `node` holds them all."""

    node: Node
    ids: tuple[Scalar, ...]


@dataclass(frozen=True, slots=True)
class Closed:
    """This option cannot be picked."""

    id: Scalar


@dataclass(frozen=True, slots=True)
class Has:
    """A variable or a meter holds `wanted`, which `value` says."""

    name: Scalar
    value: Scalar
    wanted: Value


Want: TypeAlias = Tells | Omits | Open | Closed | Has


@dataclass(frozen=True, slots=True)
class Moment:
    """What is expected since the last pick, and then the pick, if there is one."""

    wants: tuple[Want, ...]
    pick: Scalar | None


@dataclass(frozen=True, slots=True)
class Start:
    """Where a play begins: a node of the story, the variables and the meters there."""

    place: int
    values: tuple[Value, ...]
    me: int = 0
    we: int = 0


@dataclass(frozen=True, slots=True)
class Play:
    """A play. `start` is None for the story's beginning; `called` are the names that differ from the usual ones."""

    key: Scalar
    start: Start | None = None
    called: Mapping[str, Called] = field(default_factory=dict)
    moments: tuple[Moment, ...] = ()
    ends: Scalar | None = None
    transcript: Scalar | None = None

    @property
    def name(self) -> str:
        """The play's name."""
        return self.key.text
