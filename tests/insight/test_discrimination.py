"""Telling the dynamics apart is scored as right calls minus false alarms."""

from __future__ import annotations

import pytest

from game.classroom.sheets import Sheet
from game.insight.discrimination import score, scored
from game.insight.vignettes import FORMS, LETTERS


def answered(form: str, letters: str) -> float:
    """Return the score of a sheet with these letters."""
    return score(Sheet(form, tuple((letter, 2) for letter in letters)).calls())


def key(form: str) -> str:
    """Return the letters of a sheet without a mistake."""
    return "".join(letter for item in FORMS[form] for letter, named in LETTERS.items() if named == item.shows)


@pytest.mark.parametrize("form", FORMS)
def test_a_form_has_two_vignettes_a_dynamic_and_two_lookalikes(form: str) -> None:
    """So no name is called more often than another, and the two forms weigh alike."""
    shown = sorted(item.shows for item in FORMS[form] if not item.looks_like)
    assert shown == sorted([each for each in LETTERS.values() if each] * 2)
    assert [item.shows for item in FORMS[form] if item.looks_like] == ["interdependence"] * 2


def test_forms_share_no_line_and_no_order() -> None:
    """Whoever remembers the letters of the one gains nothing in the other."""
    assert not {item.words for item in FORMS["A"]} & {item.words for item in FORMS["B"]}
    assert key("A") != key("B")


@pytest.mark.parametrize("form", FORMS)
def test_the_ends_of_the_scale(form: str) -> None:
    """All right is 1; naming nothing is 0; suspecting everything costs more than it gains."""
    assert answered(form, key(form)) == 1
    assert answered(form, "E" * 10) == 0
    assert answered(form, "D" * 10) == pytest.approx(0.25 - 1)


def test_sure_and_right_are_told_apart() -> None:
    """Of the sure calls, the share of right ones."""
    right = Sheet("A", tuple((letter, 3) for letter in key("A")))
    guessed = Sheet("A", tuple(("E", 1) for _item in range(10)))
    told = scored([right.calls(), guessed.calls()])
    assert (told.sure, told.sure_right, told.score, told.sheets) == (0.5, 1.0, 0.5, 2)
    assert scored([guessed.calls()]).sure_right is None
