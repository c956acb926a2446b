"""Promises 7 and 8: no file of a stranger runs code, leaves its folder, opens a socket, hangs, bloats or crashes.

Every input is fed in a child of its own, under a guard (`watch.py`) and with limits (`cell.py`).
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest

import game
from tests.fuzz import limits
from tests.fuzz.targets import NAMES
from tests.trust.cell import Answer, Job, answers
from tests.trust.hostile import inputs, kills, traps

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="cells are forked")

CANARY = "CANARY-7f3a91"
MANY = {
    "run": 60_000,
    "condition": 50_000,
    "prose": 40_000,
    "picture": 20_000,
    "settings": 10_000,
    "yaml": 8_000,
    "pack": 6_000,
    "story": 2_000,
    "classroom": 2_000,
    "plays": 2_000,
}
"""How many changed inputs each harness is fed: 200,000 in all, more where one takes less."""


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Path]:
    """A folder that nothing may leave, with a canary beside it, which nobody may open."""
    canary = tmp_path / "canary"
    canary.write_text(CANARY, encoding="utf-8")
    os.utime(canary, (1e9, 1e9))
    (tmp_path / "room").mkdir()
    yield tmp_path / "room"
    assert (canary.read_text(encoding="utf-8"), canary.stat().st_mtime) == (CANARY, 1e9)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["canary", "room"]


def harmless(name: str, answer: Answer) -> None:
    """Hold what came of an input against both promises."""
    assert answer.ended == 0, (name, answer)
    assert not answer.raised, (name, answer)
    assert not answer.found, (name, answer)
    assert CANARY not in answer.said, (name, answer)
    assert answer.seconds < limits.MOST_SECONDS, (name, answer)
    assert answer.memory < limits.MOST_MEMORY, (name, answer)


def fed(room: Path, hostile: Iterable[tuple[str, str, bytes]]) -> list[tuple[str, Job]]:
    """Put hostile inputs into files, and return a job for each."""
    jobs = []
    for number, (name, target, data) in enumerate(hostile):
        file = room / f"{number}"
        file.write_bytes(data)
        jobs.append((f"{target}: {name}", {"target": target, "file": str(file)}))
    return jobs


def all_harmless(jobs: Sequence[tuple[str, Job]], room: Path) -> list[Answer]:
    """Feed inputs, each in a child of its own, and return what came of them."""
    came = answers([job for _name, job in jobs], room)
    for (name, _job), answer in zip(jobs, came, strict=True):
        harmless(name, answer)
    return came


def test_no_input_that_kills_a_library_harms(room: Path) -> None:
    """Bombs, depths, and pictures that lie: refused before a library sees them."""
    assert len(all_harmless(fed(room, kills()), room)) > 50


@pytest.mark.slow
@pytest.mark.timeout(3_600)
def test_no_hostile_input_harms(room: Path, record_property: Callable[[str, object], None]) -> None:
    """Each in a child of its own: it ends, in two seconds and 250 MB, and touched nothing but its own folder."""
    came = all_harmless(fed(room, inputs()), room)
    assert len(came) > 380
    worst = {"inputs": len(came), "seconds": max(a.seconds for a in came), "bytes": max(a.memory for a in came)}
    record_property("worst", json.dumps(worst))


def test_no_link_and_no_word_leads_outside(room: Path) -> None:
    """Folders with links to a canary, and files that name it: nobody reads it, writes to it, or tells what is in it."""
    told = list(traps(room, room.parent / "canary"))
    for (name, _argv), answer in zip(told, answers([{"argv": argv} for _name, argv in told], room), strict=True):
        harmless(name, answer)
        assert answer.said or "pack" in name, name


@pytest.mark.slow
@pytest.mark.timeout(3_600)
@pytest.mark.parametrize("name", NAMES)
def test_200_000_changed_inputs_harm_nothing(name: str, room: Path) -> None:
    """With none failing, fewer than 3 in 200,000 would, at 95 %."""
    stops = [*range(0, MANY[name], 500), MANY[name]]
    jobs: list[Job] = [{"target": name, "seed": a, "count": b - a} for a, b in pairwise(stops)]
    for job, answer in zip(jobs, answers(jobs, room), strict=True):
        harmless(str(job), answer)


def test_the_guard_sees_what_must_not_be(room: Path) -> None:
    """What would be a finding is one; else the other tests could not fail."""
    outside = room.parent / "canary"
    scene = room.parent / "scene.yaml"
    scene.write_text("title: Tea\npassages: {start: [Tea.]}\n", encoding="utf-8")
    opened, written = answers(
        [{"argv": ["check", str(scene)]}, {"argv": ["schema", "-o", str(room.parent / "schema")]}], room
    )
    scene.unlink()
    assert any(str(scene) in each for each in opened.found)
    assert any("schema" in each for each in written.found)
    assert outside.exists()
    for each in sorted(room.parent.glob("schema*/*")):
        each.unlink()
    for each in room.parent.glob("schema*"):
        each.rmdir() if each.is_dir() else each.unlink()


def test_pictures_and_fonts_are_opened_by_the_game_alone() -> None:
    """A library that opens a path by itself would not be seen: pygame is handed bytes, or a font of the game's own."""
    calls = re.compile(r"pygame\.(?:image|font|mixer|mixer\.music)\.(?:load\w*|Font|Sound)\(([^,)]*)")
    found = {
        (file.name, match[1])
        for file in Path(game.__file__).parent.rglob("*.py")
        for match in calls.finditer(file.read_text(encoding="utf-8"))
    }
    assert found
    for file, argument in found:
        assert argument.startswith("io.BytesIO(") or file in ("fonts.py", "mixer.py", "display.py"), (file, argument)
