"""A fault of a pack: the rule that it breaks, and the details that the rule's sentences ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

_LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a pack, or with one of its files."""

    rule: str
    details: Mapping[str, object] = field(default_factory=dict)


class RefusedPackError(Exception):
    """A pack that is not opened, and everything that is wrong with it."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*faults)
        self.faults = faults


def seen(name: str) -> str:
    """Return a file's name as it can be shown anywhere: what cannot be seen as its code, and not too much of it."""
    plain = "".join(sign if sign.isprintable() else f"<U+{ord(sign):04X}>" for sign in name)
    return f"“{plain}”" if len(plain) <= _LONGEST else f"“{plain[:_LONGEST]}…”"
