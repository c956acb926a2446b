"""Several files in one input: a line `=== NAME` stands before what each holds. What a name says never leads outside."""

from __future__ import annotations

import contextlib
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

MOST_FILES: Final = 40

_LINE: Final = re.compile(rb"^=== (.*)\n", re.MULTILINE)
ROOM = next((each for each in (Path("/dev/shm"),) if each.is_dir()), None)  # noqa: S108  # memory, where there is such
"""Where folders are made; None for the system's place."""


def bundled(files: Mapping[str, bytes]) -> bytes:
    """Return files as one input."""
    return b"".join(b"=== " + name.encode() + b"\n" + data for name, data in files.items())


def files(data: bytes, first: str) -> dict[str, bytes]:
    """Return the files in an input by their names; what stands before the first line of a name is `first`."""
    ahead, *rest = _LINE.split(data)
    pairs = zip(rest[::2], rest[1::2], strict=True)
    found = {first: ahead} if ahead else {}
    found |= {name.decode("utf-8", "surrogateescape"): inside for name, inside in pairs}
    return dict(list(found.items())[:MOST_FILES])


@contextlib.contextmanager
def folder(found: Mapping[str, bytes], name: str = "tea") -> Iterator[Path]:
    """Write files into a folder of this name, which is gone afterwards; names that cannot be are left out."""
    home = Path(tempfile.mkdtemp(prefix="fuzz-", dir=ROOM))
    try:
        place = home / name
        place.mkdir()
        for each, data in found.items():
            _write(place, each, data)
        yield place
    finally:
        shutil.rmtree(home)


def _write(place: Path, name: str, data: bytes) -> None:
    parts = name.split("/")
    if any(part in ("", ".", "..") for part in parts):
        return
    with contextlib.suppress(OSError, ValueError):
        file = place.joinpath(*parts)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
