"""Deleting everything that the game keeps: its own files by their own names, then the folders that are left empty."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from game.runs import files
from game.runs.places import Places
from game.runs.store import Store
from game.runs.trouble import CannotKeep, CannotRead, cannot_delete


def belongings(places: Places) -> tuple[Path, ...]:
    """Return every file that `forget` would delete. Raises `CannotRead`."""
    return (*Store(places.runs).belongings(), *_single(places))


def forget(places: Places) -> tuple[str, ...]:
    """Delete all runs, settings and what was read, without asking; returns a sentence for each that could not be."""
    troubles = (*_forget_runs(places), *_forget_single(places))
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
    return (*files.belongings(places.reading), *files.belongings(places.settings))


def _forget_single(places: Places) -> Iterator[str]:
    for place in _single(places):
        try:
            place.unlink(missing_ok=True)
        except OSError as error:
            yield str(cannot_delete(place, error))
