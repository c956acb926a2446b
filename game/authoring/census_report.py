"""The census as an author reads it: what a story can do, at a glance and in 80 columns.

1. It says "proved" only when every playthrough was walked.
2. A run is the ids of its picks, so that it can be found in the files.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from game.authoring.figures import ASCII, bar, grouped, share, short
from game.authoring.whereabouts import Whereabouts
from game.authoring.written import written
from game.insight.census import Census, Met
from game.insight.exact.truths import Truth
from game.insight.patterns import PATTERNS
from game.insight.wording import DYNAMIC_WORDS
from game.language import _
from game.story.model import Story
from game.story.names import IN_BETWEEN

WIDTH: Final = 80
_BAR: Final = 24
_NAME: Final = 20
_LONGEST: Final = 30
_FIGURE: Final = 9


@dataclass(frozen=True, slots=True)
class Surveyed:
    """A story with its census. `advised` is the widest dead zone that leaves every verdict room, None if none does.

    `decided` tells whether there was time to find that out, `seconds` how long the census took, and `blocks` whether
    bars may be made of block characters.
    """

    places: Whereabouts
    census: Census
    advised: tuple[int, int] | None
    decided: bool
    seconds: float
    blocks: bool = True

    @property
    def story(self) -> Story:
        """The story itself."""
        return self.places.story


def report(seen: Surveyed) -> str:
    """Return the whole report, with a line break at its end."""
    parts = (_head, _endings, _meters, _options, _passages, _closed, _conditions, _patterns)
    text = "\n\n".join(part for each in parts if (part := "\n".join(each(seen)))) + "\n"
    return text if seen.blocks else text.translate(ASCII)


def _head(seen: Surveyed) -> Iterator[str]:
    census, story = seen.census, seen.story
    yield f"{story.title} ({story.id})"
    yield ""
    count = grouped(census.playthroughs)
    brief = short(census.playthroughs)
    yield from _wrapped(
        _("{count} playthroughs{brief}, {states} states").format(
            count=count.replace(",", ", ") if len(count) > WIDTH else count,
            brief="" if brief == count else f" ({brief})",
            states=grouped(census.states),
        ),
    )
    yield _("Shares are for a reader who picks evenly among open options.")
    if census.complete:
        yield _("Every playthrough was looked at: all that follows is proved.")
    else:
        stopped = _("Stopped after {seconds} seconds and {states} states; nothing here is proved.")
        yield stopped.format(seconds=f"{seen.seconds:.1f}", states=grouped(census.states))


def _endings(seen: Surveyed) -> Iterator[str]:
    yield _("Endings, each with its shortest run")
    for name, ending in seen.census.dynamics.items():
        met = ending.shortest is not None or ending.chance > 0
        none = _("not met") if not seen.census.complete else _("never reached")
        figure = share(ending.chance) if met else none
        row = _row(dynamic_name(name), ending.chance, figure, seen)
        yield f"{row}  {short(ending.playthroughs)}" if met else row
        yield from _run(ending.shortest)
    if seen.census.endless:
        yield _("  {share} of all readers never come to an end: they turn in a circle.").format(
            share=share(seen.census.endless)
        )


def _meters(seen: Surveyed) -> Iterator[str]:
    yield _("Meters and dead zone")
    for name, (low, high) in zip(("me", "we"), seen.census.meters or (), strict=False):
        yield _("  {meter} ends between {low} and {high}").format(meter=name, low=low, high=high)
    yield _("  dead zone now: {zone}").format(zone=zone(seen.story.dead_zone))
    if seen.advised is not None:
        yield _("  advised: {zone}, the widest that leaves each dynamic 10 % and in between").format(
            zone=zone(seen.advised)
        )
        yield _("  at most 45 %")
    elif seen.decided:
        yield _("  advised: none; no dead zone leaves each dynamic 10 % and in between at most 45 %")


def _options(seen: Surveyed) -> Iterator[str]:
    yield _("Options, by scene")
    met = {each.id: each for each in seen.census.options}
    places = seen.places
    for scene in seen.census.scenes:
        yield f"  {scene.id}" if scene.chance > 1 - 1e-9 else f"  {scene.id} ({_figure(scene, seen)})"
        for id_ in places.options(scene.id):
            mark = "!" if seen.census.complete and not met[id_].reachable else " "
            name = id_.partition(".")[2]
            yield _row(f" {mark} {name}", met[id_].chance, _figure(met[id_], seen), seen)


def _passages(seen: Surveyed) -> Iterator[str]:
    missed = [each for each in seen.census.passages if not each.reachable]
    if missed:
        yield _("Passages that no run reaches") if seen.census.complete else _("Passages not reached so far")
        yield from (f"  {each.id}  {seen.places.at(each.id)}" for each in missed)


def _closed(seen: Surveyed) -> Iterator[str]:
    if seen.census.closed:
        yield _("Choices that a run can meet with nothing open, each with a shortest run")
    for each in seen.census.closed:
        why = _("all picked before") if each.spent else _("closed by conditions")
        yield f"  {seen.places.at(_first_option(seen.story, each.place))} ({why})"
        yield from _run(each.run)


def _first_option(story: Story, place: int) -> str | int:
    options = getattr(story.nodes[place], "options", ())
    return options[0] if options else place


def _conditions(seen: Surveyed) -> Iterator[str]:
    for heading, found in (
        (_("Conditions that never hold"), [each for each in seen.census.truths if each.never]),
        (_("Conditions that always hold"), [each for each in seen.census.truths if each.always]),
    ):
        if found:
            yield heading
            yield from sorted({_condition(seen, each) for each in found})


def _condition(seen: Surveyed, truth: Truth) -> str:
    place = seen.places.at(truth.owner, truth.condition)
    ranges = sightings(truth)
    told = f"  {place}: {written(truth.condition)}"
    return f"{told} ({ranges})" if ranges else told


def sightings(truth: Truth) -> str:
    """Return the range of each number that a condition compares, in words; "" if it compares none."""
    told = _("{name} was {low} to {high}")
    return ", ".join(told.format(name=name, low=low, high=high) for name, low, high in truth.seen)


def _patterns(seen: Surveyed) -> Iterator[str]:
    """Yield the patterns that are missing, or those that are there if these are fewer."""
    shown = {option.shows for option in seen.story.options.values()}
    there = [pattern for pattern in PATTERNS if pattern in shown]
    missing = [pattern for pattern in PATTERNS if pattern not in shown]
    if len(there) < len(missing):
        yield _("Patterns that some option shows; the rest of the {count} never come up").format(count=len(PATTERNS))
        yield from _wrapped(", ".join(there) or _("(none)"), "  ")
    elif missing:
        yield _("Patterns that no option shows")
        yield from _wrapped(", ".join(missing), "  ")


def dynamic_name(name: str) -> str:
    """Return the name of a dynamic, or of in between, as it stands in a table."""
    return _("In between") if name == IN_BETWEEN else _(DYNAMIC_WORDS[name].title)


def zone(dead_zone: tuple[int, int]) -> str:
    """Return a dead zone as it stands in story.yaml."""
    return "me {}, we {}".format(*dead_zone)


def _figure(met: Met, seen: Surveyed) -> str:
    if met.reachable:
        return share(met.chance)
    return _("never reached") if seen.census.complete else _("not met")


def _row(name: str, chance: float, figure: str, seen: Surveyed) -> str:
    name = name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
    told = bar(chance, _BAR, blocks=seen.blocks) + figure.rjust(_FIGURE) if chance else figure.rjust(_BAR + _FIGURE)
    return f"  {name.ljust(_NAME)} {told}"


def _run(picks: Iterable[str] | None) -> Iterator[str]:
    if picks is not None:
        yield from _wrapped(" ".join(picks) or _("(the very beginning)"), "      ")


def _wrapped(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
