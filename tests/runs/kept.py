"""A run to test with, and ways to change its file."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from game.runs.run import Run, checksum, dumps, loads
from game.story.fingerprint import fingerprint
from tests.samples import STORY

HASH = fingerprint(STORY)
RUN = Run(
    "sample", HASH, 7, ("dinner.wait", "dinner.noodles"), finished=False, started="2026-01-31T18:05:00Z",
    saved="2026-01-31T18:09:30Z",
)  # fmt: skip
DATA = dumps(RUN)


def longer(run: Run, count: int) -> Run:
    """Return `run` with `count` answers more."""
    return replace(run, choices=(*run.choices, *("dinner.wait",) * count))


def content() -> dict[str, Any]:
    """Return the fields of the run's file, to be changed."""
    fields = json.loads(DATA)
    assert isinstance(fields, dict)
    return fields


def changed(**fields: object) -> bytes:
    """Return the file with other fields and a sum that fits them."""
    new = {**content(), **fields}
    del new["sum"]
    return json.dumps({**new, "sum": checksum(new)}).encode()


def without(field: str) -> bytes:
    """Return the file without a field."""
    return json.dumps({name: value for name, value in content().items() if name != field}).encode()


def whole(path: Path) -> Run | None:
    """Return the run in a file, None if there is no file. Raises `BadRun` if it is not whole."""
    return loads(path.read_bytes()) if path.exists() else None
