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
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Final, NamedTuple, TypeAlias

from game.story.conditions import And, Compare, Condition, Constant, Meter, Not, Or, Picked, Shown, Term, ValueOf
from game.story.faults import Fault

LONGEST: Final = 200
DEEPEST: Final = 16

_TOKEN: Final = re.compile(
    r"\s*(?:(?P<number>-?[0-9]{1,9}(?![0-9A-Za-z_.]))|(?P<name>[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)?)"
    r"|(?P<sign>==|!=|<=|>=|<|>)|(?P<bracket>[()])|(?P<odd>\S))"
)


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
    return (None if parser.faults else condition), tuple(sorted(parser.faults, key=lambda fault: fault.at))


class _Token(NamedTuple):
    kind: str
    text: str
    at: int


class _Typed(NamedTuple):
    """A parsed part, its kind ("any" after a fault, so that one mistake is told once) and its place."""

    tree: Condition
    kind: str
    at: int
    length: int


class _SyntaxFaultError(Exception):
    def __init__(self, fault: Fault) -> None:
        self.fault = fault


class _Parser:
    def __init__(self, source: str, scope: Scope) -> None:
        self.scope = scope
        self.faults: list[Fault] = []
        self.tokens = [
            _Token(match.lastgroup or "", match.group(match.lastgroup or 0), match.start(match.lastgroup or 0))
            for match in _TOKEN.finditer(source)
        ]
        self.tokens.append(_Token("end", "", len(source.rstrip())))
        self.index = 0
        self.depth = 0

    def whole(self) -> Condition:
        """Parse all tokens as one condition."""
        if self.tokens[0].kind == "end":
            raise self._refusal("condition-empty", self.tokens[0])
        typed = self._any()
        if self._next.kind != "end":
            raise self._refusal("condition-syntax", self._next)
        return self._as_flag(typed).tree

    @property
    def _next(self) -> _Token:
        return self.tokens[self.index]

    def _take(self) -> _Token:
        token = self._next
        self.index += token.kind != "end"
        return token

    def _refusal(self, rule: str, token: _Token) -> _SyntaxFaultError:
        return _SyntaxFaultError(Fault(rule, token.at, max(1, len(token.text)), token.text))

    def _deeper(self, token: _Token) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise self._refusal("condition-too-deep", token)

    def _any(self) -> _Typed:
        parts = [self._every()]
        while self._next.text == "or":
            self._take()
            parts.append(self._every())
        return self._joined(parts, Or)

    def _every(self) -> _Typed:
        parts = [self._denied()]
        while self._next.text == "and":
            self._take()
            parts.append(self._denied())
        return self._joined(parts, And)

    def _joined(self, parts: list[_Typed], join: type[And | Or]) -> _Typed:
        if len(parts) == 1:
            return parts[0]
        flags = tuple(self._as_flag(part).tree for part in parts)
        return _Typed(join(flags), "flag", parts[0].at, parts[-1].at + parts[-1].length - parts[0].at)

    def _denied(self) -> _Typed:
        if self._next.text != "not":
            return self._comparison()
        token = self._take()
        self._deeper(token)
        part = self._as_flag(self._denied())
        self.depth -= 1
        return _Typed(Not(part.tree), "flag", token.at, part.at + part.length - token.at)

    def _comparison(self) -> _Typed:
        left = self._term()
        if self._next.kind != "sign":
            return left
        sign = self._take()
        right = self._term()
        length = right.at + right.length - left.at
        if not self._comparable(left, sign, right):
            return _Typed(Constant(value=False), "any", left.at, length)
        return _Typed(Compare(sign.text, _term(left), _term(right)), "flag", left.at, length)

    def _comparable(self, left: _Typed, sign: _Token, right: _Typed) -> bool:
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
        if kinds != {"number"} and sign.text not in ("==", "!="):
            self.faults.append(Fault("condition-order", sign.at, len(sign.text), sign.text, "=="))
            return False
        return True

    def _term(self) -> _Typed:
        token = self._take()
        if token.text == "(":
            self._deeper(token)
            inside = self._any()
            self.depth -= 1
            if self._next.text != ")":
                raise self._refusal("condition-bracket", token)
            close = self._take()
            return inside._replace(at=token.at, length=close.at + 1 - token.at)
        if token.kind == "number":
            return _Typed(Constant(int(token.text)), "number", token.at, len(token.text))
        if token.kind == "name" and token.text not in ("and", "or", "not"):
            return self._named(token)
        raise self._refusal("condition-unfinished" if token.kind == "end" else "condition-syntax", token)

    def _named(self, token: _Token) -> _Typed:
        name = token.text
        tree, kind = self._meaning(name)
        typed = _Typed(tree, kind, token.at, len(name))
        if kind == "name" and "." in name:
            self._unknown(typed)
            return typed._replace(kind="any")
        return typed

    def _meaning(self, name: str) -> tuple[Condition, str]:
        scope = self.scope
        if name in ("true", "false"):
            return Constant(name == "true"), "flag"
        if name in ("me", "we"):
            return Meter(name), "number"
        if name in scope.variables:
            index, kind = scope.variables[name]
            return ValueOf(index, name), kind
        if name in scope.options:
            return Picked(name), "flag"
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

    def _fault(self, rule: str, typed: _Typed, found: str) -> None:
        self.faults.append(Fault(rule, typed.at, typed.length, found))

    def _unknown(self, typed: _Typed) -> None:
        name = str(typed.tree.value) if isinstance(typed.tree, Constant) else ""
        known = [*self.scope.variables, *self.scope.options, "me", "we"]
        known += [f"shown.{pattern}" for pattern in self.scope.patterns]
        near = get_close_matches(name, known, 1, 0.6)
        self.faults.append(Fault("condition-unknown-name", typed.at, typed.length, name, near[0] if near else ""))


def _term(typed: _Typed) -> Term:
    if isinstance(typed.tree, Compare | Not | And | Or):
        msg = "a comparison holds terms"
        raise TypeError(msg)
    return typed.tree
