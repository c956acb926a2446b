"""Deleting everything that the game keeps: its own files by their own names, then the folders that are left empty.

What belongs to the first player includes all the others; what belongs to one of these is theirs alone.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from game.runs import files, players
from game.runs.places import Places
from game.runs.store import Store
from game.runs.trouble import CannotKeep, CannotRead, cannot_delete


def belongings(places: Places) -> tuple[Path, ...]:
    """Return every file that `forget` would delete. Raises `CannotRead`."""
    others = (each for name in players.names(places) for each in belongings(players.of(places, name)))
    return (*Store(places.runs).belongings(), *_single(places), *others)


def forget(places: Places) -> tuple[str, ...]:
    """Delete all runs, settings and what was read, without asking; returns a sentence for each that could not be."""
    others = (each for name in players.names(places) for each in forget(players.of(places, name)))
    troubles = (*others, *_forget_runs(places), *_forget_single(places))
    for folder in places.own:
        # One that is not empty holds something that is not ours, and stays.
        with contextlib.suppress(OSError):
            folder.rmdir()
    return troubles


def _forget_runs(places: Places) -> Iterator[str]:
    try:
        store = Store(places.runs)
        for key in sorted(store.keys()):
            try:
                store.delete(key)
            except (CannotKeep, CannotRead) as trouble:
                yield str(trouble)
    except CannotRead as trouble:
        yield str(trouble)


def _single(places: Places) -> tuple[Path, ...]:
    """Return the files that are no runs, with what is kept beside each."""
    return (*files.belongings(places.reading), *files.belongings(places.settings), *players.notes(places))


def _forget_single(places: Places) -> Iterator[str]:
    for place in _single(places):
        try:
            place.unlink(missing_ok=True)
        except OSError as error:
            yield str(cannot_delete(place, error))
