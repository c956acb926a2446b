"""The class map: one page from a folder of runs.

1. Counts only. Below five runs nothing is drawn; the page says so kindly.
2. Two classes, or one class twice, stand beside each other; neither is called better.
3. Names of files appear in the list of what was left out, escaped, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from game.classroom.forks import answered, scored_choices
from game.classroom.gather import Left
from game.classroom.growth import Growth
from game.classroom.pages import render
from game.classroom.scatter import MOST_DOTS, scatter
from game.classroom.situations import situations
from game.classroom.tally import FEWEST, Split, Tally, splits
from game.insight.patterns import PATTERNS, Pattern
from game.insight.prompts import prompts, state_after
from game.insight.wording import DISCLAIMER, DYNAMIC_WORDS
from game.language import _
from game.settings import Settings, names_for
from game.story.model import Story
from game.story.names import ENDINGS
from game.story.text import plain, settle

MOST_SPLITS: Final = 5
"""Choices that the page tells, the one that split the class most first."""

MOST_PROMPTS: Final = 2
"""Prompts beside each of them."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A line of a chart: words, a note, and for each class the count and its share of that class."""

    words: str
    note: str
    counts: tuple[int, ...]
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class SplitWords:
    """A choice in words: its scene, with its number in the answer key where that has several; its answers; what to ask.

    `apart` is how many of 100 pairs of runs answered differently.
    """

    scene: str
    asked: tuple[int, ...]
    apart: int
    bars: tuple[Bar, ...]
    prompts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Situation:
    """A row of the grid of patterns: a cell a dynamic, None where the story never offers that pattern."""

    name: str
    cells: tuple[Bar | None, ...]


def class_map(story: Story, classes: Sequence[Tally], left: Sequence[Left], older: int, growth: Growth | None) -> str:
    """Return the page of one class or two; `older` counts runs of other versions, `growth` is of the sheets."""
    enough = [each.finished >= FEWEST for each in classes]
    drawn = [each for each, told in zip(classes, enough, strict=True) if told]
    shares = tuple(_dynamics(drawn))
    patterns = tuple(_patterns(story, drawn)) if drawn else ()
    return render(
        "class_map.html",
        lang=story.language,
        title=_("A class and {story}").format(story=story.title),
        story=story,
        classes=classes,
        names=(_("First class"), _("Second class")),
        drawn=[name for name, told in zip((_("First class"), _("Second class")), enough, strict=False) if told],
        enough=enough,
        fewest=FEWEST,
        figure=_picture(story, drawn, shares) if drawn else "",
        many=sum(each.finished for each in drawn) > MOST_DOTS,
        dynamics=shares,
        splits=tuple(_told(story, drawn)) if drawn else (),
        patterns=patterns,
        gaps=any(cell is None for row in patterns for cell in row.cells),
        left=left,
        older=older,
        growth=growth,
        dynamic_titles={each: DYNAMIC_WORDS[each].title for each in ENDINGS},
        disclaimer=_(DISCLAIMER),
    )


def _picture(story: Story, drawn: Sequence[Tally], shares: Sequence[Bar]) -> Markup:
    told = "; ".join(
        _("{name}: {counts}").format(name=bar.words, counts=_(" and ").join(map(str, bar.counts))) for bar in shares
    )
    alternative = _("Where the runs ended in the plane of me and we. {told}.").format(told=told)
    return scatter([each.points for each in drawn], story.dead_zone, alternative)


def _dynamics(drawn: Sequence[Tally]) -> Iterator[Bar]:
    for ending in ENDINGS:
        counts = tuple(each.dynamics[ending] for each in drawn)
        shares = tuple(count / each.finished for count, each in zip(counts, drawn, strict=True))
        yield Bar(_(DYNAMIC_WORDS[ending].title), "", counts, shares)


def _patterns(story: Story, drawn: Sequence[Tally]) -> Iterator[Situation]:
    """Yield the situations, each with the patterns that answer it and how many runs showed them."""
    offered = {option.shows for option in story.options.values() if option.scored}
    for name, patterns in situations():
        yield Situation(name, tuple(_pattern(each, drawn) if each.id in offered else None for each in patterns))


def _pattern(pattern: Pattern, drawn: Sequence[Tally]) -> Bar:
    counts = tuple(each.patterns.get(pattern.id, 0) for each in drawn)
    shares = tuple(count / each.runs for count, each in zip(counts, drawn, strict=True))
    return Bar(_(pattern.name), _(pattern.what).replace("*", ""), counts, shares)


def _told(story: Story, drawn: Sequence[Tally]) -> Iterator[SplitWords]:
    """Yield the choices that split the class most; what to ask stands at the first one of a scene."""
    called, begun = names_for(story, Settings()), state_after(story, ())
    told: set[str] = set()
    for split in splits(story, drawn)[:MOST_SPLITS]:
        if not split.apart:
            continue
        title = plain(settle(story.scenes[split.scene].title, begun), called)
        chosen = () if split.scene in told else prompts(story, begun, [split.scene], MOST_PROMPTS)
        asked = tuple(plain(each, called) for each in chosen)
        told.add(split.scene)
        heading = f"{title}{_number(story, split)}"
        yield SplitWords(heading, split.asked, round(100 * split.apart), tuple(_answers(story, split)), asked)


def _number(story: Story, split: Split) -> str:
    """Return which of several choices of its scene a split is, as the answer key counts them."""
    keyed = tuple(scored_choices(story, story.scenes[split.scene]))
    picks = {pick for pick, _counts in split.answers}
    at = (number for number, options in enumerate(keyed, 1) if options[0].id in picks)
    return "".join(f" · {number}" for number in at) if len(keyed) > 1 else ""


def _answers(story: Story, split: Split) -> Iterator[Bar]:
    for pick, counts in split.answers:
        option = story.options.get(pick)
        shares = tuple(count / (asked or 1) for count, asked in zip(counts, split.asked, strict=True))
        shows = _(PATTERNS[option.shows].name) if option and option.shows else ""
        yield Bar(answered(story, pick), shows, counts, shares)
