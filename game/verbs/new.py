"""`new`: a story to start from, or a scene in a story. Nothing that is there is ever written over."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Final

from game.cli import VERBS
from game.language import N_, _

HELP = N_("Make a story to start from, or a scene in a story.")

_AFTER_STORY: Final = (
    ("play", N_("plays it")),
    ("check", N_("tells everything that is wrong, with what to write instead")),
    ("watch", N_("plays it, and takes up every change as you save it")),
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `new` takes."""
    place = _("a folder for a new story; or FOLDER/SCENE.yaml, for a new scene in that story")
    parser.add_argument("place", metavar="PLACE", type=Path, help=place)


def run(args: argparse.Namespace) -> int:
    """Make a story or a scene, and tell what to do next. Raises `Refusal` or `CannotKeep`."""
    from game.runs.trouble import cannot_keep  # noqa: PLC0415  # the verb's own parts, when it runs

    place: Path = args.place
    try:
        if place.suffix.lower() in (".yaml", ".yml"):
            _scene(place)
        else:
            _story(place)
    except OSError as error:
        # A folder that may not be looked into, or a name that no disk takes.
        raise cannot_keep(place, error) from error
    return 0


def _story(folder: Path) -> None:
    from game.authoring.scaffold import new_story  # noqa: PLC0415  # the verb's own parts, when it runs
    from game.host import Refusal  # noqa: PLC0415
    from game.runs.fresh import make  # noqa: PLC0415
    from game.runs.trouble import shown  # noqa: PLC0415
    from game.story.names import STORY_ID_PATTERN  # noqa: PLC0415

    name = folder.resolve().name
    if not STORY_ID_PATTERN.fullmatch(name):
        sentence = _(
            "“{name}” cannot name a story: names are made of a-z, 0-9, _ and -, and begin with a letter. Try {better}."
        )
        raise Refusal(sentence.format(name=shown(Path(name)), better=_better(name).replace("_", "-")))
    _need_folder(folder.resolve().parent)
    if folder.exists() and not folder.is_dir():
        raise Refusal(_("{place} is a file. Name a folder that is not there yet.").format(place=folder))
    if folder.is_dir() and any(folder.iterdir()):
        sentence = _("{place} is not empty, and nothing is written over. Name a folder that is not there yet.")
        raise Refusal(sentence.format(place=folder))
    files = new_story(name)
    make(folder, files)
    scenes = ", ".join(str(file) for file in files if file.suffix == ".yaml")
    sys.stdout.write(
        _("Made: {place}, with {files}, and a schema for editors.").format(place=folder, files=scenes) + "\n\n"
    )
    for verb, what in _AFTER_STORY:
        if verb in VERBS:
            sys.stdout.write(f"  me-and-we {verb} {_typed(folder)}\n      {_(what)}\n")
    sys.stdout.write(f"  me-and-we new {_typed(folder / 'breakfast.yaml')}\n      {_('adds a scene')}\n")


def _scene(file: Path) -> None:
    from game.authoring.scaffold import new_scene  # noqa: PLC0415  # the verb's own parts, when it runs
    from game.host import Refusal  # noqa: PLC0415
    from game.runs.fresh import make  # noqa: PLC0415

    _refuse_name(file)
    _need_folder(file.parent)
    if file.exists() or file.is_symlink():
        raise Refusal(_("{place} is there already, and nothing is written over.").format(place=file))
    made = new_scene(file.parent, file.stem)
    make(file.parent, {Path(file.name): made.text})
    sys.stdout.write(_("Made: {place}.").format(place=file) + "\n")
    story = file.parent / "story.yaml"
    if story.is_file():
        sys.stdout.write(_listed(story, file.stem, made.story, listed=made.listed) + "\n")
        shown = f"{_typed(file.parent)} --at {file.stem}"
    else:
        sys.stdout.write(_("There is no story.yaml beside it, so it is a story of its own.") + "\n")
        shown = _typed(file)
    checked = _typed(file.parent) if story.is_file() else _typed(file)
    sys.stdout.write(f"\n  me-and-we play {shown}\n  me-and-we check {checked}\n")


def _listed(story: Path, name: str, text: str | None, *, listed: bool) -> str:
    """Write the story.yaml that lists a scene; returns a sentence on how that went."""
    from game.runs.disk import Disk  # noqa: PLC0415  # the verb's own parts, when it runs
    from game.runs.files import write  # noqa: PLC0415
    from game.runs.trouble import CannotKeep  # noqa: PLC0415

    if listed:
        return _("{story} lists it already.").format(story=story)
    add = _("Add this line to `scenes` in {story}, where it is to come:").format(story=story) + f"\n  - {name}"
    if text is None:
        return add
    try:
        write(story, text.encode(), Disk(), previous=False)
    except CannotKeep as trouble:
        return f"{trouble}\n{add}"
    return _("{story} lists it last; move the line `- {name}` to where it is to come.").format(story=story, name=name)


def _refuse_name(file: Path) -> None:
    """Raise `Refusal` if a scene cannot be called so."""
    from game.authoring.kinds import NEW_ID  # noqa: PLC0415  # the verb's own parts, when it runs
    from game.host import Refusal  # noqa: PLC0415
    from game.runs.trouble import shown  # noqa: PLC0415

    if file.name in ("story.yaml", "pictures.yaml"):
        raise Refusal(_("{name} is no scene. For a whole story, name a folder.").format(name=file.name))
    if file.suffix != ".yaml":
        better = file.with_suffix(".yaml").name
        raise Refusal(_("A scene’s file ends in .yaml: name it {better}.").format(better=better))
    if not NEW_ID.fullmatch(file.stem):
        sentence = _(
            "“{name}” cannot name a scene: names are made of a-z, 0-9 and _, begin with a letter, and are no words of"
            " the conditions, such as not. Try {better}."
        )
        raise Refusal(sentence.format(name=shown(Path(file.stem)), better=f"{_better(file.stem)}.yaml"))


def _need_folder(folder: Path) -> None:
    """Raise `Refusal` if there is no such folder: whoever mistypes one does not want it made."""
    from game.host import Refusal  # noqa: PLC0415  # the verb's own parts, when it runs

    if not folder.is_dir():
        sentence = _("There is no folder {folder} to put it in. Make that first, or name another place.")
        raise Refusal(sentence.format(folder=folder))


def _better(name: str) -> str:
    from game.authoring.build.fields import as_id  # noqa: PLC0415  # the verb's own parts, when it runs
    from game.story.names import RESERVED  # noqa: PLC0415

    return as_id(name, RESERVED)


def _typed(path: Path) -> str:
    """Return a path as it is typed at a prompt."""
    return f'"{path}"' if " " in str(path) else str(path)
