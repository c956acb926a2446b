"""The tree that screen readers get, and what they may ask for, by values."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from game.host import Play
from game.session import Session
from game.settings import Settings
from game.window import commands as c
from game.window.access import Access
from game.window.commands import Command
from game.window.layout import Layout
from game.window.moves import Begin, Open
from game.window.rooms import room
from game.window.scan import FRAME, scanned
from game.window.screens.reveal import Reveal
from game.window.screens.settings import SECTIONS
from game.window.stack import Stack
from game.window.tree import CLICK, FOCUS, INTO_VIEW, PAGE, ROOT, Node, Tree, tree, wanted
from tests.samples import STORY
from tests.stage import PICTURES, StageHost, cards, look

SCREENS = ("title", "stories", "names", "play", "history", "pause", "settings", "runs", "help", "credits")
SCREENS_OF_COMFORT = (*(f"settings {name}" for name, section in SECTIONS.items() if section.rows), "keys", "file")


def shown(name: str) -> Layout:
    """Return a screen in the middle of a play."""
    play = Play(Session(STORY, 1), PICTURES, "Talk to somebody.")
    play.session.replay(("dinner.wait", "dinner.noodles"))
    details = {"names": (play, True), "play": play, "history": play, "pause": play}
    name, _space, section = name.partition(" ")
    return room(name, StageHost(cards=cards()), section or details.get(name)).layout(look())


def choosing(stack: Stack | None = None) -> Layout:
    """Return a page with a choice on it."""
    stack = stack or Stack(StageHost())
    stack.carry_out(Begin(STORY.id, ("dinner.wait",)))
    return stack.layout(look())


def node(tree: Tree, name: str) -> Node:
    """Return the only node with a name."""
    (found,) = (each for each in tree.nodes if each.name == name)
    return found


def below(tree: Tree, number: int) -> Iterator[Node]:
    """Yield all that is in a node, in order."""
    nodes = {each.number: each for each in tree.nodes}
    for child in nodes[number].children:
        yield nodes[child]
        yield from below(tree, child)


@pytest.mark.parametrize("name", [*SCREENS, *SCREENS_OF_COMFORT])
def test_the_tree_is_the_layout(name: str) -> None:
    """Each box with a name is in it once, in the layout's order and with its place; the focus is the layout's."""
    layout = shown(name)
    made = tree(layout, announced=True)
    assert made.nodes[0].number == ROOT
    numbers = [each.number for each in made.nodes]
    assert len(set(numbers)) == len(numbers)
    inside = [each for each in below(made, ROOT) if each.role not in ("GROUP", "LIST_BOX")]
    assert [(each.name, each.bounds) for each in inside] == [(box.name, box.rect) for box in layout.boxes if box.name]
    focus = layout.box(layout.focus)
    assert focus
    assert [each.name for each in made.nodes if each.number == made.focus] == [focus.name]


def test_a_single_switch_changes_nothing_in_the_tree() -> None:
    """The frame is for the eye: what has the focus is told by the focus."""
    layout = shown("title")
    framed = scanned(layout, rests=False)
    assert framed.box(FRAME)
    assert tree(framed, announced=True) == tree(layout, announced=True)


def test_the_reveal_is_a_tree_too() -> None:
    """With the drawing in words."""
    play = Play(Session(STORY, 1), PICTURES, "Talk to somebody.")
    play.session.replay(("dinner.noodles", "offer.go"))
    reveal = Reveal(play)
    reveal.layout(look())
    reveal.handle(Command(c.FORWARD))
    made = tree(reveal.layout(look()), announced=True)
    assert any(each.role == "IMAGE" and each.name.startswith("Two circles") for each in made.nodes)


def test_answers_are_a_list_that_counts() -> None:
    """Each with its place, from 0; what can be done with it is what can be done with the box."""
    layout = choosing()
    made = tree(layout, announced=True)
    (listed,) = (each for each in made.nodes if each.role == "LIST_BOX")
    options = list(below(made, listed.number))
    assert listed.size == len(options) > 1
    assert [each.place for each in options] == [*range(len(options))]
    assert all(each.role == "LIST_BOX_OPTION" for each in options)
    assert options[0].actions == (CLICK, FOCUS, INTO_VIEW)
    assert node(made, "Menu").actions == (CLICK, FOCUS)
    assert node(made, "Dinner").role == "HEADING"


def test_words_are_announced_unless_the_game_speaks() -> None:
    """Text is live, what can be picked is not: the focus tells of that."""
    layout = choosing()
    spoken = {each.name for each in tree(layout, announced=True).nodes if each.live}
    assert {"Dinner", "You: Wait.", "You wait."} <= spoken
    assert not spoken & {box.name for box in layout.targets}
    assert not any(each.live for each in tree(layout, announced=False).nodes)


def test_a_node_stays_the_same_as_long_as_it_is() -> None:
    """A setting keeps its number when its value changes; a text of other words is another node, which is announced."""
    stack = Stack(StageHost())
    stack.carry_out(Open("settings", "reading"))
    before = tree(stack.layout(look()), announced=True)
    stack.answer(stack.layout(look()), Command(c.RIGHT))
    after = tree(stack.layout(look()), announced=True)
    assert node(before, "Size of text: 100 %").number == node(after, "Size of text: 120 %").number
    layout = stack.layout(look())
    other = layout._replace(
        boxes=tuple(box._replace(name="Ways") if box.id == "heading" else box for box in layout.boxes)
    )
    assert node(tree(other, announced=True), "Ways").number not in {each.number for each in after.nodes}


def test_what_is_asked_for_becomes_a_command() -> None:
    """Click, focus and bringing into view name the box; the page scrolls; anything else is not understood."""
    layout = choosing()
    made = tree(layout, announced=True)
    option = next(box for box in layout.boxes if box.role == "option")
    number = node(made, option.name).number
    assert wanted(layout, number, CLICK) == Command(c.CHOOSE, option.id)
    assert wanted(layout, number, FOCUS) == Command(c.GO, option.id)
    assert wanted(layout, number, INTO_VIEW) == Command(c.REVEAL, option.id)
    assert wanted(layout, PAGE, "SCROLL_DOWN") == Command(c.PAGE_DOWN)
    assert wanted(layout, node(made, "Dinner").number, CLICK) is None
    assert wanted(layout, number, "SET_VALUE") is None
    assert wanted(layout, 12345, CLICK) is None


def test_a_choice_is_made_by_its_node() -> None:
    """Also one that is out of view: whoever clicks there has heard it."""
    stack = Stack(StageHost())
    choosing(stack)
    small = look((640, 360), 200)
    layout = stack.layout(small)
    hidden = [box for box in layout.boxes if box.role == "option" and not layout.shown(box)]
    assert hidden
    stack.answer(layout, Command(c.GO, hidden[-1].id))
    assert stack.top.focus == hidden[-1].id
    assert stack.play
    assert len(stack.play.session.picks) == 1
    stack.answer(stack.layout(small), Command(c.CHOOSE, hidden[-1].id))
    assert len(stack.play.session.picks) == 2


def test_a_page_is_scrolled_to_what_is_asked_for() -> None:
    """A text comes into view, and the focus stays; the arrow that reads on reads on; what is gone changes nothing."""
    stack = Stack(StageHost())
    stack.carry_out(Open("credits"))
    small = look((640, 360), 200)
    layout = stack.layout(small)
    stack.settle(layout)
    last = [box for box in layout.boxes if box.scrolled][-1]
    stack.answer(layout, Command(c.REVEAL, last.id))
    layout = stack.layout(small)
    box = layout.box(last.id)
    assert box
    assert layout.shown(box)
    stack.answer(layout, Command(c.TOP))
    stack.answer(stack.layout(small), Command(c.CHOOSE, "more"))
    scroll = stack.layout(small).scroll
    assert scroll
    assert scroll.at > 0
    stack.answer(stack.layout(small), Command(c.CHOOSE, "nothing"))
    assert stack.layout(small).scroll == scroll


class FakeAdapter:
    """Writes down what it is shown, and asks for what it is told to."""

    def __init__(self, shown: Tree) -> None:
        self.shown = [shown]
        self.focused: list[bool] = []
        self.requests: list[tuple[int, str]] = []

    def show(self, tree: Tree) -> None:
        """Write it down."""
        self.shown.append(tree)

    def focus(self, *, focused: bool) -> None:
        """Write it down."""
        self.focused.append(focused)

    def asked(self) -> Iterator[tuple[int, str]]:
        """Ask."""
        yield from self.requests
        self.requests = []


@contextmanager
def window() -> Iterator[object]:
    """A window that is no window."""
    yield "window"


def test_screen_readers_are_let_in_by_the_setting() -> None:
    """Not before; they see each layout once, and ask by commands; switched off, they see nothing more."""
    made: list[FakeAdapter] = []

    def make(shown: Tree, handle: object) -> FakeAdapter:
        assert handle == "window"
        made.append(FakeAdapter(shown))
        return made[-1]

    access = Access(window, make)
    layout = choosing()
    assert not access.follow(layout, Settings())
    assert not made
    asking = Settings(screen_reader=True)
    assert access.follow(layout, asking)
    assert not access.follow(layout, asking)
    title = Stack(StageHost()).layout(look())
    access.follow(title, asking)
    assert made[0].shown == [tree(layout, announced=True), tree(title, announced=True)]
    access.focus(focused=False)
    assert made[0].focused == [True, False]
    made[0].requests = [(made[0].shown[1].focus, CLICK), (99, CLICK)]
    assert list(access.asked(title)) == [Command(c.CHOOSE, title.focus)]
    access.follow(layout, Settings())
    assert list(access.asked(layout)) == []


def test_a_missing_library_is_told_once() -> None:
    """In a sentence that says what to install; switching the setting off takes it back."""

    def absent(_shown: Tree, _handle: object) -> FakeAdapter:
        raise ImportError("accesskit")

    access = Access(window, absent)
    asking = Settings(screen_reader=True)
    assert access.follow(choosing(), asking)
    assert "me-and-we[screen-reader]" in (access.trouble or "")
    assert not access.follow(choosing(), asking)
    assert access.follow(choosing(), Settings())
    assert access.trouble is None
