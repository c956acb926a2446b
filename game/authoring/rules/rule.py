"""The shape of a rule."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of problem.

    `code` is stable ("E101"); `message` says what is wrong, `hint` what to do or write instead. Both may hold
    `{details}` in braces, which whoever finds the problem gives.
    """

    code: str
    message: str
    hint: str = ""

    @property
    def severity(self) -> str:
        """Return "error" when the story cannot be played, else "warning"; the code's first letter tells."""
        return "error" if self.code.startswith("E") else "warning"
