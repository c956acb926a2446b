"""Edits of a file where it stands: what was meant is read from it afterwards, and nothing else has changed."""

from __future__ import annotations

import pytest

from game.authoring.edits import below, edited, extent, relisted, rewritten
from game.authoring.nodes import Fields, Node, Scalar
from game.authoring.parse import parse
from game.authoring.places import Source


def page(text: str) -> tuple[Source, Fields]:
    """Return a file and its tree."""
    source = Source("scene.yaml", text)
    tree = parse(source)[0]
    assert isinstance(tree, Fields)
    return source, tree


def value(text: str) -> Node:
    """Return the value of `a` in a file."""
    found = page(text)[1].get("a")
    assert found is not None
    return found


def words(text: str) -> Scalar:
    """Return the words of `a` in a file."""
    found = value(text)
    assert isinstance(found, Scalar)
    return found


@pytest.mark.parametrize(
    ("before", "said", "after"),
    [
        ("a: one   # note\nb: c\n", "two", "a: two   # note\nb: c\n"),
        ("a: one\nb: c\n", "Sam: two", 'a: "Sam: two"\nb: c\n'),
        ("a: one\nb: c\n", "it’s # “so”", 'a: "it’s # “so”"\nb: c\n'),
        ("a: 'one'\nb: c\n", "isn't: it", "a: 'isn''t: it'\nb: c\n"),
        ('a: "one"\nb: c\n', 'a "b": c', 'a: "a \\"b\\": c"\nb: c\n'),
        ("a: one\n  and two   # note\nb: c\n", "three", "a: three   # note\nb: c\n"),
        ("a: |\n  one\n\n  two\nb: c\n", "three", "a: |\n  three\nb: c\n"),
        ("a: >\n  one\n  and on\nb: c\n", "three", "a: >\n  three\nb: c\n"),
    ],
)
def test_a_value_says_other_words(before: str, said: str, after: str) -> None:
    """In quotes where it needs them, of the kind that stood there if that will do; a block stays one."""
    edit = rewritten(words(before), said)
    assert edit is not None
    assert edited(before.encode(), [edit]).decode() == after
    assert words(after).text.rstrip("\n") == said


def test_words_that_no_quotes_can_hold_are_left_alone() -> None:
    """Signs that a file may not hold cannot be written into it."""
    assert rewritten(words("a: one\n"), "\x07") is None


@pytest.mark.parametrize(
    ("before", "wanted", "after"),
    [
        ("a: b\n", ["b", "c"], "a: [b, c]\n"),
        ("a: [b, c]   # note\n", ["c"], "a: [c]   # note\n"),
        ("a:\n  - b   # note\n  - c", ["b", "c", "d"], "a:\n  - b   # note\n  - c\n  - d"),
        ("a:\n  - b\n  - c\nd: e\n", ["c"], "a:\n  - c\nd: e\n"),
    ],
)
def test_a_list_holds_other_ids(before: str, wanted: list[str], after: str) -> None:
    """Those that stay keep their lines; new ones come behind them."""
    edits = relisted(value(before), wanted)
    assert edits is not None
    assert edited(before.encode(), edits).decode() == after


@pytest.mark.parametrize(
    ("before", "wanted"),
    [
        ("a: |\n  b\n", ["c"]),
        ("a: {b: c}\n", ["c"]),
        ("a: [b, [c]]\n", ["c"]),
        ("a: []\n", ["c"]),
        ("a: [b,\n  c]\n", ["c"]),
        ("a:\n  - b\n", []),
    ],
)
def test_a_list_that_takes_an_author_s_eye_is_left_alone(before: str, wanted: list[str]) -> None:
    """Nothing is guessed."""
    assert relisted(value(before), wanted) is None


@pytest.mark.parametrize("text", ["a: b\nc: d\n", "a: b\nc: d"])
def test_a_line_goes_below_another(text: str) -> None:
    """The last one too, whether or not it ends."""
    source = page(text)[0]
    assert edited(text.encode(), [below(source, 1, "x: y")]).decode() == text.replace("c:", "x: y\nc:")
    assert edited(text.encode(), [below(source, 2, "x: y")]).decode().splitlines() == ["a: b", "c: d", "x: y"]


def test_how_far_a_value_goes() -> None:
    """Its quotes belong to it; a note behind it does not."""
    for text, ends in (('a: "b" # c\n', 6), ("a: b # c\n", 4), ("a: b\n  c # d\n", 8)):
        assert extent(words(text)) == (3, ends)
