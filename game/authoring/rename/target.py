"""The target: what an author wants renamed, and whether it can be.

1. An option or a passage is named in full, `scene.option`; its new name may be, too, and stays in the scene.
2. A bare name is a scene, a variable or a person. Where it is several of them, the author says which.
3. The new name is free: nothing has it, and no kept run may mean something else by it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from game.authoring.build import fields
from game.authoring.build.report import nearest
from game.host import Refusal
from game.language import N_, _
from game.story.model import Story
from game.story.names import ID_PATTERN, RESERVED

KINDS: Final = ("option", "passage", "scene", "variable", "person")
"""What can be renamed."""

_TOLD: Final[Mapping[str, str]] = {
    "option": N_("an option"),
    "passage": N_("a passage"),
    "scene": N_("a scene"),
    "variable": N_("a variable"),
    "person": N_("a person"),
}
_FILES: Final = frozenset({"story", "pictures", "plays"})
"""Names of files beside the scenes."""


@dataclass(frozen=True, slots=True)
class Target:
    """What is renamed: its `kind` (one of `KINDS`), its old and new name without a scene, and the scene it is in."""

    kind: str
    old: str
    new: str
    scene: str = ""

    @property
    def old_id(self) -> str:
        """The whole id of today."""
        return f"{self.scene}.{self.old}" if self.scene else self.old

    @property
    def new_id(self) -> str:
        """The whole id that it gets."""
        return f"{self.scene}.{self.new}" if self.scene else self.new

    def renamed(self, kind: str, id_: str) -> str:
        """Return the new form of an id of some kind: `scene.option` and `scene.passage` in full."""
        if kind == self.kind and id_ == self.old_id:
            return self.new_id
        first, dot, rest = id_.partition(".")
        return f"{self.new}.{rest}" if self.kind == "scene" and dot and first == self.old else id_


def target(story: Story, old: str, new: str, kind: str | None = None) -> Target:
    """Return what `old` names in a story, to become `new`. Raises `Refusal`."""
    known = _known(story)
    kinds = [each for each in KINDS if old in known[each] and kind in (None, each)]
    if not kinds:
        names = [name for each in KINDS if kind in (None, each) for name in known[each]]
        what = _("nothing") if kind is None else _("no {kind}").format(kind=kind)
        sentence = _("The story has {what} called `{old}`. {near}")
        raise Refusal(sentence.format(what=what, old=old, near=nearest(old, names)))
    if len(kinds) > 1:
        sentence = _("`{old}` is {kinds}. Say which one with --as.")
        raise Refusal(sentence.format(old=old, kinds=_(" and ").join(_(_TOLD[each]) for each in kinds)))
    scene, dot, name = old.rpartition(".")
    first, more, last = new.rpartition(".")
    if more and first != scene:
        sentence = _("`{old}` cannot leave its place for `{new}`: {kind} is renamed, not moved.")
        raise Refusal(sentence.format(old=old, new=new, kind=_(_TOLD[kinds[0]])))
    found = Target(kinds[0], name if dot else old, last, scene)
    _insist_on_form(found)
    _insist_on_free(story, found, known)
    return found


def _known(story: Story) -> Mapping[str, tuple[str, ...]]:
    return {
        "option": tuple(story.options),
        "passage": tuple(passage.id for scene in story.scenes.values() for passage in scene.passages),
        "scene": tuple(story.scenes),
        "variable": tuple(variable.id for variable in story.variables),
        "person": tuple(person.id for person in story.cast),
    }


def _insist_on_form(found: Target) -> None:
    if found.new in RESERVED or (found.kind == "scene" and found.new in _FILES):
        sentence = _("`{new}` cannot name {kind}, because it means something else. Try `{better}`.")
    elif not ID_PATTERN.fullmatch(found.new):
        sentence = _(
            "`{new}` cannot name {kind}: names are made of a-z, 0-9 and _, and begin with a letter. Try `{better}`."
        )
    else:
        return
    better = fields.as_id(found.new, {*RESERVED, *_FILES})
    raise Refusal(sentence.format(new=fields.brief(found.new), kind=_(_TOLD[found.kind]), better=better))


def _insist_on_free(story: Story, found: Target, known: Mapping[str, tuple[str, ...]]) -> None:
    if found.new == found.old:
        raise Refusal(_("`{old}` is called that already.").format(old=found.old_id))
    beside = ("option", "passage") if found.scene else (found.kind,)
    taken = next((each for each in beside if found.new_id in known[each]), None)
    if taken:
        sentence = _("`{new}` is the name of {kind} already. Choose another.")
        raise Refusal(sentence.format(new=found.new_id, kind=_(_TOLD[taken])))
    if found.kind not in ("option", "scene"):
        return
    for former, today in story.renamed.items():
        ours = today if found.kind == "option" else today.partition(".")[0]
        if found.new_id in (former, former.partition(".")[0]) and ours != found.old_id:
            sentence = _("`{new}` is a former name of `{today}` (`was`), which kept runs still hold. Choose another.")
            raise Refusal(sentence.format(new=found.new_id, today=today))
