"""The class map: one page from a folder of runs, and the same counts as CSV.

1. Counts only. Below five runs nothing is drawn; the page says so kindly.
2. Two classes, or one class twice, stand beside each other; neither is called better.
3. Names of files appear in the list of what was left out, escaped, and nowhere else.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from game.classroom.gather import Left
from game.classroom.growth import Growth
from game.classroom.pages import render
from game.classroom.scatter import MOST_DOTS, scatter
from game.classroom.tally import FEWEST, Split, Tally, splits
from game.insight.patterns import PATTERNS
from game.insight.prompts import prompts, state_after
from game.insight.wording import DISCLAIMER, DYNAMIC_WORDS
from game.language import _
from game.settings import Settings, names_for
from game.story.model import Story
from game.story.names import ENDINGS, SKIP
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
    """A choice in words: of which scene, how many of 100 pairs answered differently, its answers, what to ask."""

    scene: str
    asked: tuple[int, ...]
    apart: int
    bars: tuple[Bar, ...]
    prompts: tuple[str, ...]


def class_map(story: Story, classes: Sequence[Tally], left: Sequence[Left], older: int, growth: Growth | None) -> str:
    """Return the page of one class or two; `older` counts runs of other versions, `growth` is of the sheets."""
    enough = [each.finished >= FEWEST for each in classes]
    drawn = [each for each, told in zip(classes, enough, strict=True) if told]
    shares = tuple(_dynamics(drawn))
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
        patterns=tuple(_patterns(drawn)),
        left=left,
        older=older,
        growth=growth,
        dynamic_titles={each: DYNAMIC_WORDS[each].title for each in ENDINGS},
        disclaimer=_(DISCLAIMER),
    )


def as_csv(story: Story, classes: Sequence[Tally]) -> str:
    """Return the counts of classes with at least five finished runs, a column each; no cell can be a formula."""
    drawn = [each for each in classes if each.finished >= FEWEST]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    names = [_("count"), _("count, second class")][: len(drawn)]
    for row in ((_("what"), _("which"), _("in words"), *names), *_rows(story, drawn)):
        writer.writerow([cell(each) if isinstance(each, str) else each for each in row])
    # Excel takes a file for UTF-8 only with this mark before it.
    return "\ufeff" + out.getvalue()


def cell(words: str) -> str:
    """Return words as they may stand in a table of another program: on one line, and never a formula."""
    line = "".join(sign if sign.isprintable() else " " for sign in words).strip()
    return f"'{line}" if line[:1] in {"=", "+", "-", "@"} else line


def _rows(story: Story, drawn: Sequence[Tally]) -> Iterator[tuple[object, ...]]:
    if not drawn:
        return
    yield (_("runs"), "", "", *(each.runs for each in drawn))
    yield (_("finished runs"), "", "", *(each.finished for each in drawn))
    for ending in ENDINGS:
        title = _(DYNAMIC_WORDS[ending].title)
        yield (_("ending"), ending, title, *(each.dynamics[ending] for each in drawn))
    for split in splits(story, drawn):
        for pick, counts in split.answers:
            yield (_("answer"), pick, _words(story, pick), *counts)
    for pattern in PATTERNS:
        name = _(PATTERNS[pattern].name)
        yield (_("runs that showed the pattern"), pattern, name, *(each.patterns.get(pattern, 0) for each in drawn))


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


def _patterns(drawn: Sequence[Tally]) -> Iterator[Bar]:
    """Yield the patterns that were shown, the most frequent first, by how many runs showed them."""
    bars = []
    for pattern in PATTERNS.values():
        counts = tuple(each.patterns.get(pattern.id, 0) for each in drawn)
        shares = tuple(count / each.runs for count, each in zip(counts, drawn, strict=True))
        if any(counts):
            bars.append(Bar(_(pattern.name), _(DYNAMIC_WORDS[pattern.dynamic].title), counts, shares))
    yield from sorted(bars, key=lambda bar: -sum(bar.shares))


def _told(story: Story, drawn: Sequence[Tally]) -> Iterator[SplitWords]:
    called, begun = names_for(story, Settings()), state_after(story, ())
    for split in splits(story, drawn)[:MOST_SPLITS]:
        if not split.apart:
            continue
        title = plain(settle(story.scenes[split.scene].title, begun), called)
        chosen = prompts(story, begun, [split.scene], MOST_PROMPTS)
        told = tuple(plain(each, called) for each in chosen)
        yield SplitWords(title, split.asked, round(100 * split.apart), tuple(_answers(story, split)), told)


def _answers(story: Story, split: Split) -> Iterator[Bar]:
    for pick, counts in split.answers:
        option = story.options.get(pick)
        shares = tuple(count / (asked or 1) for count, asked in zip(counts, split.asked, strict=True))
        yield Bar(
            _words(story, pick), _(PATTERNS[option.shows].name) if option and option.shows else "", counts, shares
        )


def _words(story: Story, pick: str) -> str:
    if pick.endswith(f".{SKIP}"):
        return _("Left the rest of the scene out")
    words = plain(settle(story.options[pick].text, state_after(story, ())), names_for(story, Settings()))
    return f"“{words}”" if story.options[pick].spoken else words
