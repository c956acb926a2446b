"""The statistics as a page that needs nothing else: the figures in tables, and the heat picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from game.authoring.census_report import dynamic_name
from game.authoring.figures import grouped, share
from game.authoring.stats.gather import Stats
from game.authoring.stats.heat import picture
from game.authoring.stats.report import extreme, minutes, notes, scene_figures, sign_name, speaker_name
from game.language import _
from game.story.names import DYNAMICS

_PAGE: Final = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>
body {{ margin: 2rem auto; max-width: 60rem; padding: 0 1rem; background: #faf8f4; color: #24211d;
  font: 16px/1.5 Georgia, "DejaVu Serif", serif; }}
h1 {{ font-size: 1.7rem; }} h2 {{ font-size: 1.2rem; margin-top: 2.2rem; }}
table {{ border-collapse: collapse; font-variant-numeric: tabular-nums; }}
th, td {{ padding: 0.2rem 0.8rem 0.2rem 0; text-align: right; border-bottom: 1px solid #d8d2c6; }}
th:first-child, td:first-child, .told th, .told td {{ text-align: left; }}
.wide {{ overflow-x: auto; }} svg {{ display: block; height: auto; }}
@media (prefers-color-scheme: dark) {{ body {{ background: #1b1a18; color: #ece7dd; }}
  th, td {{ border-color: #4a463f; }} }}
@media print {{ body {{ background: #ffffff; color: #000000; }} svg {{ width: 100%; }} }}
</style>
</head>
<body>
{body}
</body>
</html>
"""


def page(stats: Stats) -> str:
    """Return the statistics as HTML."""
    title = escape(_("Statistics of {story}").format(story=stats.story.title))
    parts = (_head, _playthrough, _scenes, _speakers, _options, _heat, _echoes, _giveaways)
    body = [f"<h1>{title}</h1>", *(line for part in parts for line in part(stats))]
    return _PAGE.format(title=title, body="\n".join(body))


def _head(stats: Stats) -> Iterator[str]:
    told = _("{words} words, and {reveal} more for the reveal")
    yield _paragraph(told.format(words=grouped(stats.words), reveal=grouped(stats.reveal)))


def _playthrough(stats: Stats) -> Iterator[str]:
    found = stats.lengths
    yield _heading(_("Words read in a playthrough, with all options that are offered"))
    if found is None:
        yield _paragraph(_("not known: the story is too large, or --seconds too short"))
        return
    rows = [
        (_("least"), extreme(found.least), minutes(found.least.words or found.least.bound)),
        (_("expected"), grouped(round(found.expected)), minutes(found.expected)),
        (_("most"), extreme(found.most), minutes(found.most.words or found.most.bound)),
    ]
    rows += [
        (_("epilogue: {ending}").format(ending=dynamic_name(name)), _("{low} to {high}").format(low=low, high=high), "")
        for name, (low, high) in stats.epilogues.items()
    ]
    yield from _table((_("reader"), _("words"), _("time")), rows)
    yield _paragraph(notes(stats))


def _scenes(stats: Stats) -> Iterator[str]:
    yield _heading(_("Scenes"))
    counts = (_("choices"), _("options"), _("echoes"))
    heads = (_("scene"), _("words"), _("read"), _("ease"), _("words a sentence"), _("longest"), *counts)
    yield from _table(heads, ((row.id, *scene_figures(stats, row)) for row in stats.scenes))


def _speakers(stats: Stats) -> Iterator[str]:
    yield _heading(_("Who has the words"))
    ranked = sorted(stats.speakers.items(), key=lambda each: -each[1])
    rows = ((speaker_name(stats, name), grouped(words), share(words / (stats.words or 1))) for name, words in ranked)
    yield from _table((_("speaker"), _("words"), _("share")), rows)


def _options(stats: Stats) -> Iterator[str]:
    yield _heading(_("Options"))
    counts = ((str(count), str(choices)) for count, choices in stats.per_choice.items())
    yield from _table((_("options"), _("choices")), counts)
    rows = (
        (dynamic_name(each.dynamic), str(len(each.lengths)), f"{each.mean:.1f}", *_ends(each.lengths))
        for each in stats.dynamics
    )
    yield from _table((_("dynamic"), _("options"), _("words on average"), _("shortest"), _("longest")), rows)


def _ends(lengths: tuple[int, ...]) -> tuple[str, str]:
    return (str(min(lengths)), str(max(lengths))) if lengths else ("–", "–")


def _heat(stats: Stats) -> Iterator[str]:
    yield _heading(_("Patterns by scene"))
    yield f'<div class="wide">{picture(stats)}</div>'


def _echoes(stats: Stats) -> Iterator[str]:
    found = stats.echoes
    yield _heading(_("Echoes: prose that is there because of an earlier pick"))
    told = _("{all} in all, {later} of them of another scene; {options} of {among} options are remembered later")
    among = len(stats.story.options)
    figures = {"all": len(found.all), "later": found.later, "options": len(found.remembered), "among": among}
    yield _paragraph(told.format(**figures))
    rows = ((echo.scene or _("epilogue"), echo.when) for echo in found.all)
    yield from _table((_("scene"), _("it is there if")), rows, "told")


def _giveaways(stats: Stats) -> Iterator[str]:
    yield _heading(_("What gives answers away"))
    heads = (_("options"), *(dynamic_name(dynamic) for dynamic in DYNAMICS))
    counts = ((sign_name(tell), *(str(tell.counts.get(dynamic, 0)) for dynamic in DYNAMICS)) for tell in stats.tells)
    yield from _table(heads, counts)
    if not stats.giveaways:
        yield _paragraph(_("nothing else that the checks know"))
        return
    rows = ((f"{each.file}:{each.line}", each.code, each.message) for each in stats.giveaways)
    yield from _table((_("place"), _("code"), _("what it is")), rows, "told")


def _heading(words: str) -> str:
    return f"<h2>{escape(words)}</h2>"


def _paragraph(words: str) -> str:
    return f"<p>{escape(words)}</p>"


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]], look: str = "wide") -> Iterator[str]:
    yield f'<div class="wide {look}"><table>'
    yield "<thead><tr>" + "".join(f'<th scope="col">{escape(head)}</th>' for head in heads) + "</tr></thead>"
    yield "<tbody>"
    for row in rows:
        yield "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>"
    yield "</tbody></table></div>"
