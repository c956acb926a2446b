"""The map: a story's graph as a picture.

1. Kind and state are told by shape: passages are boxes, choices diamonds, options round, endings double; what no run
   reaches is dashed. Colour repeats it, and follows the reader's light or dark.
2. A way is as wide as its chance.
3. Each box says in words what it shows and where it leads, for those who hear the map.
4. Nothing in it moves, runs or is fetched; every word of the story is escaped.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import pairwise
from textwrap import wrap
from typing import Final

from game.authoring.figures import short
from game.authoring.map_graph import Box, Graph, Way, graph
from game.authoring.map_layout import BETWEEN, LETTER, MARGIN, Area, Band, Layout, Spot, layout
from game.authoring.whereabouts import Whereabouts
from game.insight.census import Census
from game.language import _

ALL: Final = "map-all"
"""The id of all that is drawn."""

_TITLE_LETTER: Final = 12.2
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


def picture(places: Whereabouts, census: Census) -> str:
    """Return the map of a story as SVG."""
    drawn, plan, head = _planned(places, census)
    size = f"{plan.width:.0f}", f"{plan.height:.0f}"
    about = escape(_("Map of {story}").format(story=places.story.title))
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size[0]}" height="{size[1]}"',
        f' viewBox="0 0 {size[0]} {size[1]}" role="graphics-document document" aria-labelledby="map-title">',
        f'<title id="map-title">{about}</title>',
        f"<style>{_style()}</style>",
        f'<g id="{ALL}">',
        f'<rect class="paper" width="{size[0]}" height="{size[1]}"/>',
        *head,
        *(_band(band, plan) for band in plan.bands),
        '<g aria-hidden="true">',
        *(_way(way, plan) for way in drawn.ways),
        "</g>",
        *(line for spot in plan.spots.values() for line in _labelled(spot, drawn)),
        "</g>",
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def parts(places: Whereabouts, census: Census) -> Iterator[Area]:
    """Yield what each scene covers of the picture, from edge to edge, so that it can be printed scene by scene."""
    _drawn, plan, _head = _planned(places, census)
    tops = [0.0, *(band.top - MARGIN / 2 for band in plan.bands[1:]), plan.height]
    yield from ((0.0, top, plan.width, bottom - top) for top, bottom in pairwise(tops))


def _planned(places: Whereabouts, census: Census) -> tuple[Graph, Layout, list[str]]:
    """Return what is on the map, where it stands, and what is written above it."""
    drawn = graph(places, census)
    head, below = _header(places.story.title, census, layout(drawn, 0).width)
    return drawn, layout(drawn, below), head


def _style() -> str:
    day, night, paper = (_COLOURS.format(**dict(zip(_NAMES, each, strict=True))) for each in (_DAY, _NIGHT, _PRINT))
    dark = f"@media (prefers-color-scheme: dark) {{\n{night}}}\n"
    return f"{_FIXED}{day}{dark}@media print {{\n{paper}}}\n"


def _header(title: str, census: Census, width: float) -> tuple[list[str], float]:
    """Return the title, what the map is of, and its signs, all within `width`, and where the first band begins."""
    count = _("{count} playthroughs").format(count=short(census.playthroughs))
    proof = count if census.complete else _("The walk was stopped: nothing here is proved")
    reader = _("Shares, and the widths of the ways: a reader who picks evenly among open options.")
    letters = int((width - 2 * MARGIN) / LETTER)
    parts, y = [], 34.0
    for line in wrap(title, int(letters * LETTER / _TITLE_LETTER)):
        parts.append(_text(MARGIN, y, escape(line), "title"))
        y += 22
    for line in (*wrap(proof, letters), *wrap(reader, letters)):
        parts.append(_text(MARGIN, y, escape(line), "soft"))
        y += 18
    x = float(MARGIN)
    for kind, dead, words in _signs():
        wide = 46 + LETTER * len(words)
        if x + wide > width - MARGIN:
            x, y = float(MARGIN), y + 26
        parts += [*_shape(kind, (x, y - 6, 24, 16), dead=dead), _text(x + 32, y + 6, escape(words), "soft")]
        x += wide
    return parts, y + 26


def _signs() -> Iterator[tuple[str, bool, str]]:
    """Yield what the shapes stand for: a kind of box, whether no run comes there, and words."""
    yield "passage", False, _("passage")
    yield "choice", False, _("choice")
    yield "option", False, _("option")
    yield "ending", False, _("ending")
    yield "passage", True, _("no run comes here")


def _band(band: Band, plan: Layout) -> str:
    area = _rect("band", (MARGIN, band.top, plan.width - 2 * MARGIN, band.height), 8)
    return area + "\n" + _text(MARGIN + 10, band.top + 20, escape(band.title), "scene")


def _way(way: Way, plan: Layout) -> str:
    """Return a way as a curve from below a box to above the next, or around the side when it leads back up."""
    one, other = plan.spots[way.start], plan.spots[way.end]
    wide = max(1.0, _WIDEST * way.chance)
    top, bottom = one.y + one.height / 2, other.y - other.height / 2
    if bottom > top:
        # A way to an ending that is not in the first row of these goes straight on, between the boxes of the first.
        bend = top + BETWEEN if other.box.kind == "ending" else bottom
        half = (top + bend) / 2
        curve = f"M{one.x:.1f} {top:.1f} C{one.x:.1f} {half:.1f} {other.x:.1f} {half:.1f} {other.x:.1f} {bend:.1f}"
        curve += f" V{bottom:.1f}" if bend < bottom else ""
    else:
        left, right = one.x - one.width / 2, other.x - other.width / 2
        out = max(min(left, right) - 60, 4)
        curve = f"M{left:.1f} {one.y:.1f} C{out:.1f} {one.y:.1f} {out:.1f} {other.y:.1f} {right:.1f} {other.y:.1f}"
    look = _look("way dead" if way.dead else "way")
    return f'<path{look} d="{curve}" stroke-width="{wide:.1f}"/>'


def _labelled(spot: Spot, drawn: Graph) -> Iterator[str]:
    """Yield a box with a label that tells in words what its shape, its figure and its ways show."""
    label = escape(_label(spot.box, drawn))
    yield f'<g role="img" aria-label="{label}"><title>{label}</title>'
    yield from _spot(spot)
    yield "</g>"


def _label(box: Box, drawn: Graph) -> str:
    kinds = {"passage": _("passage"), "choice": _("choice"), "option": _("option"), "ending": _("ending")}
    named = " ".join(word for word in (kinds.get(box.kind, ""), box.words) if word)
    told = ", ".join(part for part in (named, box.figure) if part)
    boxes = {each.key: each for each in drawn.boxes}
    ends = [boxes[way.end] for way in drawn.ways if way.start == box.key]
    after = [each.words or kinds.get(each.kind, "") for each in ends]
    return _("{box}; leads to {boxes}").format(box=told, boxes=", ".join(after)) if after else told


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
