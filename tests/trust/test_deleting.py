"""Promise 18: nothing that the player did is deleted without a yes. Whatever can delete, or write over, is known here.

Each place in the game that can take bytes away stands in `PLACES`, with what it takes and the test that holds it. A new
one fails until somebody has thought about it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.library import Library
from game.runs.places import places
from game.verbs import forget
from tests.trust.test_table import exists
from tests.trust.watch import ROOT

TAKING = {"unlink", "rmdir", "remove", "rmtree", "replace", "rename", "truncate", "write_bytes", "write_text", "move"}
NO_FILES = {
    "game/authoring/validity/report.py",
    "game/classroom/gather.py",
    "game/insight/why.py",
    "game/window/typeset.py",
}
"""Here a value, a list and a text have methods of these names."""

PLACES: dict[str, dict[str, str]] = {
    "game/authoring/rename/renaming.py": {
        "replace, write_bytes": "tests/authoring/test_rename.py::test_there_and_back_gives_the_same_bytes",
    },
    "game/runs/disk.py": {
        "replace, unlink": "tests/trust/test_nothing_lost.py::test_an_error_at_any_call_loses_nothing",
    },
    "game/runs/files.py": {
        "remove, replace, unlink": "tests/runs/test_files.py::test_only_leftovers_of_this_file_are_swept",
    },
    "game/runs/forget.py": {
        "rmdir, unlink": "tests/trust/test_deleting.py::test_forgetting_needs_a_yes",
    },
    "game/runs/fresh.py": {
        "rmdir, unlink": "tests/test_new.py::test_a_disk_that_fails_leaves_nothing_behind",
    },
    "game/runs/kept.py": {
        "remove": "tests/window/test_stack.py::test_deleting_a_run_asks_first",
    },
    "game/runs/lock.py": {
        "unlink": "tests/runs/test_lock.py::test_a_second_one_is_refused_until_the_first_lets_go",
    },
    "game/runs/together.py": {
        "remove, replace": "tests/trust/test_nothing_lost.py::test_a_power_cut_leaves_every_kept_file_whole",
    },
}


def takers(file: Path) -> Iterator[str]:
    """Yield the names of the calls in a file that can take bytes away."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in TAKING):
            continue
        # A text, a list, a date and a value have such methods, too: they are given words, several things, or names.
        words = node.args and isinstance(node.args[0], (ast.Constant, ast.JoinedStr))
        if node.func.attr in ("unlink", "rmdir", "rmtree", "truncate") or not (words or node.keywords):
            yield node.func.attr


def test_every_place_that_can_take_bytes_away_is_known() -> None:
    """And the test that holds it is there."""
    found = {}
    for file in sorted((ROOT / "game").rglob("*.py")):
        names = sorted(set(takers(file)))
        if names and file.relative_to(ROOT).as_posix() not in NO_FILES:
            found[file.relative_to(ROOT).as_posix()] = ", ".join(names)
    known = {file: next(iter(held)) for file, held in PLACES.items()}
    assert found == known
    for held in PLACES.values():
        assert all(map(exists, held.values())), held


@pytest.mark.parametrize(("answer", "stays"), [("no\n", True), ("\n", True), ("", True), ("yes\n", False)])
def test_forgetting_needs_a_yes(answer: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, stays: bool) -> None:
    """A no, an empty line, and the end of the input leave every byte where it is."""
    import argparse  # noqa: PLC0415  # beside its one use
    import io  # noqa: PLC0415

    monkeypatch.setenv("ME_AND_WE_HOME", str(tmp_path))
    play = Library(None).start("flatmates", seed=1)
    offered = play.session.offered
    assert offered
    play.session.pick(offered.options[0].id)
    play.close()
    before = {each: each.read_bytes() for each in tmp_path.rglob("*") if each.is_file()}
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))
    assert forget.run(argparse.Namespace(yes=False, player=None)) == 0
    now = {each: each.read_bytes() for each in tmp_path.rglob("*") if each.is_file()}
    assert now == (before if stays else {})
    assert places().runs.is_dir() == stays
