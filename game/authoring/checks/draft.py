"""What the checks look at: a story as it was built, with where everything was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from game.authoring.build.graph import Choice, Notes, Origin, Prose
from game.authoring.build.head import Head
from game.authoring.build.names import Names
from game.authoring.nodes import Fields, Scalar
from game.authoring.problems import Problem, problem
from game.story.model import Story

_ALTERNATIVE: Final = re.compile(r"\{([^{}?]+)\?")


class Asked(NamedTuple):
    """A condition as it was written, at an offset of a scalar."""

    source: str
    prose: Prose
    offset: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A story and what was noted while it was built. `file` is its story.yaml; a lone scene is not `whole`."""

    story: Story
    names: Names
    notes: Notes
    head: Head
    file: str
    whole: bool = True

    def problem(self, rule: str, origin: Origin, **details: object) -> Problem:
        """Return a problem at an origin."""
        return problem(rule, origin.file, origin.span, **details)

    def asked(self) -> Iterator[Asked]:
        """Yield every condition, those inside prose too."""
        for prose in self.notes.conditions:
            yield Asked(prose.scalar.text, prose, 0)
        for prose in self.notes.prose:
            if "?" in prose.scalar.text:
                for match in _ALTERNATIVE.finditer(prose.scalar.text):
                    yield Asked(match[1].strip(), prose, match.start(1))

    def labels(self, choice: Choice) -> Iterator[tuple[str, Scalar]]:
        """Yield the ids and the words of a choice's options, as far as they have any."""
        for option in choice.options:
            fields = self.notes.options.get(option)
            words = fields and (fields.get("do") or fields.get("say"))
            if isinstance(words, Scalar):
                yield option, words

    def scored(self) -> Iterator[tuple[str, Fields, Origin]]:
        """Yield the ids of the options that show a pattern, with what was written and where."""
        for option, fields in self.notes.options.items():
            built = self.story.options.get(option)
            if built and built.scored and option in self.notes.origins:
                yield option, fields, self.notes.origins[option]
