"""The fingerprint of a story: the same for two versions that every run plays alike, another for any that differ.

1. What counts is what `step` uses: choices, their options with conditions, points and targets, branches, changes of
   variables, and where scenes end. Words, pictures and the names of passages do not count.
2. A branch whose ways all lead to the same place, but for words, does not count either.
3. Nodes are numbered as they are reached from the start, so their order in the story does not matter; neither does the
   order of options in a choice, nor that of variables.
4. Nothing depends on the process or on Python: the structure is written out as text, and hashed with SHA-256.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from game.story.conditions import And, Compare, Condition, Constant, Meter, Not, Or, Picked, Term, ValueOf
from game.story.model import (
    Add,
    Assign,
    Branch,
    Choose,
    Enter,
    Node,
    Option,
    Say,
    Stage,
    Story,
    Value,
    Variable,
)


def fingerprint(story: Story) -> str:
    """Return the SHA-256 of what `story` can do, as 64 hexadecimal digits."""
    writer = _Writer(story, _Quiet(story))
    lines = [*sorted(map(_variable, story.variables)), *writer.lines()]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


@dataclass(slots=True)
class _Quiet:
    """Finds the places where something happens that counts, past all that does not."""

    story: Story
    known: dict[int, int] = field(default_factory=dict)

    def after(self, place: int) -> int:
        """Return the first place from `place` on that counts."""
        ahead = [place]
        while ahead:
            here = ahead[-1]
            unknown = [each for each in self._following(here) if each not in self.known]
            if unknown and here not in self.known:
                ahead += unknown
            else:
                self.known.setdefault(ahead.pop(), self._settled(here))
        return self.known[place]

    def _following(self, place: int) -> tuple[int, ...]:
        node = self.story.nodes[place]
        match node:
            case Say() | Stage() | Enter():
                return (node.next,)
            case Branch(arms, otherwise):
                return (*(target for _, target in arms), otherwise)
            case _:
                return ()

    def _settled(self, place: int) -> int:
        reached = {self.known[each] for each in self._following(place)}
        return reached.pop() if len(reached) == 1 else place


@dataclass(slots=True)
class _Writer:
    """Writes the places that count, each once, with numbers in the order in which they are first named."""

    story: Story
    quiet: _Quiet
    numbers: dict[int, int] = field(default_factory=dict)

    def lines(self) -> Iterator[str]:
        """Yield a line for each place, the start first."""
        self.to(self.story.start)
        written = 0
        while written < len(self.numbers):
            for place in list(self.numbers)[written:]:
                yield self._line(self.story.nodes[place])
                written += 1

    def to(self, place: int) -> str:
        """Return the number of the place that counts from `place` on."""
        return str(self.numbers.setdefault(self.quiet.after(place), len(self.numbers)))

    def _line(self, node: Node) -> str:
        match node:
            case Choose(scene, options, _, following):
                built = sorted((self.story.options[option] for option in options), key=lambda option: option.id)
                ways = " ".join(self._option(option) for option in built)
                return f"choose {scene} skip {self.to(self.story.scenes[scene].after)} {ways} else {self.to(following)}"
            case Branch(arms, otherwise):
                ways = " ".join(f"{written(when)} {self.to(target)}" for when, target in arms)
                return f"branch {ways} else {self.to(otherwise)}"
            case Assign(variable, value, following):
                return f"set {self.story.variables[variable].id} {_value(value)} {self.to(following)}"
            case Add(variable, amount, following):
                return f"add {self.story.variables[variable].id} {amount} {self.to(following)}"
            case _:  # what only tells does not count, so it is the end
                return "finish"

    def _option(self, option: Option) -> str:
        when = written(option.when) if option.when is not None else "always"
        again = "again" if option.again else "once"
        return f"[{option.id} {when} {again} {option.me} {option.we} {self.to(option.target)}]"


def written(condition: Condition) -> str:
    """Return a condition as text that says the same for the same condition, and something else for any other."""
    match condition:
        case Compare(sign, left, right):
            return f"({written(left)} {sign} {written(right)})"
        case Not(part):
            return f"(not {written(part)})"
        case And(parts):
            return f"(and {' '.join(map(written, parts))})"
        case Or(parts):
            return f"(or {' '.join(map(written, parts))})"
        case _:
            return _term(condition)


def _term(term: Term) -> str:
    match term:
        case Constant(value):
            return _value(value)
        case ValueOf(_, name):
            return f"value {name}"
        case Meter(name):
            return f"meter {name}"
        case Picked(option):
            return f"picked {option}"
        case _:
            return f"shown [{' '.join(sorted(term.options))}]"


def _value(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"word {value}" if isinstance(value, str) else str(value)


def _variable(variable: Variable) -> str:
    return f"variable {variable.id} {_value(variable.start)} {variable.low} {variable.high}"
