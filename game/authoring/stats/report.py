"""The statistics as an author reads them at a prompt, in 80 columns."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final

from game.authoring.census_report import dynamic_name
from game.authoring.figures import ASCII, bar, grouped, share
from game.authoring.stats.gather import FAST, NARRATION, OPTIONS, SLOW, Row, Stats
from game.authoring.stats.tells import Tell
from game.insight.lengths import Extreme
from game.insight.patterns import PATTERNS
from game.language import _, ngettext
from game.story.names import DYNAMICS

WIDTH: Final = 80
_BAR: Final = 24
_NAME: Final = 20
_CELL: Final = 7
_DYNAMIC: Final = 15
_ACROSS: Final = 16
"""Scenes that stand side by side in the table of patterns."""


def report(stats: Stats, *, blocks: bool = True) -> str:
    """Return the whole report, with a line break at its end; without `blocks` it is all ASCII signs."""
    parts = (_head, _playthrough, _scenes, _speakers, _options, _patterns, _echoes, _giveaways)
    text = "\n\n".join("\n".join(each(stats, blocks=blocks)) for each in parts) + "\n"
    return text if blocks else text.translate(ASCII)


def minutes(words: float) -> str:
    """Return how long words take to read, in minutes, from fast to slow."""
    return _("{fast} to {slow} min").format(fast=round(words / FAST), slow=round(words / SLOW))


def extreme(found: Extreme) -> str:
    """Return the least or the most words; where no run reaches the bound, both are told."""
    if found.exact:
        return grouped(found.bound)
    if found.words is None:
        return _("not known; {bound} is the bound").format(bound=grouped(found.bound))
    low, high = sorted((found.bound, found.words))
    return _("{low} to {high}").format(low=grouped(low), high=grouped(high))


def english(stats: Stats) -> bool:
    """Tell whether reading ease means anything: its rules are those of English."""
    return stats.story.language.lower().partition("-")[0] == "en"


def speaker_name(stats: Stats, speaker: str) -> str:
    """Return what a speaker is called in a table."""
    if speaker == NARRATION:
        return _("narration")
    if speaker == OPTIONS:
        return _("options")
    return next((each.name for each in stats.story.cast if each.id == speaker), speaker)


def _head(stats: Stats, *, blocks: bool) -> Iterator[str]:
    del blocks
    yield f"{stats.story.title} ({stats.story.id})"
    yield ""
    yield _("{words} words, and {reveal} more for the reveal").format(
        words=grouped(stats.words), reveal=grouped(stats.reveal)
    )


def _playthrough(stats: Stats, *, blocks: bool) -> Iterator[str]:
    del blocks
    yield _("Words read in a playthrough, with all options that are offered")
    found = stats.lengths
    if found is None:
        yield _("  not known: the story is too large, or --seconds too short")
        return
    rows = (
        (_("least"), extreme(found.least), found.least.words or found.least.bound),
        (_("expected"), grouped(round(found.expected)), round(found.expected)),
        (_("most"), extreme(found.most), found.most.words or found.most.bound),
    )
    for name, figure, words in rows:
        yield f"  {name.ljust(_NAME)} {figure.rjust(_BAR)}   {minutes(words)}"
    low = min(least for least, _most in stats.epilogues.values())
    high = max(most for _least, most in stats.epilogues.values())
    yield f"  {_('the epilogue adds').ljust(_NAME)} {_('{low} to {high}').format(low=low, high=high).rjust(_BAR)}"
    yield from _wrapped(notes(stats), "  ")


def notes(stats: Stats) -> str:
    """Return what has to be known of the words of a playthrough."""
    parts = [
        _("Expected is exact, for a reader who picks evenly; {fast} words a minute are fast, {slow} slow.").format(
            fast=FAST, slow=SLOW
        )
    ]
    if stats.lengths and not (stats.lengths.least.exact and stats.lengths.most.exact):
        parts.append(_("Of two figures for the least or the most, one is proved, the other is a run’s."))
    if any(option.again for option in stats.story.options.values()):
        parts.append(_("Answers that may be given again are left out, with what they tell."))
    return " ".join(parts)


def _scenes(stats: Stats, *, blocks: bool) -> Iterator[str]:
    del blocks
    yield _("Scenes: words in the file, words read, how they read")
    heads = (_("words"), _("read"), _("ease"), _("sentence"), _("longest"), _("choices"), _("options"), _("echoes"))
    widths = [max(_CELL, len(head) + 1) for head in heads]
    yield " " * 19 + "".join(head.rjust(width) for head, width in zip(heads, widths, strict=True))
    for number, row in enumerate(stats.scenes, 1):
        cells = zip(scene_figures(stats, row), widths, strict=True)
        line = "".join(cell.rjust(width) for cell, width in cells)
        yield f"{number:>4} {_cut(row.id, 13).ljust(14)}{line}".rstrip()
    if english(stats):
        told = _("all: ease {ease} (Flesch: 60 to 70 plain, 90 very easy), {mean} words a sentence")
        yield "     " + told.format(ease=round(stats.ease.score), mean=f"{stats.ease.mean:.1f}")
    else:
        yield "     " + _("Reading ease is known for English alone.")


def scene_figures(stats: Stats, row: Row) -> tuple[str, ...]:
    """Return the cells of a scene in the table of scenes."""
    read = "–" if row.read is None else grouped(round(row.read))
    score = f"{row.ease.score:.0f}" if english(stats) else "–"
    mean, longest = f"{row.ease.mean:.1f}", str(row.ease.longest)
    return (grouped(row.words), read, score, mean, longest, str(row.choices), str(row.options), str(row.echoes))


def _speakers(stats: Stats, *, blocks: bool) -> Iterator[str]:
    yield _("Who has the words")
    for speaker, words in sorted(stats.speakers.items(), key=lambda each: -each[1]):
        part = words / (stats.words or 1)
        name = _cut(speaker_name(stats, speaker), _NAME).ljust(_NAME)
        yield f"  {name} {bar(part, _BAR, blocks=blocks)}{share(part).rjust(9)}  {grouped(words)}"


def _options(stats: Stats, *, blocks: bool) -> Iterator[str]:
    yield _("Options")
    for count, choices in stats.per_choice.items():
        name = ngettext("with {count} option", "with {count} options", count).format(count=count)
        told = ngettext("{count} choice", "{count} choices", choices).format(count=choices)
        yield f"  {name.ljust(_NAME)} {bar(choices / sum(stats.per_choice.values()), _BAR, blocks=blocks)}  {told}"
    if stats.options:
        mean = sum(stats.options) / len(stats.options)
        told = _("{low} to {high} words each, {mean} on average")
        yield "  " + told.format(low=min(stats.options), high=max(stats.options), mean=f"{mean:.1f}")
    longest = max((each.mean for each in stats.dynamics), default=0) or 1
    for each in stats.dynamics:
        name = dynamic_name(each.dynamic).ljust(_NAME)
        figure = _("{mean} words").format(mean=f"{each.mean:.1f}").rjust(12)
        told = ngettext("{count} option", "{count} options", len(each.lengths)).format(count=len(each.lengths))
        yield f"  {name} {bar(each.mean / longest, _BAR, blocks=blocks)}{figure}  {told}"


def _patterns(stats: Stats, *, blocks: bool) -> Iterator[str]:
    del blocks
    yield _("Patterns, by the numbers of the scenes")
    scenes = list(stats.story.scenes)
    for start in range(0, len(scenes), _ACROSS):
        part = scenes[start : start + _ACROSS]
        last = start + _ACROSS >= len(scenes)
        yield " " * (_NAME + 4) + "".join(f"{start + 1 + at:>3}" for at in range(len(part))) + ("  all" if last else "")
        for dynamic in DYNAMICS:
            yield f"  {dynamic_name(dynamic)}"
            for pattern in (name for name, about in PATTERNS.items() if about.dynamic == dynamic):
                cells = "".join(f"{stats.patterns.get((scene, pattern), 0) or '·':>3}" for scene in part)
                total = sum(stats.patterns.get((scene, pattern), 0) for scene in scenes)
                yield f"    {pattern.ljust(_NAME)}{cells}" + (f"{total:>5}" if last else "")


def _echoes(stats: Stats, *, blocks: bool) -> Iterator[str]:
    del blocks
    found = stats.echoes
    yield _("Echoes: prose that is there because of an earlier pick")
    told = _("{all} in all, {later} of them of another scene; {options} of {among} options are remembered later")
    among = len(stats.story.options)
    figures = {"all": len(found.all), "later": found.later, "options": len(found.remembered), "among": among}
    yield from _wrapped(told.format(**figures), "  ")
    if found.forgotten:
        yield _("  Choices that no later scene remembers:")
        for options in found.forgotten:
            yield from _wrapped(" ".join(options), "    ")


def _giveaways(stats: Stats, *, blocks: bool) -> Iterator[str]:
    del blocks
    yield _("What gives answers away")
    yield " " * _NAME + "".join(dynamic_name(dynamic).rjust(_DYNAMIC) for dynamic in DYNAMICS)
    for tell in stats.tells:
        cells = "".join(str(tell.counts.get(dynamic, 0)).rjust(_DYNAMIC) for dynamic in DYNAMICS)
        yield f"  {sign_name(tell).ljust(_NAME - 2)}{cells}"
    for each in stats.giveaways:
        yield f"  {each.file}:{each.line} {each.code}"
        yield from _wrapped(each.message, "    ")
    if not stats.giveaways:
        yield _("  nothing else that the checks know")


def sign_name(tell: Tell) -> str:
    """Return what a sign that can tell is called in a table."""
    if tell.cue:
        return f"“{tell.sign}”"
    return _("alone the longest") if tell.sign == "longest" else _("alone the shortest")


def _cut(name: str, width: int) -> str:
    return name if len(name) <= width else name[: width - 1] + "…"


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
