"""Promise 13: one bad file never spoils a class, and a forged total is noticed."""

from __future__ import annotations

import gzip
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from game.classroom.class_map import class_map
from game.classroom.counts import as_csv
from game.classroom.gather import Gathered, find, gather
from game.classroom.tally import tally
from game.runs.run import checksum
from game.story.fingerprint import fingerprint
from tests.classroom.class_of import fill, run_of
from tests.classroom.words import Words
from tests.samples import STORY

PICKS = ("dinner.noodles", "offer.go")
GOOD = run_of(STORY, PICKS, 900)


def forged(**fields: object) -> bytes:
    """Return a run that was changed outside the game, by somebody who made its sum good."""
    new = {**json.loads(GOOD), **fields}
    del new["sum"]
    return json.dumps({**new, "sum": checksum(new)}).encode()


BAD: dict[str, Callable[[], bytes]] = {
    "empty.json": lambda: b"",
    "cut.json": lambda: GOOD[:200],
    "photo.json": lambda: b"\xff\xd8\xff\xe0" + bytes(500),
    "tampered.json": lambda: GOOD.replace(b"offer.go", b"offer.stay"),
    "total.json": lambda: forged(me=99, we=99),
    "label.json": lambda: forged(dynamic="interdependence"),
    "impossible.json": lambda: forged(choices=["dinner.curry", "offer.go"]),
    "unfinished.json": lambda: forged(choices=["dinner.noodles"], finished=True),
    "newer.json": lambda: forged(version=9),
    "huge.json": lambda: b"{" + b" " * 2_000_000,
}


def deep(depth: int) -> bytes:
    """Return a run whose story is a thing in a thing in a thing."""
    return b'{"format":"me-and-we run","version":1,"story":' + b'{"a":' * depth + b"1" + b"}" * depth + b"}"


WORSE: dict[str, Callable[[], bytes]] = {
    "digits.json": lambda: GOOD.replace(b'"seed": 900', b'"seed": ' + b"9" * 6000),
    "true.json": lambda: forged(seed=True),
    "float.json": lambda: forged(seed=900.0),
    "nan.json": lambda: GOOD.replace(b'"seed": 900', b'"seed": NaN'),
    "many.json": lambda: forged(choices=["dinner.noodles"] * 10_000),
    "within.json": lambda: forged(choices=[["dinner.noodles"], "offer.go"]),
    "surrogate.json": lambda: forged(choices=["dinner.\ud800", "offer.go"]),
    "nul.json": lambda: forged(choices=["dinner.noodles\0", "offer.go"]),
    "never.json": lambda: forged(started="2026-02-30T00:00:00Z"),
    "leap.json": lambda: forged(saved="9999-12-31T23:59:60Z"),
    "elsewhere.json": lambda: forged(choices=["offer.skip", "dinner.noodles"]),
    "twice-skipped.json": lambda: forged(choices=["dinner.skip", "dinner.skip"]),
    "done.json": lambda: forged(finished=False),
    "path.json": lambda: forged(story={"id": "../../etc/passwd", "hash": "a" * 64}),
    "terminal.json": lambda: forged(story={"id": "\x1b]0;mine\x07\x1b[31m", "hash": "a" * 64}),
    "nobody.json": lambda: forged(story={**json.loads(GOOD)["story"], "pupil": "Ann"}),
    "deep.json": lambda: deep(50_000),
    "double.json": lambda: GOOD + GOOD,
    "called.json": lambda: b"run(" + GOOD + b")",
    "wide.json": lambda: GOOD.decode().encode("utf-32"),
    "squeezed.json": lambda: gzip.compress(GOOD),
    "new\nline.json": lambda: b"{",
    "\x1b[2Jclear.json": lambda: b"{",
    "\u2066turned\u2069.json": lambda: b"{",
    "<style><script>.json": lambda: b"{",
    "tab\t;=1+1.json": lambda: b"{",
}
"""What was thought of later, to spoil a class: each is left out, and nothing else is."""


