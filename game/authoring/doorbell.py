"""The doorbell: it rings when something may have changed in a story's folder. Needs watchfiles, the extra `author`.

1. It rings for anything, and once in a while for nothing: whoever listens looks for themselves what is new. So no
   editor's way of saving has to be known here, and an event that a system loses does no harm.
2. Folders are listened to by what they are, not by their names: one that was put in the place of another, a link that
   leads elsewhere, and one that comes back are listened to anew.
3. Where the system has no ears left (Linux counts them), the folders are looked at several times a second instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from threading import Event
from typing import Final

from watchfiles import watch

STEP: Final = 20
"""Milliseconds without another event after which a change is told."""

CROWD: Final = 100
"""Milliseconds after which it is told even if events go on."""

BEAT: Final = 0.5
"""Seconds after which the bell rings though nothing was heard."""


def rings(folders: Callable[[], Mapping[Path, tuple[int, int]]], stop: Event) -> Iterator[None]:
    """Yield each time when something may have changed in the `folders` there are then, until `stop` is set."""
    deaf = False
    while not stop.is_set():
        there = folders()
        try:
            for _heard in _heard_in(there, stop, deaf=deaf):
                yield
                if folders() != there:
                    break
        except FileNotFoundError:
            pass
        except (OSError, RuntimeError):
            # The second is what watchfiles raises where its own watcher breaks down.
            deaf = True
        if not there or deaf:
            stop.wait(BEAT)
        yield


def _heard_in(there: Mapping[Path, tuple[int, int]], stop: Event, *, deaf: bool) -> Iterator[object]:
    """Yield whenever something is heard in folders, and on each beat."""
    if not there:
        return iter(())
    return watch(
        *there,
        watch_filter=None,
        debounce=CROWD,
        step=STEP,
        stop_event=stop,
        rust_timeout=round(BEAT * 1000),
        yield_on_timeout=True,
        raise_interrupt=False,
        force_polling=deaf or None,
        recursive=False,
    )
