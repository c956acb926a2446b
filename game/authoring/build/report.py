"""What a builder finds wrong in one file, and the nearest names that it offers instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from game.authoring.nodes import Node
from game.authoring.places import Span
from game.authoring.problems import Problem, problem
from game.language import _

_MOST: Final = 20


class Report:
    """The problems of one file. `sound` is False when the file could not be read whole, so that names may be lost."""

    def __init__(self, file: str, *, sound: bool = True) -> None:
        self.file = file
        self.sound = sound
        self.problems: list[Problem] = []

    def add(self, rule: str, span: Span, **details: object) -> None:
        """Note the problem that `rule` names, at `span`."""
        self.problems.append(problem(rule, self.file, span, **details))


@dataclass(frozen=True, slots=True)
class Part:
    """A file that was read: its report, its tree (None when nothing of it could be read), and a scene's options.

    Of the options there are the full ids and the patterns.
    """

    report: Report
    tree: Node | None
    options: tuple[tuple[str, str | None], ...] = ()


def nearest(found: str, known: Iterable[str]) -> str:
    """Return a sentence with the name in `known` that is nearest to `found`, or else with them all, up to 20."""
    names = list(known)
    near = get_close_matches(found, names, 1, 0.6) or get_close_matches(found.lower(), names, 1, 0.6)
    if near:
        return _("Did you mean `{name}`?").format(name=near[0])
    if not names:
        return _("There are none here.")
    more = _(" and {count} more").format(count=len(names) - _MOST) if len(names) > _MOST else ""
    return _("There are: {names}{more}.").format(names=", ".join(f"`{name}`" for name in names[:_MOST]), more=more)
