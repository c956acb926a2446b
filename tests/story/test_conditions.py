"""Conditions: what they say, and that what is written is what is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story import conditions as language
from game.story import grammar
from game.story.conditions import (
    SIGNS,
    And,
    Compare,
    Condition,
    Constant,
    Meter,
    Not,
    Or,
    Picked,
    Shown,
    ValueOf,
    holds,
)
from game.story.grammar import Scope
from game.story.state import State

SHOWN = frozenset({"dinner.phone", "offer.hand"})
SCOPE = Scope(
    variables={"booked": (0, "flag"), "savings": (1, "number"), "ate": (2, "word")},
    options=frozenset({"dinner.phone", "offer.hand"}),
    patterns={"hand_over_choice": SHOWN},
)
STATE = State(0, values=(True, 3, "takeaway"), me=-2, we=4, picked=frozenset({"dinner.phone"}))


@pytest.mark.parametrize(
    ("source", "truth"),
    [
        ("booked", True),
        ("not booked", False),
        ("savings >= 3 and we > 3", True),
        ("savings == -3", False),
        ("ate == takeaway", True),
        ("takeaway != ate", False),
        ("dinner.phone and shown.hand_over_choice > 0", True),
        ("shown.hand_over_choice > 1", False),
        ("me < 0 or offer.hand", True),
        ("offer.hand and booked or booked", True),
        ("offer.hand and (booked or booked)", False),
        ("not (booked and offer.hand)", True),
        ("booked == true", True),
        ("false or true", True),
    ],
)
def test_a_condition_says_what_it_reads(source: str, *, truth: bool) -> None:
    """Each form of the language, against one state."""
    condition, faults = grammar.parse(source, SCOPE)
    assert faults == ()
    assert condition is not None
    assert holds(condition, STATE) is truth


@pytest.mark.parametrize(
    ("source", "rule", "at", "found"),
    [
        ("", "condition-empty", 0, ""),
        ("booked and", "condition-unfinished", 10, ""),
        ("we >> 2", "condition-syntax", 4, ">"),
        ("we = 2", "condition-syntax", 3, "="),
        ("booked booked", "condition-syntax", 7, "booked"),
        ("(booked", "condition-bracket", 0, "("),
        ("boked", "condition-unknown-name", 0, "boked"),
        ("booked or dinner.fone", "condition-unknown-name", 10, "dinner.fone"),
        ("savings", "condition-not-a-flag", 0, "number"),
        ("ate and booked", "condition-not-a-flag", 0, "word"),
        ("shown.hand_over_choice", "condition-not-a-flag", 0, "number"),
        ("ate == 3", "condition-kinds", 7, "word"),
        ("savings == lots", "condition-unknown-name", 11, "lots"),
        ("ate < takeaway", "condition-order", 4, "<"),
        ("me + 1 > 2", "condition-syntax", 3, "+"),
        ("__import__('os')", "condition-syntax", 10, "("),
        ("not " * 17 + "booked", "condition-too-deep", 64, "not"),
        ("(" * 17 + "booked" + ")" * 17, "condition-too-deep", 16, "("),
        ("booked or " * 30 + "booked", "condition-too-long", 200, "306"),
        ("1.5 > we", "condition-syntax", 0, "1"),
        ("9999999999 > we", "condition-syntax", 0, "9"),
        ("we == and", "condition-syntax", 6, "and"),
        ("dinner.fone == 3", "condition-unknown-name", 0, "dinner.fone"),
        ("(booked and booked) == true", "condition-compared", 0, "(booked and booked)"),
        ("booked == (not booked)", "condition-compared", 10, "(not booked)"),
        ("(we > 1 or booked) != (me > 1)", "condition-compared", 0, "(we > 1 or booked)"),
    ],
)
def test_a_fault_has_a_rule_and_a_place(source: str, rule: str, at: int, found: str) -> None:
    """One mistake gives one fault, where it stands."""
    condition, faults = grammar.parse(source, SCOPE)
    assert condition is None
    assert [(fault.rule, fault.at, fault.found) for fault in faults] == [(rule, at, found)]


def test_an_unknown_name_is_told_with_the_nearest_real_one() -> None:
    """A typing mistake in a name finds what was meant."""
    _, (fault,) = grammar.parse("bookd", SCOPE)
    assert fault.near == "booked"


def test_all_unknown_names_are_told_at_once() -> None:
    """Several wrong names give several faults."""
    _, faults = grammar.parse("bookd and dinner.phon or nonsense", SCOPE)
    assert [fault.found for fault in faults] == ["bookd", "dinner.phon", "nonsense"]


def test_the_names_in_a_condition_are_found_where_they_stand() -> None:
    """Words that join are among them; signs, numbers and what is no name are not, and nothing has to be known."""
    source = "not nope.thing and _x >= 12 § (ate"
    assert list(grammar.names(source)) == [(0, "not"), (4, "nope.thing"), (15, "and"), (19, "_x"), (31, "ate")]


def test_a_condition_is_taken_apart_from_left_to_right() -> None:
    """What `not`, `and` and `or` join, down to comparisons and bare terms; no condition has none."""
    booked, hand, rich = ValueOf(0, "booked"), Picked("offer.hand"), Compare(">", Meter("me"), Constant(1))
    assert list(language.comparisons(Or((Not(And((booked, rich))), hand)))) == [booked, rich, hand]
    assert list(language.comparisons(None)) == []


numbers = st.sampled_from([ValueOf(1, "savings"), Meter("me"), Meter("we"), Shown("hand_over_choice", SHOWN)])
comparisons = st.one_of(
    st.builds(Compare, st.sampled_from(list(SIGNS)), numbers, st.integers(-99, 99).map(Constant)),
    st.builds(Compare, st.sampled_from(["==", "!="]), st.just(ValueOf(2, "ate")), st.just(Constant("soup"))),
)
flags = st.sampled_from([ValueOf(0, "booked"), Picked("dinner.phone"), Constant(value=True)])
leaves: st.SearchStrategy[Condition] = st.one_of(flags, comparisons)
conditions = st.recursive(
    leaves,
    lambda part: (
        st.builds(Not, part)
        | st.builds(lambda a, b: And((a, b)), part, part)
        | st.builds(lambda a, b: Or((a, b)), part, part)
    ),
    max_leaves=4,
)


def written(condition: Condition) -> str:
    """Write a condition as an author would, with brackets wherever they could matter."""
    match condition:
        case Not(part):
            return f"not ({written(part)})"
        case And(parts):
            return " and ".join(f"({written(part)})" for part in parts)
        case Or(parts):
            return " or ".join(f"({written(part)})" for part in parts)
        case Compare(sign, left, right):
            return f"{written(left)} {sign} {written(right)}"
        case Constant(value):
            return str(value).lower()
        case ValueOf(_, name) | Meter(name) | Picked(name):
            return name
        case Shown(pattern):
            return f"shown.{pattern}"


@given(conditions)
def test_what_is_written_is_what_is_read(condition: Condition) -> None:
    """Writing a tree and parsing it gives the same tree."""
    source = written(condition)
    if len(source) <= grammar.LONGEST:
        assert grammar.parse(source, SCOPE) == (condition, ())


tokens = st.sampled_from(
    ["(", ")", *SIGNS, "not", "and", "or", "booked", "savings", "ate", "takeaway", "me", "12", "true"]
)


@given(
    st.text(max_size=60)
    | st.text(alphabet="()<>=! notandrme.w12_", max_size=60)
    | st.lists(tokens, max_size=9).map(" ".join)
)
def test_no_text_makes_the_parser_raise(source: str) -> None:
    """Whatever stands there is a condition or has faults inside it, never both and never neither."""
    condition, faults = grammar.parse(source, SCOPE)
    assert (condition is None) == bool(faults)
    assert all(0 <= fault.at <= len(source) for fault in faults)
