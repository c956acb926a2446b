"""Figures as an author reads them: counts, shares and bars."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TextIO

from game.insight.exact.digits import digits
from game.language import N_, _

_NAMES: Final = (
    N_("{count} quadrillion"),
    N_("{count} quintillion"),
    N_("{count} sextillion"),
    N_("{count} septillion"),
    N_("{count} octillion"),
    N_("{count} nonillion"),
    N_("{count} decillion"),
)
_FIRST: Final = 15
_GROUP: Final = 3
_EIGHTHS: Final = " ▏▎▍▌▋▊▉█"
_LEAST: Final = 0.0005

SIGNS: Final = "█▏–…"
"""Signs that a terminal has to know before it is sent anything but ASCII."""

ASCII: Final = str.maketrans({"–": "-", "…": ".", "“": '"', "”": '"', "’": "'", "·": "."})
"""What stands for the signs of a report where a terminal does not know them."""


def tell(stream: TextIO, report: Callable[[bool], str]) -> None:
    """Write a report to a stream; `report` is told whether the stream knows blocks, dashes and the like."""
    encoding = getattr(stream, "encoding", None) or "utf-8"
    knows = SIGNS.encode(encoding, "ignore").decode(encoding) == SIGNS
    stream.write(report(knows).encode(encoding, "replace").decode(encoding))


def grouped(count: int) -> str:
    """Return all digits of a count, in groups of three."""
    written = digits(count)
    first = len(written) % _GROUP or _GROUP
    return ",".join((written[:first], *(written[at : at + _GROUP] for at in range(first, len(written), _GROUP))))


def short(count: int) -> str:
    """Return a count in at most some twenty characters: exact up to fifteen digits, then rounded, in words."""
    size = len(digits(count))
    if size <= _FIRST:
        return grouped(count)
    name = (size - 1 - _FIRST) // _GROUP
    if name >= len(_NAMES):
        return _("a number of {digits} digits").format(digits=grouped(size))
    tenths = count // 10 ** (_FIRST + name * _GROUP - 1)
    return _(_NAMES[name]).format(count=f"{tenths // 10}.{tenths % 10}")


def share(chance: float) -> str:
    """Return a chance in percent, to a tenth; one that is smaller is told to be smaller."""
    return "< 0.1 %" if 0 < chance < _LEAST else f"{100 * chance:.1f} %"


def bar(chance: float, width: int, *, blocks: bool = True) -> str:
    """Return a bar of `width` signs that is full at a chance of 1; without `blocks`, of ASCII signs."""
    if not blocks:
        return ("#" * round(chance * width)).ljust(width)
    full, rest = divmod(round(chance * width * 8), 8)
    return ("█" * full + (_EIGHTHS[rest] if rest else "")).ljust(width)
