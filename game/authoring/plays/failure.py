"""A failure: an expectation of a play that did not come true, with what came instead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from game.authoring.nodes import Node, Scalar
from game.authoring.places import Span


@dataclass(frozen=True, slots=True)
class Words:
    """The value in the file would hold these words."""

    scalar: Scalar
    words: str


@dataclass(frozen=True, slots=True)
class Ids:
    """The list in the file would hold these ids."""

    node: Node
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Transcript:
    """The file of this name would hold this text."""

    name: str
    text: str


Mend: TypeAlias = Words | Ids | Transcript
"""What would have to be written for the expectation to come true."""


@dataclass(frozen=True, slots=True)
class Failure:
    """What was expected at `span`, and what came; each as lines. `before` are the last lines told until then.

    `differs` are the lines of a difference, as for a transcript, in place of both. `mend` is None where nothing that
    came can be taken for what was expected.
    """

    span: Span
    message: str
    expected: tuple[str, ...] = ()
    came: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    differs: tuple[str, ...] = ()
    mend: Mend | None = None
