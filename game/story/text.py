"""Text as the author compiled it, and as a reader with chosen names sees it.

1. A `Text` is a sequence of pieces: words, names, pronouns, verbs, emphasis, and one-of-two alternatives.
2. `settle` decides the alternatives by a state; what is left depends on names and pronouns alone.
3. `spell` puts in the names: verbs agree with what stands before them, a name (always one person) or a pronoun.
4. Names and pronouns are the player's and never enter a state, so they can be changed at any time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from game.story import pronouns
from game.story.called import Called
from game.story.conditions import Condition, Facts, holds
from game.story.values import value


@value
class Words:
    """Words that stand as they are."""

    words: str


@value
class NameOf:
    """The name of a person of the cast."""

    person: str


@value
class Pronoun:
    """A form of a person's pronoun, named by its they-form ("them", "they're")."""

    person: str
    form: str
    capital: bool


@value
class Verb:
    """A verb in the they-form. After the person's name (`singular`) it always takes the form for one."""

    person: str
    base: str
    capital: bool
    singular: bool


@value
class Emphasis:
    """Words that are stressed."""

    inside: Text


@value
class Either:
    """One of two texts, by a condition."""

    when: Condition
    then: Text
    otherwise: Text


Piece: TypeAlias = Words | NameOf | Pronoun | Verb | Emphasis | Either
Text: TypeAlias = Sequence[Piece]


@value
class Run:
    """A stretch of letters with one look."""

    words: str
    stressed: bool = False


def settle(text: Text, facts: Facts) -> Text:
    """Return `text` with each alternative decided by `facts`."""
    settled: list[Piece] = []
    for piece in text:
        match piece:
            case Either(when, then, otherwise):
                settled += settle(then if holds(when, facts) else otherwise, facts)
            case Emphasis(inside):
                settled.append(Emphasis(settle(inside, facts)))
            case _:
                settled.append(piece)
    return tuple(settled)


def spell(text: Text, called: Mapping[str, Called], *, stressed: bool = False) -> tuple[Run, ...]:
    """Return the letters of a settled text, with the names and pronouns of `called`.

    Raises `ValueError` for a text whose alternatives are not settled, and `KeyError` for a person not in `called`.
    """
    runs: list[Run] = []
    for piece in text:
        if isinstance(piece, Emphasis):
            runs += spell(piece.inside, called, stressed=True)
        else:
            _append(runs, Run(_letters(piece, called), stressed))
    return tuple(runs)


def plain(text: Text, called: Mapping[str, Called]) -> str:
    """Return the letters of a settled text without any look."""
    return "".join(run.words for run in spell(text, called))


def _append(runs: list[Run], run: Run) -> None:
    if runs and runs[-1].stressed == run.stressed:
        run = Run(runs.pop().words + run.words, run.stressed)
    if run.words:
        runs.append(run)


def _letters(piece: Piece, called: Mapping[str, Called]) -> str:
    match piece:
        case Words(words):
            return words
        case NameOf(person):
            return called[person].name
        case Pronoun(person, form, capital):
            return pronouns.capital(pronouns.pronoun(called[person].pronouns, form), wanted=capital)
        case Verb(person, base, capital, singular):
            one = singular or called[person].pronouns != "they"
            return pronouns.capital(pronouns.verb_for_one(base) if one else base, wanted=capital)
        case _:
            msg = "an alternative has to be settled before it is spelled"
            raise ValueError(msg)
