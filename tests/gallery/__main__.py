"""Draws every picture of the gallery anew, and writes the page that shows them and the tables of the art direction."""

from __future__ import annotations

import sys

from tests.gallery import figures
from tests.gallery.draw import FOLDER, keep, on_display, small, taken
from tests.gallery.page import PAGE, page
from tests.gallery.sheets import SHEETS
from tests.gallery.shots import SHOTS


def main() -> None:
    """Draw everything, or the pictures that are named; files that belong to no picture are deleted."""
    wanted = set(sys.argv[1:])
    for shot in SHOTS:
        if not wanted or shot.name in wanted:
            keep(small(taken(shot)[1]), shot.name)
    for name, (_about, draw) in SHEETS.items():
        if not wanted or name in wanted:
            keep(draw(), name)
    known = {*(shot.name for shot in SHOTS), *SHEETS}
    for file in FOLDER.glob("*"):
        if file.stem not in known:
            file.unlink()
    PAGE.write_text(page(), encoding="utf-8")
    figures.write()


with on_display():
    main()
