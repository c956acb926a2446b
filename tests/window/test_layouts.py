"""Every screen, at every size of window and text: nothing cut, overlapped, off the screen or too small to hit."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations, product

import pytest

from game.drawing.rect import Rect
from game.settings import CHOICES
from game.window.commands import Command
from game.window.layout import APART, TARGET, Box, Layout, Look
from game.window.moves import Open, Screen
from game.window.rooms import room
from game.window.screens.play import PlayScreen
from game.window.theme import PAIRS, TEXT
from tests.samples import STORY
from tests.screens import PAGES, SCREENS, made
from tests.stage import StageHost, look

SIZES = (
    *((800, 600), (1280, 720), (1920, 1080), (3840, 2160), (900, 1400), (640, 360)),
    *((1024, 768), (1280, 1024)),
)
WIDEST = 201
TEXTS = (100, 140, 200, WIDEST)
"""Sizes of text in percent; the last is 200 with the widest letters and the most room around them."""
READ = {ink for ink, _ground, least in PAIRS if least >= TEXT}
TEXT_ROLES = {"heading", "paragraph", "speech", "answer", "note", "option", "button", "field", "setting"}


def sized(size: tuple[int, int], text: int) -> Look:
    """Return what a layout depends on, in a window and with text of these sizes."""
    usual = look(size, min(text, 200))
    if text != WIDEST:
        return usual
    spacing = {f"{what}_spacing": CHOICES[f"{what}_spacing"][-1] for what in ("line", "paragraph", "letter", "word")}
    return usual._replace(settings=replace(usual.settings, font="dyslexic", **spacing))


def parts(layout: Layout) -> list[Box]:
    """Return the boxes that somebody reads or hits."""
    return [box for box in layout.boxes if box.role in TEXT_ROLES]


@pytest.mark.parametrize(("name", "size"), list(product((*SCREENS, *PAGES), SIZES)))
def test_every_screen_keeps_every_law(name: str, size: tuple[int, int]) -> None:
    """At each size of text; each law is a function below, and says what it asks for."""
    for text in TEXTS:
        seen = sized(size, text)
        screen = made(name)
        layout = screen.layout(seen)
        for law in LAWS:
            law(layout, seen)
        everything_can_be_brought_into_view(screen, seen)
        menu_begins_at_an_entry(name, layout)


def nothing_reaches_past_the_sides(layout: Layout, seen: Look) -> None:
    """Boxes, letters and signs lie within the window; what is not scrolled lies in it from top to bottom."""
    window = Rect(0, 0, *seen.size)
    for box in layout.boxes:
        for rect in (box.rect, box.mark or box.rect):
            assert rect.x >= 0
            assert rect.right <= window.w, box.id
            assert box.scrolled or rect.within(window), box.id
        for piece in box.text:
            left = box.rect.x + piece.x
            assert left >= 0
            assert left + seen.letters.width(piece.words, piece.font) <= window.w, (box.id, piece)


def nothing_lies_on_anything_else(layout: Layout, _seen: Look) -> None:
    """No two boxes with text share a pixel; the row at the foot stays out of what scrolls."""
    assert layout.scroll
    for one, other in combinations(parts(layout), 2):
        if one.scrolled == other.scrolled:
            assert not one.rect.meets(other.rect), (one.id, other.id)
        else:
            fixed = other if one.scrolled else one
            assert not fixed.rect.meets(layout.scroll.view), fixed.id


def targets_are_large_and_apart(layout: Layout, _seen: Look) -> None:
    """Each is at least 44 pixels high, and 8 from the next."""
    assert layout.targets
    for box in layout.targets:
        assert box.rect.h >= TARGET, box.id
        assert box.rect.w >= TARGET, box.id
        assert box.name, box.id
    for one, other in combinations(layout.targets, 2):
        if one.scrolled == other.scrolled:
            near = Rect(one.rect.x - APART + 1, one.rect.y - APART + 1, one.rect.w + 14, one.rect.h + 14)
            assert not near.meets(other.rect), (one.id, other.id)


def ids_are_unique_and_the_focus_is_one(layout: Layout, _seen: Look) -> None:
    """Focus and tests find boxes by their ids."""
    ids = [box.id for box in layout.boxes]
    assert len(ids) == len(set(ids))
    assert layout.focus in {box.id for box in layout.targets}


def the_focus_begins_in_view(layout: Layout, _seen: Look) -> None:
    """Whoever opens a screen sees where they are."""
    focus = layout.box(layout.focus)
    assert focus
    assert layout.shown(focus)


def lines_are_no_longer_than_seventy_letters(layout: Layout, _seen: Look) -> None:
    """Letters on one baseline of one box."""
    for box in parts(layout):
        for line in {piece.y for piece in box.text}:
            words = " ".join(piece.words for piece in box.text if piece.y == line)
            # A blank that does not break is within its piece.
            assert len(words.replace("\u00a0 ", " ")) <= 70, box.id


def words_are_in_inks_of_words(layout: Layout, _seen: Look) -> None:
    """Each ink is one whose contrast is promised; what else is drawn is no text."""
    for box in layout.boxes:
        assert {piece.ink for piece in box.text} <= READ, box.id


LAWS = (
    nothing_reaches_past_the_sides,
    nothing_lies_on_anything_else,
    targets_are_large_and_apart,
    ids_are_unique_and_the_focus_is_one,
    the_focus_begins_in_view,
    lines_are_no_longer_than_seventy_letters,
    words_are_in_inks_of_words,
)


def everything_can_be_brought_into_view(screen: Screen, seen: Look) -> None:
    """Scrolled to its end, the last line of a page is in view."""
    screen.scroll = 10**6
    layout = screen.layout(seen)
    assert layout.scroll
    last = max(box.rect.bottom for box in layout.boxes if box.scrolled)
    assert last <= layout.scroll.view.bottom


def menu_begins_at_an_entry(name: str, layout: Layout) -> None:
    """A menu has the focus on an entry, if one is in view; what is to be read first has it on the way to read on."""
    entries = [box for box in layout.targets if box.scrolled and box.role != "option" and layout.shown(box)]
    assert layout.focus != "more" or not entries or name in ("play", "names", "talk", "split")


@pytest.mark.parametrize(("name", "size"), list(product((*SCREENS, *PAGES), SIZES)))
def test_the_arrow_back_up_lies_on_nothing(name: str, size: tuple[int, int]) -> None:
    """For one switch there is an arrow more at the foot of a page that was scrolled."""
    usual = look(size, 200)
    single = usual._replace(settings=replace(usual.settings, one_switch=True))
    screen = made(name)
    screen.layout(single)
    screen.scroll = 30
    layout = screen.layout(single)
    assert layout.scroll
    assert bool(layout.box("less")) == (layout.scroll.at > 0)
    for one, other in combinations([box for box in layout.targets if not box.scrolled], 2):
        assert not one.rect.meets(other.rect), (one.id, other.id)


@pytest.mark.parametrize(("size", "text"), list(product(SIZES, TEXTS)))
def test_a_third_word_at_the_foot_never_lies_on_the_arrow(size: tuple[int, int], text: int) -> None:
    """Where all was read before, a page offers to go over it if there is room for that; menu and history stay."""
    screen = made("play")
    assert isinstance(screen, PlayScreen)
    screen.play.knows = lambda _said: True
    layout = screen.layout(sized(size, text))
    foot = [box.rect for box in layout.targets if not box.scrolled]
    near = [Rect(rect.x - APART + 1, rect.y, rect.w + 2 * APART - 2, rect.h) for rect in foot]
    assert not [one for one, other in combinations(near, 2) if one.meets(other) and one.inset(APART, 0).meets(other)]
    assert layout.box("menu")


@pytest.mark.parametrize("size", [(1, 1), (60, 40), (200, 150), (7680, 4320)])
@pytest.mark.parametrize("name", SCREENS)
def test_a_tiny_or_huge_window_has_no_negative_sizes(name: str, size: tuple[int, int]) -> None:
    """Whatever the window is dragged to, each box has a size, and the page can be scrolled."""
    layout = made(name).layout(look(size))
    assert all(box.rect.w > 0 and box.rect.h > 0 for box in layout.boxes)


def test_prose_is_32_pixels_high_at_1080_lines() -> None:
    """And in proportion at others, doubled by the largest text size."""
    assert look((1920, 1080)).base == 32
    assert look((3840, 2160)).base == 64
    assert look((1920, 1080), 200).base == 64
    assert look((1280, 720)).base >= 20


def test_the_foot_grows_with_the_text() -> None:
    """At twice the size its letters are twice as large where there is room; where there is none, all still stand."""

    def size(box_id: str, window: tuple[int, int], text: int) -> int:
        box = made("play").layout(look(window, text)).box(box_id)
        assert box, (window, text)
        return box.text[0].font.size

    for control in ("menu", "history"):
        assert size(control, (1920, 1080), 200) == pytest.approx(2 * size(control, (1920, 1080), 100), abs=1)
        assert size(control, (640, 360), 200) >= size(control, (640, 360), 100)


def test_the_picture_says_what_it_shows() -> None:
    """A screen's picture has words, and a play's has those of its place. Two screens are all page."""
    for name in set(SCREENS) - {"ballot", "calm"}:
        picture = made(name).layout(look()).box("paper" if name == "split" else "picture")
        assert picture
        assert picture.name
    play = made("play").layout(look()).box("picture")
    assert play
    assert "kitchen" in play.name


def test_dots_lead_from_a_setting_to_its_value() -> None:
    """Where both stand on one line; the dots lie between them, and those of all lines below each other."""
    layout = made("settings reading").layout(look())
    rows = [box for box in layout.boxes if box.role == "setting"]
    assert len(rows) > 3
    dots = [[int(x) for x in re.findall(r'cx="(\d+)"', box.art)] for box in rows]
    for box, line in zip(rows, dots, strict=True):
        label, *_middle, value = sorted({piece.x for piece in box.text})
        assert label < line[0] < line[-1] < value
    assert {x % (dots[0][1] - dots[0][0]) for line in dots for x in line} == {0}
    tight = made("settings reading").layout(look((300, 400), 200))
    assert not any(box.art for box in tight.boxes if box.role == "setting")


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1024, 768), (1280, 1024), (900, 1400)])
@pytest.mark.parametrize("name", ["title", "pause"])
def test_the_first_menus_are_all_in_view(name: str, size: tuple[int, int]) -> None:
    """In any usual window nobody has to look for the way out."""
    layout = made(name).layout(look(size))
    assert layout.scroll
    assert layout.scroll.furthest == 0


def test_the_pause_and_the_history_show_what_is_being_read() -> None:
    """The picture is the page's and the last heading the scene's, also while the next scene waits to be turned to."""
    play = room("play", StageHost(), StageHost().start(STORY.id))
    play.layout(look())
    for does, scene in ((Command("answer", "dinner.noodles"), "Dinner"), (Command("turn"), "Offer")):
        play.handle(does)
        layout = play.layout(look())
        for asked in ("menu", "history"):
            opened = play.handle(Command(asked))
            assert isinstance(opened, Open)
            above = room(opened.room, StageHost(), opened.detail).layout(look())
            shown, behind = layout.box("picture"), above.box("picture")
            assert [box.name for box in above.boxes if box.role == "heading"][-1] == scene
            assert shown
            assert behind
            assert shown.view == behind.view
