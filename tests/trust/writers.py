"""Everything that writes what a player, a class or an author would miss: what lies there before, and what is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from game.runs import handed, settings, strict
from game.runs.disk import Disk
from game.runs.kept import RunFile
from game.runs.reading import KIND as READING
from game.runs.reading import Reading
from game.runs.run import BadRun, dumps, loads
from game.runs.settings import KIND as SETTINGS
from game.runs.store import Store
from game.runs.together import write_all
from game.settings import Settings
from game.story.events import Said
from game.story.text import Words
from tests.runs.disks import QuickDisk
from tests.runs.kept import RUN, longer

BEFORE, LAST, NEXT = RUN, longer(RUN, 1), longer(RUN, 2)
EDITED: Final = replace(RUN, story_hash="0" * 64, choices=RUN.choices[:1])
NAME: Final = "sample-0001.json"


@dataclass(frozen=True, slots=True)
class Writer:
    """`lays` puts down what is there before, `acts` writes; each of `keeps` (a file's name) is to be whole for ever.

    `whole` tells whether a file's bytes are; `made` are names that may be absent, or not yet whole, until they are.
    """

    lays: Callable[[Path], None]
    acts: Callable[[Path, Disk], None]
    keeps: tuple[str, ...]
    whole: Callable[[bytes], bool]
    made: tuple[str, ...] = ()


def is_run(data: bytes) -> bool:
    """Tell whether bytes are a whole run."""
    try:
        loads(data)
    except BadRun:
        return False
    return True


def is_document(data: bytes) -> bool:
    """Tell whether bytes are whole settings, or marks of what was read."""
    for kind in (SETTINGS, READING):
        try:
            strict.document(data, kind)
        except strict.BadFile:
            continue
        return True
    return False


def _runs(folder: Path) -> None:
    with RunFile(folder / NAME, QuickDisk()) as file:
        file.save(BEFORE)
        file.save(LAST)


def _damaged(folder: Path) -> None:
    _runs(folder)
    (folder / NAME).write_bytes(b"rot")


def _save(folder: Path, disk: Disk) -> None:
    with RunFile(folder / NAME, disk) as file:
        file.save(NEXT)


def _save_edited(folder: Path, disk: Disk) -> None:
    with RunFile(folder / NAME, disk) as file:
        file.save(EDITED)


def _open(folder: Path, disk: Disk) -> None:
    with RunFile(folder / NAME, disk) as file:
        file.open()


def _begin(folder: Path, disk: Disk) -> None:
    store = Store(folder, disk)
    try:
        store.save(store.new_key("sample"), RUN)
    finally:
        store.close()


def _said(words: str) -> Said:
    return Said((Words(words),), None, None)


def _lay_settings(folder: Path) -> None:
    for volume in (10, 20):
        settings.save(folder / "settings.json", Settings(volume=volume), QuickDisk())


def _lay_odd_settings(folder: Path) -> None:
    _lay_settings(folder)
    text = (folder / "settings.json").read_text(encoding="utf-8")
    (folder / "settings.json").write_text(text.replace('"light"', '"mauve"'), encoding="utf-8")


def _lay_reading(folder: Path) -> None:
    for words in ("It rains.", "It snows."):
        Reading(folder / "read.json", QuickDisk()).add([_said(words)])


def _lay_handed(folder: Path) -> None:
    (folder / "sample-maple.json").write_bytes(dumps(LAST))


def _lay_story(folder: Path) -> None:
    for name in ("story.yaml", "dinner.yaml"):
        (folder / name).write_bytes(b"old " + name.encode())


def _mend(folder: Path, disk: Disk) -> None:
    settings.load(folder / "settings.json", disk)


def _hand_in(folder: Path, disk: Disk) -> None:
    handed.hand_in(folder, RUN, disk)


def _rename(folder: Path, disk: Disk) -> None:
    files: Mapping[Path, bytes | None] = {
        folder / "story.yaml": b"new story.yaml",
        folder / "supper.yaml": b"new supper.yaml",
        folder / "dinner.yaml": None,
    }
    write_all(files, disk)


def _is_story(data: bytes) -> bool:
    return data in (b"old story.yaml", b"new story.yaml", b"old dinner.yaml", b"new supper.yaml")


WRITERS: Final[dict[str, Writer]] = {
    "a run is kept": Writer(_runs, _save, (NAME, f"{NAME}.previous"), is_run),
    "a run of an edited story is kept": Writer(_runs, _save_edited, (NAME, f"{NAME}.previous"), is_run),
    "a damaged run is opened": Writer(_damaged, _open, (f"{NAME}.previous",), is_run),
    "a run is begun": Writer(_runs, _begin, (NAME, f"{NAME}.previous"), is_run),
    "settings are kept": Writer(
        _lay_settings,
        lambda folder, disk: settings.save(folder / "settings.json", Settings(volume=30), disk),
        ("settings.json", "settings.json.previous"),
        is_document,
    ),
    "settings are mended": Writer(
        _lay_odd_settings,
        _mend,
        ("settings.json", "settings.json.previous"),
        is_document,
    ),
    "what was read is kept": Writer(
        _lay_reading,
        lambda folder, disk: Reading(folder / "read.json", disk).add([_said("It hails.")]),
        ("read.json", "read.json.previous"),
        is_document,
    ),
    "a run is handed in": Writer(
        _lay_handed,
        _hand_in,
        ("sample-maple.json",),
        is_run,
    ),
    "a run is handed in again": Writer(
        _lay_handed,
        lambda folder, disk: handed.hand_in_again(folder / "sample-maple.json", NEXT, disk),
        ("sample-maple.json",),
        is_run,
    ),
    "an id is renamed in a story": Writer(_lay_story, _rename, ("story.yaml",), _is_story),
}
