"""The figures in `docs/art-direction.md`, from the code alone: tables between two marks, which prose surrounds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Final

from game.settings import CHOICES
from game.shipped import ASSETS
from game.story.names import FIGURES, SEASONS, TIMES
from game.window import app, branches, chart, layout, letters, motion, plates, spread, typeset
from game.window.art import WASH
from game.window.fonts import FACES, Fonts
from game.window.letters import FAMILIES, STYLES
from game.window.theme import ENHANCED, PAIRS, SIGN, TEXT, THEMES, Colour, Theme, contrast
from tests.gallery.draw import FOLDER

PAGE: Final = FOLDER.parent / "art-direction.md"

INKS: Final[Mapping[str, tuple[str, str]]] = {
    "paper": ("Paper", "what everything is read on"),
    "ground": ("Table", "what lies below, where a picture is missing"),
    "ink": ("Ink", "prose, answers, headings, the path"),
    "quiet": ("Pencil", "what was read before, notes, labels, arrows, empty signs"),
    "me": ("Rust", "you, your circle, the axis of me"),
    "we": ("Teal", "the other, their circle, the axis of we"),
    "both": ("Plum", "where the two circles lie over each other"),
    "rule": ("Chalk", "fine lines, the band between the corners, the wash"),
    "focus": ("Ember", "the ring around a moment, the lit road, frames"),
    "shade": ("Dusk", "the shadow in the fold, and what darkens pictures"),
}
"""Each colour of a theme: its name, and what it is for."""

AT_1080: Final = 32

_BLOCK: Final = re.compile(r"(<!-- figures: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def filled(text: str) -> str:
    """Return the page with its tables as they are now. Raises `KeyError` for one that there is not."""
    return _BLOCK.sub(lambda block: f"{block[1]}\n{TABLES[block[2]]()}\n{block[3]}", text)


def washed(theme: Theme) -> Colour:
    """Return the paper of a theme below a wash."""
    red, green, blue = (round(a + (b - a) * WASH) for a, b in zip(theme.paper, theme.rule, strict=True))
    return red, green, blue


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    first = [*head]
    lines = (f"| {' | '.join(row)} |" for row in (first, ["---"] * len(first), *rows))
    return "\n".join(lines) + "\n"


def _hex(colour: Colour) -> str:
    return "`#{:02x}{:02x}{:02x}`".format(*colour)


def _palette() -> str:
    rows = ((name, use, *(_hex(getattr(theme, ink)) for theme in THEMES.values())) for ink, (name, use) in INKS.items())
    return _table(("name", "for", *THEMES), rows)


def _contrasts() -> str:
    """Return how each ink stands out from paper, and from paper below a wash."""

    def both(ink: str, theme: Theme) -> str:
        on_paper, on_wash = (contrast(getattr(theme, ink), ground) for ground in (theme.paper, washed(theme)))
        return f"{on_paper:.1f}, {on_wash:.1f}"

    inks = dict.fromkeys(ink for ink, _ground, _least in PAIRS)
    rows = ((INKS[ink][0], *(both(ink, theme) for theme in THEMES.values())) for ink in inks)
    least = ("at least", *(f"{ENHANCED if name == 'contrast' else TEXT:g}" for name in THEMES))
    return _table(("on paper, on a wash", *THEMES), (*rows, least))


def _type() -> str:
    rows = (
        (
            name,
            FACES[style.face].partition(".")[0],
            f"{style.ratio * AT_1080:.0f}",
            f"{style.leading:g}",
            INKS[style.ink][0],
        )
        for name, style in sorted(STYLES.items(), key=lambda each: -each[1].ratio)
    )
    return _table(("style", "face", "pixels at 1080 lines", "leading", "ink"), rows)


def _measure() -> str:
    rows = []
    for name, family in FAMILIES.items():
        usual = letters.Letters(Fonts(), name)
        wide = spread.MOST * usual.usual * AT_1080
        rows.append((name, f"{family.size:g}", f"{family.leading:g}", f"{usual.usual:.2f}", f"{wide:.0f}"))
    return _table(("letters", "size", "leading", "width of a letter", "widest column at 1080 lines"), rows)


def _spacing() -> str:
    sizes = CHOICES["text_size"]
    return _facts(
        ("the least size of prose, in pixels", f"{20}"),
        ("the size of prose at 1080 lines", f"{AT_1080} ({AT_1080 * sizes[-1] // 100} at {sizes[-1]} %)"),
        ("letters in a line, at most", f"{typeset.LONGEST}"),
        ("letters in a line beside a picture, at least", f"{spread.FEWEST}"),
        ("a line is balanced from, against prose", f"{typeset.DISPLAY:g}"),
        ("a last word may stand alone from, in letters", f"{typeset.SHORT + 1}"),
        ("a target is high, at least, in pixels", f"{layout.TARGET}"),
        ("and stands apart from the next by", f"{layout.APART}"),
        ("the page begins at, of the width", f"{spread.WIDE:.0%} ({spread.LESS_WIDE:.0%} for large text)"),
        ("the margin beside the column, in sizes of prose", f"{spread.GUTTER:g}"),
        ("a wash holds of Chalk", f"{WASH:.0%}"),
    )


def _motion() -> str:
    still = "there at once"
    rows = (
        ("the page turns", f"{motion.PAGE:g} s", "one frame is answered already", "the new page, " + still),
        ("the picture changes", f"{motion.PICTURE:g} s", "an hour passes, somebody comes nearer", still),
        ("the ink of a moment", f"{plates.DRAW:g} s", "the path is drawn as the words say why", still),
        ("the circles drift", f"{plates.DRIFT:g} s", "they come to lie as the two of you did", still),
        ("at rest", "nothing", f"events are taken {app.REST} times a second", "the same"),
    )
    return _table(("what", "how long", "why", "with reduced motion"), rows)


def _drawn() -> str:
    places = sorted(file.stem for file in (ASSETS / "places").glob("*.svg"))
    return _facts(
        ("places", ", ".join(name.replace("_", " ") for name in places)),
        ("seasons", ", ".join(SEASONS)),
        ("hours", ", ".join(TIMES)),
        ("how the two stand", ", ".join(FIGURES)),
        ("pictures are darkened in", ", ".join(f"{name} by {t.dim / 255:.0%}" for name, t in THEMES.items() if t.dim)),
        ("layers of light around a lit road", f"{len(branches.GLOW)}"),
        ("points of a path that weigh as much as an axis under a name", f"{chart.AXIS}"),
        ("signs stand out from paper by, at least", f"{SIGN:g}"),
    )


def _facts(*facts: tuple[str, str]) -> str:
    return _table(("what", "how much"), facts)


TABLES: Final[Mapping[str, Callable[[], str]]] = {
    "palette": _palette,
    "contrasts": _contrasts,
    "type": _type,
    "measure": _measure,
    "spacing": _spacing,
    "motion": _motion,
    "drawn": _drawn,
}
"""The tables by the names that the page has for them."""


def write(page: Path = PAGE) -> None:
    """Write the tables of a page anew."""
    page.write_text(filled(page.read_text(encoding="utf-8")), encoding="utf-8")
