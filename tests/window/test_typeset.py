"""Setting text: no letter is lost, and every line fits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.settings import CHOICES
from game.window.letters import LETTERING, STYLES, Letters
from game.window.typeset import KEPT, LONGEST, Span, setting
from tests.stage import LETTERS as MEASURE

LETTERS = Letters(MEASURE)

SPANS = st.lists(
    st.builds(Span, st.text("abc defgh \n", max_size=60), st.sampled_from(("prose", "stress", "speaker"))), max_size=6
).map(tuple)


@given(SPANS, st.integers(1, 900), st.integers(8, 80))
def test_no_letter_is_lost(spans: tuple[Span, ...], width: int, base: int) -> None:
    """The pieces, in order, hold all that is not blank."""
    done = setting(spans, width, base, LETTERS)
    assert "".join(piece.words for piece in done.pieces) == "".join("".join(span.words.split()) for span in spans)


@given(SPANS, st.integers(60, 900))
def test_every_line_fits(spans: tuple[Span, ...], width: int) -> None:
    """No piece ends right of the width, unless it is a single letter."""
    for piece in setting(spans, width, 20, LETTERS).pieces:
        assert piece.x + LETTERS.width(piece.words, piece.font) <= width or len(piece.words) == 1


def test_a_short_last_word_takes_company() -> None:
    """A word by itself on the last line looks like an accident."""
    lines = [f"one two three four five six {'x' * length} so." for length in range(1, 19)]
    for words in lines:
        pieces = setting((Span(words, "prose"),), 220, 20, LETTERS).pieces
        assert sum(piece.y == pieces[-1].y for piece in pieces) > 1


def lines(words: str, width: int, style: str = "prose") -> list[str]:
    """Return the lines in which words are set."""
    pieces = setting((Span(words, style),), width, 20, LETTERS).pieces
    return [" ".join(each.words for each in pieces if each.y == y) for y in sorted({each.y for each in pieces})]


@given(st.lists(st.sampled_from(("a", "of", "the", "table", "somebody", "consideration")), min_size=1, max_size=40))
def test_the_right_edge_is_as_even_as_it_can_be(words: list[str]) -> None:
    """Never more lines than filling one after the other takes, and never a raggeder edge."""
    width, font = 220, LETTERS.font("prose", 20)
    filled, found = [""], lines(" ".join(words), width)
    for word in words:
        longer = f"{filled[-1]} {word}".strip()
        wide = sum(LETTERS.width(each, font) for each in longer.split()) + longer.count(" ") * LETTERS.blank(font)
        filled = [*filled[:-1], longer] if wide <= width else [*filled, word]

    def ragged(set_: list[str]) -> float:
        return sum((width - LETTERS.width(line, font)) ** 2 for line in set_[:-1])

    assert len(found) == len(filled)
    assert ragged(found) <= ragged(filled) or filled[-1] != found[-1]


@pytest.mark.parametrize("width", range(150, 420, 15))
def test_what_belongs_together_stays_on_one_line(width: int) -> None:
    """Around a blank that does not break, over two looks too; and each line fits still."""
    spans = (
        Span("Mouse: click · ", "small"),
        Span(f"Gamepad:{KEPT}", "small stress"),
        Span(f"left{KEPT}stick", "small"),
    )
    pieces = setting(spans, width, 20, LETTERS).pieces
    assert len({piece.y for piece in pieces[-2:]}) == 1
    assert max(piece.x + LETTERS.width(piece.words, piece.font) for piece in pieces) <= width


def test_what_is_too_wide_to_stay_together_parts_at_its_blanks() -> None:
    """And not within a word."""
    pieces = setting((Span(KEPT.join(("Gamepad:", "left", "stick")), "prose"),), 90, 20, LETTERS).pieces
    assert [piece.words for piece in pieces] == ["Gamepad:", "left", "stick"]


def test_a_heading_is_balanced() -> None:
    """Of two lines neither is much longer; prose fills its first line."""
    words = "At dinner you had soup on before fourteen could be discussed"
    first, second = lines(words, 420, "deed")
    assert abs(len(first) - len(second)) < 12
    assert len(lines(words, 420)[0]) > len(lines(words, 420)[1])


def test_small_words_below_large_ones_lie_close() -> None:
    """Each line is as high as what stands on it."""
    alone, both = ((Span("Title", "entry"),), (Span("Title", "entry"), Span("\nabout it", "small")))
    low = setting(both, 500, 40, LETTERS).height - setting(alone, 500, 40, LETTERS).height
    assert low == LETTERS.leading("small", 40)


@given(st.integers(40, 500))
def test_a_dot_between_two_things_ends_a_line(width: int) -> None:
    """It never begins one, unless nothing else fits beside it."""
    found = lines("at Dinner · seven answers · Independence", width)
    assert not any(line.startswith("·") for line in found) or width < 130


def test_a_wide_line_still_ends_at_seventy_letters() -> None:
    """Whatever room there is."""
    pieces = setting((Span("word " * 60, "prose"),), 10**5, 20, LETTERS).pieces
    first = [piece.words for piece in pieces if piece.y == pieces[0].y]
    assert len(" ".join(first)) <= LONGEST


def test_words_with_two_looks_stay_together() -> None:
    """A full stop after a stressed word never begins a line."""
    spans = (Span("one two ", "prose"), Span("three", "stress"), Span(".", "prose"))
    for width in range(60, 200, 7):
        pieces = setting(spans, width, 20, LETTERS).pieces
        assert pieces[-1].y == pieces[-2].y


def test_more_room_is_what_was_asked_for() -> None:
    """Half as high again, and each blank and letter wider by its share of the size."""
    spans = (Span("one two three four", "prose"),)
    usual = setting(spans, 10**5, 100, LETTERS)
    high = setting(spans, 10**5, 100, LETTERS._replace(line=150))
    assert high.height == pytest.approx(1.5 * usual.height, abs=1)
    assert setting(spans, 10**5, 100, LETTERS._replace(word=24)).width == usual.width + 3 * 24
    # The room behind each of the eighteen signs, blanks too.
    assert setting(spans, 10**5, 100, LETTERS._replace(letter=12)).width == usual.width + 18 * 12


def test_the_most_room_is_what_wcag_asks_for() -> None:
    """WCAG 2.2, 1.4.12: lines half as high again as letters, two heights between paragraphs, and so on."""
    widest = LETTERS._replace(line=CHOICES["line_spacing"][-1], letter=CHOICES["letter_spacing"][-1])
    size = widest.font("prose", 100).size
    assert widest.leading("prose", 100) >= 1.5 * size
    assert widest.font("prose", 100).tracking >= 0.12 * size
    assert CHOICES["word_spacing"][-1] >= 16
    assert 0.45 * CHOICES["paragraph_spacing"][-1] / 100 >= 2


def test_the_title_keeps_its_letters() -> None:
    """It is a drawing more than a text."""
    for style in LETTERING:
        assert LETTERS._replace(family="dyslexic", letter=12, line=150).font(style, 40) == LETTERS.font(style, 40)


def test_styles_of_prose_and_options_are_full_size() -> None:
    """What is read to follow the story is never smaller than prose."""
    for style in ("prose", "stress", "speaker", "you", "other", "answer", "option", "option stress", "closed"):
        assert STYLES[style].ratio >= 1
