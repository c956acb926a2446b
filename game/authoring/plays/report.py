"""What came of the plays of a story, for people and as JSON."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from game.authoring.build.fields import shorten
from game.authoring.plays.coverage import Coverage
from game.authoring.plays.failure import Failure
from game.authoring.plays.perform import Performed
from game.language import _, ngettext

_WIDTH: Final = 100
_BRIEF: Final = 160
_LEADS: Final = ("expected", "came", "before")


@dataclass(frozen=True, slots=True)
class Tested:
    """All plays of a story: what each came to, and what none of them met. `file` is where they stand."""

    file: str
    plays: Sequence[tuple[Performed, tuple[Failure, ...]]]
    coverage: Coverage

    @property
    def failed(self) -> int:
        """How many plays did not go as expected."""
        return sum(bool(failures) for _done, failures in self.plays)

    def as_json(self) -> dict[str, object]:
        """Return all of it in the shape that `test --json` prints."""
        plays = [
            {
                "play": done.play.name,
                "passed": not failures,
                "ends": done.dynamic,
                "failures": [_failure_json(self.file, failure) for failure in failures],
            }
            for done, failures in self.plays
        ]
        return {"file": self.file, "plays": plays, "not_met": self.coverage.as_json()}


def report(tested: Tested, *, verbose: bool) -> str:
    """Return what came of the plays as text; `verbose` names what none of them met."""
    lines = [line for done, failures in tested.plays for line in _play(tested.file, done, failures)]
    return "\n".join([*lines, _sum(tested), *_left_out(tested.coverage, verbose=verbose)]) + "\n"


def _play(file: str, done: Performed, failures: tuple[Failure, ...]) -> Iterator[str]:
    if not failures:
        yield _("{play}: as expected").format(play=done.play.name)
        return
    told = ngettext("{play}: {count} difference", "{play}: {count} differences", len(failures))
    yield told.format(play=done.play.name, count=len(failures))
    for failure in failures:
        yield from _failure(file, failure)
    if done.stopped:
        yield "  " + _("The rest of this play was not played.")
    yield ""


def _failure(file: str, failure: Failure) -> Iterator[str]:
    yield f"  {file}:{failure.span.line}:{failure.span.column}: {failure.message}"
    leads = {"expected": _("expected"), "came": _("came instead") if failure.expected else _("came")}
    leads["before"] = _("told last")
    width = max(map(len, leads.values()))
    for key in _LEADS:
        for number, line in enumerate(getattr(failure, key)):
            lead = leads[key] if number == 0 else ""
            first = f"    {lead:<{width}}  "
            yield textwrap.fill(shorten(line, _BRIEF), _WIDTH, initial_indent=first, subsequent_indent=" " * len(first))
    yield from (f"    {line}" for line in failure.differs)


def _sum(tested: Tested) -> str:
    plays = ngettext("{count} play", "{count} plays", len(tested.plays)).format(count=len(tested.plays))
    if not tested.failed:
        return _("{plays}, all as expected.").format(plays=plays)
    return _("{plays}, {failed} not as expected.").format(plays=plays, failed=tested.failed)


def _left_out(coverage: Coverage, *, verbose: bool) -> Iterator[str]:
    shares = {_("options"): coverage.options, _("passages"): coverage.passages, _("endings"): coverage.endings}
    counts = [
        _("{missed} of {all} {things}").format(missed=len(share.missed), all=share.all, things=things)
        for things, share in shares.items()
    ]
    if not any(share.missed for share in shares.values()):
        yield _("Together they meet every option, passage and ending.")
        return
    hint = "" if verbose else " " + _("(-v names them)")
    yield _("No play meets {counts}.").format(counts=", ".join(counts)) + hint
    if verbose:
        yield from (_named(things, share.missed) for things, share in shares.items() if share.missed)


def _named(things: str, missed: Iterable[str]) -> str:
    words = f"{things}: {', '.join(missed)}"
    return textwrap.fill(words, _WIDTH, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False)


def _failure_json(file: str, failure: Failure) -> dict[str, object]:
    lists = {key: list(getattr(failure, key)) for key in (*_LEADS, "differs")}
    place = {"file": file, "line": failure.span.line, "column": failure.span.column}
    return {**place, "message": failure.message, **lists}
