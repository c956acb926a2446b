"""Small sounds: which one follows what, alike for every answer, and none for what nobody asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.host import Play
from game.settings import Settings
from game.window import commands as c
from game.window.commands import Command, Pointed
from game.window.heard import SIGNS
from game.window.layout import Layout
from game.window.moves import Open
from game.window.signs import sign
from game.window.stack import Stack
from game.window.voice import Asked
from tests.samples import STORY
from tests.stage import StageHost, look


class Heard:
    """A window whose small sounds are written down, with a play of the sample open in it."""

    def __init__(self, settings: Settings | None = None, picks: tuple[str, ...] = ()) -> None:
        self.host = StageHost(settings)
        self.play: Play = self.host.start(STORY.id, picks)
        self.stack = Stack(self.host, self.play)
        self.stack.carry_out(Open("play", self.play, instead=True))

    def layout(self) -> Layout:
        """Return what stands there."""
        layout = self.stack.layout(look()._replace(settings=self.host.settings))
        self.stack.settle(layout)
        return layout

    def after(self, asked: Asked) -> str:
        """Ask for something; returns what is heard then."""
        before, settings = self.layout(), self.host.settings
        if asked:
            self.stack.answer(before, asked)
        return sign(before, self.layout(), asked, changed=self.host.settings is not settings)


def at(layout: Layout, box_id: str, *, pressed: bool = True) -> Pointed:
    """Return the pointer on a box."""
    box = layout.box(box_id)
    assert box
    return Pointed(box.rect.x + 2, box.rect.y + 2, pressed=pressed)


def test_every_answer_sounds_alike() -> None:
    """By number, by Enter, by the pointer; and nobody hears a dynamic."""
    heard = set()
    for answer in ("dinner.noodles", "dinner.phone", "dinner.wait"):
        window = Heard()
        heard.add(window.after(at(window.layout(), answer)))
        assert window.play.session.picks == (answer,)
    window = Heard()
    heard.add(window.after(Command(c.OPTION, "2")))
    assert heard == {"pick"}


def test_moving_by_key_sounds_and_by_pointer_does_not() -> None:
    """A mouse that crosses a page is no rattle; nor is a key that moves nothing."""
    window = Heard()
    assert window.after(Command(c.NEXT)) == "move"
    assert window.after(at(window.layout(), "menu", pressed=False)) == ""
    assert window.after(Command(c.PAGE_DOWN)) == ""
    assert window.after(None) == ""


def test_pages_turn_on_and_back() -> None:
    """Each way has its own."""
    window = Heard(picks=("dinner.noodles",))
    window.layout()
    window.after(Command(c.REWIND))
    assert window.after(Command(c.FORWARD)) in ("page", "pick")
    window = Heard(picks=())
    assert window.after(Command(c.HISTORY)) == "page"
    assert window.after(Command(c.BACK)) == "back"
    assert window.after(Command(c.MENU)) == "page"
    window.stack.top.focus = "back"
    assert window.after(Command(c.PICK)) == "back"


def test_a_setting_that_changes_knocks() -> None:
    """Whatever it was changed by."""
    window = Heard()
    window.stack.carry_out(Open("settings", "sound"))
    window.layout()
    assert window.after(Command(c.RIGHT)) == "pick"
    assert window.after(Command(c.PICK)) == "pick"
    assert window.after(Command(c.FULL_SCREEN)) == "pick"


def test_the_way_is_drawn_to_a_string_whatever_it_says() -> None:
    """The pages of two reveals with other verdicts sound alike, page by page, as far as both go."""
    told = []
    for picks in (("dinner.noodles", "offer.go"), ("dinner.wait", "dinner.phone")):
        window = Heard(picks=picks)
        window.stack.carry_out(Open("reveal", window.play, instead=True))
        window.layout()
        heard: dict[str, str] = {}
        for _page in range(12):
            followed = window.after(Command(c.FORWARD))
            heard.setdefault(window.layout().key.split()[1], followed)
        told.append(heard)
    one, two = told
    assert {one[kind] == two[kind] for kind in one.keys() & two.keys()} == {True}
    assert one["moment"] == one["path"] == "line"
    assert one["name"] == "page"


def test_text_that_is_hurried_is_silent() -> None:
    """Nothing was chosen by it."""
    window = Heard(replace(Settings(), pace=60))
    before = window.layout()._replace(paced=True)
    assert sign(before, before._replace(paced=False), Command(c.PICK), changed=False) == ""


@pytest.mark.parametrize("name", ["pick", "page", "back", "move", "line"])
def test_all_of_them_are_there(name: str) -> None:
    """What may follow is what the game has."""
    assert name in SIGNS
