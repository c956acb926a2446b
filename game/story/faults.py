"""What can be wrong inside one piece of text: a condition or a paragraph."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """A mistake: `rule` names it (as in the table of problems), `at` and `length` count characters in the text.

    `found` is what stands there, `near` the nearest thing that would have been right, or "".
    """

    rule: str
    at: int
    length: int = 1
    found: str = ""
    near: str = ""
