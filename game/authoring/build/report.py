"""What a builder finds wrong in one file, and the nearest names that it offers instead."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

from game.authoring.nodes import Node
from game.authoring.places import Span
from game.authoring.problems import Problem, problem
from game.language import _
from game.story.values import value

_MOST: Final = 20


class Report:
    """The problems of one file. `sound` is False when the file could not be read whole, so that names may be lost.

    `text` is what such a file holds, as far as that is known.
    """

    def __init__(self, file: str, *, sound: bool = True, text: str = "") -> None:
        self.file = file
        self.sound = sound
        self.text = text
        self.problems: list[Problem] = []

    def add(self, rule: str, span: Span, **details: object) -> None:
        """Note the problem that `rule` names, at `span`."""
        self.problems.append(problem(rule, self.file, span, **details))

    def lacks(self, name: str, after: str) -> bool:
        """Tell whether something called `name`, which was not found, is surely not there: lost with a line, perhaps.

        It is not if the file was read whole, or has the word only `after` what asks for it (a pattern).
        """
        if self.sound or not self.text:
            return self.sound
        word = rf"{re.escape(name)}(?!\w)"
        return len(re.findall(rf"(?<!\w){word}", self.text)) == len(re.findall(after + word, self.text))


@value
class Part:
    """A file that was read: its report, its tree (None when nothing of it could be read), and a scene's options.

    Of the options there are the full ids and the patterns.
    """

    report: Report
    tree: Node | None
    options: tuple[tuple[str, str | None], ...] = ()


def nearest(found: str, known: Iterable[str], most: int = _MOST) -> str:
    """Return a sentence with the name in `known` that is nearest to `found`, or else with them all, up to `most`."""
    names = list(known)
    near = get_close_matches(found, names, 1, 0.6) or get_close_matches(found.lower(), names, 1, 0.6)
    if near:
        return _("Did you mean `{name}`?").format(name=near[0])
    if not names:
        return _("There are none here.")
    more = _(" and {count} more").format(count=len(names) - most) if len(names) > most else ""
    return _("There are: {names}{more}.").format(names=", ".join(f"`{name}`" for name in names[:most]), more=more)
