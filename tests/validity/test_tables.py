"""The page on validity shows what the raw answers say, and nothing else."""

from __future__ import annotations

from tests.validity import tables


def test_the_page_holds_the_tables_as_they_are_made_now() -> None:
    """`python tests/validity/tables.py --write` puts them there."""
    begin, end = tables.MARKS
    shown = tables.PAGE.read_text(encoding="utf-8").partition(begin)[2].partition(end)[0]
    assert shown.strip() == "\n\n".join(tables.tables())


def test_kappa_is_agreement_beyond_chance() -> None:
    """1 where two always agree, 0 where they agree as often as chance would have it."""
    assert tables.kappa([("a", "a"), ("b", "b")]) == 1
    assert tables.kappa([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")]) == 0
