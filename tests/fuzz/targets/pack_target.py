"""The opener of packs: raw bytes of an archive; or files, which are put into one, with headers that may say anything.

In a line `=== NAME ? method=8 size=7` what stands behind the question mark is what the archive says of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from game.authoring.load import load
from game.authoring.packs.archive import MOST_OPEN
from game.authoring.packs.fault import RefusedPackError
from game.authoring.packs.pack import pack_in
from tests import zips
from tests.fuzz.bundle import bundled, files, folder
from tests.fuzz.said import sound

WORDS: Final = (
    *("PK\x01\x02", "PK\x03\x04", "PK\x05\x06", "PK\x06\x06", "PK\x06\x07", "\n=== tea/story.yaml\n", "\n=== a.yaml\n"),
    *(
        " ? method=8",
        " size=1",
        " crc=0",
        " flags=2049",
        " attributes=2717843456",
        " offset=7",
        " packed=1",
        "../",
        "\\",
    ),
)

_SAID: Final = re.compile(r" (method|size|crc|flags|attributes|offset)=([0-9]{1,9})")
_ARCHIVE: Final = b"PK"


def one(data: bytes) -> None:
    """Open the archive, and load it as a story."""
    made = data if data.startswith(_ARCHIVE) else _archive(data)
    try:
        pack = pack_in(made, "tea", "tea.zip")
    except RefusedPackError:
        pass  # what was found is told below
    else:
        assert sum(pack.size(name) for name in pack.files) <= MOST_OPEN
        for name in pack.files:
            assert ".." not in name.split("/")
            assert not name.startswith("/")
    with folder({"tea.zip": made}) as place:
        loaded = load(place / "tea.zip")
        sound(loaded.problems, loaded.sources)


def seeds() -> Iterator[bytes]:
    """Yield an honest archive, packed and stored, some that lie, and the files of a story."""
    yield zips.with_story()
    yield zips.with_story(folder="")
    yield zips.with_story(zips.Entry("tea/pictures/x.png", b"\x89PNG"), zips.Entry("tea/README.md"))
    yield zips.with_story(
        zips.Entry("tea/a.yaml", crc=7), zips.Entry("../x"), zips.Entry("tea/l", attributes=zips.LINK)
    )
    yield zips.archive(
        replace(zips.TEA[0], method=8), replace(zips.TEA[1], extra=b"\x01\x00\x04\x00abcd"), note=b"hello"
    )
    yield bundled({str(each.name): each.data for each in zips.TEA})
    yield bundled({"tea/story.yaml": zips.STORY.encode(), "tea/start.yaml ? method=8 size=7": zips.SCENE.encode()})


def _archive(data: bytes) -> bytes:
    return zips.archive(*(_entry(name, inside) for name, inside in files(data, "story.yaml").items()))


def _entry(name: str, data: bytes) -> zips.Entry:
    plain, _sign, rest = name.partition(" ?")
    said = {key: int(number) for key, number in _SAID.findall(rest)}
    entry = zips.Entry(plain.encode("utf-8", "surrogateescape")[:60_000], data)
    return replace(
        entry,
        method=said.get("method", 0) & 0xFFFF,
        flags=said.get("flags", zips.UTF_8) & 0xFFFF,
        attributes=said.get("attributes", 0) & 0xFFFFFFFF,
        size=said.get("size"),
        crc=said.get("crc"),
        offset=said.get("offset"),
    )
