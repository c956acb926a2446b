"""Prose: markup in, letters out, for every name and every set of pronouns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story import markup, pronouns
from game.story.called import Called
from game.story.grammar import Scope
from game.story.markup import Marks
from game.story.state import State
from game.story.text import Either, Run, plain, settle, spell

MARKS = Marks(frozenset({"sam", "you"}), Scope(variables={"booked": (0, "flag")}))
BOOKED = State(0, values=(True,))
FREE = State(0, values=(False,))


def read(source: str, who: str = "they", name: str = "Sam", state: State = BOOKED) -> str:
    """Return the letters of a marked-up source."""
    text, faults = markup.parse(source, MARKS)
    assert faults == ()
    assert text is not None
    return plain(settle(text, state), {"sam": Called(name, who), "you": Called("Alex", "she")})


@pytest.mark.parametrize(
    ("source", "they", "she", "he"),
    [
        ("{sam.They} {sam.lean} on it.", "They lean on it.", "She leans on it.", "He leans on it."),
        ("{sam} {sam.lean} on it.", "Sam leans on it.", "Sam leans on it.", "Sam leans on it."),
        ("{sam.They} {sam.are} late.", "They are late.", "She is late.", "He is late."),
        ("ask {sam.them}", "ask them", "ask her", "ask him"),
        ("{sam.their} key", "their key", "her key", "his key"),
        ("it is {sam.theirs}", "it is theirs", "it is hers", "it is his"),
        ("{sam.They're} off", "They're off", "She's off", "He's off"),
        ("{sam.They’ve} gone", "They’ve gone", "She’s gone", "He’s gone"),
        ("{sam.They} {sam.carry} it", "They carry it", "She carries it", "He carries it"),
        ("{sam.They} {sam.stay}", "They stay", "She stays", "He stays"),
        ("{sam.They} {sam.watch}", "They watch", "She watches", "He watches"),
        ("{sam.They} {sam.don't}", "They don't", "She doesn't", "He doesn't"),
        ("{sam.They} {sam.can}", "They can", "She can", "He can"),
        ("by {sam.themselves}", "by themselves", "by herself", "by himself"),
        ("{sam}'s mug", "Sam's mug", "Sam's mug", "Sam's mug"),
    ],
)
def test_pronouns_and_their_verbs(source: str, they: str, she: str, he: str) -> None:
    """Every scene reads right in all pronouns."""
    assert [read(source, who) for who in ("they", "she", "he")] == [they, she, he]


def test_an_alternative_is_decided_by_the_state() -> None:
    """The first text when the condition holds, else the second; names may stand inside."""
    source = "You {booked ? wave to {sam} | stay}."
    assert (read(source), read(source, state=FREE)) == ("You wave to Sam.", "You stay.")


def test_one_side_may_be_empty() -> None:
    """Nothing stands where an author left a side empty."""
    assert read("late{booked ? , again | }.") == "late, again."
    assert read("late{booked ? , again | }.", state=FREE) == "late."


def test_emphasis_gives_runs() -> None:
    """Stressed words are a run of their own, names inside as well."""
    text, _ = markup.parse("a *big {sam}* b", MARKS)
    assert text is not None
    assert spell(text, {"sam": Called("Kim", "she")}) == (Run("a "), Run("big Kim", stressed=True), Run(" b"))


def test_what_is_empty_is_no_run() -> None:
    """Somebody without a name leaves nothing behind, not even a stretch without letters."""
    text, _ = markup.parse("{sam}*{sam}*", MARKS)
    assert text is not None
    assert spell(text, {"sam": Called("", "she")}) == ()


def test_what_stands_in_braces_is_found_where_it_stands() -> None:
    """People without their forms, and conditions as they stand, with the people inside of alternatives."""
    source = "{{x}} {sam} *{sam.they}* {booked ? to {you.them} | {eve}} \\{ {you}"
    found = list(markup.names(source))
    assert found == [
        (7, "sam", False),
        (14, "sam", False),
        (26, "booked ", True),
        (39, "you", False),
        (52, "eve", False),
        (62, "you", False),
    ]
    assert all(source[at:].startswith(inside) for at, inside, _ in found)


def test_the_signs_themselves() -> None:
    """Doubled braces and backslashed signs stand for themselves."""
    assert read(r"{{x}} \| \* \{ \\") == r"{x} | * { " + "\\"


@pytest.mark.parametrize(
    ("source", "rule", "at"),
    [
        ("{nmae} goes", "brace-unknown", 0),
        ("{sam.__class__}", "brace-unknown", 0),
        ("{0.real}", "brace-unknown", 0),
        ("{sam:>999}", "brace-unknown", 0),
        ("{}", "brace-unknown", 0),
        ("lone { brace", "brace-open", 5),
        ("lone } brace", "brace-stray", 5),
        ("a *b", "emphasis-open", 2),
        ("{booked ? a | {booked ? b | c}}", "alternative-nested", 14),
        ("{booked ? a}", "alternative-one-sided", 0),
        ("so {bokked ? a | b}", "condition-unknown-name", 4),
    ],
)
def test_a_fault_has_a_rule_and_a_place(source: str, rule: str, at: int) -> None:
    """One mistake gives one fault, where it stands."""
    text, faults = markup.parse(source, MARKS)
    assert text is None
    assert [(fault.rule, fault.at) for fault in faults] == [(rule, at)]


def test_spelling_an_unsettled_alternative_is_a_broken_assumption() -> None:
    """Whoever spells has settled before."""
    text, _ = markup.parse("{booked ? a | b}", MARKS)
    assert text is not None
    assert isinstance(text[0], Either)
    with pytest.raises(ValueError, match="settled"):
        spell(text, {})


@given(st.text(max_size=80) | st.text(alphabet="{}*|?\\ sam.they", max_size=80))
def test_no_text_makes_the_parser_raise(source: str) -> None:
    """Whatever stands there is a text or has faults inside it."""
    text, faults = markup.parse(source, MARKS)
    assert (text is None) == bool(faults)
    assert all(0 <= fault.at <= len(source) for fault in faults)


@given(st.text(alphabet=st.characters(blacklist_characters="{}*|\\"), max_size=80))
def test_plain_words_stand_as_they_are(source: str) -> None:
    """A text without signs is read back letter for letter."""
    assert read(source) == source


@given(st.sampled_from(sorted(pronouns.FORMS)), st.sampled_from(pronouns.PRONOUNS))
def test_every_form_exists_in_every_pronoun(form: str, who: str) -> None:
    """The table is whole, and the they-form is its own."""
    assert pronouns.pronoun(who, form)
    assert pronouns.pronoun("they", form) == form


@given(st.lists(st.sampled_from(["{sam}", "{sam.they}", "{you.Lean}", "{sam.are}", " ", "tea", ". "]), max_size=8))
def test_a_mark_behind_changes_nothing_before_it(parts: list[str]) -> None:
    """Names and forms alone, as in most texts, are read as they are among other marks."""
    source = "".join(parts)
    assert read(source + "*!*") == read(source) + "!"
