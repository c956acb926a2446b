"""The reader of run files: a run, or a sentence; and a run that is read is played, told and written again.

Hardly any input has a sum that fits, so each is read a second time with its sum made good.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from game.insight.reveal import reveal
from game.insight.why import explain
from game.runs.replay import resume
from game.runs.run import BadRun, Run, checksum, dumps, loads
from game.settings import Settings, names_for
from game.terminal import prose
from tests.fuzz.said import shown, told
from tests.runs.kept import DATA, HASH
from tests.samples import STORY

GOLDEN = Path(__file__).parents[2] / "runs" / "golden"

WORDS = (
    *('"format"', '"me-and-we run"', '"version"', '"story"', '"id"', '"hash"', '"seed"', '"choices"', '"finished"'),
    *(
        '"started"',
        '"saved"',
        '"sum"',
        "true",
        "false",
        "null",
        "NaN",
        "1e999",
        "-1",
        "2026-01-31T18:05:00Z",
        "\\ud800",
    ),
    *("dinner.wait", "dinner.noodles", "dinner.phone", "dinner.skip", "offer.stay", "offer.go", "offer.skip", "sample"),
)


def one(data: bytes) -> None:
    """Read the bytes as they are, and with a sum that fits."""
    for each in (data, mended(data)):
        run = read(each)
        if run is not None:
            assert loads(dumps(run)) == run
            _play(run)


def seeds() -> Iterator[bytes]:
    """Yield a run, and runs that earlier versions kept."""
    yield DATA
    yield json.dumps(json.loads(DATA)).encode()
    yield from (file.read_bytes() for file in sorted(GOLDEN.glob("*.json")))


def mended(data: bytes) -> bytes:
    """Return a document whose sum fits what it says; what is no document stays as it is."""
    try:
        fields = json.loads(data)
        if not isinstance(fields, dict):
            return data
        fields.pop("sum", None)
        return json.dumps({**fields, "sum": checksum(fields)}).encode()
    except (ValueError, RecursionError):
        return data


def read(data: bytes) -> Run | None:
    """Return a run, or None for what is refused with a sentence."""
    try:
        return loads(data)
    except BadRun as refused:
        told(str(refused))
        return None


def _play(run: Run) -> None:
    try:
        resumed = resume(STORY, HASH, run)
    except BadRun as refused:
        told(str(refused))
        return
    called = names_for(STORY, Settings())
    explanation = explain(STORY, reveal(STORY, resumed.picks, None), called, None)
    for paragraph in prose.explained(explanation, finished=resumed.finished):
        shown(paragraph)
