"""The files of a story, read and compiled; where that finds errors, once more, with lines that were lost found again.

A good story is read once. In one with errors, a line out of its place brings others with it: they are looked for, and
what is wrong is told of the story that was meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
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
_SLIPPED: Final = RULES["step-in-prose"].code


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
    doubted = {id_: "" if _is_nameless(part.report) else part.report.text for id_, part in wrong.items()}
    for report, count in told:
        del report.problems[count:]
    again = {
        id_: part_of(desk, shelf, id_, alone or f"{id_}.yaml", lost=True)
        for id_, part in wrong.items()
        if part.report.sound
    }
    return compiled(replace(plan, scenes={**plan.scenes, **again}, doubted=doubted))


def _is_nameless(report: Report) -> bool:
    """Tell whether a scene has options without names."""
    return any(each.code == _LISTED for each in report.problems)


def without_slipped(
    problems: Iterable[Problem], told: Iterable[Problem], sources: Mapping[str, Source]
) -> Iterator[Problem]:
    """Yield the problems that do not come of steps which slipped into prose; of those is `told` already."""
    lost: set[tuple[str, int]] = set()
    for each in told:
        if each.code == _SLIPPED:
            words = in_blocks(sources[each.file].lines)
            last = next(at for at in range(each.line, len(sources[each.file].lines) + 1) if at not in words)
            lost.update((each.file, line) for line in range(each.line, last + 1))
    yield from (each for each in problems if (each.file, each.line) not in lost)


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
    return Part(part.report, part.tree, tuple(options_of(name, part.tree))) if part.tree else part


def stems(files: Iterable[str]) -> list[str]:
    """Return the names of the scenes; hidden files are an editor's own, such as Emacs's locks."""
    return [
        file.removesuffix(".yaml")
        for file in files
        if file.endswith(".yaml") and file not in OTHERS and not file.startswith(".")
    ]
