"""The themes: enough contrast in every pair that is read, and no colour anywhere else."""

from __future__ import annotations

import ast
import re
from itertools import product
from pathlib import Path

import pytest

import game.window
from game import settings
from game.window.art import WASH
from game.window.letters import STYLES
from game.window.theme import ENHANCED, PAIRS, SIGN, TEXT, THEMES, contrast

WINDOW = Path(game.window.__file__).parent


@pytest.mark.parametrize(("name", "pair"), list(product(THEMES, PAIRS)))
def test_every_pair_has_enough_contrast(name: str, pair: tuple[str, str, float]) -> None:
    """4.5:1 for text and 3:1 for signs; 7:1 throughout where contrast is high."""
    ink, ground, least = pair
    found = contrast(getattr(THEMES[name], ink), getattr(THEMES[name], ground))
    assert found >= (ENHANCED if name == "contrast" else least), f"{ink} on {ground}: {found:.2f}"


@pytest.mark.parametrize(("name", "pair"), list(product(THEMES, PAIRS)))
def test_what_has_the_focus_can_be_read_as_well(name: str, pair: tuple[str, str, float]) -> None:
    """A wash lies under its words, and they still stand out from it as much as from paper."""
    ink, ground, least = pair
    theme = THEMES[name]
    under = zip(getattr(theme, ground), theme.rule, strict=True)
    red, green, blue = (round(paper + (rule - paper) * WASH) for paper, rule in under)
    found = contrast(getattr(theme, ink), (red, green, blue))
    assert found >= (ENHANCED if name == "contrast" else least), f"{ink} on a wash: {found:.2f}"


def test_contrast_is_that_of_wcag() -> None:
    """Black on white is 21:1, a colour on itself 1:1, and #767676 on white just passes."""
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((9, 9, 9), (9, 9, 9)) == 1
    assert TEXT < contrast((118, 118, 118), (255, 255, 255)) < TEXT + 0.1


def test_all_inks_of_text_are_among_the_pairs() -> None:
    """No style of text is left out of the test above."""
    assert {style.ink for style in STYLES.values()} <= {ink for ink, _, least in PAIRS if least >= TEXT}
    assert {least for _, _, least in PAIRS} == {TEXT, SIGN}


def test_settings_offer_exactly_these_themes() -> None:
    """Each name in the settings is a theme here."""
    assert tuple(THEMES) == settings.THEMES


@pytest.mark.parametrize("file", sorted(WINDOW.rglob("*.py")), ids=lambda file: file.name)
def test_no_other_file_holds_a_colour(file: Path) -> None:
    """Neither #rrggbb nor a tuple of three numbers up to 255 that is passed to something that paints."""
    source = file.read_text(encoding="utf-8")
    if file.name == "theme.py":
        return
    assert not re.search(r"#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b", source)
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Tuple) and len(node.elts) == 3:
            whole = [each.value for each in node.elts if isinstance(each, ast.Constant)]
            assert not (len(whole) == 3 and all(type(each) is int and each > 9 for each in whole)), whole
