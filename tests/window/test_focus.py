"""Focus, scrolling and the pointer, as values."""

from __future__ import annotations

from game.drawing.rect import Rect
from game.window import commands as c
from game.window.commands import Command, Pointed
from game.window.focus import navigate, pointed
from game.window.layout import Box, Layout, Scroll

VIEW = Rect(0, 0, 100, 400)


def target(number: int, top: int, role: str = "option") -> Box:
    """Return a target of 50 pixels' height."""
    return Box(f"t{number}", role, Rect(0, top, 100, 50), f"t{number}", gives=Command("do", str(number)), scrolled=True)


def layout(*tops: int, at: int = 0, focus: str = "t0", length: int = 2000) -> Layout:
    """Return a page with targets at these heights of its column."""
    boxes = tuple(target(number, top - at) for number, top in enumerate(tops))
    foot = Box("foot", "button", Rect(0, 410, 100, 50), "foot", gives=Command("foot"))
    return Layout((100, 500), (*boxes, foot), focus, Scroll(VIEW, length, at))


def test_next_and_previous_go_round() -> None:
    """The row at the foot follows the last target, and the first target follows that."""
    page = layout(0, 60, length=300)
    assert navigate(page, Command(c.NEXT)).focus == "t1"
    assert navigate(page._replace(focus="foot"), Command(c.NEXT)).focus == "t0"
    assert navigate(page, Command(c.PREVIOUS)).focus == "foot"


def test_the_arrow_of_a_menu_is_passed_over() -> None:
    """Going on down a menu scrolls it by itself; where answers wait below, the arrow is what reads on to them."""
    arrow = Box("more", "button", Rect(0, 460, 40, 40), "Read on", gives=Command(c.PAGE_DOWN))
    answers = layout(0, 60, length=300)
    answers = answers._replace(boxes=(*answers.boxes, arrow))
    menu = answers._replace(boxes=tuple(box._replace(role="button") for box in answers.boxes))
    assert navigate(menu, Command(c.PREVIOUS)).focus == "foot"
    assert navigate(menu._replace(focus="foot"), Command(c.NEXT)).focus == "t0"
    assert navigate(answers, Command(c.PREVIOUS)).focus == "more"


def test_picking_gives_the_command_of_the_box() -> None:
    """The screen hears what the box gives, and the pointer does the same."""
    page = layout(0, 60, focus="t1")
    assert navigate(page, Command(c.PICK)).command == Command("do", "1")
    assert pointed(page, Pointed(5, 5, pressed=True)).command == Command("do", "0")
    assert pointed(page, Pointed(5, 65, pressed=False)).focus == "t1"
    assert pointed(page, Pointed(5, 300, pressed=True)).command is None


def test_pressing_a_field_only_begins_to_write() -> None:
    """Enter there means that the writing is done; a press, that it begins."""
    page = layout(0, 60, length=300)
    field = page.boxes[1]._replace(role="field")
    page = page._replace(boxes=(page.boxes[0], field))
    there = pointed(page, Pointed(5, 65, pressed=True))
    assert (there.focus, there.command) == ("t1", None)
    assert navigate(page._replace(focus="t1"), Command(c.PICK)).command == Command("do", "1")


def test_what_is_out_of_view_is_shown_before_it_is_picked() -> None:
    """By key as well as by number."""
    page = layout(0, 900, focus="t1")
    for command in (Command(c.PICK), Command(c.OPTION, "2")):
        outcome = navigate(page, command)
        assert outcome.command is None
        assert 900 - outcome.scroll <= 400 - 50
    assert pointed(page, Pointed(5, 905, pressed=True)).command is None


def test_a_number_beyond_the_options_does_nothing() -> None:
    """No answer is given by accident."""
    assert navigate(layout(0, 60), Command(c.OPTION, "7")).command is None


def test_moving_on_reads_what_lies_between() -> None:
    """A target further off than a page is reached a page at a time."""
    page = layout(0, 1500)
    outcome = navigate(page, Command(c.NEXT))
    assert outcome.focus == "t0"
    assert outcome.scroll == 320
    near = navigate(layout(0, 1500, at=1000), Command(c.NEXT))
    assert near.focus == "t1"


def test_scrolling_stops_at_both_ends() -> None:
    """Pages, ends and the wheel."""
    page = layout(0, length=1000, at=100)
    assert navigate(page, Command(c.TOP)).scroll == 0
    assert navigate(page, Command(c.BOTTOM)).scroll == 600
    assert navigate(page, Command(c.PAGE_UP)).scroll == 0
    assert navigate(page, Command(c.SCROLL, "-1")).scroll == 148
    assert navigate(page, Command(c.SCROLL, "99")).scroll == 0


def test_other_commands_are_the_screens_own() -> None:
    """They come back as they are."""
    assert navigate(layout(0), Command(c.HISTORY)).command == Command(c.HISTORY)
