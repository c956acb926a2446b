"""What a reader is told, as values; each front end handles all of them in one `match`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from game.story.text import Text


@dataclass(frozen=True, slots=True)
class Entered:
    """A scene (`id` "dinner") or a passage ("dinner.fridge") began."""

    id: str


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph, or the words of `speaker` (a person's id); the text is settled."""

    text: Text
    speaker: str | None
    manner: str | None


@dataclass(frozen=True, slots=True)
class Staged:
    """The picture or sound changes: `what` is place, season, time, figures or sound."""

    what: str
    value: str


@dataclass(frozen=True, slots=True)
class Offer:
    """One option as it is offered: its id, its settled words, and whether they are spoken."""

    id: str
    text: Text
    spoken: bool


@dataclass(frozen=True, slots=True)
class Offered:
    """A choice waits. `options` are open, in the author's order; `closed` could be open another time."""

    scene: str
    options: tuple[Offer, ...]
    closed: tuple[Offer, ...]
    fixed_order: bool


@dataclass(frozen=True, slots=True)
class Picked:
    """The player answered; the words are those that were offered."""

    offer: Offer


@dataclass(frozen=True, slots=True)
class Skipped:
    """The player left the rest of a scene out."""

    scene: str


@dataclass(frozen=True, slots=True)
class Ended:
    """The story, or an epilogue, is over."""


Event: TypeAlias = Entered | Said | Staged | Offered | Picked | Skipped | Ended
