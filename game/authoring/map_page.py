"""The page of a map: the picture in sizes that the reader picks, and nothing else.

1. Sizes are radio buttons, so that mouse, keys and touch can pick one; what is larger than the window is scrolled.
2. On paper it is printed scene by scene, and none is cut in two where it fits a page.
3. It holds no script and fetches nothing.
"""

from __future__ import annotations

from html import escape
from typing import Final

from game.authoring.map import ALL, parts, picture
from game.authoring.map_graph import graph
from game.authoring.map_layout import layout
from game.authoring.whereabouts import Whereabouts
from game.insight.census import Census
from game.language import N_, _

_PAGE: Final = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>
body {{ margin: 0; background: #faf8f4; color: #24211d; font: 14px ui-sans-serif, system-ui, sans-serif; }}
fieldset {{ position: sticky; top: 0; z-index: 1; margin: 0; border: 0; padding: 8px 12px; background: inherit;
  display: flex; flex-wrap: wrap; gap: 6px 8px; align-items: center; }}
legend {{ float: left; margin-right: 4px; }}
input {{ position: absolute; opacity: 0; }}
label {{ min-width: 44px; padding: 9px 12px; border: 1px solid #8b8376; border-radius: 99px; text-align: center;
  box-sizing: border-box; cursor: pointer; }}
input:checked + label {{ background: #24211d; color: #faf8f4; }}
input:focus-visible + label {{ outline: 3px solid #b8860b; outline-offset: 2px; }}
.map {{ overflow: auto; max-height: calc(100vh - 60px); max-height: calc(100dvh - 60px);
  touch-action: pan-x pan-y pinch-zoom; }}
.map:focus-visible {{ outline: 3px solid #b8860b; outline-offset: -3px; }}
svg {{ display: block; margin: 0 auto; height: auto; }}
.map svg {{ width: {wide}px; }}
body:has(#fit:checked) .map svg {{ width: 100%; max-width: {roomy}px; }}
body:has(#whole:checked) .map svg {{ width: 100%; height: calc(100vh - 64px); }}
body:has(#larger:checked) .map svg {{ width: {larger}px; }}
body:has(#largest:checked) .map svg {{ width: {largest}px; }}
@media screen {{ .pages {{ display: none; }} }}
@media (prefers-color-scheme: dark) {{
  body {{ background: #1b1a18; color: #ece7dd; }}
  input:checked + label {{ background: #ece7dd; color: #1b1a18; }}
}}
@media print {{
  body {{ background: #ffffff; }} fieldset, .map {{ display: none; }}
  .pages svg {{ width: 100%; max-width: {wide}px; max-height: 98vh; break-inside: avoid; }}
}}
</style>
</head>
<body>
<fieldset>
<legend>{size}</legend>
{sizes}</fieldset>
<div class="map" role="region" aria-label="{title}" tabindex="0">
{svg}</div>
<div class="pages" aria-hidden="true">
{pages}</div>
</body>
</html>
"""
"""A page of one map: sizes are picked by radio buttons, and what is larger than the window is scrolled; no script."""

_ROOMY: Final = 1.4
"""How much a map is enlarged at most to fit the width of a window."""

_SIZES: Final = (
    ("fit", N_("Fit the width")),
    ("whole", N_("All of it")),
    ("actual", "100 %"),
    ("larger", "150 %"),
    ("largest", "250 %"),
)


def page(places: Whereabouts, census: Census) -> str:
    """Return the map as a page that needs nothing else."""
    title = escape(_("Map of {story}").format(story=places.story.title))
    wide = layout(graph(places, census), 0).width
    sizes = "".join(
        f'<input type="radio" name="size" id="{key}"{" checked" if key == "fit" else ""}>'
        f'<label for="{key}">{escape(_(words))}</label>\n'
        for key, words in _SIZES
    )
    pages = "".join(
        f'<svg viewBox="{left:.0f} {top:.0f} {width:.0f} {height:.0f}"><use href="#{ALL}"/></svg>\n'
        for left, top, width, height in parts(places, census)
    )
    wider = {
        "roomy": f"{_ROOMY * wide:.0f}",
        "wide": f"{wide:.0f}",
        "larger": f"{1.5 * wide:.0f}",
        "largest": f"{2.5 * wide:.0f}",
    }
    return _PAGE.format(
        title=title, svg=picture(places, census), size=escape(_("Size")), sizes=sizes, pages=pages, **wider
    )
