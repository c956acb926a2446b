r"""The parser of prose: from an author's paragraph to a `Text`, or to faults with their places.

    {sam}               the name            {sam.they} {sam.Them}   a form of the pronoun
    {sam.lean}          a verb, in the they-form                    *words*   emphasis
    {booked ? a | b}    one of two texts by a condition, not nested
    {{ }} \| \*         the signs themselves

1. Faults are told all at once; a text with a fault is None.
2. A verb right after the name (or the name and a space) takes the form for one person, whatever the pronouns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Final

from game.story import grammar, pronouns
from game.story.faults import Fault
from game.story.grammar import Scope
from game.story.text import Either, Emphasis, NameOf, Piece, Pronoun, Text, Verb, Words

_TOKEN: Final = re.compile(
    r"\{\{|\}\}|\\[|*\\{}]|\{(?P<person>[a-z]\w*)(?:\.(?P<form>[A-Za-z]+(?:['’][A-Za-z]+)?))?\}|[{}*]"
)
_NAME: Final = re.compile(r"([a-z]\w*)(?:\.([A-Za-z]+(?:['’][A-Za-z]+)?))?")
_EDGE: Final = re.compile(r"\\.|[{}?]", re.DOTALL)
_BAR: Final = re.compile(r"\\.|[{}|]", re.DOTALL)
_SIGNS: Final = {"{{": "{", "}}": "}"}


@dataclass(frozen=True, slots=True)
class Marks:
    """What prose may name: the people of the cast (ids, with `you`), and what conditions may read."""

    people: frozenset[str]
    scope: Scope = field(default_factory=Scope)
    known: dict[str, tuple[Piece, Piece]] = field(default_factory=dict, repr=False, compare=False)
    """What stood between braces before, anywhere and after the name: a story has few forms, each a hundred times."""


def parse(source: str, marks: Marks) -> tuple[Text | None, tuple[Fault, ...]]:
    """Return the text that `source` says, or None with every fault that was found in it."""
    if not ("{" in source or "*" in source or "}" in source or "\\" in source):
        return ((Words(source),) if source else ()), ()
    text = _common(source, marks)
    if text is not None:
        return text, ()
    parser = _Parser(source, marks)
    text = parser.stretch(0, len(source), nested=False)
    return (None if parser.faults else text), tuple(sorted(parser.faults, key=lambda fault: fault.at))


def names(source: str) -> Iterator[tuple[int, str, bool]]:
    """Yield what stands in the braces of a prose without faults: its offset, and whether it is a condition.

    Without one it is a person, whose form is left out.
    """
    parser = _Parser(source, Marks(frozenset()))
    inner = 0
    for match in _TOKEN.finditer(source):
        start = match.start()
        if start < inner or match[0][0] != "{" or match[0] == "{{":
            continue
        close, question = parser.close(start, len(source))
        inside = source[start + 1 : question if question >= 0 else close]
        yield start + 1, inside if question >= 0 else inside.partition(".")[0], question >= 0
        inner = question if question >= 0 else close


def _common(source: str, marks: Marks) -> Text | None:
    """Return the text of a source as nearly all are, which takes a fifth of the time: nothing escaped, nested or wrong.

    None for any other.
    """
    stretches = source.split("*")
    if "\\" in source or not len(stretches) % 2:
        return None
    pieces: list[Piece] = []
    for number, stretch in enumerate(stretches):
        inside: list[Piece] = [] if number % 2 else pieces
        if not _fill(inside, stretch, marks):
            return None
        if number % 2:
            pieces.append(Emphasis(tuple(inside)))
    return tuple(pieces)


def _fill(pieces: list[Piece], stretch: str, marks: Marks) -> bool:
    """Add what a stretch without stars says, and tell whether it was all that common."""
    first, *parts = stretch.split("{")
    if first:
        pieces.append(Words(first))
    for part in parts:
        inside, close, words = part.partition("}")
        both = marks.known.get(inside) or between(inside, marks)
        if both is None or not close or "}" in words:
            return False
        piece, after_name = both
        pieces.append(after_name if piece is not after_name and _follows_name(piece, pieces) else piece)
        if words:
            pieces.append(Words(words))
    return "}" not in first


def between(inside: str, marks: Marks) -> tuple[Piece, Piece] | None:
    """Return what stands between braces, anywhere and after the name; None if it is not common."""
    match = _NAME.fullmatch(inside)
    if match and match[1] in marks.people:
        piece, after_name = (_named(match[1], match[2], before) for before in ([], [NameOf(match[1])]))
        return marks.known.setdefault(inside, (piece, piece if piece == after_name else after_name))
    source, _, sides = inside.partition("?")
    then, bar, otherwise = (side.strip(" ") for side in sides.partition("|"))
    condition = grammar.parse(source.strip(), marks.scope)[0] if bar else None
    if condition is None:
        return None
    either = Either(condition, (Words(then),) if then else (), (Words(otherwise),) if otherwise else ())
    return either, either


class _Parser:
    def __init__(self, source: str, marks: Marks) -> None:
        self.source = source
        self.marks = marks
        self.faults: list[Fault] = []

    def stretch(self, start: int, end: int, *, nested: bool) -> Text:
        """Parse the source from `start` to `end`; `nested` inside one side of an alternative."""
        levels: list[list[Piece]] = [[]]
        star = at = start
        for match in _TOKEN.finditer(self.source, start, end):
            first = match.start()
            if first < at:
                continue
            _add(levels[-1], self.source[at:first])
            sign, person, form = match.group(0, "person", "form")
            at = match.end()
            if person in self.marks.people:
                levels[-1].append(_named(person, form, levels[-1]))
            elif sign[0] == "{" and sign != "{{":
                at = self._braces(first, end, levels[-1], nested=nested)
            elif sign == "}":
                self._fault("brace-stray", first, 1, "}")
            elif sign == "*":
                star = first
                _toggle(levels)
            else:
                _add(levels[-1], _SIGNS.get(sign, sign[-1]))
        _add(levels[-1], self.source[at:end])
        if len(levels) > 1:
            self._fault("emphasis-open", star, 1, "*")
            _toggle(levels)
        return tuple(levels[0])

    def _fault(self, rule: str, at: int, length: int, found: str, near: str = "") -> None:
        self.faults.append(Fault(rule, at, length, found, near))

    def _braces(self, start: int, end: int, pieces: list[Piece], *, nested: bool) -> int:
        """Parse what begins with the brace at `start`; returns where the text goes on."""
        close, question = self.close(start, end)
        if close < 0:
            self._fault("brace-open", start, 1, "{")
            return end
        if question < 0:
            self._unknown(start, close)
        elif nested:
            self._fault("alternative-nested", start, close + 1 - start, self.source[start : close + 1])
        else:
            self._alternative(start, question, close, pieces)
        return close + 1

    def close(self, start: int, end: int) -> tuple[int, int]:
        """Return the place of the brace that closes the one at `start`, and of its first own question mark; else -1."""
        depth, question = 0, -1
        for match in _EDGE.finditer(self.source, start, end):
            sign = match.group()
            depth += (sign == "{") - (sign == "}")
            if depth == 0:
                return match.start(), question
            if sign == "?" and depth == 1 and question < 0:
                question = match.start()
        return -1, -1

    def _unknown(self, start: int, close: int) -> None:
        """Tell of braces around something else than a person of the cast, whose names are tokens."""
        inside = self.source[start + 1 : close]
        near = get_close_matches(inside.partition(".")[0], sorted(self.marks.people), 1, 0.5)
        self._fault("brace-unknown", start, close + 1 - start, inside, near[0] if near else "")

    def _alternative(self, start: int, question: int, close: int, pieces: list[Piece]) -> None:
        source = self.source[start + 1 : question]
        condition, faults = grammar.parse(source.strip(), self.marks.scope)
        shift = start + 1 + len(source) - len(source.lstrip())
        self.faults += [Fault(f.rule, f.at + shift, f.length, f.found, f.near) for f in faults]
        bar = self._bar(question + 1, close)
        if bar < 0:
            self._fault("alternative-one-sided", start, close + 1 - start, self.source[start : close + 1])
            return
        then = self.stretch(*self._trimmed(question + 1, bar), nested=True)
        otherwise = self.stretch(*self._trimmed(bar + 1, close), nested=True)
        if condition is not None:
            pieces.append(Either(condition, then, otherwise))

    def _bar(self, start: int, end: int) -> int:
        depth = 0
        for match in _BAR.finditer(self.source, start, end):
            sign = match.group()
            depth += (sign == "{") - (sign == "}")
            if sign == "|" and depth == 0:
                return match.start()
        return -1

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        part = self.source[start:end]
        lead = len(part) - len(part.lstrip(" "))
        return start + lead, max(start + lead, start + len(part.rstrip(" ")))


def _add(pieces: list[Piece], words: str) -> None:
    if not words:
        return
    last = pieces[-1] if pieces else None
    if isinstance(last, Words):
        pieces[-1] = Words(last.words + words)
    else:
        pieces.append(Words(words))


def _toggle(levels: list[list[Piece]]) -> None:
    if len(levels) == 1:
        levels.append([])
    else:
        inside = levels.pop()
        levels[-1].append(Emphasis(tuple(inside)))


def _named(person: str, form: str | None, before: Sequence[Piece]) -> Piece:
    if not form:
        return NameOf(person)
    small, capital = form[:1].lower() + form[1:], form[:1].isupper()
    if pronouns.is_pronoun(small):
        return Pronoun(person, small, capital)
    verb = Verb(person, small, capital, singular=False)
    return replace(verb, singular=True) if _follows_name(verb, before) else verb


def _follows_name(piece: Piece, before: Sequence[Piece]) -> bool:
    """Tell whether the name of the verb's person stands last, or last but a space."""
    last = before[-1] if before else None
    if isinstance(last, Words) and last.words.isspace():
        last = before[-2] if len(before) > 1 else None
    return isinstance(piece, Verb) and isinstance(last, NameOf) and last.person == piece.person
