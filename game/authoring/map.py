"""The map: a story's graph as a picture, and as a page that holds the picture.

1. Kind and state are told by shape: passages are boxes, choices diamonds, options round, endings double; what no run
   reaches is dashed. Colour repeats it, and follows the reader's light or dark.
2. A way is as wide as its chance.
3. Nothing in it moves, runs or is fetched; every word of the story is escaped.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from game.authoring.figures import short
from game.authoring.map_graph import Way, graph
from game.authoring.map_layout import MARGIN, Area, Band, Layout, Spot, layout
from game.authoring.whereabouts import Whereabouts
from game.insight.census import Census
from game.language import _

_HEAD: Final = 118
_WIDEST: Final = 12.0

_FIXED: Final = """
text { font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 12px; }
.title { font-size: 20px; font-weight: 600; }
.scene { font-weight: 600; }
"""

_COLOURS: Final = """.paper {{ fill: {paper}; }}
.band {{ fill: {band}; }}
text {{ fill: {ink}; }}
.soft {{ fill: {soft}; }}
.passage {{ fill: {box}; stroke: {line}; }}
.option {{ fill: {box}; stroke: {line}; }}
.end {{ fill: {box}; stroke: {line}; }}
.choice {{ fill: {box}; stroke: {gold}; }}
.ending {{ fill: {box}; stroke: {ink}; }}
.inner {{ stroke: {ink}; }}
.way {{ stroke: {way}; }}
"""
"""One rule for each class, and no variables: many programs that show pictures know neither these nor lists."""

_LOOKS: Final = {
    "dead": ' stroke-dasharray="5 4"',
    "inner": ' fill="none"',
    "middle": ' text-anchor="middle"',
    "way": ' fill="none" stroke-opacity="0.55" stroke-linecap="round"',
}
"""What a look is besides its colours; it stands at the shape itself, for the same reason."""

_NAMES: Final = ("paper", "band", "ink", "soft", "line", "box", "way", "gold")
_DAY: Final = ("#faf8f4", "#f0ece3", "#24211d", "#6b6459", "#8b8376", "#ffffff", "#5b7f95", "#b8860b")
_NIGHT: Final = ("#1b1a18", "#252320", "#ece7dd", "#a89f91", "#7d7568", "#2f2c28", "#7fa8c0", "#d4a840")
_PRINT: Final = ("#ffffff", "#f4f4f4", "#000000", "#444444", "#666666", "#ffffff", "#777777", "#000000")

_PAGE: Final = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>
body {{ margin: 0; background: #faf8f4; }} svg {{ display: block; margin: 0 auto; max-width: none; }}
@media (prefers-color-scheme: dark) {{ body {{ background: #1b1a18; }} }}
@media print {{ body {{ background: #ffffff; }} svg {{ width: 100%; height: auto; }} }}
</style>
</head>
<body>
{svg}</body>
</html>
"""


