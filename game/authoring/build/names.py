"""The names of a whole story, gathered before anything is resolved: a scene may speak of any other.

An option that is wrong in itself is still a name, so that one mistake is not told again wherever it is mentioned.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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


def options_of(scene: str, tree: Node) -> Iterator[tuple[str, str | None]]:
    """Yield the full id and the pattern of each option in the tree of a scene."""
    passages = tree.get("passages") if isinstance(tree, Fields) else None
    ahead: list[Raw] = list(passages.raw.values()) if isinstance(passages, Fields) else []
    while ahead:
        node = ahead.pop()
        if isinstance(node, Listing):
            ahead += [step for step in node.raw if type(step) is not str]
        elif isinstance(node, Fields):
            raw = node.raw
            if not raw.keys().isdisjoint(_STEPS):
                ahead += [raw[key] for key in _STEPS if key in raw]
            choose = raw.get("choose")
            options = list(choose.raw.items()) if isinstance(choose, Fields) else []
            if "choose" in raw and len(raw) > 1:
                options += [(name, raw[name]) for name in strays(raw)]
            for name, option in options:
                shows = None
                if isinstance(option, Fields):
                    shows, then = option.raw.get("shows"), option.raw.get("then")
                    if isinstance(then, (Listing, Fields)):
                        ahead.append(then)
                yield f"{scene}.{name}", shows if isinstance(shows, str) else None
