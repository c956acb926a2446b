"""The archive of a pack: looked at before a library sees it, then read within hard bounds.

1. The end of the file says where the list of files is and how long; that is checked first, on the bytes, so that the
   list is the only one, has a bounded length, and has nothing around it (APPNOTE.TXT 6.3.10, sections 4.3.7 to 4.3.16).
2. Then each entry: its method, its kind, its sizes, and that it has its bytes to itself. Nothing is inflated so far.
3. A file is inflated up to the size that was declared for it and no further, and its checksum is compared.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from game.authoring.packs import names
from game.authoring.packs.fault import Fault, RefusedPackError, seen
from game.language import _

MOST_ZIPPED: Final = 32_000_000
MOST_OPEN: Final = 128_000_000
MOST_FILES: Final = 2_000
MOST_RATIO: Final = 100
"""How much a file may grow when it is opened; one that stays under `SMALL` bytes may grow as it likes."""

SMALL: Final = 100_000

_END: Final = struct.Struct("<4s4H2LH")
_LOCAL: Final = struct.Struct("<4s5H3L2H")
_LIST, _FILE, _LAST, _ZIP64 = b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06", b"PK\x06\x07"
_ZIP64_SIZE: Final = 20
_LONGEST_NOTE: Final = 0xFFFF
_MANY, _FAR = 0xFFFF, 0xFFFFFFFF
_LOCKED: Final = 0x1 | 0x40 | 0x2000
_UTF_8: Final = 0x800
_SIZES_LATER: Final = 0x8
_KINDS: Final = frozenset({0, 0o040000, 0o100000})
_KIND: Final = 0o170000
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_TROUBLES: Final = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError)
"""What the library raises for archives that are not what they say."""


def opened(data: bytes, called: str) -> zipfile.ZipFile:
    """Return the archive in `data`, which messages call `called`. Raises `RefusedPackError` with all that is wrong."""
    found = _frame(data, called)
    if found is not None:
        raise RefusedPackError(found)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except UnicodeDecodeError:
        raise RefusedPackError(Fault("pack-name-encoding")) from None
    except _TROUBLES:
        raise RefusedPackError(_damaged(called, _("the list of its files cannot be read"))) from None
    entries = archive.infolist()
    faults = (*_entries(entries), *names.faults(entry.orig_filename for entry in entries))
    faults = faults or (*_total(entries, called), *_places(data, entries, archive.start_dir))
    if faults:
        raise RefusedPackError(*faults)
    return archive


def content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Return what a file holds. Raises `RefusedPackError` if that is not what was declared."""
    try:
        with archive.open(entry) as file:
            data = file.read(entry.file_size)
    except _TROUBLES:
        data = None
    if data is None or len(data) != entry.file_size:
        raise RefusedPackError(Fault("pack-lie", {"found": seen(entry.orig_filename)}))
    return data


def _damaged(called: str, why: str) -> Fault:
    return Fault("pack-damaged", {"found": called, "why": why})


def _frame(data: bytes, called: str) -> Fault | None:
    """Return what is wrong with the end of an archive, and with where it says that the list of files is."""
    end = data.rfind(_LAST, max(0, len(data) - _END.size - _LONGEST_NOTE))
    if end < 0 or end + _END.size > len(data):
        rule = "pack-cut" if data.startswith(_FILE) else "pack-not-zip"
        return Fault(rule, {"found": called, "size": len(data)})
    _sign, disk, first, here, count, size, start, note = _END.unpack_from(data, end)
    if data[max(0, end - _ZIP64_SIZE) :].startswith(_ZIP64) or count == _MANY or _FAR in (size, start):
        return Fault("pack-zip64", {"found": called})
    if max(count, data.count(_LIST, start, end)) > MOST_FILES:
        return Fault("pack-too-many", {"found": called, "limit": f"{MOST_FILES:,}"})
    if disk or first or here != count:
        return _damaged(called, _("it is one of several parts"))
    if end + _END.size + note != len(data):
        return _damaged(called, _("something stands behind its end"))
    if start + size != end or (count and not data.startswith(_FILE)):
        return _damaged(called, _("something stands in front of its files, or between them and their list"))
    return None


def _entries(entries: Sequence[zipfile.ZipInfo]) -> Iterator[Fault]:
    """Yield what is wrong with the kinds and methods of the files."""
    for entry in entries:
        about = {"found": seen(entry.orig_filename)}
        if not entry.flag_bits & _UTF_8 and not entry.orig_filename.isascii():
            yield Fault("pack-name-encoding")
        elif entry.flag_bits & _LOCKED:
            yield Fault("pack-encrypted", about)
        elif entry.compress_type not in _METHODS:
            yield Fault("pack-method", about)
        elif entry.external_attr >> 16 & _KIND not in _KINDS:
            yield Fault("pack-link", about)
        elif entry.file_size > max(SMALL, MOST_RATIO * entry.compress_size):
            yield Fault("pack-bomb", {**about, "ratio": MOST_RATIO})
        elif entry.compress_type == zipfile.ZIP_STORED and entry.file_size != entry.compress_size:
            yield Fault("pack-lie", about)


def _total(entries: Sequence[zipfile.ZipInfo], called: str) -> Iterator[Fault]:
    size = sum(entry.file_size for entry in entries)
    if size > MOST_OPEN:
        figures = {"size": f"{size / 1e6:,.0f} MB", "limit": f"{MOST_OPEN / 1e6:.0f} MB"}
        yield Fault("pack-too-large", {"found": called, **figures})


def _places(data: bytes, entries: Sequence[zipfile.ZipInfo], end: int) -> Iterator[Fault]:
    """Yield the files whose bytes are not theirs alone, and those that say of themselves what the list does not say."""
    spans = []
    for entry in entries:
        first = entry.header_offset
        if not 0 <= first <= end - _LOCAL.size or not _agrees(data, entry):
            yield Fault("pack-lie", {"found": seen(entry.orig_filename)})
            continue
        *_rest, name, extra = _LOCAL.unpack_from(data, first)
        spans.append((first, first + _LOCAL.size + name + extra + entry.compress_size, entry.orig_filename))
    spans.sort()
    for (_start, until, one), (begin, _until, other) in pairwise((*spans, (end, end, _("the list of files")))):
        if until > begin:
            yield Fault("pack-overlap", {"found": seen(one), "other": seen(other)})


def _agrees(data: bytes, entry: zipfile.ZipInfo) -> bool:
    """Tell whether what stands in front of a file's bytes is what the list says of it."""
    sign, _version, flags, method, _time, _date, crc, packed, size, _name, _extra = _LOCAL.unpack_from(
        data, entry.header_offset
    )
    told = (crc, packed, size) == (entry.CRC, entry.compress_size, entry.file_size)
    return (
        sign == _FILE and method == entry.compress_type and not flags & _LOCKED and (told or bool(flags & _SIZES_LATER))
    )
