"""What a playthrough leaves behind, as marks in one set, so that `holds` can read a merged state like any other.

1. A picked option leaves its id. An option that some `shown` counts leaves a tally mark too, the next of its set.
2. `Shown` is rewritten to count tally marks; a state that keeps only the first marks has a saturated count.
3. Something watched (a repeatable option, a passage that can be come back to) leaves `@id` the first time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.story.conditions import And, Compare, Condition, Constant, Not, Or, Picked, Shown, Term, ValueOf
from game.story.model import Branch, Story

Fact = int | str
"""Something that can be read: a variable, by its index, or a mark."""


@dataclass(frozen=True, slots=True)
class Tallies:
    """The tally marks of a story: for each set of options that is counted, its marks in order."""

    marks: Mapping[frozenset[str], tuple[str, ...]]

    def left_by(self, option: str, picked: frozenset[str]) -> frozenset[str]:
        """Return the marks that picking `option` adds to `picked`, its own among them."""
        added = {option}
        for options, marks in self.marks.items():
            if option in options:
                added.update(next(([mark] for mark in marks if mark not in picked), []))
        return frozenset(added)

    def rewritten(self, condition: Condition) -> Condition:
        """Return `condition` with each `Shown` counting tally marks instead of options."""
        match condition:
            case Compare(sign, left, right):
                return Compare(sign, self._term(left), self._term(right))
            case Not(part):
                return Not(self.rewritten(part))
            case And(parts):
                return And(tuple(map(self.rewritten, parts)))
            case Or(parts):
                return Or(tuple(map(self.rewritten, parts)))
            case _:
                return condition

    def _term(self, term: Term) -> Term:
        return Shown(term.pattern, frozenset(self.marks[term.options])) if isinstance(term, Shown) else term


def tallies(conditions: tuple[Condition, ...]) -> Tallies:
    """Return the tally marks that `conditions` need."""
    found: dict[frozenset[str], tuple[str, ...]] = {}
    for condition in conditions:
        for term in terms(condition):
            if isinstance(term, Shown) and term.options not in found:
                found[term.options] = tuple(
                    f"{term.pattern}#{len(found)}.{count}" for count in range(1, len(term.options) + 1)
                )
    return Tallies(found)


def is_tally(mark: str) -> bool:
    """Tell whether a mark is a tally mark, not the id of an option."""
    return "#" in mark


def asked(story: Story) -> tuple[Condition, ...]:
    """Return the conditions that steer: those of options and of branches."""
    options = (option.when for option in story.options.values() if option.when is not None)
    arms = (when for node in story.nodes if isinstance(node, Branch) for when, _ in node.arms)
    return (*options, *arms)


def terms(condition: Condition) -> tuple[Term, ...]:
    """Return the terms of a condition, from left to right."""
    match condition:
        case Compare(_, left, right):
            return (left, right)
        case Not(part):
            return terms(part)
        case And(parts) | Or(parts):
            return tuple(term for part in parts for term in terms(part))
        case _:
            return (condition,)


def facts(condition: Condition, *, whole: bool = False) -> frozenset[Fact]:
    """Return what a rewritten condition reads; of tally marks only those it can tell apart, unless `whole`."""
    match condition:
        case Compare(_, Shown(_, marks), Constant(bound)) | Compare(_, Constant(bound), Shown(_, marks)):
            return marks if whole else _first(marks, int(bound) + 1)
        case Compare(_, left, right):
            return facts(left, whole=True) | facts(right, whole=True)
        case Not(part):
            return facts(part, whole=whole)
        case And(parts) | Or(parts):
            return frozenset[Fact]().union(*(facts(part, whole=whole) for part in parts))
        case Shown(_, marks):
            return marks
        case ValueOf(index, _):
            return frozenset((index,))
        case Picked(option):
            return frozenset((option,))
        case _:
            return frozenset()


def _first(marks: frozenset[str], count: int) -> frozenset[str]:
    return frozenset(mark for mark in marks if int(mark.rpartition(".")[2]) <= count)
