"""The stack of screens, without any display."""

from __future__ import annotations

import pytest

from game.session import Session
from game.settings import Settings
from game.window import commands as c
from game.window.commands import Command, buttons, keys
from game.window.moves import Begin, Home, Leave, Open, Pop, Push, Replace, Resume
from game.window.rooms import HOUSE, OF_PLAY, room
from game.window.screens.message import Message
from game.window.stack import Stack
from game.window.ways import WAYS
from tests.samples import STORY
from tests.stage import StageHost, about, cards, look


def named(stack: Stack) -> list[str]:
    """Return the classes of the screens, from the bottom."""
    return [type(screen).__name__ for screen in stack.screens]


def ask(stack: Stack, what: str, detail: str = "") -> None:
    """Ask the screen on top for something, as the window would."""
    stack.answer(stack.top.layout(look()), Command(what, detail))


def test_moves() -> None:
    """Each move does what it says."""
    stack = Stack(StageHost())
    stack.carry_out(Open("help"))
    stack.carry_out(Push(Message("One.")))
    assert named(stack) == ["Title", "Help", "Message"]
    stack.carry_out(Replace(Message("Two.")))
    stack.carry_out(Pop())
    assert named(stack) == ["Title", "Help"]
    stack.carry_out(Open("credits", instead=True))
    assert named(stack) == ["Title", "Credits"]
    stack.carry_out(Begin(STORY.id))
    assert named(stack) == ["Title", "Names"]
    stack.carry_out(Begin(STORY.id, ("dinner.noodles",)))
    assert named(stack) == ["Title", "PlayScreen"]
    stack.carry_out(Resume("two"))
    assert named(stack) == ["Title", "PlayScreen"]
    stack.carry_out(Home())
    assert named(stack) == ["Title"]
    stack.carry_out(Leave())
    assert not stack.screens


def test_a_refusal_becomes_a_page() -> None:
    """The sentence is read, and the title lies below it."""
    host = StageHost()
    host.refuses = "This story cannot be played yet."
    stack = Stack(host)
    stack.top.focus = "new"
    ask(stack, c.PICK)
    assert host.refuses in stack.top.layout(look()).words
    ask(stack, c.PICK)
    assert named(stack) == ["Title"]


def test_settings_hold_at_once() -> None:
    """Stepping a setting is kept by the host."""
    stack = Stack(StageHost())
    stack.carry_out(Open("settings"))
    ask(stack, c.PICK)
    assert stack.top.layout(look()).focus == "text_size"
    ask(stack, c.RIGHT)
    assert stack.host.settings.text_size == 120
    ask(stack, c.LEFT)
    ask(stack, c.LEFT)
    assert stack.host.settings.text_size == 200
    ask(stack, c.FULL_SCREEN)
    assert stack.host.settings.full_screen


def test_help_is_one_key_from_everywhere() -> None:
    """But does not open above itself."""
    stack = Stack(StageHost())
    ask(stack, c.HELP)
    ask(stack, c.HELP)
    assert named(stack) == ["Title", "Help"]


@pytest.mark.parametrize("name", ["play", "history", "help", "settings"])
def test_closing_the_window_leaves_from_everywhere(name: str) -> None:
    """Also from screens that have no way out of their own."""
    stack = Stack(StageHost())
    stack.carry_out(Begin(STORY.id, ("dinner.noodles",)))
    stack.carry_out(Open(name, stack.play if name in OF_PLAY else None))
    ask(stack, c.LEAVE)
    assert not stack.screens


def test_a_gamepad_that_is_gone_says_so() -> None:
    """And the game waits."""
    stack = Stack(StageHost())
    ask(stack, "unplugged")
    assert "gamepad" in stack.top.layout(look()).words


def test_names_are_written_and_stepped() -> None:
    """Letters, erasing, suggestions and pronouns are kept as settings."""
    stack = Stack(StageHost())
    stack.carry_out(Begin(STORY.id))
    stack.top.focus = "you name"
    for _ in "Alex":
        ask(stack, c.ERASE)
    ask(stack, c.TEXT, "No\ner")
    assert stack.host.settings.called["you"].name == "Noer"
    stack.top.focus = "sample.sam pronouns"
    ask(stack, c.PICK)
    assert stack.host.settings.called["sample.sam"].pronouns == "she"
    stack.top.focus = "sample.sam other"
    ask(stack, c.PICK)
    assert stack.host.settings.called["sample.sam"].name not in ("Sam", "Noer")
    stack.top.focus = "begin"
    ask(stack, c.PICK)
    assert named(stack) == ["Title", "PlayScreen"]