def picture(places: Whereabouts, census: Census) -> str:
    """Return the map of a story as SVG."""
    drawn = graph(places, census)
    plan = layout(drawn, _HEAD)
    size = f"{plan.width:.0f}", f"{plan.height:.0f}"
    title = escape(places.story.title)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size[0]}" height="{size[1]}"',
        f' viewBox="0 0 {size[0]} {size[1]}" role="img" aria-labelledby="map-title">',
        f'<title id="map-title">{escape(_("Map of {story}").format(story=places.story.title))}</title>',
        f"<style>{_style()}</style>",
        f'<rect class="paper" width="{size[0]}" height="{size[1]}"/>',
        _text(MARGIN, 34, title, "title"),
        *_legend(census),
        *(_band(band, plan) for band in plan.bands),
        *(_way(way, plan) for way in drawn.ways),
        *(line for spot in plan.spots.values() for line in _spot(spot)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def page(places: Whereabouts, census: Census) -> str:
    """Return the map as a page that needs nothing else."""
    title = escape(_("Map of {story}").format(story=places.story.title))
    return _PAGE.format(title=title, svg=picture(places, census))


def _style() -> str:
    day, night, paper = (_COLOURS.format(**dict(zip(_NAMES, each, strict=True))) for each in (_DAY, _NIGHT, _PRINT))
    dark = f"@media (prefers-color-scheme: dark) {{\n{night}}}\n"
    return f"{_FIXED}{day}{dark}@media print {{\n{paper}}}\n"


def _legend(census: Census) -> Iterator[str]:
    count = _("{count} playthroughs").format(count=short(census.playthroughs))
    proof = count if census.complete else _("The walk was stopped: nothing here is proved")
    yield _text(MARGIN, 56, escape(proof), "soft")
    reader = _("Shares, and the widths of the ways: a reader who picks evenly among open options.")
    yield _text(MARGIN, 74, escape(reader), "soft")
    x = float(MARGIN)
    for kind, dead, words in (
        ("passage", False, _("passage")),
        ("choice", False, _("choice")),
        ("option", False, _("option")),
        ("ending", False, _("ending")),
        ("passage", True, _("no run comes here")),
    ):
        yield from _shape(kind, (x, 86, 24, 16), dead=dead)
        yield _text(x + 32, 98, escape(words), "soft")
        x += 54 + 7.3 * len(words)


def _band(band: Band, plan: Layout) -> str:
    area = _rect("band", (MARGIN, band.top, plan.width - 2 * MARGIN, band.height), 8)
    return area + "\n" + _text(MARGIN + 10, band.top + 20, escape(band.title), "scene")


def _way(way: Way, plan: Layout) -> str:
    """Return a way as a curve from below a box to above the next, or around the side when it leads back up."""
    one, other = plan.spots[way.start], plan.spots[way.end]
    wide = max(1.0, _WIDEST * way.chance)
    top, bottom = one.y + one.height / 2, other.y - other.height / 2
    if bottom > top:
        half = (top + bottom) / 2
        curve = f"M{one.x:.1f} {top:.1f} C{one.x:.1f} {half:.1f} {other.x:.1f} {half:.1f} {other.x:.1f} {bottom:.1f}"
    else:
        left, right = one.x - one.width / 2, other.x - other.width / 2
        out = max(min(left, right) - 60, 4)
        curve = f"M{left:.1f} {one.y:.1f} C{out:.1f} {one.y:.1f} {out:.1f} {other.y:.1f} {right:.1f} {other.y:.1f}"
    look = _look("way dead" if way.dead else "way")
    return f'<path{look} d="{curve}" stroke-width="{wide:.1f}"/>'


def _spot(spot: Spot) -> Iterator[str]:
    box = spot.box
    yield from _shape(box.kind, spot.area, dead=box.dead)
    look = "middle soft" if box.dead else "middle"
    if box.kind == "passage":
        yield _text(spot.x, spot.y + 4, escape(f"{box.words}  {box.figure}"), look)
    elif box.kind in ("option", "ending"):
        yield _text(spot.x, spot.y - 3, escape(box.words), look)
        yield _text(spot.x, spot.y + 12, escape(box.figure), "middle soft")
    elif box.kind == "end":
        yield _text(spot.x, spot.y + 4, escape(box.words), look)


def _shape(kind: str, area: Area, *, dead: bool) -> Iterator[str]:
    look = f"{kind} dead" if dead else kind
    x, y, width, height = area
    if kind == "choice":
        corners = ((x + width / 2, y), (x + width, y + height / 2), (x + width / 2, y + height), (x, y + height / 2))
        points = " ".join(f"{left:.1f},{top:.1f}" for left, top in corners)
        yield f'<polygon{_look(look)} points="{points}"/>'
        return
    yield _rect(look, area, height / 2 if kind in ("option", "end") else 3)
    if kind == "ending":
        yield _rect("inner", (x + 3, y + 3, width - 6, height - 6), 1)


def _rect(look: str, area: Area, radius: float) -> str:
    x, y, width, height = area
    place = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" rx="{radius:.1f}"'
    return f"<rect{_look(look)} {place}/>"


def _text(x: float, y: float, words: str, look: str) -> str:
    return f'<text{_look(look)} x="{x:.1f}" y="{y:.1f}" xml:space="preserve">{words}</text>'


def _look(look: str) -> str:
    """Return the class of a shape (the word of its look that has colours), and what its looks are besides."""
    names = look.split()
    colour = next((name for name in names if name not in ("dead", "middle")), "")
    kept = f' class="{colour}"' if colour else ""
    return kept + "".join(_LOOKS.get(name, "") for name in names)
