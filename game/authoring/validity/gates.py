"""The gates of validity: what a story has to show before people judge it, each with its figure and its limit.

| gate | passes if |
| --- | --- |
| first, last, longest, shortest, politest | no dynamic is the verdict of more than 40 % of the bot's plays |
| words | at most 40 % of the options are guessed from what other scenes teach (chance is 25 %) |
| lengths | the mean words of any two dynamics are at most 10 % apart |
| cues | no cue word stands in one dynamic more than twice as often as in the others (`check` tells, W241) |
| shares, cited, roads, undoing | they hold in every play; see `audit` |

A bot that knows nothing ends in between, or evenly here and there. An even reader meets no dynamic in more than 35 % of
plays; the rest is room for chance.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import fmean
from typing import Final

from game.authoring.checks.telling_words import CUES
from game.authoring.figures import share
from game.authoring.load import Loaded
from game.authoring.rules import RULES
from game.authoring.validity.audit import Audit, Tally, audit
from game.authoring.validity.classifier import Sample, guessed, samples, telling
from game.authoring.validity.plays import BOTS, Plays
from game.insight.census import census
from game.insight.counting import word_count
from game.insight.exact.limits import Limits
from game.language import N_, _
from game.story.model import Story
from game.story.names import DYNAMICS, IN_BETWEEN

MOST_OF_A_BOT: Final = 0.40
MOST_GUESSED: Final = 0.40
MOST_APART: Final = 0.10

_NAMES: Final[Mapping[str, str]] = {
    "first": N_("always the first"),
    "last": N_("always the last"),
    "longest": N_("always the longest"),
    "shortest": N_("always the shortest"),
    "politest": N_("always the politest"),
    "words": N_("guessed by words"),
    "words_beside": N_("with other stories"),
    "lengths": N_("length"),
    "cues": N_("cue words"),
    "shares": N_("shares add up"),
    "cited": N_("strongest are told"),
    "roads": N_("roads not taken"),
    "undoing": N_("undoing"),
}


@dataclass(frozen=True, slots=True)
class Gate:
    """A gate: its `figure`, as a share, and the `limit` that it must not pass (`least`: not fall under)."""

    id: str
    figure: float
    limit: float
    told: str
    notes: tuple[str, ...] = ()
    least: bool = False

    @property
    def name(self) -> str:
        """What it is called in a report."""
        return _(_NAMES[self.id])

    @property
    def passed(self) -> bool:
        """Whether the story passes."""
        return self.figure >= self.limit if self.least else self.figure <= self.limit

    def as_json(self) -> dict[str, object]:
        """Return the gate in the shape that `validity --json` prints."""
        limit = "at_least" if self.least else "at_most"
        return {"gate": self.id, "pass": self.passed, "figure": self.figure, limit: self.limit, "told": self.told}


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is tried: plays of each bot, plays by chance that are audited, and for how long roads are looked for."""

    seeds: int = 200
    runs: int = 100
    limits: Limits = field(default_factory=lambda: Limits(states=None, seconds=300.0))


def gates(loaded: Loaded, story: Story, beside: Iterable[Story], effort: Effort) -> tuple[Gate, ...]:
    """Return all gates of a story; `beside` are other stories that a classifier may learn from."""
    own, plays = samples(story), Plays(story)
    return (
        *(_bot(plays, bot, effort.seeds) for bot in BOTS),
        *_guesses(own, [sample for other in beside for sample in samples(other)]),
        *_lengths(own),
        *_cues(loaded, own),
        *_audited(audit(story, audited_runs(plays, effort), effort.limits)),
    )


def audited_runs(plays: Plays, effort: Effort) -> list[tuple[str, ...]]:
    """Return a shortest run of each ending, and plays by chance."""
    found = census(plays.story, effort.limits)
    shortest = [ending.shortest for ending in found.dynamics.values() if ending.shortest]
    return [*shortest, *(plays.by_chance(seed) for seed in range(effort.runs))]


