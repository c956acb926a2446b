"""Gathering the runs of a class from a folder: what counts, and by name what was left out and why.

1. A bad file can only be left out: what is read is plain and has at most 1 MB, no link is followed, nothing waited for.
2. A run counts after it was played again through `step`; its sum, its story and its end have to fit.
3. One play counts once: of files with the same seed and start, one of which goes on from the other, the longest counts.
4. Order never depends on names of files; so nothing that comes out can be laid beside a list of pupils.

What this cannot see: a pupil can still make up answers, one file each.
"""

from __future__ import annotations

import os
import stat
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from game.insight.silent import silent
from game.language import _
from game.runs.files import PREVIOUS, read
from game.runs.replay import Resumed, resume
from game.runs.run import BadRun, Run, loads
from game.runs.trouble import CannotRead, cannot_read, shown
from game.story.model import Story

DEEPEST: Final = 3
"""Folders inside the folder that are looked into, as school platforms make one for each file handed in."""

MOST_FILES: Final = 20_000

_LONGEST_SHOWN: Final = 100


class Left(NamedTuple):
    """A file that was left out: its name as it can be shown, and a sentence."""

    name: str
    why: str


class Found(NamedTuple):
    """A file that holds a run: its name as it can be shown, and the run."""

    name: str
    run: Run


@dataclass(frozen=True, slots=True)
class Gathered:
    """All runs that count, in no order that tells whose they are; `older` counts those of other versions."""

    runs: tuple[Resumed, ...]
    left: tuple[Left, ...]
    older: int = 0


def find(folder: Path, ignored: Collection[Path] = ()) -> tuple[tuple[Found, ...], tuple[Left, ...]]:
    """Return the runs in a folder and what is no run, without the files in `ignored`. Raises `CannotRead`."""
    if not folder.is_dir():
        raise CannotRead(_("{folder} is no folder. Name the folder with the runs in it.").format(folder=shown(folder)))
    found: list[Found] = []
    left: list[Left] = []
    named, really = {each.absolute() for each in ignored}, {os.path.realpath(each) for each in ignored}
    for entry, name in _files(folder, "", 0):
        # A link to one of them that has another name was put here by somebody, and is told.
        same = not entry.is_symlink() and os.path.realpath(entry.path) in really
        if same or Path(entry.path).absolute() in named:
            continue
        if len(found) + len(left) >= MOST_FILES:
            left.append(Left(name, _("There are more than {most} files here.").format(most=MOST_FILES)))
            break
        try:
            found.append(Found(name, _run(entry)))
        except (BadRun, CannotRead) as trouble:
            left.append(Left(name, said_of(Path(entry.path), trouble)))
    return tuple(found), tuple(left)


def said_of(file: Path, trouble: Exception) -> str:
    """Return what is said of a file, without the folder that it lies in: a page is no place for a teacher's disk."""
    return str(trouble).replace(shown(file), shown(Path(file.name)))


def story_of(found: Iterable[Found]) -> str | None:
    """Return the id of the story that most of these runs are of; None if there are none."""
    ids = Counter(each.run.story_id for each in found)
    return max(sorted(ids), key=ids.__getitem__, default=None)


def gather(story: Story, story_hash: str, found: Iterable[Found]) -> Gathered:
    """Play runs again and return those that count; `story_hash` is the story's fingerprint."""
    quiet = silent(story)
    left: list[Left] = []
    played: list[tuple[Found, Resumed]] = []
    for each in found:
        try:
            resumed = resume(quiet, story_hash, each.run)
        except BadRun as trouble:
            left.append(Left(each.name, str(trouble)))
            continue
        if resumed.dropped:
            left.append(Left(each.name, resumed.notice or ""))
            continue
        played.append((each, resumed))
    kept, doubles = _once(played)
    older = sum(each.run.story_hash != story_hash for each, _resumed in kept)
    runs = sorted((resumed for _each, resumed in kept), key=lambda resumed: resumed.picks)
    return Gathered(tuple(runs), (*left, *doubles), older)


def _files(folder: Path | str, above: str, depth: int) -> Iterator[tuple[os.DirEntry[str], str]]:
    """Yield what lies in a folder, by name; hidden files and the game's own older copies are not looked at."""
    try:
        with os.scandir(folder) as entries:
            inside = sorted(entries, key=lambda entry: os.fsencode(entry.name))
    except OSError as error:
        raise cannot_read(Path(folder), error) from error
    for entry in inside:
        if entry.name.startswith(".") or entry.name.endswith(PREVIOUS) or entry.name in ("Thumbs.db", "desktop.ini"):
            continue
        name = above + _shown(entry.name)
        if _is_folder(entry) and not entry.name.lower().endswith(".json") and depth < DEEPEST:
            try:
                yield from _files(entry.path, f"{name}/", depth + 1)
            except CannotRead:
                yield entry, name
        else:
            yield entry, name


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _run(entry: os.DirEntry[str]) -> Run:
    """Return the run in a file. Raises `BadRun` or `CannotRead`."""
    try:
        mode = entry.stat(follow_symlinks=False).st_mode
    except OSError as error:
        raise cannot_read(Path(entry.name), error) from error
    if stat.S_ISLNK(mode):
        raise CannotRead(_("This is a link to a file elsewhere; put the file itself here."))
    if stat.S_ISDIR(mode):
        raise CannotRead(_("This is a folder."))
    if not stat.S_ISREG(mode):
        raise CannotRead(_("This is no plain file: a device or a pipe."))
    if entry.name.lower().endswith(".zip"):
        raise CannotRead(_("This is a zip file. Unpack it here, and make the page again."))
    if not entry.name.lower().endswith(".json"):
        raise CannotRead(_("This is not a run: the name of a run ends in .json."))
    return loads(read(Path(entry.path)))


def _once(played: Iterable[tuple[Found, Resumed]]) -> tuple[list[tuple[Found, Resumed]], list[Left]]:
    """Return one file of each play, and the others with the name of the one that counts."""
    plays: dict[tuple[int, str], list[tuple[Found, Resumed]]] = defaultdict(list)
    for found, resumed in played:
        plays[found.run.seed, found.run.started].append((found, resumed))
    kept: list[tuple[Found, Resumed]] = []
    left: list[Left] = []
    for same in plays.values():
        counted: list[tuple[Found, Resumed]] = []
        for found, resumed in sorted(same, key=lambda each: -len(each[1].picks)):
            longer = next((other.name for other, theirs in counted if _goes_on(theirs, resumed)), None)
            if longer is None:
                counted.append((found, resumed))
            else:
                left.append(
                    Left(found.name, _("This is the same play as {other}; it counts once.").format(other=longer))
                )
        kept += counted
    return kept, left


def _goes_on(longer: Resumed, shorter: Resumed) -> bool:
    return longer.picks[: len(shorter.picks)] == shorter.picks


def _shown(name: str) -> str:
    safe = shown(Path(name))
    return safe if len(safe) <= _LONGEST_SHOWN else f"{safe[:_LONGEST_SHOWN]}…"
