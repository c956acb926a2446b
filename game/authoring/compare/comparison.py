"""Comparison: everything that changed for a kept run between two versions of a story."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from game.authoring.compare.endings import Endings, endings
from game.authoring.compare.mends import Mend, mended, mends
from game.authoring.compare.walk import Place, Walked, walk
from game.insight.exact.limits import Limits
from game.runs.replay import Resumed, resume
from game.runs.run import Run
from game.story.fingerprint import fingerprint
from game.story.model import Finish, Story

_MOMENT: Final = "2000-01-01T00:00:00Z"


@dataclass(frozen=True, slots=True)
class Cut:
    """A place where kept runs are cut back: how the game resumes a shortest one of them."""

    place: Place
    resumed: Resumed

    @property
    def always(self) -> bool:
        """Whether every run kept there is cut back."""
        return self.place.whole is None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of a story, and what becomes of runs kept of the older.

    `same` tells that both have the same hash. `mended` is what would be met with all `mends` made. `gone`, `fresh` and
    `renamed` are ids of options; `renamed` maps former ones to those of today.
    """

    old: Story
    new: Story
    same: bool
    walked: Walked
    cuts: tuple[Cut, ...]
    mends: tuple[Mend, ...]
    mended: Walked
    gone: tuple[str, ...]
    fresh: tuple[str, ...]
    renamed: dict[str, str]
    endings: Endings

    @property
    def safe(self) -> bool:
        """Whether every old run is known to go on."""
        return not self.cuts and self.walked.complete


def compare(old: Story, new: Story, limits: Limits) -> Comparison:
    """Return what becomes of runs of `old` in `new`."""
    hashes = fingerprint(old), fingerprint(new)
    walked = walk(old, old if hashes[0] == hashes[1] else new, limits)
    proposed, again = _mends(old, new, walked, limits)
    today = {former: new.renamed.get(former, former) for former in old.options}
    return Comparison(
        old,
        new,
        hashes[0] == hashes[1],
        walked,
        tuple(Cut(place, _resumed(old, new, hashes, place)) for place in walked.lost),
        proposed,
        again,
        tuple(former for former, now in today.items() if now not in new.options),
        tuple(id_ for id_ in new.options if id_ not in old.options and id_ not in today.values()),
        {former: now for former, now in today.items() if former != now and now in new.options},
        endings(old, new),
    )


def _mends(old: Story, new: Story, walked: Walked, limits: Limits) -> tuple[tuple[Mend, ...], Walked]:
    """Return the former names that help, tried out, and what is met with them."""
    refused = {pick for cause in walked.causes.values() if cause.why == "gone" for pick in cause.picks}
    scenes = {pick.partition(".")[0] for cause in walked.causes.values() for pick in cause.picks}
    proposed = tuple(each for each in mends(old, new) if each.former in refused or each.former in scenes)
    if not proposed:
        return (), walked
    again = walk(old, mended(new, proposed), limits)
    useless = {pick for cause in again.causes.values() for pick in cause.picks}
    return tuple(each for each in proposed if each.former not in useless), again


def _resumed(old: Story, new: Story, hashes: tuple[str, str], place: Place) -> Resumed:
    """Return what the game itself makes of a run that was kept at a lost place."""
    finished = isinstance(old.nodes[place.node], Finish)
    run = Run(new.id, hashes[0], 0, place.lost or (), finished, _MOMENT, _MOMENT)
    return resume(new, hashes[1], run)