def test_the_epilogues_picture_is_made_ahead() -> None:
    """On the last page of a play, so that the reveal begins with a picture."""
    play = StageHost().start(STORY.id, ("dinner.noodles", "offer.go"))
    screen = room("play", StageHost(), play)
    assert play.session.finished
    screen.layout(look())
    while not screen.layout(look()).box("reveal"):
        screen.handle(Command(c.RIGHT))
    first = room("reveal", StageHost(), play).layout(look()).box("picture")
    assert first
    assert screen.ahead() == (first.view,)


def test_the_next_page_of_a_play_is_known_ahead() -> None:
    """As it is once it is turned to. Nothing is of an answer; what could have been is, once all is told."""
    play = StageHost().start(STORY.id)
    screen = room("play", StageHost(), play)
    for picks in ((), ("dinner.noodles",), ("offer.go",)):
        for pick in picks:
            play.session.pick(pick)
        here = screen.layout(look())
        while ahead := screen.onward(look()):
            assert screen.layout(look()) == here
            screen.handle(Command("turn"))
            here = screen.layout(look())
            assert here == ahead
    assert play.session.finished
    assert play.foresight.begin(play.session.story, play.session.picks).ident


def test_enter_goes_from_name_to_name_and_on() -> None:
    """As in any form: what is written stands, and the next thing has its turn."""
    stack = Stack(StageHost())
    stack.carry_out(Begin(STORY.id))
    stack.top.focus = "you name"
    for focus in ("sample.sam name", "begin"):
        ask(stack, c.PICK)
        assert stack.top.layout(look()).focus == focus
    ask(stack, c.PICK)
    assert named(stack) == ["Title", "PlayScreen"]


def test_writing_takes_the_place_of_the_name_that_stood_there() -> None:
    """Only with the first letters: the next ones follow them; and whoever reaches the longest name is told."""
    stack = Stack(StageHost())
    stack.carry_out(Begin(STORY.id))
    stack.top.focus = "you name"
    ask(stack, c.TEXT, "No")
    ask(stack, c.TEXT, "or")
    assert stack.host.settings.called["you"].name == "Noor"
    assert stack.top.layout(look()).box("you longest") is None
    ask(stack, c.TEXT, "a" * 40)
    assert stack.host.settings.called["you"].name == "Noor" + "a" * 20
    note = stack.top.layout(look()).box("you longest")
    assert note
    assert "24" in note.name


def test_a_name_that_stands_there_can_be_mended() -> None:
    """Erasing shortens it."""
    stack = Stack(StageHost())
    stack.carry_out(Begin(STORY.id))
    stack.top.focus = "you name"
    ask(stack, c.ERASE)
    ask(stack, c.TEXT, "c")
    assert stack.host.settings.called["you"].name == "Alec"


def test_an_empty_name_leaves_the_one_before() -> None:
    """Nobody is called nothing."""
    stack = Stack(StageHost())
    stack.carry_out(Begin(STORY.id))
    stack.top.focus = "you name"
    for _ in range(9):
        ask(stack, c.ERASE)
    assert stack.host.settings.called["you"].name == "A"


def test_deleting_a_run_asks_first() -> None:
    """Keeping it is the first answer."""
    host = StageHost(cards=cards())
    stack = Stack(host)
    stack.carry_out(Open("runs"))
    for focus in ("two", "ask"):
        stack.top.focus = focus
        ask(stack, c.PICK)
    assert stack.top.layout(look()).focus == "no"
    stack.top.focus = "yes"
    ask(stack, c.PICK)
    assert [card.key for card in host.cards] == ["one"]


def test_a_copy_of_a_run_is_saved_where_the_player_says() -> None:
    """The line proposes a place, and what is typed goes on at its end; then it is told where the copy is."""
    host = StageHost(cards=cards())
    stack = Stack(host)
    stack.carry_out(Open("runs"))
    for focus in ("one", "copy"):
        stack.top.focus = focus
        ask(stack, c.PICK)
    assert named(stack)[-1] == "File"
    ask(stack, c.TEXT, "x\ny")
    ask(stack, c.ERASE)
    stack.top.focus = "go"
    ask(stack, c.PICK)
    assert host.copied == ("one", "somewhere/documents/onex")
    assert host.copied[1] in stack.top.layout(look()).words
    ask(stack, c.PICK)
    assert named(stack)[-1] == "Runs"


