"""The picture to hand on: all of it fits, in every theme and family, and nobody's own name is on it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import pairwise

import pygame
import pytest

from game.insight.reveal import reveal
from game.library import Library
from game.session import Session
from game.settings import CHOICES, Settings
from game.story.called import Called
from game.story.model import Story
from game.window import commands as c
from game.window.app import App
from game.window.card import SIZE, card
from game.window.commands import Command
from game.window.fonts import Fonts
from game.window.layout import Look
from game.window.moves import Hand, Open, Snap
from game.window.rooms import room
from tests.samples import STORY
from tests.stage import StageHost, look
from tests.unseen import unseen

CALLED = {
    "you": Called("Zebedee", "he"),
    **{f"{story}.sam": Called("Philippa", "she") for story in ("our-year", "sample")},
}


def played(story: Story, seed: int) -> Session:
    """Return a whole play of a story, the answers taken by a number."""
    session = Session(story, seed)
    while offered := session.offered:
        session.pick(offered.options[seed * len(session.picks) % len(offered.options)].id)
    return session


@pytest.fixture
def fonts() -> Fonts:
    """The shipped letters."""
    return Fonts()


@pytest.mark.parametrize("family", CHOICES["font"])
@pytest.mark.parametrize("seed", range(5))
def test_everything_fits(fonts: Fonts, family: str, seed: int) -> None:
    """Nothing lies outside of the picture or on anything else, whatever the size of the window and of its text."""
    session = played(Library().story("our-year")[0], seed)
    settings = Settings(font=family, text_size=200, letter_spacing=12, line_spacing=150)
    layout = card(Look((640, 360), fonts, settings), session.story, reveal(session.story, session.picks))
    assert layout.size == SIZE
    words = [box for box in layout.boxes if box.rect.x > SIZE[0] * 0.52 and box.name]
    assert words[0].id == "over"
    assert words[-1].rect.bottom < SIZE[1] - 30
    for box in words:
        assert box.rect.right <= SIZE[0] - 30, box.id
    for one, other in pairwise(words):
        assert one.rect.bottom <= other.rect.y


def test_nobodys_own_name_is_on_it(fonts: Fonts) -> None:
    """The story's names stand there, so it can be handed on."""
    session = played(Library().story("our-year")[0], 3)
    settings = Settings(CALLED)
    words = card(Look((1280, 720), fonts, settings), session.story, reveal(session.story, session.picks)).words
    assert "Sam" in words
    assert "Zebedee" not in words
    assert "Philippa" not in words
    assert "Our Year" in words


def test_it_tells_the_moments_in_the_order_of_the_year(fonts: Fonts) -> None:
    """Up to four: those that carried it, and the one against."""
    session = played(Library().story("our-year")[0], 2)
    layout = card(Look((1280, 720), fonts, Settings()), session.story, reveal(session.story, session.picks))
    told = [box for box in layout.boxes if box.id.startswith("did ")]
    assert 1 <= len(told) <= 4


@pytest.mark.parametrize("picks", [(), ("dinner.wait",), ("dinner.noodles", "offer.go")])
def test_a_run_of_any_length_has_one(picks: tuple[str, ...]) -> None:
    """Also one that has hardly begun."""
    layout = card(look(), STORY, reveal(STORY, picks))
    assert "A sample" in layout.words
    assert layout.box("heading")


def test_the_reveal_offers_both() -> None:
    """On its last page."""
    host = StageHost(Settings(CALLED, motion="reduced"))
    play = host.start(STORY.id, ("dinner.noodles", "offer.go"))
    screen = room("reveal", host, play)
    while not (layout := screen.layout(look())).box("again"):
        screen.handle(Command(c.FORWARD))
    assert layout.box("card")
    snap = screen.handle(Command("card"))
    assert isinstance(snap, Snap)
    assert snap.layout
    assert snap.layout.size == SIZE
    assert screen.handle(Command("print")) == Hand(play)


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    """A window that nobody sees."""
    with unseen(monkeypatch, StageHost()) as app:
        yield app


def test_a_key_keeps_a_picture_of_the_window(app: App) -> None:
    """As it stands, and then says where it is; the screen is where it was."""
    before = pygame.image.tobytes(app.surface, "RGB")
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_F12, mod=0, unicode=""))
    app.tick()
    assert isinstance(app.host, StageHost)
    (data,) = app.host.snapped
    kept = pygame.image.load(io.BytesIO(data), "x.png")
    assert pygame.image.tobytes(kept, "RGB") == before
    assert app.layout
    assert "somewhere/pictures/me-and-we.png" in app.layout.words
    app.stack.answer(app.layout, Command(c.BACK))
    assert type(app.stack.top).__name__ == "Title"


def test_the_reveals_picture_is_kept_as_one(app: App) -> None:
    """In its own size, whatever the window's."""
    play = app.host.start(STORY.id, ("dinner.noodles", "offer.go"))
    app.stack.carry_out(Open("reveal", play))
    app.dirty = app._stale = True
    app.tick()
    app._answer(Command("card"))
    assert isinstance(app.host, StageHost)
    kept = pygame.image.load(io.BytesIO(app.host.snapped[0]), "x.png")
    assert kept.get_size() == SIZE
    assert len(set(pygame.image.tobytes(pygame.transform.scale(kept, (40, 30)), "RGB"))) > 20


def test_a_picture_that_cannot_be_kept_is_told(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a sentence, and the game goes on."""
    from game.host import Refusal  # noqa: PLC0415  # only here

    def refuse(_data: bytes) -> str:
        raise Refusal("The disk is full.")

    monkeypatch.setattr(app.host, "keep_picture", refuse)
    app._answer(Command(c.PICTURE))
    assert "The disk is full." in app.stack.top.layout(app.look()).words
