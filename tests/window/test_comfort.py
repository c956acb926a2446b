"""Ways to play: answers that are confirmed, text that comes line by line, and going over what was read before."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from game.host import Play
from game.settings import Settings
from game.story.events import Said
from game.window import commands as c
from game.window.commands import Command, Pointed
from game.window.layout import AT_REST, Layout, Look
from game.window.moves import Open
from game.window.stack import Stack
from tests.samples import STORY
from tests.stage import LETTERS, StageHost


class Sitting:
    """A play in a window that nobody sees, `since` so many seconds after the page came."""

    def __init__(self, settings: Settings, read: Iterable[str] = (), size: tuple[int, int] = (1280, 720)) -> None:
        self.host = StageHost(settings)
        self.play: Play = self.host.start(STORY.id)
        known = set(read)
        self.play.knows = lambda said: _words(said) in known
        self.stack = Stack(self.host, self.play)
        self.stack.carry_out(Open("play", self.play, instead=True))
        self.size = size
        self.since = AT_REST if settings.motion == "reduced" else 0.0

    def layout(self) -> Layout:
        """Return the window, settled."""
        layout = self.stack.layout(Look(self.size, LETTERS, self.host.settings, since=self.since))
        self.stack.settle(layout)
        return layout

    def ask(self, what: str, detail: str = "") -> Layout:
        """Ask for something; returns what stands there then."""
        self.stack.answer(self.layout(), Command(what, detail))
        return self.layout()

    @property
    def picks(self) -> tuple[str, ...]:
        """The answers given."""
        return self.play.session.picks


def _words(said: Said) -> str:
    return "".join(getattr(piece, "words", "") for piece in said.text)


def seen(layout: Layout) -> str:
    """Return the letters that the eye sees."""
    return " ".join(piece.words for box in layout.boxes for piece in box.text)


class TestConfirming:
    """An answer that was picked is asked for once more, if the player wants that."""

    @pytest.fixture
    def sitting(self) -> Sitting:
        """Return a play with answers to confirm."""
        return Sitting(Settings(motion="reduced", confirm=True))

    def test_the_first_pick_gives_no_answer(self, sitting: Sitting) -> None:
        """It is shown, and what changes nothing has the focus: a hand that shakes presses twice."""
        layout = sitting.ask("answer", "dinner.noodles")
        assert not sitting.picks
        assert "Say noodles." in layout.words
        assert not [box for box in layout.boxes if box.role == "option"]
        assert layout.focus == "no"
        layout = sitting.ask(c.PICK)
        assert not sitting.picks
        assert [box for box in layout.boxes if box.role == "option"]

    def test_saying_yes_gives_it(self, sitting: Sitting) -> None:
        """And the next answer is asked for again."""
        sitting.ask("answer", "dinner.wait")
        sitting.ask(c.NEXT)
        sitting.ask(c.PICK)
        assert sitting.picks == ("dinner.wait",)
        sitting.ask("answer", "dinner.noodles")
        assert sitting.picks == ("dinner.wait",)

    @pytest.mark.parametrize("what", [c.BACK, c.REWIND, c.LEFT])
    def test_going_back_gives_none(self, sitting: Sitting, what: str) -> None:
        """And takes none back that was given before."""
        sitting.ask("answer", "dinner.wait")
        sitting.ask("answer", "dinner.wait")
        sitting.ask("answer", "dinner.noodles")
        layout = sitting.ask(what)
        assert sitting.picks == ("dinner.wait",)
        assert [box for box in layout.boxes if box.role == "option"]

    def test_leaving_a_scene_out_is_asked_for_too(self, sitting: Sitting) -> None:
        """By its key, which is easily pressed."""
        assert "Leave the rest of this scene out." in sitting.ask(c.SKIP).words
        assert not sitting.picks
        sitting.ask(c.NEXT)
        sitting.ask(c.PICK)
        assert sitting.picks == ("dinner.skip",)

    def test_without_the_setting_one_pick_is_enough(self) -> None:
        """As ever."""
        sitting = Sitting(Settings(motion="reduced"))
        sitting.ask("answer", "dinner.noodles")
        assert sitting.picks == ("dinner.noodles",)


class TestPacing:
    """Text that comes line by line."""

    def sitting(self, read: Iterable[str] = (), **settings: object) -> Sitting:
        """Return a play just begun, at a line a second."""
        return Sitting(Settings(**{"pace": 10, **settings}), read)  # type: ignore[arg-type]  # names of fields

    def test_lines_come_one_by_one(self) -> None:
        """The answers with the last; a voice has all of it from the start, and nothing moves."""
        sitting = self.sitting()
        whole = Sitting(Settings(motion="reduced")).layout()
        first = sitting.layout()
        assert first.paced
        assert "Spring" in seen(first)
        assert "Say noodles." in first.words
        assert "noodles" not in seen(first)
        assert first.due == 1.0
        assert [box.rect for box in first.boxes] == [box.rect for box in whole.boxes]
        sitting.since = 1.0
        second = sitting.layout()
        assert len(seen(first)) < len(seen(second)) < len(seen(whole))
        sitting.since = 60.0
        last = sitting.layout()
        assert seen(last) == seen(whole)
        assert not last.paced
        assert last.due is None

    @pytest.mark.parametrize(
        "asked", [Command(c.PICK), Command(c.OPTION, "1"), Command(c.MENU), Pointed(9, 9, pressed=True)]
    )
    def test_anything_shows_all(self, asked: Command | Pointed) -> None:
        """And does nothing else, so nobody answers what they have not read."""
        sitting = self.sitting()
        sitting.stack.answer(sitting.layout(), asked)
        layout = sitting.layout()
        assert not layout.paced
        assert "noodles" in seen(layout)
        assert not sitting.picks
        assert type(sitting.stack.top).__name__ == "PlayScreen"

    def test_moving_the_pointer_shows_no_more_and_leaving_leaves(self) -> None:
        """A hand that rests on the mouse does not hurry anybody."""
        sitting = self.sitting()
        sitting.stack.answer(sitting.layout(), Pointed(9, 9, pressed=False))
        assert sitting.layout().paced
        sitting.stack.answer(sitting.layout(), Command(c.LEAVE))
        assert not sitting.stack.screens

    @pytest.mark.parametrize("what", [c.VOICE, c.REPEAT, c.GO, c.REVEAL])
    def test_listening_hurries_nobody(self, what: str) -> None:
        """The voice can be switched on and asked again, and a screen reader goes its way."""
        sitting = self.sitting()
        sitting.stack.answer(sitting.layout(), Command(what, "dinner.noodles" if what in (c.GO, c.REVEAL) else ""))
        assert sitting.layout().paced

    def test_a_screen_reader_answers_at_once(self) -> None:
        """It has all of the text from the start."""
        sitting = self.sitting()
        sitting.stack.answer(sitting.layout(), Command(c.CHOOSE, "dinner.noodles"))
        assert sitting.picks == ("dinner.noodles",)

    def test_what_was_shown_once_stays(self) -> None:
        """After another screen, and after going back."""
        sitting = self.sitting()
        sitting.since = AT_REST
        sitting.layout()
        sitting.since = 0.0
        assert not sitting.layout().paced
        sitting.ask("answer", "dinner.wait")
        assert sitting.layout().paced
        sitting.ask(c.REWIND)
        sitting.ask(c.REWIND)
        assert not sitting.picks
        assert not sitting.layout().paced

    def test_what_was_read_before_is_there_at_once(self) -> None:
        """Only new words come slowly."""
        assert not self.sitting(read=(" ",)).layout().paced

    def test_it_is_off_unless_chosen_and_without_motion(self) -> None:
        """With reduced motion a page has always been there long enough."""
        assert Settings().pace == 0
        assert not self.sitting(pace=0).layout().paced
        assert not self.sitting(motion="reduced").layout().paced


class TestGoingOver:
    """From what was read before to what is new."""

    BEFORE = (" ", "You eat late.", "You wait.")

    def test_pages_are_turned_to_the_next_choice(self) -> None:
        """Where all was read."""
        sitting = Sitting(Settings(motion="reduced"), self.BEFORE)
        sitting.ask("answer", "dinner.noodles")
        assert sitting.layout().box("turn")
        assert sitting.layout().box("unread")
        layout = sitting.ask(c.UNREAD)
        assert [box.id for box in layout.boxes if box.role == "option"] == ["offer.stay", "offer.go"]
        assert sitting.picks == ("dinner.noodles",)

    def test_new_words_are_not_gone_over(self) -> None:
        """The command does nothing there, and is not offered."""
        sitting = Sitting(Settings(motion="reduced"), (" ",))
        sitting.ask("answer", "dinner.noodles")
        before = sitting.layout()
        assert before.box("unread") is None
        assert sitting.ask(c.UNREAD).words == before.words

    def test_a_long_page_that_was_read_goes_to_its_answers(self) -> None:
        """In a window so small that they lie below the view."""
        sitting = Sitting(Settings(motion="reduced", text_size=200), self.BEFORE, (640, 360))
        before = sitting.layout()
        assert before.focus == "more"
        layout = sitting.ask(c.UNREAD)
        assert layout.scroll
        assert layout.scroll.at == layout.scroll.furthest
        focus = layout.box(layout.focus)
        assert focus
        assert focus.role == "option"
        assert layout.box("unread") is None

    def test_new_words_on_a_known_page_come_into_view(self) -> None:
        """An echo that nobody has read yet, among paragraphs that were."""
        sitting = Sitting(Settings(motion="reduced", text_size=200), (" ", "You eat late."), (640, 360))
        sitting.ask("answer", "dinner.wait")
        layout = sitting.ask(c.UNREAD)
        told = next(box for box in layout.boxes if box.name == "You wait.")
        assert layout.shown(told)

    def test_nothing_is_known_where_nothing_is_kept(self) -> None:
        """A play for authors, or of a host without a memory, offers nothing to go over."""
        sitting = Sitting(Settings(motion="reduced"))
        sitting.ask("answer", "dinner.noodles")
        assert sitting.layout().box("unread") is None