def test_a_run_is_opened_from_a_file() -> None:
    """What is wrong with the path is said, and the line is still there; then the play begins."""
    stack = Stack(StageHost(cards=cards()))
    stack.carry_out(Open("runs"))
    stack.top.focus = "file"
    ask(stack, c.PICK)
    stack.top.focus = "go"
    ask(stack, c.PICK)
    assert "No file was named." in stack.top.layout(look()).words
    ask(stack, c.PICK)
    assert named(stack)[-1] == "File"
    ask(stack, c.TEXT, "run.json")
    stack.top.focus = "go"
    ask(stack, c.PICK)
    assert named(stack) == ["Title", "PlayScreen"]


@pytest.mark.parametrize("room_name", ["", "settings", "file"])
def test_a_file_dropped_on_the_window_is_opened_from_anywhere(room_name: str) -> None:
    """It takes the place of whatever was open."""
    stack = Stack(StageHost(cards=cards()))
    if room_name:
        stack.carry_out(Open(room_name))
    ask(stack, c.DROPPED, "somewhere/run.json")
    assert named(stack) == ["Title", "PlayScreen"]


def test_a_long_path_shows_its_end() -> None:
    """Where one writes; nothing reaches past the side of the page."""
    stack = Stack(StageHost())
    stack.carry_out(Open("file"))
    path = "/a/very/long/path" * 12 + "/end.json"
    ask(stack, c.TEXT, path)
    field = stack.top.layout(look()).box("path")
    assert field
    assert field.name.endswith(path)
    shown = "".join(piece.words for piece in field.text)
    assert shown.startswith("…")
    assert shown.endswith("/end.json")
    assert field.caret
    assert field.caret.right <= field.rect.right
    ask(stack, "empty")
    assert not any(piece.words for piece in (stack.top.layout(look()).box("path") or field).text)


def play() -> tuple[Stack, Session]:
    """Return a stack with a play begun."""
    host = StageHost()
    stack = Stack(host, host.start(STORY.id))
    stack.top.focus = "begin"
    ask(stack, c.PICK)
    assert stack.play
    return stack, stack.play.session


def test_rewinding_and_going_forward() -> None:
    """Both by command, and the history goes back to any answer."""
    stack, session = play()
    ask(stack, "answer", "dinner.wait")
    ask(stack, "answer", "dinner.noodles")
    ask(stack, c.REWIND)
    assert [*session.picks] == ["dinner.wait"]
    ask(stack, c.RIGHT)
    assert [*session.picks] == ["dinner.wait", "dinner.noodles"]
    ask(stack, c.HISTORY)
    stack.top.focus = next(box.id for box in stack.top.layout(look()).targets if box.name.endswith("Wait."))
    ask(stack, c.PICK)
    assert not [*session.picks]
    assert session.furthest == ("dinner.wait", "dinner.noodles")


def test_a_new_scene_waits_for_the_page_to_turn() -> None:
    """The options of the next scene are not offered beside the prose of this one."""
    stack, session = play()
    ask(stack, "answer", "dinner.noodles")
    layout = stack.top.layout(look())
    assert "You eat late." in layout.words
    assert not [box for box in layout.boxes if box.role == "option"]
    ask(stack, c.PICK)
    assert "Offer" in stack.top.layout(look()).words
    assert [box.id for box in stack.top.layout(look()).boxes if box.role == "option"] == ["offer.stay", "offer.go"]
    ask(stack, c.SKIP)
    assert session.finished


def test_every_key_and_button_names_a_command() -> None:
    """And the help tells of each command that a key gives."""
    known = {value for name, value in vars(c).items() if name.isupper() and isinstance(value, str)}
    assert {command.what for command in (*keys({}).values(), *buttons({}).values())} <= known
    told = " ".join(how for way in WAYS for _device, how in way.told(Settings())).lower()
    for key in (
        "down",
        "enter",
        "space",
        "1 to 9",
        "page down",
        "backspace",
        "right",
        "h",
        "s",
        "m",
        "escape",
        "f11",
        "left shoulder",
    ):
        assert key in told


def test_rooms_are_all_there() -> None:
    """Each name makes a screen; the reveal is made with a play."""
    host = StageHost()
    opened = host.start(STORY.id)
    for name in (*HOUSE, *OF_PLAY):
        room(name, host, about(name, opened))


def test_an_unknown_room_is_a_broken_assumption() -> None:
    """Screens name rooms that exist."""
    with pytest.raises((KeyError, ModuleNotFoundError)):
        room("cellar", StageHost())
