"""What one input may cost: time of the processor, and memory over what the process had before.

An input that costs more is a finding, as one that raises is. Where the system allows it, memory ends at `CEILING`, so
that a bomb is an error and not the end of the machine.
"""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

MOST_SECONDS: Final = 2.0
MOST_MEMORY: Final = 250_000_000
CEILING: Final = 4_000_000_000

_STATUS: Final = Path("/proc/self/status")
_REFS: Final = Path("/proc/self/clear_refs")


class TooMuchError(AssertionError):
    """An input took more time or memory than any file may."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What an input took: seconds of processor time, and bytes by which the process grew at its largest."""

    seconds: float
    memory: int


def measured(one: Callable[[bytes], None], data: bytes) -> Cost:
    """Feed `data` and return what that took. Where the peak cannot be set back, only what goes beyond it is seen."""
    _forget_peak()
    before, began = peak(), time.process_time()
    one(data)
    return Cost(time.process_time() - began, peak() - before)


def bounded(one: Callable[[bytes], None], data: bytes, *, slower: float = 1.0) -> Cost:
    """Feed `data`. Raises `TooMuchError` over the limits, which are `slower` times as long under a watched run."""
    cost = measured(one, data)
    if cost.seconds > MOST_SECONDS * slower or cost.memory > MOST_MEMORY:
        raise TooMuchError(cost)
    return cost


def peak() -> int:
    """Return the most bytes that this process has had in memory; 0 where the system does not tell."""
    if not _STATUS.exists():
        return 0
    line = next(line for line in _STATUS.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024


def _forget_peak() -> None:
    """Let the peak be what the process has now (Linux; see proc(5), `clear_refs`)."""
    with contextlib.suppress(OSError):
        _REFS.write_text("5", encoding="ascii")


def set_ceiling() -> None:
    """Let this process have no more memory than `CEILING`."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  # not everywhere

        resource.setrlimit(resource.RLIMIT_AS, (CEILING, resource.getrlimit(resource.RLIMIT_AS)[1]))
