"""The player's settings as a file: JSON that is forgiven field by field, and never lost.

1. What cannot be used falls back to its default, with a sentence, and the file is kept as `NAME.damaged`.
2. A file of a newer game is neither used nor written.
3. Names are cleaned when they are read and when they are written: short, on one line, with nothing hidden in them.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Final

from game.buttons import BUTTONS
from game.choosing import Choosing
from game.keys import KEYS
from game.language import N_, _
from game.naming import clean_name
from game.runs import files, lock, strict
from game.runs.disk import Disk
from game.runs.trouble import CannotKeep, CannotRead, NoFile, shown
from game.settings import CHOICES, Settings
from game.story.called import Called
from game.story.names import ID_PATTERN, STORY_ID_PATTERN
from game.story.pronouns import PRONOUNS

KIND: Final = strict.Kind("me-and-we settings", 1, N_("This file does not hold settings of this game."))

_PERSON: Final = re.compile(rf"you|{STORY_ID_PATTERN.pattern}\.{ID_PATTERN.pattern}")
_LOUDEST: Final = 100
_PATIENCE: Final = 2.0


@dataclass(frozen=True, slots=True)
class Read:
    """Settings as read, and a sentence for each thing that could not be used."""

    settings: Settings
    notices: tuple[str, ...] = ()


def load(path: Path, disk: Disk | None = None) -> Read:
    """Return the settings kept at `path`, the usual ones where there are none. Raises nothing."""
    try:
        data = files.read(path)
    except NoFile:
        return Read(Settings())
    except CannotRead as unread:
        return Read(Settings(), (str(unread),))
    try:
        found = strict.document(data, KIND)
    except strict.BadFile as bad:
        read, repair = Read(Settings(), (f"{bad} {_('The usual settings are used.')}",)), not bad.newer
    else:
        read, repair = _understood(found), True
    if read.notices and repair:
        read = Read(read.settings, (*read.notices, *_repaired(path, read.settings, disk or Disk())))
    return read


def save(path: Path, settings: Settings, disk: Disk | None = None) -> None:
    """Keep the settings. Raises `CannotKeep`, and then what was kept before is untouched."""
    disk = disk or Disk()
    _refuse_newer(path)
    with contextlib.suppress(OSError):
        # If the folder cannot be made, writing tells why.
        disk.make_folder(path.parent)
    place = files.resolved(path)
    with _held(place):
        files.write(place, _dumps(settings), disk)


def _among(*values: object) -> Callable[[object], bool]:
    return lambda value: any(value == each and type(value) is type(each) for each in values)


def _is_volume(value: object) -> bool:
    return type(value) is int and 0 <= value <= _LOUDEST


_FITS: Final[Mapping[str, Callable[[object], bool]]] = {
    **{name: _among(*values) for name, values in CHOICES.items()},
    **dict.fromkeys(("music", "room_tone", "volume"), _is_volume),
}
"""Every setting but the names, the keys and the buttons, and what it may be."""

_GIVEN: Final[Mapping[str, tuple[Choosing, str]]] = {
    "keys": (KEYS, N_("The key kept for `{name}` cannot be used; the usual one is.")),
    "buttons": (BUTTONS, N_("The button kept for `{name}` cannot be used; the usual one is.")),
}
"""The settings that give something to commands, and the sentence where that cannot be."""


def _understood(found: Mapping[str, Any]) -> Read:
    notices: list[str] = []
    good: dict[str, Any] = {}
    for name, value in found.items():
        if name == "called":
            good[name] = _called(value, notices)
        elif name in _GIVEN:
            good[name] = _given(value, name, notices)
        elif name not in _FITS:
            notices.append(_("There is no setting `{name}`; it is left out.").format(name=strict.shown(name)))
        elif _FITS[name](value):
            good[name] = value
        else:
            notices.append(_("The setting `{name}` cannot be used; the usual one is.").format(name=name))
    if "sound" not in found and good.get("volume") == 0:
        # The file is from before there was music: whoever had no sound then wants none of it.
        good["sound"] = False
    return Read(Settings(**good), tuple(notices))


def _called(found: object, notices: list[str]) -> dict[str, Called]:
    called: dict[str, Called] = {}
    for key, value in found.items() if isinstance(found, dict) else [("called", None)]:
        person = _person(value) if _PERSON.fullmatch(key) else None
        if person:
            called[key] = person
        else:
            sentence = _("The name kept for `{name}` cannot be used; the usual one is.")
            notices.append(sentence.format(name=strict.shown(key)))
    return called


def _given(found: object, field: str, notices: list[str]) -> dict[str, str]:
    choosing, sentence = _GIVEN[field]
    own: Mapping[str, Any] = found if isinstance(found, dict) else {field: None}
    bad = frozenset(choosing.wrong(own))
    notices += [_(sentence).format(name=strict.shown(what)) for what in own if what in bad]
    good = {what: name for what, name in own.items() if what not in bad}
    # One that was left out may have its usual one back, which another was given.
    return {} if any(choosing.wrong(good)) else good


def _person(value: object) -> Called | None:
    if not isinstance(value, dict) or value.keys() != {"name", "pronouns"} or value["pronouns"] not in PRONOUNS:
        return None
    name = clean_name(value["name"]) if isinstance(value["name"], str) else ""
    return Called(name, value["pronouns"]) if name else None


def _dumps(settings: Settings) -> bytes:
    content: dict[str, Any] = {"format": KIND.name, "version": KIND.version}
    content |= {field.name: getattr(settings, field.name) for field in fields(settings)}
    content["called"] = {
        key: {"name": name, "pronouns": person.pronouns}
        for key, person in settings.called.items()
        if (name := clean_name(person.name))
    }
    return (json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode()


def _repaired(path: Path, settings: Settings, disk: Disk) -> Iterator[str]:
    """Keep the file as it was and write what could be used of it; yields a sentence about that."""
    try:
        place = files.resolved(path)
        with _held(place):
            aside = files.set_aside(place, files.DAMAGED, disk)
            files.write(place, _dumps(settings), disk, previous=False)
        yield _("The file is kept as {name}.").format(name=shown(Path(aside.name)))
    except (CannotKeep, CannotRead) as trouble:
        yield str(trouble)


def _refuse_newer(path: Path) -> None:
    try:
        strict.document(files.read(path), KIND)
    except strict.BadFile as bad:
        if bad.newer:
            raise CannotKeep(_("The settings hold for now only: {why}").format(why=bad)) from bad
    except CannotRead:
        # Writing will tell why, if it cannot be done either.
        return


@contextlib.contextmanager
def _held(path: Path) -> Iterator[None]:
    held = lock.hold(path, patience=_PATIENCE)
    try:
        if held.sure:
            files.sweep(path)
        yield
    finally:
        held.release()
