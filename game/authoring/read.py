"""Read a file's bytes and make lines of text of them, whatever lies under the name; nothing here ever waits or raises.

Only regular files are opened, and no link is followed; at most a megabyte is read, and UTF-8 is the one encoding.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final, TypeAlias

from game.authoring.places import Source, Span
from game.authoring.problems import Problem, problem

LARGEST: Final = 1_000_000
"""A file may have this many bytes."""

Found: TypeAlias = tuple[Source | None, tuple[Problem, ...]]
"""What a file holds, or None when it holds no text, and what is wrong with it."""

_START: Final = Span(1, 1)
_KINDS: Final = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
_ENCODINGS: Final = (
    ("UTF-32", re.compile(rb"\xff\xfe\0\0|\0\0\xfe\xff|[^\0]\0\0\0|\0\0\0[^\0]")),
    ("UTF-16", re.compile(rb"\xff\xfe|\xfe\xff|[^\0]\0[^\0]\0|\0[^\0]\0[^\0]")),
)
_RTF: Final = b"{\\rtf"
_DOCUMENTS: Final = (("RTF", _RTF), ("Word or Pages", b"PK\x03\x04"), ("Word", b"\xd0\xcf\x11\xe0"), ("PDF", b"%PDF-"))
"""What word processors write, and how it begins."""

_FLAGS: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Open without waiting, should a pipe have taken the file's place since it was looked at."""

_BOM: Final = b"\xef\xbb\xbf"
_NOT_TEXT: Final = re.compile(r"[\udc80-\udcff]")
_BYTE: Final = 0xDC00
"""Python keeps a byte that is not UTF-8 as the sign with this number more."""

_AS_WINDOWS: Final = {_BYTE + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}
"""What those bytes are in Windows-1252, which they most likely come from."""


def read(path: str | Path, name: str | None = None) -> Found:
    """Return the lines of the file at `path`, which problems call `name`, and what is wrong with its bytes."""
    called = str(path) if name is None else name
    try:
        status = os.lstat(path)
        if stat.S_ISLNK(status.st_mode):
            return None, (problem("link", called, _START, found=Path(path).name),)
        if not stat.S_ISREG(status.st_mode):
            what = next((kind for test, kind in _KINDS if test(status.st_mode)), "something else")
            return None, (problem("not-a-file", called, _START, what=what),)
        data = _bytes(path, status.st_size)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return None, (problem("no-such-file", called, _START),)
    except OSError as error:
        return None, (problem("unreadable-file", called, _START, why=error.strerror or "unknown"),)
    return decode(data, called)


def decode(data: bytes, name: str) -> Found:
    """Return the lines that the bytes of the file `name` stand for."""
    if len(data) > LARGEST:
        return None, (problem("file-too-large", name, _START, limit=LARGEST // 1_000_000),)
    if data.isascii() and not (b"\r" in data or b"\0" in data or data.startswith(_RTF)):
        return Source(name, data.decode()), ()
    kind = next((each for each, sign in _DOCUMENTS if data.startswith(sign)), None)
    if kind:
        return None, (problem("document", name, _START, kind=kind),)
    encoding = next((each for each, sign in _ENCODINGS if sign.match(data)), None)
    if encoding:
        return None, (problem("utf-16", name, _START, encoding=encoding),)
    data = data.removeprefix(_BOM).replace(b"\r\n", b"\n")
    try:
        text = data.decode()
    except UnicodeDecodeError:
        text = data.decode("utf-8", "surrogateescape")
    problems = (*_odd_breaks(text, name), *_not_utf_8(text, name))
    if problems:
        text = text.translate(_AS_WINDOWS).replace("\r", "\n")
    return Source(name, text), problems


def _odd_breaks(text: str, name: str) -> Iterator[Problem]:
    """Old Macs ended lines with the sign that the others only begin the end with."""
    at = text.find("\r")
    if at >= 0:
        yield problem("odd-break", name, _place(text, at), code="U+000D")


def _not_utf_8(text: str, name: str) -> Iterator[Problem]:
    found = None if text.isascii() else _NOT_TEXT.search(text)
    if found:
        sign = _AS_WINDOWS[ord(found[0])]
        windows = "" if sign == "\ufffd" else f' (in Windows text it is "{sign}")'
        byte = f"{ord(found[0]) - _BYTE:02X}"
        yield problem("not-utf-8", name, _place(text, found.start()), byte=byte, windows=windows)


def _place(text: str, at: int) -> Span:
    before = text[:at].replace("\r", "\n")
    return Span(before.count("\n") + 1, len(before) - before.rfind("\n"))


def _bytes(path: str | Path, size: int) -> bytes:
    """Return what is in a file of about that size, as far as we would read; a buffer for more would take longer."""
    opened = os.open(path, _FLAGS)
    try:
        data = os.read(opened, min(size, LARGEST) + 1)
        while size < len(data) <= LARGEST and (more := os.read(opened, LARGEST + 1 - len(data))):
            data += more
        return data
    finally:
        os.close(opened)
