"""The house keeps its arrows: which part may import which, read from the syntax trees."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import game

ROOT = Path(game.__file__).parent
FILES = sorted(ROOT.rglob("*.py"))

SHARED = {"session", "settings", "host", "language", "shipped", "support", "naming", "author", "ballot"} | {
    *("keys", "buttons", "choosing"),
}
"""Single files beside the folders: values and services that every front end shares."""

MAY_IMPORT = {
    "story": set[str](),
    "insight": {"story", "language"},
    "session": {"story"},
    "settings": {"story"},
    "host": {"session", "settings", "story", "foresight"},
    "foresight": {"story", "insight"},
    "author": {"host", "session"},
    "language": {"shipped"},
    "shipped": set[str](),
    "support": set[str](),
    "ballot": set[str](),
    "naming": set[str](),
    "choosing": set[str](),
    "keys": {"choosing"},
    "buttons": {"choosing"},
    "authoring": {"story", "insight", "session", "settings", "runs", "language", "shipped", "host", "author"},
    "drawing": {"story", "insight", "language"},
    "terminal": {"story", "insight", *SHARED},
    "window": {"story", "insight", "drawing", *SHARED},
    "classroom": {"story", "insight", "drawing", "runs", "settings", "support", "language", "shipped", "__init__"},
    "runs": {"story", "settings", "language", "naming", "keys", "buttons", "choosing"},
    "trial": {"story", *SHARED},
    "copies": {"runs", *SHARED},
    "sharing": {"insight", "classroom", *SHARED},
    "keeper": {"story", "runs", *SHARED},
    "classmode": {"story", "runs", *SHARED},
    "plays": {"story", "insight", "authoring", "runs", "trial", "library", "keeper", "copies", *SHARED},
    "bench": {"story", "authoring", "plays", "library", "trial", *SHARED},
    "library": {"story", "authoring", "runs", "plays", "copies", "sharing", "classmode", "roster", "__init__", *SHARED},
    "roster": {"runs", "library", *SHARED},
    "verbs": {
        *("story", "insight", "authoring", "runs", "terminal", "window", "classroom"),
        *("library", "trial", "bench", "cli", *SHARED),
    },
    "cli": {"verbs", "language", "host", "runs"},
    "__main__": {"cli"},
    "__init__": set[str](),
}

PURE = {
    "__future__",
    "collections",
    "dataclasses",
    "difflib",
    "hashlib",
    "itertools",
    "functools",
    "operator",
    "re",
    "typing",
}
"""The parts of the standard library that the story core may use: no files, no clock, no chance."""

ONLY_IN = {
    "yaml": {f"authoring/{each}.py" for each in ("compose", "descent", "marks", "parse")},
    "pygame": {"window/"},
    "watchfiles": {"authoring/doorbell.py"},
    "prism": {"window/mouth.py"},
    "accesskit": {"window/adapter.py"},
    "numpy": {"insight/exact/sheets.py"},
}


def part(file: Path) -> str:
    """Return the folder or single file of the house that `file` belongs to."""
    return file.relative_to(ROOT).parts[0].removesuffix(".py")


def imports(file: Path) -> Iterator[str]:
    """Yield the full names of all modules that `file` imports, anywhere in it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_each_part_imports_only_what_it_may(file: Path) -> None:
    """An arrow that the house does not draw fails here."""
    own = part(file)
    for name in imports(file):
        top, _, rest = name.partition(".")
        if top == "game":
            target = rest.partition(".")[0]
            if target in MAY_IMPORT and target != own:
                assert target in MAY_IMPORT[own], f"{own} may not import {target}"
        elif own == "story":
            assert top in PURE, f"the story core may not import {top}"
        if top in ONLY_IN:
            where = file.relative_to(ROOT).as_posix()
            assert any(where.startswith(place) for place in ONLY_IN[top]), f"{where} may not import {top}"


def test_pygame_stays_in_a_handful_of_files() -> None:
    """Screens, layout and theme are values; few files know what paints them."""
    users = [file for file in FILES if any(name.partition(".")[0] == "pygame" for name in imports(file))]
    assert len(users) <= 8, [file.name for file in users]


def test_no_network() -> None:
    """Nothing here can open a connection."""
    forbidden = {
        "socket",
        "ssl",
        "urllib",
        "http",
        "ftplib",
        "smtplib",
        "asyncio",
        "requests",
        "socketserver",
        "xmlrpc",
    }
    for file in FILES:
        assert not forbidden & {name.partition(".")[0] for name in imports(file)}, file
