"""The answers of a class to the sheets before or after: a small table that a teacher types, read from CSV.

A row is a sheet: its form, then ten cells such as `C2` (the letter, then how sure: 1 a guess, 2 fairly, 3 sure), and
no room for a name. Columns are parted by commas, semicolons or tabs, as the program at hand writes them.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from game.classroom.gather import Left
from game.insight.discrimination import Call
from game.insight.vignettes import FORMS, LETTERS
from game.language import _

ITEMS: Final = 10
MOST_SHEETS: Final = 2_000
LARGEST: Final = 1_000_000

_CELL: Final = re.compile(r"([A-Ea-e])\s*([1-3])?")
_SIGNS: Final = (",", ";", "\t")


class BadTableError(ValueError):
    """A file that is no table of sheets; `str()` is one sentence."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its form, and for each item the letter ("" if blank) and the confidence (0 if none was told)."""

    form: str
    marks: tuple[tuple[str, int], ...]

    def calls(self) -> tuple[Call, ...]:
        """Return its answers as calls; a blank one is "can't tell"."""
        return tuple(
            Call(item.shows, bool(item.looks_like), LETTERS.get(letter), sure)
            for item, (letter, sure) in zip(FORMS[self.form], self.marks, strict=True)
        )


def template() -> str:
    """Return the empty table, with a first row that tells what goes where."""
    return "form," + ",".join(str(number) for number in range(1, ITEMS + 1)) + "\r\n"


def read_table(data: bytes) -> tuple[tuple[Sheet, ...], tuple[Left, ...]]:
    """Return the sheets in a table, and the rows that were left out. Raises `BadTableError`."""
    if len(data) > LARGEST:
        raise BadTableError(_("This table is larger than any class (1 MB); it was not read."))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadTableError(_("This table is not in UTF-8. Save it as “CSV UTF-8”.")) from None
    sheets: list[Sheet] = []
    left: list[Left] = []
    for number, row in _rows(text):
        try:
            sheets.append(_sheet(row))
        except BadTableError as trouble:
            left.append(Left(_("row {number}").format(number=number), str(trouble)))
        if len(sheets) + len(left) > MOST_SHEETS:
            raise BadTableError(_("This table has more than {most} rows.").format(most=MOST_SHEETS))
    if not sheets and not left:
        raise BadTableError(_("There is no sheet in this table: write one row for each, such as A, C2, B1, …"))
    return tuple(sheets), tuple(left)


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that hold something, with their numbers, but for the one that names the columns."""
    first = text.partition("\n")[0]
    sign = max(_SIGNS, key=first.count)
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=sign), 1):
            cells = [each.strip() for each in row]
            if any(cells) and cells[0].lower() != "form":
                yield number, cells
    except csv.Error as error:
        raise BadTableError(_("This is not a table of sheets: it cannot be read as CSV.")) from error


def _sheet(row: list[str]) -> Sheet:
    form = row[0].upper()
    if form not in FORMS:
        raise BadTableError(_("The first cell is the form, A or B."))
    while row and len(row) > 1 + ITEMS and not row[-1]:
        row = row[:-1]
    if len(row) != 1 + ITEMS:
        sentence = _("A sheet has {items} answers, and this row has {many}.")
        raise BadTableError(sentence.format(items=ITEMS, many=len(row) - 1))
    return Sheet(form, tuple(_mark(number, each) for number, each in enumerate(row[1:], 1)))


def _mark(number: int, words: str) -> tuple[str, int]:
    if not words:
        return "", 0
    found = _CELL.fullmatch(words)
    if found is None:
        sentence = _("Answer {number} is no letter from A to E with 1, 2 or 3 behind it, such as C2.")
        raise BadTableError(sentence.format(number=number))
    return found[1].upper(), int(found[2] or 0)
