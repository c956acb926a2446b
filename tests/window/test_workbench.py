"""The workbench: the page with the panel beside it, what is shown when a story is saved, and how one gets about."""

from __future__ import annotations

from itertools import combinations, product

import pytest

from game.author import Spot
from game.drawing.rect import Rect
from game.keys import AUTHORS
from game.window import commands as c
from game.window.commands import AUTHOR_KEYS, Command, Pointed, keys
from game.window.layout import APART, TARGET, Box, Layout
from game.window.screens.spots import Spots
from tests.stage import look
from tests.watched import ERROR, MODES, OTHER, StageAuthor, ask, made

SIZES = ((800, 600), (1280, 720), (1920, 1080), (3840, 2160), (900, 1400))
TEXTS = (100, 140, 200)


def both(layout: Layout) -> tuple[Layout, ...]:
    """Return the page, and the panel if there is one."""
    return (layout, layout.beside) if layout.beside else (layout,)


def texts(layout: Layout) -> list[Box]:
    """Return the boxes that somebody reads or hits."""
    return [box for box in layout.boxes if box.text or box.gives]


@pytest.mark.parametrize(("mode", "size", "text"), list(product(MODES, SIZES, TEXTS)))
class TestEveryMode:
    """What holds for the whole window, in every mode."""

    def test_each_half_keeps_to_itself(self, mode: str, size: tuple[int, int], text: int) -> None:
        """Letters, signs and boxes of the page lie left of the panel, and the panel's within it."""
        measured = look(size, text)
        layout = made(mode).layout(measured)
        edge = layout.beside.boxes[0].rect.x if layout.beside else size[0]
        assert layout.size == size
        rooms = (Rect(0, 0, edge, size[1]), Rect(edge, 0, size[0] - edge, size[1]))
        for half, room in zip(both(layout), rooms, strict=False):
            for box in half.boxes:
                for rect in (box.rect, box.mark or box.rect):
                    assert rect.x >= room.x, box.id
                    assert rect.right <= room.right, box.id
                    assert box.scrolled or (rect.y >= 0 and rect.bottom <= size[1]), box.id
                for piece in box.text:
                    left = box.rect.x + piece.x
                    assert left >= room.x, (box.id, piece)
                    assert left + measured.measure.width(piece.words, piece.font) <= room.right, (box.id, piece)

    def test_nothing_lies_on_anything_else(self, mode: str, size: tuple[int, int], text: int) -> None:
        """Neither what scrolls nor what stays."""
        for half in both(made(mode).layout(look(size, text))):
            for one, other in combinations(texts(half), 2):
                if one.scrolled == other.scrolled:
                    assert not one.rect.meets(other.rect), (one.id, other.id)
                elif half.scroll:
                    fixed = other if one.scrolled else one
                    assert not fixed.rect.meets(half.scroll.view), fixed.id

    def test_targets_are_large_and_apart(self, mode: str, size: tuple[int, int], text: int) -> None:
        """And there is one focus in the whole window."""
        layout = made(mode).layout(look(size, text))
        targets = [box for half in both(layout) for box in half.targets]
        assert all(box.rect.h >= TARGET and box.rect.w >= TARGET and box.name for box in targets)
        for one, other in combinations(targets, 2):
            if one.scrolled == other.scrolled:
                near = Rect(one.rect.x - APART + 1, one.rect.y - APART + 1, one.rect.w + 14, one.rect.h + 14)
                assert not near.meets(other.rect), (one.id, other.id)
        assert sum(bool(half.focus) for half in both(layout)) == 1

    def test_all_of_the_panel_can_be_seen(self, mode: str, size: tuple[int, int], text: int) -> None:
        """Turned on and on, its last line comes into view."""
        bench, measured = made(mode), look(size, text)
        layout = bench.layout(measured)
        if not layout.beside or not layout.beside.scroll:
            return
        for _turn in range(200):
            bench.settle(layout)
            more = layout.beside.box("panel more") if layout.beside else None
            if not more:
                break
            at = (more.rect.x + more.rect.w // 2, more.rect.y + more.rect.h // 2)
            bench.answer(layout, Pointed(*at, pressed=True))
            layout = bench.layout(measured)
        assert layout.beside
        assert layout.beside.scroll
        last = max(box.rect.bottom for box in layout.beside.boxes if box.scrolled)
        assert last <= layout.beside.scroll.view.bottom


@pytest.mark.parametrize("size", [(1, 1), (60, 40), (200, 150), (500, 400), (7680, 4320)])
@pytest.mark.parametrize("mode", MODES)
def test_a_tiny_or_huge_window_has_no_negative_sizes(mode: str, size: tuple[int, int]) -> None:
    """Whatever the window is dragged to."""
    for half in both(made(mode).layout(look(size))):
        assert all(box.rect.w > 0 and box.rect.h > 0 for box in half.boxes)


class TestThePanel:
    """What it tells, and how one gets there."""

    def test_it_tells_all(self) -> None:
        """Where we are, the meters, variables, answers and picks; a closed one with its condition."""
        words = made().layout(look()).words
        for each in (
            *("dinner.fridge", "dinner.yaml:12", "me +1  we −2", "Independence", "was nothing", "takeaway"),
            *("closed, dinner.yaml:31: ate == nothing and not booked", "now ate is takeaway, booked is false"),
            *("picked before", "2  offer.go", "Run in parallel", "1 warning"),
        ):
            assert each in words, each

    def test_keys_go_across_and_back(self) -> None:
        """F6 goes to the panel; Escape and F6 come back; on the panel, arrows read on and move there."""
        bench = made()
        layout = ask(bench, c.ACROSS)
        assert layout.beside
        assert (layout.focus, layout.beside.focus) == ("", "spots")
        # The first reads on, to the end of the panel; the second moves the focus.
        ask(bench, c.NEXT)
        layout = ask(bench, c.NEXT)
        assert layout.beside
        assert layout.beside.focus == "flaws"
        assert ask(bench, c.BACK).focus
        assert ask(bench, c.ACROSS).focus == ""
        assert ask(bench, c.ACROSS).focus

    def test_it_hides_and_comes_back(self) -> None:
        """By key, and by the pointer."""
        bench = made()
        wide = bench.layout(look()).beside
        assert wide
        layout = ask(bench, c.PANEL)
        assert layout.beside
        show = layout.beside.box("show")
        assert show
        assert layout.beside.boxes[0].rect.w < wide.boxes[0].rect.w
        bench.answer(layout, Pointed(show.rect.x + 5, show.rect.y + 5, pressed=True))
        again = bench.layout(look()).beside
        assert again
        assert again.boxes[0].rect == wide.boxes[0].rect

    def test_the_pointer_goes_where_it_points(self) -> None:
        """Hovering takes the focus along, and the wheel turns what is under it."""
        bench = made()
        measured = look((800, 600), 200)
        layout = bench.layout(measured)
        assert layout.beside
        bench.answer(layout, Pointed(790, 300, pressed=False))
        bench.answer(bench.layout(measured), Command(c.SCROLL, "-3"))
        assert bench.panel.scroll > 0
        before = bench.panel.scroll
        bench.answer(bench.layout(measured), Pointed(10, 300, pressed=False))
        bench.answer(bench.layout(measured), Command(c.SCROLL, "-3"))
        assert bench.panel.scroll == before

    def test_what_means_nothing_there_is_meant_for_the_page(self) -> None:
        """Rewinding works while the panel has the focus."""
        bench = made()
        assert bench.play
        bench.play.session.pick("dinner.wait")
        ask(bench, c.ACROSS)
        ask(bench, c.REWIND)
        assert bench.play.session.picks == ()

    def test_a_number_always_answers(self) -> None:
        """Also while the panel has the focus."""
        bench = made()
        ask(bench, c.ACROSS)
        ask(bench, c.OPTION, "3")
        assert bench.play
        assert [*bench.play.session.picks] == ["dinner.wait"]

    def test_it_tells_that_the_place_is_lost(self) -> None:
        """As the page does, which may have to be scrolled for it."""
        bench = made()
        assert bench.play
        bench.play.trouble = "This is the moment before it."
        layout = bench.layout(look())
        assert layout.beside
        assert bench.play.trouble in layout.beside.words
        assert layout.words.count(bench.play.trouble) == 2

    def test_its_keys_are_its_own(self) -> None:
        """None of them means anything else."""
        assert not AUTHOR_KEYS.keys() & keys({}).keys()
        assert AUTHOR_KEYS.keys() == AUTHORS
        assert made().keys == AUTHOR_KEYS


class TestSaving:
    """What follows from a save."""

    def test_nothing_saved_changes_nothing(self) -> None:
        """Asked many times a second."""
        assert not made().renew()

    def test_new_words_are_on_the_page(self) -> None:
        """At once, with the focus and the page where they were."""
        bench = made()
        before = ask(bench, c.NEXT)
        author = bench.author
        assert isinstance(author, StageAuthor)
        author.save()
        assert bench.renew()
        after = bench.layout(look())
        assert "Say more noodles." in after.words
        assert "Say more noodles." not in before.words
        assert (after.key, after.focus) == (before.key, before.focus)

    def test_the_page_that_was_turned_to_stays(self) -> None:
        """Also where one answer leads over several pages."""
        bench = made()
        ask(bench, "answer", "dinner.noodles")
        turned = ask(bench, c.RIGHT)
        assert "Offer" in turned.words
        author = bench.author
        assert isinstance(author, StageAuthor)
        author.save()
        bench.renew()
        after = bench.layout(look())
        assert (after.key, "Offer" in after.words) == (turned.key, True)

    def test_mistakes_are_shown_over_the_story(self) -> None:
        """Each with place, sentence, line and hint; put aside they stay so, until others come."""
        bench = made("flaws")
        words = bench.layout(look()).words
        for each in ("dinner.yaml:14:20", "There is no pattern decide_togehter.", "shows: decide_togehter", "E243"):
            assert each in words, each
        assert "Did you mean decide_together?" in words
        assert "the last good story goes on" in words
        author = bench.author
        assert isinstance(author, StageAuthor)
        ask(bench, c.BACK)
        assert "Say noodles." in bench.layout(look()).words
        author.save(ERROR)
        bench.renew()
        assert "cannot be played" not in bench.layout(look()).words
        author.save(ERROR, ERROR._replace(sentence="Another one."))
        bench.renew()
        assert "Another one." in bench.layout(look()).words

    def test_the_next_good_save_takes_them_away(self) -> None:
        """And the story goes on."""
        bench = made("flaws")
        author = bench.author
        assert isinstance(author, StageAuthor)
        author.save()
        bench.renew()
        words = bench.layout(look()).words
        assert "E243" not in words
        assert "Say more noodles." in words

    def test_mistakes_that_change_are_shown_as_they_are(self) -> None:
        """While the page with them is open."""
        bench = made("flaws")
        author = bench.author
        assert isinstance(author, StageAuthor)
        author.save(OTHER)
        bench.renew()
        words = bench.layout(look()).words
        assert "bgas" in words
        assert "decide_togehter" not in words

    def test_a_story_that_begins_broken_begins_when_it_is_mended(self) -> None:
        """Without being asked."""
        bench = made("broken from the start")
        assert "Nothing can be played yet." in bench.layout(look()).words
        assert bench.play is None
        author = bench.author
        assert isinstance(author, StageAuthor)
        ask(bench, c.BACK)
        author.save()
        bench.renew()
        assert bench.play
        assert "Say noodles." in bench.layout(look()).words

    def test_the_same_page_of_a_reveal_is_told_anew(self) -> None:
        """An epilogue is worked on where it is read."""
        bench = made()
        assert bench.play
        bench.play.session.replay(("dinner.noodles", "offer.go"))
        ask(bench, c.RIGHT)
        ask(bench, "reveal")
        before = ask(bench, c.RIGHT)
        author = bench.author
        assert isinstance(author, StageAuthor)
        author.save()
        bench.renew()
        assert bench.layout(look()).key == before.key


class TestJumping:
    """Anywhere in the story."""

    def test_letters_narrow_the_list(self) -> None:
        """To ids and titles that hold them; Enter jumps to the first."""
        bench = made("spots")
        assert "offer.table" in bench.layout(look()).words
        for letter in "dinn fri":
            ask(bench, c.TEXT, letter)
        page = bench.layout(look())
        assert [box.id for box in page.targets if box.gives and box.gives.what == "jump"] == ["dinner.fridge"]
        ask(bench, c.TEXT, "x")
        assert "No scene or passage has these letters." in bench.layout(look()).words
        ask(bench, c.ERASE)
        ask(bench, c.PICK)
        assert bench.play
        assert bench.play.session.trial

    def test_a_scene_is_picked(self) -> None:
        """And played from there."""
        bench = made("spots")
        bench.top.focus = "offer"
        words = ask(bench, c.PICK).words
        assert "Stay." in words
        assert [type(screen).__name__ for screen in bench.screens] == ["Title", "PlayScreen"]

    def test_a_scene_that_was_saved_meanwhile_is_listed(self) -> None:
        """While the list is open."""
        bench = made("spots")
        author = bench.author
        assert isinstance(author, StageAuthor)
        author.places = (*author.places, Spot("attic", "The attic", "attic.yaml:1"))
        author.save()
        bench.renew()
        assert "The attic" in bench.layout(look()).words

    def test_a_long_list_stays_quick(self) -> None:
        """Of a thousand scenes some are listed, and how many more there are; letters find the others."""
        author = StageAuthor()
        author.places = tuple(Spot(f"day_{number}", f"Day {number}", "day.yaml:1") for number in range(1000))
        screen = Spots(author)
        words = screen.layout(look()).words
        assert len(screen.layout(look()).targets) < 210
        assert "And 800 more" in words
        screen.handle(Command(c.TEXT, "day_987"))
        assert "day_987" in screen.layout(look()).words

    def test_without_a_story_there_is_nowhere_to_go(self) -> None:
        """Which is said."""
        bench = made("broken from the start")
        assert "This story cannot be played yet." in ask(bench, c.SPOTS).words

    def test_keys_open_and_close(self) -> None:
        """F4 shows the problems from anywhere, and again what was before; F3 does not open twice."""
        bench = made()
        assert "W301" in ask(bench, c.FLAWS).words
        assert "W301" not in ask(bench, c.FLAWS).words
        ask(bench, c.SPOTS)
        ask(bench, c.SPOTS)
        assert len(bench.screens) == 3
