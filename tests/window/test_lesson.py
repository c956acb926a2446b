"""The ways into a lesson from the title, and class mode in the window."""

from __future__ import annotations

import pytest

from game.host import RunCard, StoryCard
from game.window import commands as c
from game.window.commands import Command
from game.window.stack import Stack
from tests.samples import STORY
from tests.stage import StageHost, cards, look


def ask(stack: Stack, what: str, detail: str = "") -> None:
    """Ask the screen on top for something, as the window would."""
    stack.settle(stack.layout(look()))
    stack.answer(stack.layout(look()), Command(what, detail))


def pick(stack: Stack, box: str) -> None:
    """Pick something on the screen on top."""
    stack.settle(stack.layout(look()))
    stack.top.focus = box
    assert stack.layout(look()).box(box), f"{box} is not on {type(stack.top).__name__}"
    ask(stack, c.PICK)


def read(stack: Stack) -> str:
    """Return everything that can be read."""
    return stack.layout(look()).words


def lesson(host: StageHost) -> Stack:
    """Return a stack on which the ways of a class are listed."""
    stack = Stack(host)
    pick(stack, "lesson")
    return stack


class TestFromTheTitle:
    """“For a class” lists the ways."""

    @pytest.mark.parametrize(("way", "screen"), [("vote", "VoteScreen"), ("pair", "PairScreen")])
    def test_a_way_begins_with_the_content_note_and_without_names(self, way: str, screen: str) -> None:
        """Then the story is read on the screen of that way."""
        stack = lesson(StageHost())
        pick(stack, way)
        assert type(stack.top).__name__ == "Before"
        assert "Anybody may pass, without a reason." in read(stack)
        pick(stack, "begin")
        assert type(stack.top).__name__ == screen

    def test_of_several_stories_one_is_chosen(self) -> None:
        """And played in the way that was picked before."""

        class Shelf(StageHost):
            """A host with more than one story."""

            def stories(self) -> tuple[StoryCard, ...]:
                """Return the sample twice."""
                return (*super().stories(), *super().stories())

        stack = lesson(Shelf())
        pick(stack, "vote")
        assert type(stack.top).__name__ == "Stories"
        ask(stack, "begin", STORY.id)
        assert stack.way == "vote"

    def test_the_second_lesson_goes_on(self) -> None:
        """With the run that waits, by vote."""
        stack = lesson(StageHost(cards=cards()))
        assert "Go on by vote with the latest run, at “Dinner”" in read(stack)
        pick(stack, "on")
        assert stack.way == "vote"
        assert type(stack.top).__name__ == "VoteScreen"
        waiting: tuple[RunCard, ...] = ()
        assert lesson(StageHost(cards=waiting)).layout(look()).box("on") is None


class TestClassMode:
    """Nothing is kept, and one copy goes out."""

    def test_a_folder_is_named(self) -> None:
        """What is typed is handed to the host; the title says in which mode it is, and lists no runs."""
        host = StageHost(cards=cards())
        stack = lesson(host)
        pick(stack, "alone")
        ask(stack, c.TEXT, "/srv/clasz")
        ask(stack, c.ERASE)
        ask(stack, c.TEXT, "s")
        pick(stack, "begin")
        assert host.classroom == "/srv/class"
        assert type(stack.top).__name__ == "Title"
        assert "Class mode: nothing is kept on this computer." in read(stack)
        assert "Your runs" not in read(stack)
        pick(stack, "lesson")
        assert stack.layout(look()).box("alone") is None

    def test_a_folder_that_will_not_do_is_told(self) -> None:
        """And what was typed still stands there."""
        host = StageHost()
        stack = lesson(host)
        pick(stack, "alone")
        ask(stack, c.TEXT, "/nowhere")
        host.refuses = "There is no folder “/nowhere”."
        pick(stack, "begin")
        assert host.refuses in read(stack)
        ask(stack, c.BACK)
        assert "/nowhere" in read(stack)
        assert not host.classroom

    def test_nobody_is_asked_for_a_name(self) -> None:
        """Neither before the story nor in its menu."""
        stack = Stack(attending())
        pick(stack, "new")
        assert type(stack.top).__name__ == "Before"
        pick(stack, "begin")
        ask(stack, c.MENU)
        assert stack.layout(look()).box("names") is None

    @pytest.mark.parametrize("where", ["menu", "reveal"])
    def test_a_copy_can_be_saved(self, where: str) -> None:
        """From the menu at any time, and where the reveal asks what next; it says under which name."""
        stack = Stack(attending())
        pick(stack, "new")
        pick(stack, "begin")
        if where == "menu":
            ask(stack, c.MENU)
        else:
            assert stack.play
            stack.play.session.replay(("dinner.noodles", "offer.go"))
            ask(stack, "reveal")
            while not stack.layout(look()).box("copy"):
                ask(stack, c.FORWARD)
            assert stack.layout(look()).box("runs") is None
        pick(stack, "copy")
        assert "in the folder of the class, as sample-maple.json" in read(stack)

    def test_outside_class_mode_nothing_is_handed_in(self) -> None:
        """There is no such line."""
        host = StageHost()
        stack = Stack(host, host.start(STORY.id, ("dinner.noodles",)))
        ask(stack, c.MENU)
        assert stack.layout(look()).box("copy") is None


def attending() -> StageHost:
    """Return a host in class mode."""
    host = StageHost()
    host.attend("/srv/class")
    return host
