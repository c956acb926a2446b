"""How the guide becomes a site: `python -m sphinx -W docs build`. Nothing in it is fetched from anywhere."""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import reference  # noqa: E402  # found only once the path is set

from game import __version__  # noqa: E402  # the same: `reference` says where the game lies

project = "Me & We"
author = "the people of Me & We"
version = release = __version__

extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["examples", "pages", "sounds"]
myst_heading_anchors = 3
smartquotes = False  # what an author reads here can be typed as it stands
highlight_language = "text"
suppress_warnings = ["misc.highlighting_failure"]  # broken YAML is shown on purpose

html_theme = "furo"
html_title = "Me & We"
html_static_path = ["static"]
html_css_files = ["guide.css"]
html_copy_source = False
html_show_copyright = False


def setup(_app: object) -> None:
    """Write the reference anew before anything is read."""
    reference.write(HERE / "reference")
