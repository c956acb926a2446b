"""Pages: one file of HTML each, with its style and its letters inside, for the screen and for paper.

1. Every value is escaped where it stands; what is drawn by this package alone comes in as it is.
2. A page needs no script, fetches nothing, and holds no name of anybody.
3. It has a light, a dark and a print style.
"""

from __future__ import annotations

import base64
from functools import cache
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from game import __version__
from game.language import _, ngettext
from game.shipped import ASSETS

_FACES: Final = (
    ("Alegreya", "Alegreya-Regular", 400, "normal"),
    ("Alegreya", "Alegreya-Italic", 400, "italic"),
    ("Alegreya", "Alegreya-Bold", 700, "normal"),
    ("Alegreya Sans", "AlegreyaSans-Regular", 400, "normal"),
    ("Alegreya Sans", "AlegreyaSans-Italic", 400, "italic"),
    ("Alegreya Sans", "AlegreyaSans-Bold", 700, "normal"),
)


def render(template: str, **values: object) -> str:
    """Return a page made from a template of this package."""
    return _environment().get_template(template).render(version=__version__, faces=faces(), **values)


@cache
def faces() -> Markup:
    """Return the rules that bring the page its own letters."""
    rules = []
    for family, name, weight, style in _FACES:
        data = base64.b64encode((ASSETS / "fonts" / "web" / f"{name}.woff2").read_bytes()).decode("ascii")
        source = f'url(data:font/woff2;base64,{data}) format("woff2")'
        rules.append(
            f'@font-face{{font-family:"{family}";font-weight:{weight};font-style:{style};src:{source};font-display:swap}}'
        )
    return Markup("\n".join(rules))  # noqa: S704  # shipped letters


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("game.classroom"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(_=_, ngettext=ngettext)
    return made
