"""Promise 13: one bad file never spoils a class, and a forged total is noticed."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from game.classroom.gather import Gathered, find, gather
from game.classroom.tally import tally
from game.runs.run import checksum
from game.story.fingerprint import fingerprint
from tests.classroom.class_of import fill, run_of
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