def gathered(folder: Path) -> Gathered:
    """Return what counts in a folder, with all that was left out."""
    found, left = find(folder)
    counted = gather(STORY, fingerprint(STORY), found)
    return Gathered(counted.runs, (*left, *counted.left), counted.older)


def test_of_35_files_10_are_bad_and_25_count(tmp_path: Path) -> None:
    """The bad ones are named, each with its reason; the counts are those of the others alone."""
    fill(tmp_path / "class", STORY, 25)
    alone = tally(STORY, gathered(tmp_path / "class").runs)
    for name, made in BAD.items():
        (tmp_path / "class" / name).write_bytes(made())
    told = gathered(tmp_path / "class")
    assert (len(told.runs), sorted(each.name for each in told.left)) == (25, sorted(BAD))
    assert all(each.why for each in told.left)
    assert tally(STORY, told.runs) == alone


@pytest.mark.skipif(sys.platform == "win32", reason="some of these cannot be names there")
def test_nothing_that_is_handed_in_changes_more_than_the_list(tmp_path: Path) -> None:
    """Page and table are the same to the byte but for the list, in which each stands and none steers anything."""
    fill(tmp_path / "class", STORY, 25)
    alone = tally(STORY, gathered(tmp_path / "class").runs)
    for name, made in WORSE.items():
        (tmp_path / "class" / name).write_bytes(made())
    with (tmp_path / "class" / "sparse.json").open("wb") as sparse:
        sparse.truncate(2**33)
    told = gathered(tmp_path / "class")
    counted = tally(STORY, told.runs)
    assert (len(told.left), told.older) == (len(WORSE) + 1, 0)
    assert as_csv(STORY, [counted]) == as_csv(STORY, [alone])
    assert class_map(STORY, [counted], (), 0, None) == class_map(STORY, [alone], (), 0, None)
    assert all(each.name.isprintable() and each.why.isprintable() for each in told.left)
    words = Words(class_map(STORY, [counted], told.left, 0, None))
    assert "script" not in words.tags


def test_c16_a_file_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Locked by another program, or not yet fetched from a cloud: the others count."""
    fill(tmp_path / "class", STORY, 25)
    (tmp_path / "class" / "locked.json").write_bytes(GOOD)
    really_open = os.open

    def locked(path: str | Path, flags: int, *rest: int) -> int:
        if str(path).endswith("locked.json"):
            raise PermissionError(13, "Permission denied")
        return really_open(path, flags, *rest)

    monkeypatch.setattr(os, "open", locked)
    told = gathered(tmp_path / "class")
    assert (len(told.runs), [each.name for each in told.left]) == (25, ["locked.json"])
    assert "there is no permission for it" in told.left[0].why


@pytest.mark.parametrize("name", ["total.json", "label.json", "impossible.json", "unfinished.json"])
def test_a_forged_total_is_noticed_though_its_sum_fits(name: str, tmp_path: Path) -> None:
    """Meters and endings are played again, never believed."""
    (tmp_path / name).write_bytes(BAD[name]())
    told = gathered(tmp_path)
    assert (told.runs, [each.name for each in told.left]) == ((), [name])


@pytest.mark.slow
@pytest.mark.timeout(3_600)
def test_10_000_changed_files_count_as_what_they_are_or_not_at_all(tmp_path: Path) -> None:
    """With none counted wrongly, fewer than 3 in 10,000 would be, at 95 %."""
    rng = Random(13)  # noqa: S311  # the same damage each time
    for number in range(10_000):
        data = bytearray(GOOD)
        for _change in range(rng.choice((1, 2, 8))):
            at = rng.randrange(len(data))
            data[at : at + rng.randrange(3)] = bytes(rng.randrange(256) for _byte in range(rng.randrange(4)))
        (tmp_path / f"{number}.json").write_bytes(data)
    told = gathered(tmp_path)
    assert {run.picks for run in told.runs} <= {PICKS}
    assert len(told.runs) + len(told.left) == 10_000
