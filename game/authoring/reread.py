"""The files of a story, read and compiled; where that finds errors, once more, with lines that were lost found again.

A good story is read once. In one with errors, a line out of its place brings others with it: they are looked for, and
what is wrong is told of the story that was meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from game.authoring.build.compile import Compiled, Plan, compiled
from game.authoring.build.head import Head, head
from game.authoring.build.names import options_of
from game.authoring.build.report import Part, Report
from game.authoring.desk import Desk
from game.authoring.places import Source
from game.authoring.problems import Problem, playable
from game.authoring.rules import RULES
from game.authoring.shelf import Shelf
from game.authoring.signs import in_blocks

STORY: Final = "story.yaml"
PLAYS: Final = "plays.yaml"
"""The file beside a story that `test` plays; it is no scene."""

UNFINISHED: Final = ".renaming"
"""The note in a story's folder while `rename` changes its files."""

OTHERS: Final = frozenset({STORY, "pictures.yaml", PLAYS})
"""Files that are no scenes."""

_LISTED: Final = RULES["choose-listed"].code
_LOSING: Final = frozenset(
    RULES[each].code
    for each in ("unknown-key", "misplaced-key", "names-expected", "list-expected", "words-expected", "speaker-unknown")
) | frozenset(RULES[each].code for each in ("step-mixed", "step-a-list", "options-outdented", "companion-alone"))
"""With one of these, names may be lost."""

_ASKED: Final = RULES["condition-unknown-name"].code
_SLIPPED: Final = RULES["step-in-prose"].code
_STEP_LOST: Final = RULES["step-lost"].code


def front_of(desk: Desk, shelf: Shelf) -> tuple[Part, Head]:
    """Read story.yaml; if something in it is wrong, once more, for lines that were lost."""
    front = desk.part(shelf, STORY)
    known = head(front.report, front.tree) if front.tree else Head()
    if front.report.sound and not playable(front.report.problems):
        front = desk.part(shelf, STORY, lost=True)
        known = head(front.report, front.tree) if front.tree else Head()
    return front, known


def compiled_of(desk: Desk, plan: Plan, shelf: Shelf, alone: str) -> Compiled:
    """Compile a story; if something in a scene is wrong, once more, with lines that were lost where they belong.

    What others ask of such a scene is then told only if nothing in it can be meant; `alone` is the file of a lone one.
    """
    told = [(part.report, len(part.report.problems)) for part in (plan.front, *plan.scenes.values())]
    built = compiled(plan)
    wrong = {id_: part for id_, part in plan.scenes.items() if part.tree and not playable(part.report.problems)}
    if not wrong:
        return built
    doubted = {id_: text for id_, part in wrong.items() if (text := _doubt(part.report)) is not None}
    before = [list(report.problems) for report, _count in told]
    for report, count in told:
        del report.problems[count:]
    again = {
        id_: part_of(desk, shelf, id_, alone or f"{id_}.yaml", lost=True)
        for id_, part in wrong.items()
        if part.report.sound
    }
    built = compiled(replace(plan, scenes={**plan.scenes, **again}, doubted=doubted))
    now = [*(report for report, _count in told), *(part.report for part in again.values())]
    if all(report.sound and playable(report.problems) for report in now):  # a doubt may not hide the only mistake
        for (report, _count), problems in zip(told, before, strict=True):
            desk.reports[report.file] = report
            report.problems[:] = problems
    return built


def _doubt(report: Report) -> str | None:
    """Return the text in which names may stand that were not found; "" if anything may be one, None for no doubt."""
    codes = {each.code for each in report.problems}
    if _LISTED in codes:
        return ""
    return report.text if not codes.isdisjoint(_LOSING) else None


def without_slipped(
    problems: Iterable[Problem], told: Sequence[Problem], sources: Mapping[str, Source]
) -> tuple[Problem, ...]:
    """Return all problems but those that come of steps which slipped into prose, and are `told` already.

    A step that brought errors is an error itself: without it the story cannot be played.
    """
    found = list(problems)
    cause = {
        each: consequences for each in told if each.code == _SLIPPED and (consequences := _of(each, found, sources))
    }
    lost = {each for consequences in cause.values() for each in consequences}
    heads = (replace(each, severity="error", code=_STEP_LOST) if each in cause else each for each in told)
    return (*(each for each in found if each not in lost), *heads)


def _of(slipped: Problem, found: Iterable[Problem], sources: Mapping[str, Source]) -> list[Problem]:
    """Return the problems of the words below a step that slipped, and of those who ask for its options."""
    lines = sources[slipped.file].lines
    words, scene = in_blocks(lines), f"`{Path(slipped.file).stem}."
    last = next(at for at in range(slipped.line, len(lines) + 1) if at not in words)
    return [
        each
        for each in found
        if (each.file == slipped.file and slipped.line <= each.line <= last)
        or (each.code == _ASKED and scene in each.message)
    ]


def parts_of(desk: Desk, shelf: Shelf, names: Iterable[str], files: Iterable[str]) -> dict[str, Part]:
    """Read the scenes that there are; one that is missing has an unsound report and no tree."""
    there = set(stems(files))
    return {
        name: part_of(desk, shelf, name, f"{name}.yaml")
        if name in there
        else Part(Report(shelf.shown(f"{name}.yaml"), sound=False), None)
        for name in names
    }


def part_of(desk: Desk, shelf: Shelf, name: str, file: str, *, lost: bool = False) -> Part:
    """Read a scene, and gather its options while its tree is still near the processor."""
    part = desk.part(shelf, file, lost=lost)
    return Part(part.report, part.tree, options_of(name, part.tree)) if part.tree else part


def stems(files: Iterable[str]) -> list[str]:
    """Return the names of the scenes; hidden files are an editor's own, such as Emacs's locks."""
    return [
        file.removesuffix(".yaml")
        for file in files
        if file.endswith(".yaml") and file not in OTHERS and not file.startswith(".")
    ]
