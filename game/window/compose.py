"""Composing a picture from its drawings, as text: a place at a season and time, with the two people in it. Pure.

1. A place keeps of its groups those whose id fits: `season-winter`, `time-evening.night` (any of several). What
   follows a second hyphen only makes ids unique. All other groups stay.
2. `<g id="figures" …>` stands empty where the two people are, and is filled with the drawing of their pose, of whose
   groups those stay that fit: the two are dressed for the season.
3. Where it is `figures-indoors`, they are dressed as in a milder season: nobody keeps a scarf on in the kitchen.
4. What a story does not say is taken from `USUAL`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from game.story.names import FIGURES

_GROUP: Final = re.compile(r"<g\b[^>]*>|</g\s*>")
_ID: Final = re.compile(r"""\bid\s*=\s*["']([^"']*)["']""")
_OUTER: Final = re.compile(r"^.*?<svg\b[^>]*>|</svg\s*>\s*$", re.DOTALL)
_KINDS: Final = ("season", "time")


@dataclass(frozen=True, slots=True)
class View:
    """What a picture shows: a place (None: an empty ground), a season, a time of day, and the pose of the two."""

    place: str | None = None
    season: str | None = None
    time: str | None = None
    pose: str = FIGURES[-1]

    def but(self, what: str, value: str) -> View:
        """Return this view after a stage direction; directions that no picture shows change nothing."""
        field = {"figures": "pose"}.get(what, what)
        return replace(self, **{field: value}) if field in {"place", "season", "time", "pose"} else self


USUAL: Final[Mapping[str, str]] = {"season": "summer", "time": "day"}
"""The season and the time of a view that names none."""


MILDER: Final[Mapping[str, str]] = {"winter": "autumn", "autumn": "summer", "spring": "summer", "summer": "summer"}
"""How the two are dressed indoors: as they would be outside in another season."""

OUTDOORS: Final = "figures"
INDOORS: Final = "figures-indoors"


def compose(place: str, figures: str, view: View) -> str:
    """Return the SVG of `view` from the SVG of its place and of its pose ("" for nobody)."""
    season = view.season or USUAL["season"]
    indoors = replace(view, season=MILDER.get(season, season))
    return _fitting(place, view, {OUTDOORS: (inside(figures), view), INDOORS: (inside(figures), indoors)})


def _fitting(svg: str, view: View, fills: Mapping[str, tuple[str, View]]) -> str:
    """Return the groups of `svg` that fit, each whose id is in `fills` filled with what of that fits its own view."""
    kept: list[str] = []
    start = depth = hidden = 0
    for tag in _GROUP.finditer(svg):
        opens = not tag.group().startswith("</")
        depth += 1 if opens else -1
        if hidden:
            if depth < hidden:
                start, hidden = tag.end(), 0
        elif opens and not _fits(_id(tag.group()), view):
            kept.append(svg[start : tag.start()])
            hidden = depth
        elif opens and (fill := fills.get(_id(tag.group()))):
            kept += [svg[start : tag.end()], _fitting(*fill, {})]
            start = tag.end()
    return "".join([*kept, "" if hidden else svg[start:]])


def inside(svg: str) -> str:
    """Return what stands between the outermost tags of an SVG."""
    return _OUTER.sub("", svg)


def pose_file(pose: str) -> str | None:
    """Return the name of the drawing of a pose, None for nobody."""
    return None if pose == FIGURES[-1] else f"{pose.replace(' ', '_')}.svg"


def _id(tag: str) -> str:
    found = _ID.search(tag)
    return found.group(1) if found else ""


def _fits(group: str, view: View) -> bool:
    kind, _, rest = group.partition("-")
    if kind not in _KINDS or not rest:
        return True
    wanted = {"season": view.season, "time": view.time}[kind] or USUAL[kind]
    return wanted in rest.partition("-")[0].split(".")
