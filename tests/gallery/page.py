"""The page of the gallery, as Markdown for the guide."""

from __future__ import annotations

from collections.abc import Iterator

from tests.gallery.draw import FOLDER
from tests.gallery.sheets import SHEETS
from tests.gallery.shots import SECTIONS

PAGE = FOLDER.with_suffix(".md")

_HEAD = """\
# Gallery

Every screen, drawn by the game's own code from a small story that is there for this alone. A test holds each picture
against what the window draws now. `python -m tests.gallery` draws them anew; then look at each one before you keep it.
What they should look like, and why, is said under [art direction](art-direction.md).
"""


def page() -> str:
    """Return the page."""
    return "\n".join([_HEAD, *_lines()])


def _lines() -> Iterator[str]:
    yield "## Places and people\n"
    for name, (about, _draw) in SHEETS.items():
        yield _picture(name, about)
    for heading, shots in SECTIONS.items():
        yield f"## {heading}\n"
        for shot in shots:
            yield _picture(shot.name, shot.about)


def _picture(name: str, about: str) -> str:
    return f"{about}\n\n```{{image}} gallery/{name}.webp\n:alt: {about}\n:width: 100%\n```\n"
