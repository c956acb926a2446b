"""The list of players in the window."""

from __future__ import annotations

from game.window import commands as c
from game.window.commands import Command
from game.window.moves import Open
from game.window.stack import Stack
from tests.stage import StageHost, StagePlayers, look


def asked(stack: Stack, what: str, detail: str = "") -> str:
    """Give a command; return everything that can then be read."""
    stack.settle(stack.layout(look()))
    stack.answer(stack.layout(look()), Command(what, detail))
    return stack.layout(look()).words


def listed(*later: str) -> tuple[Stack, StageHost]:
    """Return a window at the list of these players."""
    host = StageHost()
    host.players = StagePlayers(*later)
    stack = Stack(host)
    stack.carry_out(Open("players"))
    return stack, host


def test_the_title_tells_who_plays() -> None:
    """Once it is not the first player; in class mode nobody is named."""
    host = StageHost()
    stack = Stack(host)
    assert "plays" not in stack.layout(look()).words
    host.players.become("Kim")
    assert "Kim plays" in stack.layout(look()).words
    host.folder = "/srv/class"
    assert "Kim" not in stack.layout(look()).words


def test_picking_a_player_leads_to_their_title() -> None:
    """Without a question: nothing is lost by it."""
    stack, host = listed("Kim")
    asked(stack, "player", "Kim")
    assert host.players.now == "Kim"
    assert type(stack.top).__name__ == "Title"


def test_somebody_new_writes_a_name() -> None:
    """An empty one begins nothing."""
    stack, host = listed()
    asked(stack, "begin")
    assert type(stack.top).__name__ == "PlayersScreen"
    asked(stack, c.TEXT, "Kimm")
    assert "Kim" in asked(stack, c.ERASE)
    asked(stack, "begin")
    assert host.players.now == "Kim"


def test_taking_somebody_off_the_list_is_asked_twice() -> None:
    """The first answer in reach keeps everything; going back does, too."""
    stack, host = listed("Kim")
    assert "off the list" not in stack.layout(look()).words
    host.players.become("Kim")
    words = asked(stack, "ask", "Kim")
    assert "Delete all runs and settings of Kim for good?" in words
    assert stack.layout(look()).focus == "no"
    asked(stack, c.BACK)
    assert host.players.names() == ("", "Kim")
    asked(stack, "ask", "Kim")
    asked(stack, "delete", "Kim")
    assert host.players.names() == ("",)
