"""Work in a second process, beside this one: for what takes long, and neither changes nor needs what goes on here.

1. Where there is one core, where no process can be started, and in a frozen program, which would start itself anew,
   nobody helps. Whoever asks for help does the work himself then, as he does if the helper dies.
2. A helper never outlives whom it helps: it is ended once its answer is no longer awaited, and it ends by itself when
   the other is gone.
3. Ctrl-C is left to the process that was started by hand.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import TypeVar

Found = TypeVar("Found")


@contextmanager
def beside(work: Callable[[], Found]) -> Iterator[Callable[[], Found | None] | None]:
    """Begin `work`, which can be pickled, in a second process, and yield what waits for its answer.

    None is yielded if nobody helps, and None is the answer of a helper that died.
    """
    answer, there = get_context("spawn").Pipe(duplex=False)
    helper = _started(work, there)
    there.close()
    try:
        yield partial(_received, answer) if helper else None
    finally:
        answer.close()
        if helper:
            helper.terminate()
            helper.join()


def _started(work: Callable[[], Found], there: Connection) -> BaseProcess | None:
    """Return a process that is at work, None if there is none to be had."""
    by_hand = threading.current_thread() is threading.main_thread()
    if _cores() == 1 or not by_hand or getattr(sys, "frozen", False):
        return None
    helper = get_context("spawn").Process(target=_help, args=(work, there), daemon=True)
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # a helper is born with what holds here
    try:
        helper.start()
    except (OSError, RuntimeError):
        return None
    finally:
        signal.signal(signal.SIGINT, before or signal.SIG_DFL)
    return helper


def _cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _received(answer: Connection) -> Found | None:
    try:
        found: Found = answer.recv()
    except (EOFError, OSError):
        return None
    return found


def _help(work: Callable[[], Found], there: Connection) -> None:
    """Do some work for another process, and end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_other, daemon=True).start()
    there.send(work())


def _end_with_the_other() -> None:
    other = parent_process()
    if other:
        other.join()
        os._exit(1)
