"""Changes: the edits by which a file uses a new id in place of an old one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from game.authoring.build import fields
from game.authoring.build.report import Report
from game.authoring.edits import Edit, extent, index, relisted, under
from game.authoring.nodes import Fields, Scalar
from game.authoring.rename.files import File
from game.authoring.rename.target import Target
from game.authoring.rename.uses import Use, uses
from game.host import Refusal
from game.language import _
from game.story import grammar, markup

_OWN: Final = ("scene", "variable", "person")
"""Roles of values that are a bare id, which means the same in all files."""

_LOCAL: Final[Mapping[str, str]] = {"option": "option", "passage": "passage", "go": "passage"}
"""Roles of values that are an id of the scene they stand in, with the kind of what they name."""


def changes(file: File, target: Target) -> tuple[Edit, ...]:
    """Return the edits of one file. Raises `Refusal` for a use that is written so that it cannot be edited."""
    edits = [edit for use in uses(file.tree, file.place) for edit in _of(file, use, target)]
    if target.kind == "scene" and file.scene == target.old:
        edits += _was(file, file.tree, target)
    return tuple(edits)


def words(file: File) -> Iterator[tuple[str, Scalar]]:
    """Yield the bare words in the conditions of a file, each with the value that holds it."""
    for use in uses(file.tree, file.place):
        yield from ((word, use.scalar) for _offset, word in _names(use) if "." not in word)


def _of(file: File, use: Use, target: Target) -> Iterator[Edit]:
    text = use.scalar.text
    if use.role in _LOCAL:
        here = target.scene == file.scene and target.kind == _LOCAL[use.role] and text == target.old
        if here:
            yield _edit(file, use.scalar, 0, target.old, target.new)
            if use.role == "option" and isinstance(use.about, Fields):
                yield from _was(file, use.about, target)
    elif use.role in _OWN:
        if use.role == target.kind and text == target.old:
            yield _edit(file, use.scalar, 0, target.old, target.new)
            if use.role == "person" and file.place == "story.yaml" and isinstance(use.about, Fields):
                yield from _was(file, use.about, target)
    elif use.role in ("pick", "place"):
        kind = "option" if use.role == "pick" else "passage" if "." in text else "scene"
        if target.renamed(kind, text) != text:
            yield _edit(file, use.scalar, 0, text, target.renamed(kind, text))
    else:
        yield from _inside(file, use, target)


def _inside(file: File, use: Use, target: Target) -> Iterator[Edit]:
    for offset, word in _names(use):
        new = target.renamed("option" if "." in word else "variable", word)
        if new != word:
            yield _edit(file, use.scalar, offset, word, new)
    if use.role == "text" and target.kind == "person":
        for offset, inside, is_condition in markup.names(use.scalar.text):
            if not is_condition and inside == target.old:
                yield _edit(file, use.scalar, offset, target.old, target.new)


def _names(use: Use) -> Iterator[tuple[int, str]]:
    """Yield the names in the conditions of a use, with their offsets."""
    text = use.scalar.text
    if use.role == "condition":
        yield from grammar.names(text)
    elif use.role == "text":
        for start, inside, is_condition in markup.names(text):
            if is_condition:
                yield from ((start + offset, word) for offset, word in grammar.names(inside))


def _edit(file: File, scalar: Scalar, offset: int, old: str, new: str) -> Edit:
    """Return the edit of a word in a value. What stands at its place has to be that word."""
    start = index(scalar.page, scalar.place(offset))
    if not scalar.page.text.startswith(old, start):
        start = _counted(scalar, offset, old)
    if start < 0:
        sentence = _("{file}:{line} names `{old}` in a way that cannot be edited safely. Write it plainly there first.")
        raise Refusal(sentence.format(file=file.path, line=scalar.span.line, old=old))
    return Edit(start, start + len(old), new)


def _counted(scalar: Scalar, offset: int, old: str) -> int:
    """Return where a word stands in the file, by counting the same words before it; -1 if some are written in signs."""
    start, end = extent(scalar)
    written = [found.start() for found in re.finditer(re.escape(old), scalar.page.text[start:end])]
    same = len(written) == scalar.text.count(old)
    return start + written[scalar.text.count(old, 0, offset)] if same else -1


def _was(file: File, node: Fields, target: Target) -> tuple[Edit, ...]:
    """Return the edits that add the old name to `was`, and take the new one out if it stands there."""
    listed = node.get("was")
    if listed is None:
        return (under(node, f"was: {target.old}"),)
    former = [scalar.text for scalar in fields.several(Report(""), listed, "was")]
    edits = relisted(listed, [*(each for each in former if each != target.new), target.old])
    if edits is None:
        sentence = _(
            "{file}:{line} holds former names in a way that cannot be edited. Write them as `was: [a, b]` first."
        )
        raise Refusal(sentence.format(file=file.path, line=listed.span.line))
    return edits
