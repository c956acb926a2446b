"""The folder of a class: whatever lies in it, the page and the table are made, and show nothing but words.

Runs whose names begin with `m` have their sums made good; otherwise hardly any would count.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Final

from game.classroom.class_map import class_map
from game.classroom.counts import as_csv
from game.classroom.gather import Left, find, gather, story_of
from game.classroom.growth import growth
from game.classroom.sheets import BadTableError, Sheet, read_table, template
from game.classroom.tally import tally
from tests.fuzz.bundle import bundled, files, folder
from tests.fuzz.said import told
from tests.fuzz.targets.run_target import WORDS as RUN_WORDS
from tests.fuzz.targets.run_target import mended
from tests.runs.kept import DATA, HASH
from tests.samples import STORY

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")

WORDS: Final = (
    *RUN_WORDS,
    *(
        "\n=== m1.json\n",
        "\n=== <script>.json\n",
        "\n=== a/b.json\n",
        "\n=== before-a.csv\n",
        "A,C2,B1,",
        '"',
        ";",
        "\t",
    ),
)


class Tags(HTMLParser):
    """Keeps the tags and the handlers of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.handlers: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Keep a tag."""
        self.tags.add(tag)
        self.handlers += [name for name, _value in attributes if name.startswith("on")]


def one(data: bytes) -> None:
    """Gather what lies in a folder, and make the page and the table of it."""
    found = {name: mended(inside) if name.startswith("m") else inside for name, inside in files(data, "m.json").items()}
    with folder(found) as place:
        runs, left = find(place)
        story_of(runs)
        gathered = gather(STORY, HASH, runs)
        told_of = (*left, *gathered.left)
        for each in told_of:
            told(each.name)
            told(each.why)
        sheets, rows = _sheets(found)
        grown = growth(sheets, sheets)
        tallies = [tally(STORY, gathered.runs)]
        page = class_map(STORY, tallies, [*told_of, *rows], gathered.older, grown)
        _plain_words(page, as_csv(STORY, tallies))


def seeds() -> Iterator[bytes]:
    """Yield folders with runs, sheets and other things."""
    runs = {f"m{number}.json": DATA.replace(b'"seed": 7', b'"seed": %d' % number) for number in range(6)}
    yield bundled(runs)
    yield bundled({**runs, "x.txt": b"hello", "<b>.json": b"{}", "=1+1.json": DATA})
    yield bundled({"before-a.csv": template().encode() + b"A,C2,B1,,A3,E,B,C,D,A,A1\r\n", "m.json": DATA})


def _sheets(found: dict[str, bytes]) -> tuple[tuple[Sheet, ...], list[Left]]:
    sheets: list[Sheet] = []
    left: list[Left] = []
    for name, data in found.items():
        if name.endswith(".csv"):
            try:
                some, rows = read_table(data)
            except BadTableError as bad:
                told(str(bad))
                continue
            sheets += some
            left += rows
    return tuple(sheets), left


def _plain_words(page: str, table: str) -> None:
    page.encode()
    tags = Tags(page)
    assert "script" not in tags.tags
    assert not tags.handlers
    for row in csv.reader(io.StringIO(table.removeprefix("\ufeff"), newline="")):
        assert not any(cell.startswith(FORMULA) for cell in row), row
