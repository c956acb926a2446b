"""Rename: work out what every file of a story becomes, and prove it before anything is written.

1. The story has to be sound before, its plays too; otherwise nobody could tell what the renaming did.
2. The renamed files are loaded from a folder of their own. They have to give the same story but for the name, and every
   answer of a kept run has to lead where it led.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from game.authoring.edits import edited
from game.authoring.load import Loaded, load
from game.authoring.nodes import Fields
from game.authoring.plays.kept import Kept, kept
from game.authoring.problems import playable, show
from game.authoring.rename.changes import changes, words
from game.authoring.rename.files import File, files
from game.authoring.rename.same import same
from game.authoring.rename.target import Target, target
from game.host import Refusal
from game.language import _
from game.story.model import Story


@dataclass(frozen=True, slots=True)
class Renaming:
    """What a renaming does: the new bytes of each file that changes (None: it goes away), and in how many places."""

    target: Target
    before: Mapping[Path, bytes]
    after: Mapping[Path, bytes | None]
    places: int

    def difference(self) -> Iterator[str]:
        """Yield the lines of the difference that it makes."""
        gone = next((path for path, data in self.after.items() if data is None), None)
        for path, data in self.after.items():
            if data is not None:
                old = path if path in self.before else gone or path
                lines = (_lines(self.before[old]), _lines(data))
                yield from unified_diff(*lines, str(old), str(path), n=1, lineterm="")


def renaming(folder: Path, old: str, new: str, kind: str | None = None) -> Renaming:
    """Return what renaming `old` to `new` does to the story in `folder`. Raises `Refusal` and `OSError`."""
    story = _sound(folder)
    found = target(story, old, new, kind)
    papers = files(folder, story)
    _insist_on_possible(found, papers, folder)
    edits = {file.path: changes(file, found) for file in papers}
    if not any(edits.values()):
        sentence = _("`{old}` is not written in {folder}: it is the name that a story gets without a cast.")
        raise Refusal(sentence.format(old=old, folder=folder))
    after: dict[Path, bytes | None] = {
        file.path: edited(file.data, edits[file.path]) for file in papers if edits[file.path]
    }
    if found.kind == "scene":
        after[folder / f"{found.new}.yaml"] = after[folder / f"{found.old}.yaml"]
        after[folder / f"{found.old}.yaml"] = None
    before = {file.path: file.data for file in papers}
    _prove(folder, story, found, {**before, **after})
    return Renaming(found, before, after, sum(map(len, edits.values())))


def _sound(folder: Path) -> Story:
    if not folder.is_dir():
        raise Refusal(_("{folder} is no story's folder; only there can all files be renamed in.").format(folder=folder))
    loaded = load(folder, fair=False)
    plays = kept(loaded, folder)
    if loaded.story is None or not playable(plays.problems):
        lead = _("Nothing is renamed in a story with mistakes. “me-and-we check” tells all; the first is:")
        raise _unsound(lead, loaded, plays)
    return loaded.story


def _unsound(lead: str, loaded: Loaded, plays: Kept) -> Refusal:
    """Return a refusal that tells the first mistake of a story."""
    errors = (each for each in (*loaded.problems, *plays.problems) if each.severity == "error")
    return Refusal("\n".join((lead, show(next(errors), {**loaded.sources, **plays.sources}))))


def _insist_on_possible(found: Target, papers: tuple[File, ...], folder: Path) -> None:
    if found.kind == "scene" and (folder / f"{found.new}.yaml").exists():
        raise Refusal(_("There is a file {new}.yaml already. Choose another name.").format(new=found.new))
    if found.kind == "variable":
        for file in papers:
            for word, scalar in words(file):
                if word == found.new:
                    sentence = _("`{new}` is a word in a condition ({file}:{line}), so no variable can be called that.")
                    raise Refusal(sentence.format(new=found.new, file=file.path, line=scalar.span.line))
    if found.kind == "person":
        _insist_on_name(found, papers)


def _insist_on_name(found: Target, papers: tuple[File, ...]) -> None:
    """Refuse to rename somebody whose name in the story comes from the id: everybody would be called otherwise."""
    for file in papers:
        cast = file.tree.get("cast") if file.place == "story.yaml" else None
        about = cast.get(found.old) if isinstance(cast, Fields) else None
        if isinstance(about, Fields) and "name" not in about:
            sentence = _("`{old}` has no `name:`, so the id gives the name in the story. Write `name: {name}` first.")
            raise Refusal(sentence.format(old=found.old, name=found.old.title()))


def _prove(folder: Path, story: Story, found: Target, now: Mapping[Path, bytes | None]) -> None:
    """Load the renamed files from elsewhere, and refuse unless they are the same story."""
    with tempfile.TemporaryDirectory() as elsewhere:
        trial = Path(elsewhere) / folder.resolve().name
        trial.mkdir()
        for path, data in now.items():
            if data is not None:
                (trial / path.name).write_bytes(data)
        if (folder / "support.md").is_file():
            shutil.copy(folder / "support.md", trial)
        loaded = load(trial, fair=False)
        plays = kept(loaded, trial)
        if loaded.story is None or not playable(plays.problems):
            lead = _("Nothing was renamed: the story would not load any more. The first mistake would be:")
            raise Refusal(str(_unsound(lead, loaded, plays)).replace(str(trial), str(folder)))
        if not same(story, loaded.story, found):
            sentence = _("Nothing was renamed: with `{new}` in place of `{old}` the story would not be the same.")
            raise Refusal(sentence.format(new=found.new_id, old=found.old_id))


def _lines(data: bytes) -> list[str]:
    return data.decode("utf-8-sig").splitlines()
