"""The sheets before and after a lesson in the window, and the lines with their feedback."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.classroom.sheets import read_table
from game.host import Refusal
from game.insight.vignettes import FORMS
from game.insight.wording import DYNAMIC_WORDS
from game.library import Library
from game.window import commands as c
from game.window.commands import Command
from game.window.screens.lines import Lines
from game.window.screens.sheet import Sheet
from game.window.stack import Stack
from tests.stage import KEYS, StageHost, look


def stack_on(screen: Sheet | Lines, host: StageHost) -> Stack:
    """Return a stack with a screen on top."""
    stack = Stack(host)
    stack.screens.append(screen)
    return stack


def press(stack: Stack, *keys: str) -> None:
    """Press keys, one after the other."""
    for key in keys:
        stack.settle(stack.layout(look()))
        stack.answer(stack.layout(look()), KEYS[key])


def read(stack: Stack) -> str:
    """Return everything that can be read."""
    return stack.layout(look()).words


def on(stack: Stack) -> None:
    """Press Page Down until another page is shown."""
    before = stack.layout(look()).key
    for _press in range(9):
        press(stack, "page down")
        if stack.layout(look()).key != before:
            return
    pytest.fail(f"there is no way on from {before}")


class TestSheet:
    """Ten lines, a letter each, and how sure."""

    @pytest.mark.parametrize(("when", "form"), [("before", "A"), ("after", "B")])
    def test_a_sheet_in_class_mode_is_a_row_that_the_class_map_reads(self, when: str, form: str) -> None:
        """C, fairly sure, for each line but the one that is left blank and the one that cannot be told."""
        host = StageHost()
        host.attend("/srv/class")
        stack = stack_on(Sheet(host, when), host)
        for _line in range(8):
            press(stack, "3", "2")
        press(stack, "s", "5")
        assert "bears no name" in read(stack)
        press(stack, "return")
        (handed,) = host.sheets
        assert handed == (when, f"{form},C2,C2,C2,C2,C2,C2,C2,C2,,E")
        sheets, left = read_table(handed[1].encode())
        assert (len(sheets), left) == (1, ())
        assert sheets[0].marks[-2:] == (("", 0), ("E", 0))

    def test_a_sheet_is_handed_in_once(self) -> None:
        """Once it is saved there is no way to save it again, and no way back into it."""
        host = StageHost()
        host.attend("/srv/class")
        stack = stack_on(Sheet(host, "before"), host)
        press(stack, *"s" * 10, "return", "return", "backspace")
        assert len(host.sheets) == 1
        assert "hand in" not in [box.id for box in stack.layout(look()).boxes]

    def test_a_line_can_be_answered_anew(self) -> None:
        """Going back leads to the letters, then to the line before."""
        host = StageHost()
        screen = Sheet(host, "before")
        stack = stack_on(screen, host)
        press(stack, "1", "backspace", "2", "3")
        assert screen.marks[0] == "B3"
        press(stack, "backspace", "4", "1")
        assert screen.marks[0] == "D1"

    def test_nothing_is_told_of_what_is_right_before_the_lesson(self) -> None:
        """Neither on the lines nor at the end."""
        host = StageHost()
        stack = stack_on(Sheet(host, "before"), host)
        for item in FORMS["A"]:
            assert item.why not in read(stack)
            press(stack, "1", "1")
        assert "lines" not in [box.id for box in stack.layout(look()).boxes]

    def test_outside_class_mode_it_is_shown_and_not_kept(self) -> None:
        """So that a teacher can type it, and a sheet after ends in its feedback."""
        host = StageHost()
        stack = stack_on(Sheet(host, "after"), host)
        for _line in range(10):
            press(stack, "1", "3")
        assert "B A3 A3" in read(stack)
        assert not host.sheets
        press(stack, "return")
        press(stack, "return")
        assert "You said: Interdependence." in read(stack)


class TestLines:
    """Feedback, line by line."""

    def test_each_line_is_asked_before_it_is_told(self) -> None:
        """With a clicker: the line, then its dynamic and why, then the next one; after the last one it is over."""
        host = StageHost()
        stack = stack_on(Lines(host, "A"), host)
        for item in FORMS["A"]:
            assert item.words in read(stack)
            assert item.why not in read(stack)
            on(stack)
            assert item.why in read(stack)
            assert DYNAMIC_WORDS[item.shows].title in read(stack)
            on(stack)
        assert type(stack.top).__name__ == "Title"

    def test_a_lookalike_says_what_it_is_taken_for(self) -> None:
        """That is what the line is there for."""
        at = next(number for number, item in enumerate(FORMS["A"]) if item.looks_like)
        host = StageHost()
        stack = stack_on(Lines(host, "A"), host)
        for _page in range(2 * at + 1):
            on(stack)
        assert f"It is easily taken for {FORMS['A'][at].looks_like}." in read(stack)

    def test_it_goes_back(self) -> None:
        """To the question, then to the line before."""
        host = StageHost()
        stack = stack_on(Lines(host, "A"), host)
        on(stack)
        on(stack)
        press(stack, "page up")
        assert FORMS["A"][0].words in read(stack)


def test_a_sheet_is_a_file_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the folder of the class; outside class mode it is refused with the way in."""
    monkeypatch.setenv("ME_AND_WE_HOME", str(tmp_path / "home"))
    (tmp_path / "class").mkdir()
    library = Library()
    with pytest.raises(Refusal, match="--class FOLDER"):
        library.hand_in_sheet("before", "A" + ",C2" * 10)
    library.attend(str(tmp_path / "class"))
    names = {library.hand_in_sheet("before", "A" + ",C2" * 10) for _sheet in range(3)}
    assert len(names) == 3
    assert all(name.startswith("before-") and name.endswith(".csv") for name in names)
    assert not (tmp_path / "home").exists()
    assert {file.name for file in (tmp_path / "class").iterdir()} == names


def test_from_the_title() -> None:
    """“For a class” leads to both sheets and to the lines."""
    for what, screen in (("before", Sheet), ("after", Sheet), ("lines", Lines)):
        stack = Stack(StageHost())
        for name in ("lesson", what):
            stack.settle(stack.layout(look()))
            stack.top.focus = name
            stack.answer(stack.layout(look()), Command(c.PICK))
        assert isinstance(stack.top, screen)
