"""`explain`: the manual's pages at a prompt."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.authoring.manual import called, lines, nearest, page
from game.authoring.rules import RULES
from game.cli import main

BROKEN = Path(__file__).parent / "broken"


def test_a_code_is_explained_with_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    """What it means, the lines before and after, and what to do; a name will do for the code, in any letters."""
    assert main(["explain", "e128"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("E128 (space-after-colon), an error: it keeps the story from being played.\n")
    assert "    - go:hall\n" in out
    assert "    - go: end\n" in out
    assert main(["explain", "Space-After-Colon"]) == 0
    assert capsys.readouterr().out == out


def test_an_unknown_code_is_told_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    """A slip in a code or a name leads on."""
    assert main(["explain", "go-unknwon"]) == 1
    assert capsys.readouterr().err.endswith("Did you mean go-unknown?\n")
    assert nearest("E22") in {rule.code for rule in RULES.values()}


def test_without_a_code_all_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """Each code has a line, in their order."""
    assert main(["explain"]) == 0
    listed = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert sorted(listed) == sorted(rule.code for rule in RULES.values())


def test_check_says_once_where_there_is_more(capsys: pytest.CaptureFixture[str]) -> None:
    """Its last line names the first problem's code; a story without problems has no such line."""
    assert main(["check", str(BROKEN / "go-unknown.yaml")]) == 1
    out = capsys.readouterr().out
    assert out.endswith("\nTo read more of one: me-and-we explain E229\n")
    assert out.count("explain") == 1


@pytest.mark.parametrize("name", sorted(RULES))
def test_pages_fit_a_terminal(name: str) -> None:
    """No page is wider than 80 columns but for lines of a story, and no detail is left unfilled."""
    shown = page(name)
    assert called(shown.code) == name
    text = [line for line in lines(shown) if not line.startswith("    ")]
    assert max(len(line) for line in text) <= 80
    assert not re.search(r"\{(found|near|key|name|what|run|why|way)\}", shown.sentence + shown.hint)
