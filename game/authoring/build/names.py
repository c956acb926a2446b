"""The names of a whole story, gathered before anything is resolved: a scene may speak of any other.

An option that is wrong in itself is still a name, so that one mistake is not told again wherever it is mentioned.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from game.authoring.build.report import Report
from game.authoring.nodes import Fields, Listing, Node, Raw
from game.authoring.outdent import strays
from game.insight.patterns import PATTERNS
from game.story.grammar import Scope
from game.story.markup import Marks
from game.story.model import Person, Variable

_KINDS: Final = {bool: "flag", int: "number", str: "word"}
_STEPS: Final = ("then", "else", "cases")
"""The keys under which steps stand in a step."""

YOU = "you"
"""The id of the one who plays, in prose and as a speaker."""


@dataclass(frozen=True, slots=True)
class Names:
    """Everything that scenes may name.

    `unsound` are scenes that could not be read whole, or not be found; their names may be lost. "story" among them
    stands for the people and variables of story.yaml.
    """

    cast: tuple[Person, ...]
    variables: tuple[Variable, ...]
    marks: Marks
    places: frozenset[str]
    unsound: frozenset[str] = frozenset()
    broken: frozenset[str] = frozenset()
    """Variables whose declaration is wrong; nothing more is said of them."""
    speakers: Mapping[str, str] = field(default_factory=dict)
    """The names that begin a line of speech, with the ids of the people."""
    scenes: frozenset[str] = frozenset()
    """The ids of all scenes."""
    reports: Mapping[str, Report] = field(default_factory=dict)
    """What was found wrong in those that are unsound, by their ids."""

    @property
    def scope(self) -> Scope:
        """What conditions may read."""
        return self.marks.scope

    def index(self, variable: str) -> int:
        """Return the index of a declared variable."""
        return self.scope.variables[variable][0]


def kind(variable: Variable) -> str:
    """Return the kind of a variable, as conditions call it."""
    return _KINDS[type(variable.start)]


def shown_by(options: Iterator[tuple[str, str | None]]) -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    """Return all ids among pairs of an option's id and its pattern, and the ids by pattern."""
    ids: set[str] = set()
    patterns: dict[str, set[str]] = {pattern: set() for pattern in PATTERNS}
    for option, pattern in options:
        ids.add(option)
        if pattern in patterns:
            patterns[pattern].add(option)
    return frozenset(ids), {pattern: frozenset(shown) for pattern, shown in patterns.items()}


def options_of(scene: str, tree: Node) -> tuple[tuple[str, str | None], ...]:
    """Return the full id and the pattern of each option in the tree of a scene."""
    passages = tree.raw.get("passages") if type(tree) is Fields else None
    ahead: list[Raw] = list(passages.raw.values()) if type(passages) is Fields else []
    found: list[tuple[str, str | None]] = []
    while ahead:
        node = ahead.pop()
        if type(node) is Listing:
            ahead += [step for step in node.raw if type(step) is not str]
        elif type(node) is Fields:
            raw = node.raw
            if "choose" in raw:
                for name, option in _options(raw):
                    shows = None
                    if type(option) is Fields:
                        shows = option.raw.get("shows")
                        ahead.append(option.raw.get("then", ""))
                    found.append((f"{scene}.{name}", shows if type(shows) is str else None))
            ahead += [raw[key] for key in _STEPS if key in raw]
    return tuple(found)


def _options(step: Mapping[str, Raw]) -> Iterable[tuple[str, Raw]]:
    """Return the options of a choice by name, those that stand beside its `choose` too."""
    choose = step["choose"]
    inside = choose.raw.items() if type(choose) is Fields else ()
    return (*inside, *[(name, step[name]) for name in strays(step)]) if len(step) > 1 else inside
