"""The short way to a file's tree: where it is taken, it leads where the long one does."""

from hypothesis import example, given, settings
from hypothesis import strategies as st
from yaml._yaml import CParser

from game.authoring.compose import composed
from game.authoring.descent import Descent
from game.authoring.nodes import Fields, Listing, Node
from game.authoring.places import Source
from game.authoring.tree import Tree

PIECES = [
    "a",
    "b: ",
    "- ",
    "\n",
    "  ",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "&a ",
    "*a",
    "! ",
    "!!str ",
    "%",
    "---",
    "'",
    '"',
    "|",
]


def spelled(node: Node) -> object:
    """Return a tree with the places of everything in it as plain data that can be compared."""
    match node:
        case Fields():
            return [(key.text, key.span, spelled(value)) for key, value in node.entries], node.span, node.flow
        case Listing():
            return [spelled(item) for item in node.items], node.span, node.flow
        case _:
            return node.text, node.span, node.style


@given(st.lists(st.sampled_from([*PIECES, "? ", ": ", "#", "...", ">+\n"]), max_size=14).map("".join))
@example("- ! [a]")
@example("[]")
@example("? [a]\n: b")
@example("{a: b}: c\nd: e")
@example("a: &a b\nc: *a")
@example("a: - b\n  - c")
@example("a: b\n---\nc: d")
@example("- |+\n\n")
@example("%YAML 1.1\n--- a")
@settings(max_examples=150)
def test_it_leads_where_the_long_one_does(text: str) -> None:
    """The trees are alike, whatever the file holds, and the long way finds nothing that the short one passed over."""
    page = Source("scene.yaml", text)
    short = composed(page, odd=False)
    if short is None:
        return
    whole = Tree(page)
    Descent(CParser(text + "\n"), whole).whole()
    assert [spelled(root) for root in short.roots] == [spelled(root) for root in whole.roots]
    assert (short.odd, short.names, short.found()) == (whole.odd, whole.names, whole.found())


def test_it_is_taken_for_a_good_file_and_for_no_deep_one() -> None:
    """How deep a file may go is known before libyaml goes there."""
    assert composed(Source("scene.yaml", "title: Tea\npassages:\n  start:\n    - You *pour*. Now!\n"), odd=False)
    for opening in ("[", "{a: ", "- ", "? "):
        assert composed(Source("scene.yaml", opening * 4000), odd=False) is None