def _bot(plays: Plays, bot: str, seeds: int) -> Gate:
    ends = Counter(plays.by_bot(bot, seed) for seed in range(seeds))
    most = max(DYNAMICS, key=lambda dynamic: ends[dynamic])
    told = _("in between {between} of {count} plays; the commonest dynamic is {most}, {share}")
    figures = {"most": most, "share": share(ends[most] / seeds), "between": share(ends[IN_BETWEEN] / seeds)}
    return Gate(bot, ends[most] / seeds, MOST_OF_A_BOT, told.format(count=seeds, **figures))


def _guesses(own: Sequence[Sample], beside: Sequence[Sample]) -> Iterator[Gate]:
    told = _("{right} of {among} options, {share}; the commonest dynamic would be right in {commonest}")
    for id_, others in (("words", ()), ("words_beside", beside)):
        if id_ == "words" or others:
            found = guessed(own, others)
            figures = {"share": share(found.share), "right": found.right, "among": found.among}
            notes = [f"{dynamic}: {', '.join(most)}" for dynamic, most in telling(own).items() if most]
            yield Gate(
                id_,
                found.share,
                MOST_GUESSED,
                told.format(commonest=found.commonest, **figures),
                tuple(notes) if id_ == "words" and found.share > MOST_GUESSED else (),
            )


def _lengths(own: Sequence[Sample]) -> Iterator[Gate]:
    means = {
        dynamic: fmean(word_count(sample.words) for sample in own if sample.dynamic == dynamic)
        for dynamic in DYNAMICS
        if any(sample.dynamic == dynamic for sample in own)
    }
    if means:
        long, short = max(means, key=means.__getitem__), min(means, key=means.__getitem__)
        apart = means[long] / means[short] - 1
        told = _("{short} {least} words, {long} {most}: {apart} apart")
        figures = {"least": f"{means[short]:.1f}", "most": f"{means[long]:.1f}", "apart": share(apart)}
        yield Gate("lengths", apart, MOST_APART, told.format(short=short, long=long, **figures))


def _cues(loaded: Loaded, own: Sequence[Sample]) -> Iterator[Gate]:
    if not (loaded.story and loaded.story.language.lower().startswith("en")):
        return
    code = RULES["word-tells"].code
    found = [each for each in loaded.problems if each.code == code]
    counts = []
    for cue in CUES:
        having = Counter(sample.dynamic for sample in own if cue in sample.features)
        if having:
            counts.append(f"{cue}: " + ", ".join(f"{dynamic} {having[dynamic]}" for dynamic in DYNAMICS))
    told = _("{count} of them tell a dynamic").format(count=len(found)) if found else _("none of them tells a dynamic")
    yield Gate("cues", float(len(found)), 0.0, told, tuple(counts))


def _audited(found: Audit) -> Iterator[Gate]:
    yield _always("shares", found.shares, _("the meters of {held} of {among} plays"))
    yield _always("cited", found.cited, _("in {held} of {among} plays nothing stronger is left out"))
    late = _("{count} plays had no time for it").format(count=found.untold)
    yield _always(
        "roads", found.roads, _("{held} of {among} end as told when they are played"), late * bool(found.untold)
    )
    plays = found.undoing.among or 1
    note = _(
        "what is told carries {points} points, as many others {others} on average; undone, {falls} of the verdicts"
        " fall, and {by_others} with the strongest others"
    ).format(
        points=f"{found.points / plays:.1f}",
        others=f"{found.points_of_others / plays:.1f}",
        falls=share(_held(found.falls)),
        by_others=share(_held(found.by_others)),
    )
    yield _always("undoing", found.undoing, _("in {held} of {among} plays no others take it back further"), note)


def _always(id_: str, tally: Tally, told: str, note: str = "") -> Gate:
    notes = [note] if note else []
    if tally.against:
        notes.append(_("not in: {run}").format(run=" ".join(tally.against)))
    words = told.format(held=tally.held, among=tally.among)
    return Gate(id_, _held(tally), 1.0, words, tuple(notes), least=True)


def _held(tally: Tally) -> float:
    return tally.held / tally.among if tally.among else 0.0
