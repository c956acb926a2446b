"""The desk on which a story's files are laid out while they are read, with everything that is wrong in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from game.authoring.build.report import Part, Report
from game.authoring.parse import parse
from game.authoring.places import Source, Span, as_written
from game.authoring.problems import MOST_A_FILE, Problem, playable, problem
from game.authoring.shelf import Shelf

_START: Final = Span(1, 1)


@dataclass(slots=True)
class Desk:
    """What has been read, by the names of the files as they are shown; `fair` asks for the advice on fairness too."""

    fair: bool = True
    sources: dict[str, Source] = field(default_factory=dict)
    reading: dict[str, tuple[Problem, ...]] = field(default_factory=dict)
    reports: dict[str, Report] = field(default_factory=dict)
    pages: dict[str, Source] = field(default_factory=dict)
    """The files as they were read, with lines at fault moved or set aside."""

    def report(self, shown: str) -> Report:
        """Return the report of a file."""
        return self.reports.setdefault(shown, Report(shown))

    def part(self, shelf: Shelf, file: str, *, lost: bool = False) -> Part:
        """Read and parse a file of the story, in which lines may be `lost`; a link is refused."""
        shown = shelf.shown(file)
        source, problems = shelf.text(file)
        tree = None
        if source:
            self.sources[shown] = source
            tree, more = parse(source, lost=lost)
            problems += more
            self.pages[shown] = source if tree is None or not problems else tree.page
        self.reading[shown] = problems
        self.reports[shown] = Report(shown, sound=playable(problems), text=source.text if source else "")
        return Part(self.reports[shown], tree)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong in all files; a line that could not be read has nothing more said of it."""
        for shown, problems in self.reading.items():
            yield from problems
            built = self.reports[shown].problems if shown in self.reports else ()
            if built:
                lines = {each.line for each in problems}
                yield from (self.placed(each) for each in built if each.line not in lines)
        for shown, report in self.reports.items():
            if shown not in self.reading:
                yield from report.problems

    def placed(self, found: Problem) -> Problem:
        """Return a problem of a file as it was read at its place in the file as it was written."""
        page, source = self.pages.get(found.file), self.sources.get(found.file)
        if page is None or source is None or page is source or found.line > len(source.lines):
            return found
        at = as_written(Span(found.line, found.column), page.lines, source.lines)
        return replace(found, column=at.column)

    def unsound(self) -> frozenset[str]:
        """Return the files that hold an error."""
        return frozenset(each.file for each in self.problems() if each.severity == "error")


def bounded(problems: Iterator[Problem]) -> tuple[Problem, ...]:
    """Return `problems` by place, the first 50 of each file (errors before warnings), and how many more there are."""
    files: dict[str, list[Problem]] = defaultdict(list)
    for each in problems:
        files[each.file].append(each)
    return tuple(each for _, found in sorted(files.items()) for each in _some(found))


def _some(found: list[Problem]) -> Iterator[Problem]:
    """Yield the problems of one file."""
    found.sort(key=lambda each: (each.severity, each))
    yield from sorted(found[:MOST_A_FILE])
    rest = found[MOST_A_FILE:]
    if rest:
        rule = "more-warnings" if playable(rest) else "more-errors"
        last = max(each.line for each in found[:MOST_A_FILE])
        yield problem(rule, found[0].file, Span(last, 1), count=len(rest))
