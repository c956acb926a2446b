"""The heat picture: how often each pattern is on offer in each scene, as SVG.

1. Every cell has its count as a figure; its shade repeats it, in one ink, so that a print in grey tells as much.
2. The text alternative says in sentences what the picture shows: the sums, and what never comes.
3. Nothing in it moves, runs or is fetched; every word of the story is escaped.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from game.authoring.census_report import dynamic_name
from game.authoring.stats.gather import Stats
from game.insight.patterns import PATTERNS
from game.language import _
from game.story.names import DYNAMICS

_LEFT, _TOP, _CELL, _ROW, _MARGIN, _GAP = 250, 150, 40, 24, 24, 12
_SHADES: Final = (0.0, 0.16, 0.38, 0.62, 0.86)
_DARK: Final = 3
"""From this count on, the figure is written in the colour of the paper."""

_STYLE: Final = """
text { font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 12px; fill: #24211d; }
.title { font-size: 20px; font-weight: 600; }
.name { font-weight: 600; }
.soft { fill: #6b6459; }
.paper { fill: #faf8f4; }
.cell { fill: #24211d; stroke: #8b8376; }
.over { fill: #faf8f4; }
@media (prefers-color-scheme: dark) {
text { fill: #ece7dd; } .soft { fill: #a89f91; } .paper { fill: #1b1a18; }
.cell { fill: #ece7dd; stroke: #7d7568; } .over { fill: #1b1a18; }
}
@media print {
text { fill: #000000; } .soft { fill: #444444; } .paper { fill: #ffffff; }
.cell { fill: #000000; stroke: #666666; } .over { fill: #ffffff; }
}
"""


def picture(stats: Stats) -> str:
    """Return the heat picture of a story."""
    scenes = list(stats.story.scenes)
    width = _LEFT + _CELL * (len(scenes) + 1) + 2 * _MARGIN
    height = _TOP + (_ROW - 3) * len(PATTERNS) + (_GAP + 8) * len(DYNAMICS) + _MARGIN
    title = escape(_("Patterns of {story}").format(story=stats.story.title))
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="heat-title heat-told">',
        f'<title id="heat-title">{title}</title>',
        f'<desc id="heat-told">{escape(alternative(stats))}</desc>',
        f"<style>{_STYLE}</style>",
        f'<rect class="paper" width="{width}" height="{height}"/>',
        _text(_MARGIN, 38, title, "title"),
        _text(_MARGIN, 58, escape(_("How many options show a pattern, in each scene.")), "soft"),
        *_heads(scenes),
        *_rows(stats, scenes),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def alternative(stats: Stats) -> str:
    """Return what the picture shows, in sentences."""
    sums = dict.fromkeys(DYNAMICS, 0)
    for (_scene, pattern), count in stats.patterns.items():
        sums[PATTERNS[pattern].dynamic] += count
    told = [_("Options by what they show: {sums}.").format(sums=", ".join(f"{name} {n}" for name, n in sums.items()))]
    there = {pattern for (_scene, pattern), count in stats.patterns.items() if count}
    missing = [pattern for pattern in PATTERNS if pattern not in there]
    for scene in stats.story.scenes:
        own = [f"{pattern} {count}" for (each, pattern), count in sorted(stats.patterns.items()) if each == scene]
        told.append(_("{scene}: {patterns}.").format(scene=scene, patterns=", ".join(own) or _("none")))
    told.append(_("Never shown: {patterns}.").format(patterns=", ".join(missing) or _("none")))
    return " ".join(told)


def _heads(scenes: list[str]) -> Iterator[str]:
    for number, scene in enumerate(scenes):
        x, y = _LEFT + _CELL * number + _CELL / 2 + 4, _TOP - 10
        yield f'<text transform="translate({x:.0f} {y}) rotate(-45)" xml:space="preserve">{escape(scene)}</text>'
    yield _text(_LEFT + _CELL * len(scenes) + _CELL // 2, _TOP - 10, escape(_("all")), "soft", middle=True)


def _rows(stats: Stats, scenes: list[str]) -> Iterator[str]:
    y = _TOP
    for dynamic in DYNAMICS:
        yield _text(_MARGIN, y + 16, escape(dynamic_name(dynamic)), "name")
        y += _GAP + 8
        for pattern in (name for name, about in PATTERNS.items() if about.dynamic == dynamic):
            yield _text(_MARGIN + 12, y + 16, pattern, "")
            counts = [stats.patterns.get((scene, pattern), 0) for scene in scenes]
            for number, count in enumerate(counts):
                yield from _cell(_LEFT + _CELL * number, y, count)
            yield _text(_LEFT + _CELL * len(scenes) + _CELL // 2, y + 16, str(sum(counts)), "soft", middle=True)
            y += _ROW - 3


def _cell(x: int, y: int, count: int) -> Iterator[str]:
    shade = _SHADES[min(count, len(_SHADES) - 1)]
    place = f'x="{x + 1}" y="{y + 1}" width="{_CELL - 2}" height="{_ROW - 5}"'
    yield f'<rect class="cell" {place} fill-opacity="{shade}" stroke-opacity="0.4"/>'
    if count:
        look = "over" if count >= _DARK else ""
        yield _text(x + _CELL // 2, y + 15, str(count), look, middle=True)


def _text(x: int, y: int, words: str, look: str, *, middle: bool = False) -> str:
    kind = f' class="{look}"' if look else ""
    anchor = ' text-anchor="middle"' if middle else ""
    return f'<text{kind}{anchor} x="{x}" y="{y}" xml:space="preserve">{words}</text>'
