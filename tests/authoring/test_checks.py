"""The checks: each manual page's own examples, and that every check is on the list."""

from __future__ import annotations

import importlib
import re
import textwrap
from pathlib import Path
from types import ModuleType

import pytest

from game.authoring import checks
from game.authoring.load import load
from game.authoring.problems import Problem
from game.authoring.rules import RULES

FILES = sorted(Path(checks.__file__).parent.glob("*.py"))
NOT_CHECKS = {"__init__", "draft", "reach", "scoring", "trials", "ways"}
NAMES = [file.stem for file in FILES if file.stem not in NOT_CHECKS]


def module(name: str) -> ModuleType:
    """Return the module of a check."""
    return importlib.import_module(f"game.authoring.checks.{name}")


def block(name: str, heading: str) -> str:
    """Return the lines under a heading of a check's manual page, nothing if it has none like that."""
    found = re.search(rf"^{heading}:\n\n((?:    .*\n|\n)+)", str(module(name).__doc__) + "\n", re.MULTILINE)
    return found[1] if found else ""


def passing(name: str) -> str:
    """Return the YAML that passes."""
    return textwrap.dedent(block(name, "Passes"))


def failing(name: str) -> str:
    """Return the YAML that fails, which may be told as lines in place of those of the same key that pass."""
    instead = {line.partition(":")[0]: line for line in block(name, "Fails, with these lines instead").splitlines()}
    lines = [instead.pop(line.partition(":")[0], line) for line in block(name, "Passes").splitlines()]
    assert not instead, f"{name} has nothing in place of which {[*instead]} would stand"
    return textwrap.dedent(block(name, "Fails") or "\n".join([*lines, ""]))


def problems(yaml: str, folder: Path) -> tuple[Problem, ...]:
    """Write an example, a lone scene or several files with their names in notes, and load it."""
    parts = re.split(r"^# (\w+\.yaml)\n", yaml, flags=re.MULTILINE)
    folder = folder / "tea"
    folder.mkdir()
    if len(parts) == 1:
        (folder / "start.yaml").write_text(yaml)
        return load(folder / "start.yaml").problems
    for file, text in zip(parts[1::2], parts[2::2], strict=True):
        (folder / file).write_text(text)
    return load(folder).problems


def own(name: str) -> set[str]:
    """Return the codes of the rules that a check tells of."""
    source = Path(str(module(name).__file__)).read_text(encoding="utf-8")
    return {rule.code for slug, rule in RULES.items() if f'"{slug}"' in source}


@pytest.mark.parametrize("name", NAMES)
def test_what_passes_passes(name: str, tmp_path: Path) -> None:
    """The first example of a manual page has nothing that its check would tell of, and no error."""
    found = problems(passing(name), tmp_path)
    assert not own(name) & {each.code for each in found}
    assert all(each.severity == "warning" for each in found)


@pytest.mark.parametrize("name", NAMES)
def test_what_fails_fails(name: str, tmp_path: Path) -> None:
    """The second example has what the check tells of."""
    assert own(name) & {each.code for each in problems(failing(name), tmp_path)}


def test_every_check_is_on_the_list() -> None:
    """A file in the folder is a check that runs."""
    lists = (checks.ALWAYS, checks.FIRST, checks.SCENES, checks.STORY, checks.ADVICE, checks.FAIR)
    assert sorted(check.__name__ for part in lists for check in part) == sorted(NAMES)
    assert [list(part) for part in lists] == [sorted(part, key=lambda check: check.__name__) for part in lists]
