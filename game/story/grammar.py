"""The parser of conditions: from an author's words to a `Condition`, or to faults with their places.

    any    := every ("or" every)*
    every  := denied ("and" denied)*
    denied := "not" denied | comparison
    comparison := term (sign term)?
    term   := "(" any ")" | whole number | "true" | "false" | name | name "." name

1. At most `LONGEST` characters and `DEEPEST` levels of brackets and `not`, so that nothing can exhaust the machine.
2. Everything has a kind: flag, number or word. A condition is a flag; numbers meet numbers, words meet words.
3. A name that nothing declares is a word, and may stand only opposite a word variable.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import partial
from typing import Final, NamedTuple, TypeAlias

from game.story.conditions import SIGNS, And, Compare, Condition, Constant, Meter, Not, Or, Picked, Shown, ValueOf
from game.story.faults import Fault

LONGEST: Final = 200
DEEPEST: Final = 16

_TOKEN: Final = re.compile(
    r"\s*(?:(-?[0-9]{1,9}(?![0-9A-Za-z_.])|[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)?|[=!<>]=|[<>()])|\S)"
)
"""A token is a number, a name, a sign or a bracket; any other sign is an odd one, and no group holds it."""

_JOINS: Final = frozenset({"and", "or", "not"})
_WHOLE: Final = (Compare, Not, And, Or)
"""What is true or false, and no term that something could be compared with."""

Parsed: TypeAlias = tuple[Condition | None, tuple[Fault, ...]]
"""A condition, or None with the faults that keep it from being one."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The names that a condition may use.

    `variables` gives each one's index and kind (flag, number or word), `options` all `scene.option` ids, `patterns` for
    each pattern the options that show it.
    """

    variables: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    options: frozenset[str] = frozenset()
    patterns: Mapping[str, frozenset[str]] = field(default_factory=dict)
    parsed: dict[str, Parsed] = field(default_factory=dict, repr=False, compare=False)
    """What was parsed in this scope already, by its words: stories ask the same thing many times."""


def parse(source: str, scope: Scope) -> Parsed:
    """Return the condition that `source` says, or None with every fault that was found in it."""
    if source not in scope.parsed:
        scope.parsed[source] = _parse(source, scope)
    return scope.parsed[source]


def _parse(source: str, scope: Scope) -> Parsed:
    if len(source) > LONGEST:
        return None, (Fault("condition-too-long", LONGEST, len(source) - LONGEST, str(len(source))),)
    parser = _Parser(source, scope)
    try:
        condition = parser.whole()
    except _SyntaxFaultError as fault:
        parser.faults.append(fault.fault)
        condition = None
    if not parser.faults:
        return condition, ()
    return None, tuple(sorted(parser.faults, key=lambda fault: fault.at))


def names(source: str) -> Iterator[tuple[int, str]]:
    """Yield the names and words that stand in a condition, `and` and its like among them, with their offsets."""
    for match in _TOKEN.finditer(source):
        word = match[1] or ""
        if word[:1].isalpha() or word[:1] == "_":
            yield match.start(1), word


class _Typed(NamedTuple):
    """A parsed part, its kind ("any" after a fault, so that one mistake is told once), its first and its last token."""

    tree: Condition
    kind: str
    first: int
    last: int


_typed: Final[Callable[[tuple[Condition, str, int, int]], _Typed]] = partial(tuple.__new__, _Typed)
"""Make a part of all that is in it, in half the time that calling the class takes."""


class _SyntaxFaultError(Exception):
    def __init__(self, fault: Fault) -> None:
        self.fault = fault


class _Parser:
    """The tokens as words ("" for an odd sign and for the end), and how many were taken.

    Tokens know no places: those are looked for when a fault needs one, and few conditions have any.
    """

    def __init__(self, source: str, scope: Scope) -> None:
        self.source = source
        self.scope = scope
        self.faults: list[Fault] = []
        self.words: list[str] = [*_TOKEN.findall(source), ""]
        self.at = 0
        self.depth = 0

    def whole(self) -> Condition:
        """Parse all tokens as one condition."""
        if len(self.words) == 1:
            raise self._refusal("condition-empty", 0)
        typed = self._any()
        if self.at < len(self.words) - 1:
            raise self._refusal("condition-syntax", self.at)
        return self._as_flag(typed).tree

    def _any(self) -> _Typed:
        return self._joined("or", Or, self._every)

    def _every(self) -> _Typed:
        return self._joined("and", And, self._denied)

    def _joined(self, word: str, join: type[And | Or], part: Callable[[], _Typed]) -> _Typed:
        first = part()
        if self.words[self.at] != word:
            return first
        parts = [first]
        while self.words[self.at] == word:
            self.at += 1
            parts.append(part())
        flags = tuple(self._as_flag(each).tree for each in parts)
        return _typed((join(flags), "flag", first.first, parts[-1].last))

    def _denied(self) -> _Typed:
        first = self.at
        if self.words[first] != "not":
            return self._comparison()
        self.at += 1
        self._deeper(first)
        part = self._as_flag(self._denied())
        self.depth -= 1
        return _typed((Not(part.tree), "flag", first, part.last))

    def _comparison(self) -> _Typed:
        left, at = self._term(), self.at
        sign = self.words[at]
        if sign not in SIGNS:
            return left
        self.at += 1
        right = self._term()
        compared = self._compared(left, at, right)
        if compared is None:
            return _Typed(Constant(value=False), "any", left.first, right.last)
        return _typed((compared, "flag", left.first, right.last))

    def _compared(self, left: _Typed, sign: int, right: _Typed) -> Compare | None:
        if not self._comparable(left, sign, right):
            return None
        if isinstance(left.tree, _WHOLE) or isinstance(right.tree, _WHOLE):
            whole = left if isinstance(left.tree, _WHOLE) else right
            start, end = self._place(whole.first)[0], self._place(whole.last)[1]
            self._fault("condition-compared", whole, self.source[start:end])
            return None
        return Compare(self.words[sign], left.tree, right.tree)

    def _comparable(self, left: _Typed, sign: int, right: _Typed) -> bool:
        if left.kind == right.kind == "number":
            return True
        kinds = {left.kind, right.kind}
        if "any" in kinds:
            return False
        if "name" in kinds and "word" not in kinds:
            stranger = left if left.kind == "name" else right
            self._unknown(stranger)
            return False
        kinds = {"word" if kind == "name" else kind for kind in kinds}
        if len(kinds) > 1:
            self._fault("condition-kinds", right, left.kind)
            return False
        if self.words[sign] not in ("==", "!="):
            self.faults.append(self._told("condition-order", sign, sign, self.words[sign], "=="))
            return False
        return True

    def _term(self) -> _Typed:
        first = self.at
        word = self.words[first]
        if word == "(":
            return self._bracket(first)
        if word.isidentifier() or "." in word:
            if word not in _JOINS:
                self.at += 1
                return self._named(word, first)
        elif word[-1:].isdigit():
            self.at += 1
            return _typed((Constant(int(word)), "number", first, first))
        raise self._refusal("condition-syntax" if first < len(self.words) - 1 else "condition-unfinished", first)

    def _bracket(self, first: int) -> _Typed:
        self.at += 1
        self._deeper(first)
        inside = self._any()
        self.depth -= 1
        if self.words[self.at] != ")":
            raise self._refusal("condition-bracket", first)
        self.at += 1
        return inside._replace(first=first, last=self.at - 1)

    def _deeper(self, token: int) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise self._refusal("condition-too-deep", token)

    def _named(self, name: str, at: int) -> _Typed:
        tree, kind = self._meaning(name)
        typed = _typed((tree, kind, at, at))
        if kind == "name" and "." in name:
            self._unknown(typed)
            return typed._replace(kind="any")
        return typed

    def _meaning(self, name: str) -> tuple[Condition, str]:
        scope = self.scope
        if name in scope.options:
            return Picked(name), "flag"
        if name in ("true", "false"):
            return Constant(name == "true"), "flag"
        if name in ("me", "we"):
            return Meter(name), "number"
        if name in scope.variables:
            index, kind = scope.variables[name]
            return ValueOf(index, name), kind
        first, _, pattern = name.partition(".")
        if first == "shown" and pattern in scope.patterns:
            return Shown(pattern, scope.patterns[pattern]), "number"
        return Constant(name), "name"

    def _as_flag(self, typed: _Typed) -> _Typed:
        if typed.kind == "name":
            self._unknown(typed)
        elif typed.kind in ("number", "word"):
            self._fault("condition-not-a-flag", typed, typed.kind)
        return typed

    def _refusal(self, rule: str, token: int) -> _SyntaxFaultError:
        start, end = self._place(token)
        return _SyntaxFaultError(Fault(rule, start, max(1, end - start), self.source[start:end]))

    def _fault(self, rule: str, typed: _Typed, found: str) -> None:
        self.faults.append(self._told(rule, typed.first, typed.last, found))

    def _unknown(self, typed: _Typed) -> None:
        name = str(typed.tree.value) if isinstance(typed.tree, Constant) else ""
        known = [*self.scope.variables, *self.scope.options, "me", "we"]
        known += [f"shown.{pattern}" for pattern in self.scope.patterns]
        near = get_close_matches(name, known, 1, 0.6)
        self.faults.append(self._told("condition-unknown-name", typed.first, typed.last, name, near[0] if near else ""))

    def _told(self, rule: str, first: int, last: int, found: str, near: str = "") -> Fault:
        start = self._place(first)[0]
        return Fault(rule, start, self._place(last)[1] - start, found, near)

    def _place(self, token: int) -> tuple[int, int]:
        """Return where a token begins and ends; the end is where the source ends."""
        ends = [match.end() for match in _TOKEN.finditer(self.source)]
        if token == len(ends):
            end = len(self.source.rstrip())
            return end, end
        return ends[token] - max(1, len(self.words[token])), ends[token]
