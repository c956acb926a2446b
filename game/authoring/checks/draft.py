"""What the checks look at: a story as it was built, with where everything was written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final, NamedTuple

from game.authoring.build.compile import Compiled
from game.authoring.build.graph import Choice, Notes, Origin, Prose
from game.authoring.build.head import Head
from game.authoring.build.names import Names
from game.authoring.build.texts import APART
from game.authoring.marks import FILLING
from game.authoring.nodes import Fields, Scalar
from game.authoring.problems import Problem, problem
from game.story.model import Option, Story

ALTERNATIVE: Final = re.compile(r"\{([^{}?]+)\?")
"""The condition of an alternative in prose."""


_NAME: Final = re.compile(r"[a-z][a-z0-9_]*")


class Asked(NamedTuple):
    """A condition as it was written, at an offset of a scalar."""

    source: str
    prose: Prose
    offset: int


class Label(NamedTuple):
    """The words that show an option: its id, where they stand, and each word; none that could not be read."""

    option: str
    scalar: Scalar
    words: list[str]


class Scored(NamedTuple):
    """An option that shows a pattern: how it was built, what was written, and where."""

    option: Option
    fields: Fields
    origin: Origin


_label: Final[Callable[[tuple[str, Scalar, list[str]]], Label]] = partial(tuple.__new__, Label)
_scored_option: Final[Callable[[tuple[Option, Fields, Origin]], Scored]] = partial(tuple.__new__, Scored)


@dataclass(frozen=True, slots=True)
class Draft:
    """A story and what was noted while it was built. `file` is its story.yaml; a lone scene is not `whole`.

    `words` is all prose in one, to find out quickly whether something is anywhere in it; `labels` are the choices with
    the ids and words of their options, as far as they have any; `scored` are the options that show a pattern.
    """

    story: Story
    names: Names
    notes: Notes
    head: Head
    file: str
    whole: bool
    words: str
    labels: tuple[tuple[Choice, tuple[Label, ...]], ...]
    scored: tuple[Scored, ...]

    def problem(self, rule: str, origin: Origin, **details: object) -> Problem:
        """Return a problem at an origin."""
        return problem(rule, origin.file, origin.span, **details)

    def asked(self, sign: str) -> Iterator[Asked]:
        """Yield all conditions that hold a sign, those inside prose too."""
        for prose in self.notes.conditions:
            if sign in prose.scalar.text:
                yield Asked(prose.scalar.text, prose, 0)
        for prose in self.notes.prose if sign in self.words else ():
            if sign in prose.scalar.text:
                for match in ALTERNATIVE.finditer(prose.scalar.text):
                    if sign in match[1]:
                        yield Asked(match[1].strip(), prose, match.start(1))


def names_asked(draft: Draft) -> frozenset[str]:
    """Return all names that stand in the conditions of a story and of its prose: all were parsed already."""
    return frozenset(_NAME.findall("\n".join(draft.names.scope.parsed)))


def draft(built: Compiled, head: Head, file: str, *, whole: bool) -> Draft:
    """Lay out what was compiled for the checks."""
    story, notes = built.story, built.notes
    labels = tuple([(choice, tuple(_labels(notes, choice))) for choice in notes.choices])
    words = APART.join(notes.words)
    return Draft(story, built.names, notes, head, file, whole, words, labels, tuple(_scored(built)))


def _labels(notes: Notes, choice: Choice) -> Iterator[Label]:
    for option in choice.options:
        fields = notes.options.get(option)
        words = fields and (fields.get("do") or fields.get("say"))
        if isinstance(words, Scalar) and words.text not in ("", FILLING):
            yield _label((option, words, words.text.split()))


def _scored(built: Compiled) -> Iterator[Scored]:
    for option, fields in built.notes.options.items():
        made, origin = built.story.options.get(option), built.notes.origins.get(option)
        if made and made.scored and origin:
            yield _scored_option((made, fields, origin))
