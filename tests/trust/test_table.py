"""The table of promises (docs/trust.md): each has its row, and each test that it names is there."""

from __future__ import annotations

import ast
import re
from functools import cache

from tests.trust.watch import ROOT

TABLE = ROOT / "docs" / "trust.md"
ROW = re.compile(r"^\| ([0-9]+) \|(.*)\|(.*)\|(.*)\|$", re.MULTILINE)
CASE = re.compile(r"^\| ([SVPCE][0-9]{2}) \|(.*)\|(.*)\|$", re.MULTILINE)
NAMED = re.compile(r"`(tests/[\w/.-]+(?:::\w+)*)`")
LAST = {"S": 63, "V": 26, "P": 16, "C": 16, "E": 12}
"""How many bad inputs of each kind there are: scenes, runs, packs, classes, environments."""


@cache
def names(file: str) -> frozenset[str]:
    """Return the tests in a file, those of a class with its name before theirs."""
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    plain = {node.name for node in tree.body if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
    inner = {
        f"{node.name}::{each.name}"
        for node in tree.body
        if isinstance(node, ast.ClassDef)
        for each in node.body
        if isinstance(each, ast.FunctionDef)
    }
    return frozenset(plain | inner)


def exists(named: str) -> bool:
    """Tell whether there is a test, or a file, of this name."""
    file, _sign, test = named.partition("::")
    return (ROOT / file).exists() and (not test or test in names(file))


def test_every_promise_has_a_row_with_its_proof() -> None:
    """Nineteen rows, each with a test that is there, or with what is missing."""
    rows = ROW.findall(TABLE.read_text(encoding="utf-8"))
    assert [int(number) for number, *_rest in rows] == list(range(1, 20))
    for number, _promise, proof, figure in rows:
        assert NAMED.findall(proof) or "not proved yet" in figure, number
        assert figure.strip(), number


def test_every_bad_input_has_a_test() -> None:
    """Each row of the catalogue names a test, or a broken file with the messages it gives; or says what is missing."""
    rows = {number: proof for number, _what, proof in CASE.findall(TABLE.read_text(encoding="utf-8"))}
    assert list(rows) == [f"{kind}{number:02}" for kind, last in LAST.items() for number in range(1, last + 1)]
    for number, proof in rows.items():
        assert NAMED.findall(proof) or "not tested" in proof, number


def test_every_test_that_is_named_is_there() -> None:
    """In both tables, and in the words between them."""
    named = NAMED.findall(TABLE.read_text(encoding="utf-8"))
    assert len(named) > 100
    missing = [each for each in named if not exists(each)]
    assert not missing
