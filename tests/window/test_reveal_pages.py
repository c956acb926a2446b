"""The reveal's pages: in order, for every ending, at every size, by commands alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest

from game.drawing.rect import Rect
from game.host import Play
from game.insight import what_if
from game.session import Session
from game.story.names import ENDINGS
from game.window import commands as c
from game.window.commands import Command
from game.window.layout import APART, AT_REST, TARGET, Layout, Look
from game.window.moves import Begin, Home, Open, Pop
from game.window.screens.reveal import Reveal
from tests.samples import STORY
from tests.stage import PICTURES, look

SIZES = ((800, 600), (1280, 720), (1920, 1080), (3840, 2160), (900, 1400))
TEXTS = (100, 140, 200)
SUPPORT = "# If this touched something\n\nTalk to somebody.\n\n- A friend\n"
RUNS = {
    "interdependence": ("dinner.noodles", "offer.go"),
    "in_between": ("dinner.noodles", "offer.stay"),
    "dependence": ("dinner.phone",),
}
WHOLE = ("dinner.wait", "dinner.noodles", "offer.stay")


def screen(picks: tuple[str, ...] = WHOLE) -> Reveal:
    """Return the reveal of some answers."""
    play = Play(Session(STORY, 1), PICTURES, SUPPORT)
    assert play.session.replay(picks) == len(picks)
    return Reveal(play)


def pages(reveal: Reveal, seen: Look) -> list[Layout]:
    """Return all pages that can be turned to, in order, and the list of answers."""
    layouts = [reveal.layout(seen)]
    while True:
        reveal.handle(Command("turn"))
        layout = reveal.layout(seen)
        if layout.key == layouts[-1].key:
            break
        layouts.append(layout)
    reveal.handle(Command("again"))
    return [*layouts, reveal.layout(seen)]


def test_where_a_drawing_has_no_room_beside_it_lies_among_the_words() -> None:
    """As wide as the column, on a page that takes the whole window: no strip is left empty for it."""
    seen = look((1280, 1024), 180)
    drawn = [layout for layout in pages(screen(), seen) if layout.box("paper")]
    assert drawn
    for layout in drawn:
        paper, page = layout.box("paper"), layout.box("page")
        assert paper
        assert page
        assert paper.scrolled
        assert (page.rect.w, page.rect.h) == seen.size


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", TEXTS)
def test_nothing_is_cut_or_overlapped(size: tuple[int, int], text: int) -> None:
    """On every page: words within the window and not on other words, targets large and apart, everything reachable."""
    seen = look(size, text)
    for layout in pages(screen(), seen):
        assert layout.scroll
        named = [box for box in layout.boxes if box.text]
        for box in layout.boxes:
            assert box.rect.x >= 0
            assert box.rect.right <= size[0], box.id
            assert box.scrolled or box.rect.within(Rect(0, 0, *size)), box.id
            for piece in box.text:
                end = box.rect.x + piece.x + seen.measure.width(piece.words, piece.font)
                assert 0 <= end <= size[0], (box.id, piece)
        for one, other in combinations(named, 2):
            if one.scrolled == other.scrolled:
                assert not one.rect.meets(other.rect), (layout.key, one.id, other.id)
        for box in layout.targets:
            assert min(box.rect.w, box.rect.h) >= TARGET
        for one, other in combinations(layout.targets, 2):
            near = Rect(one.rect.x - APART + 1, one.rect.y - APART + 1, one.rect.w + 14, one.rect.h + 14)
            assert one.scrolled != other.scrolled or not near.meets(other.rect), (one.id, other.id)
        assert len({box.id for box in layout.boxes}) == len(layout.boxes)
        assert layout.focus in {box.id for box in layout.targets}


def test_the_pages_come_in_order() -> None:
    """Epilogue, name, path, moments, the moment against, roads, question, what next, the answers."""
    kinds = [layout.key.split()[1] for layout in pages(screen(), look())]
    assert kinds == ["epilogue", "name", "path", "moment", "moment", "roads", "question", "next", "again"]


def test_every_page_is_told_in_words() -> None:
    """What a voice reads holds the name, the path, each deed, the question, the disclaimer and the support."""
    told = "\n".join(layout.words for layout in pages(screen(), look()))
    for words in (
        "An epilogue.",
        "Codependence",
        "The path begins in the middle",
        "you said noodles",
        "Which one?",
        "not a test",
        "A friend",
        "Two circles stand on one line, yours and Sam’s.",
    ):
        assert words in told


def test_support_is_as_large_and_dark_as_prose() -> None:
    """Whoever needs it finds it."""
    question = next(layout for layout in pages(screen(), look()) if layout.key.startswith("reveal question"))
    support = [box for box in question.boxes if box.id.startswith("support ")]
    assert support
    assert all(piece.ink == "ink" and piece.font.size >= look().base for box in support for piece in box.text)


def test_the_end_of_the_path_is_marked_from_its_first_page_on() -> None:
    """On every page that shows it whole."""
    told = {layout.key.split()[1]: layout for layout in pages(screen(), look())}
    assert all(told[kind].box("end") for kind in ("path", "roads", "question", "next", "again"))


def test_no_figure_is_shown() -> None:
    """Words and places only: no digit stands on any page of what was meant."""
    for layout in pages(screen(), look())[:-1]:
        assert not any(letter.isdigit() for letter in layout.words), layout.words


@pytest.mark.parametrize("dynamic", ENDINGS)
def test_every_ending_has_its_name(dynamic: str) -> None:
    """Whatever was modelled, its name fits on one line of the second page."""
    reveal = screen()
    reveal.meant = replace(reveal.meant, dynamic=dynamic)
    for size in SIZES:
        name = pages(reveal, look(size, 200))[1].box("heading")
        reveal._at = 0  # back to the first page
        assert name
        assert len({piece.y for piece in name.text}) == 1


def test_pages_turn_by_commands() -> None:
    """On and back, and no further than the ends; from the first page back is out."""
    reveal = screen()
    first = reveal.layout(look()).key
    assert isinstance(reveal.handle(Command(c.BACK)), Pop)
    reveal.handle(Command(c.REWIND))
    assert reveal.layout(look()).key == first
    reveal.handle(Command(c.RIGHT))
    second = reveal.layout(look()).key
    assert second != first
    reveal.handle(Command(c.BACK))
    assert reveal.layout(look()).key == first
    last = pages(reveal, look())[-2].key
    reveal.handle(Command(c.LEFT))
    assert reveal.layout(look()).key == last


def test_any_answer_can_be_gone_back_to() -> None:
    """The list of answers gives a new run from the moment before each."""
    reveal = screen()
    answers = [box for box in pages(reveal, look())[-1].targets if box.gives and box.gives.what == "from"]
    assert len(answers) == 3
    moves = [reveal.handle(box.gives) for box in answers if box.gives]
    assert moves == [Begin("sample", WHOLE[:number]) for number in range(3)]


def at_roads(reveal: Reveal, seen: Look) -> Layout:
    """Turn to the roads not taken."""
    return next(layout for layout in turned(reveal, seen) if layout.key.startswith("reveal roads"))


def turned(reveal: Reveal, seen: Look) -> Iterator[Layout]:
    """Yield page after page; the reveal stands on the one that was yielded last."""
    while True:
        yield reveal.layout(seen)
        reveal.handle(Command("turn"))


def test_every_road_can_be_walked() -> None:
    """Each gives a new run that stands just before its first other answer, and says so."""
    reveal = screen()
    shown = at_roads(reveal, look())
    assert "begins a new run" in shown.words
    options = [box for box in shown.targets if box.role == "option"]
    assert len(options) == 2
    for box in options:
        assert "Walk this road" in box.name
        move = reveal.handle(box.gives) if box.gives else None
        assert isinstance(move, Begin)
        session = Session(STORY, 1)
        assert session.replay(move.picks) == len(move.picks)
        assert session.offered
        assert {option.id for option in session.offered.options} - set(WHOLE)


@pytest.mark.parametrize("size", SIZES)
def test_the_road_with_the_focus_is_lit(size: tuple[int, int]) -> None:
    """It lies on top with its name beside its end; which it is, is kept when the focus goes on."""
    reveal = screen()
    seen = look(size)
    at_roads(reveal, seen)
    for number, road in enumerate(reveal._explanation.roads):
        for focus in (f"road {number}", "turn"):
            reveal.focus = focus
            shown = reveal.layout(seen)
            drawn = [box.id for box in shown.boxes if box.id.startswith("road to ")]
            assert drawn[-1] == f"road to {road.dynamic}"
            assert len(drawn) == 2
            here = shown.box("here")
            assert here is None or here.name == road.heading


def test_turning_pages_alone_starts_no_run() -> None:
    """The focus begins below the roads, or on reading on."""
    for text in TEXTS:
        assert at_roads(screen(), look(text_size=text)).focus in ("turn", "more")


def test_roads_are_told_in_words() -> None:
    """The drawing's words say where each of them ends."""
    told = at_roads(screen(), look()).words
    assert "The nearest road to Dependence ends low on we and low on me." in told


def test_the_gate_stands_where_it_was_settled() -> None:
    """The page of the path marks the answer after which no other ending was left, and says so."""
    reveal = screen(("dinner.phone",))
    shown = next(layout for layout in turned(reveal, look()) if layout.key.startswith("reveal path"))
    assert shown.box("gate")
    assert "Until then, more than one ending was open." in shown.words
    assert "settled here" in shown.words


def test_what_is_still_open_is_told() -> None:
    """A run that is not finished has no gate, and says which endings are left."""
    shown = next(layout for layout in turned(screen(("dinner.noodles",)), look()) if "path" in layout.key)
    assert not shown.box("gate")
    assert "Still open from here: Interdependence and Codependence." in shown.words


def test_without_an_analysis_nothing_is_said_of_roads(monkeypatch: pytest.MonkeyPatch) -> None:
    """If it cannot be done in time the reveal goes without it."""
    monkeypatch.setattr(what_if, "in_time", lambda _story, _picks: None)
    layouts = pages(screen(), look())
    assert not any("roads" in layout.key for layout in layouts)
    assert not any(layout.box("gate") for layout in layouts)


def test_where_one_can_go() -> None:
    """Anew, to what can be handed on, the runs, the settings, the title."""
    reveal = screen()
    ids = [box.id for box in pages(reveal, look())[-2].targets]
    assert ids[:7] == ["again", "new", "card", "print", "runs", "settings", "home"]
    assert reveal.handle(Command("new")) == Begin("sample")
    assert reveal.handle(Command("runs")) == Open("runs")
    assert reveal.handle(Command("home")) == Home()


def test_an_unfinished_run_is_told_so_far() -> None:
    """Without an epilogue, and with the way back to it."""
    reveal = screen(("dinner.noodles",))
    layouts = pages(reveal, look())
    assert "so far" in layouts[0].words
    assert layouts[-2].box("on")


def test_a_run_without_answers_has_no_path() -> None:
    """Nothing was scored, so nothing is claimed."""
    kinds = [layout.key.split()[1] for layout in pages(screen(()), look())]
    assert kinds == ["name", "question", "next", "again"]


def test_going_back_in_the_history_leads_on_from_there() -> None:
    """The reveal of a run that was rewound offers to read on."""
    reveal = screen()
    reveal.layout(look())
    reveal.play.session.rewind()
    reveal.refresh()
    layout = reveal.layout(look())
    assert [box.id for box in layout.targets][:1] == ["on"]
    assert reveal.handle(Command("on")) == Open("play", reveal.play, instead=True)


def test_motion_is_short_and_can_be_done_without() -> None:
    """A page moves for a second and a half at most; with reduced motion never."""
    reveal = screen()
    moving = look()._replace(since=0.5)
    assert any(layout.moving for layout in pages(reveal, moving))
    reveal._at = 0  # back to the first page
    assert not any(layout.moving for layout in pages(reveal, look()))


@pytest.mark.parametrize("picks", RUNS.values())
def test_the_path_is_that_of_the_meters(picks: tuple[str, ...]) -> None:
    """What the last chart says agrees with the meaning of the run."""
    reveal = screen(picks)
    told = next(layout for layout in pages(reveal, look()) if layout.key.startswith("reveal path")).words
    me, we = reveal.meant.path[-1]
    assert ("high on me" in told) == (me > 0)
    assert ("high on we" in told) == (we > 0)


@pytest.mark.parametrize("picks", [WHOLE, *RUNS.values()])
def test_only_what_moves_goes_by_the_time(picks: tuple[str, ...]) -> None:
    """A page on which nothing is drawn stands there whole from its first frame on, the mark of the path's end too."""
    begun, rested = (pages(screen(picks), look()._replace(since=since)) for since in (0.0, AT_REST))
    assert [one for one in begun if not one.moving] == [
        other for one, other in zip(begun, rested, strict=True) if not one.moving
    ]
    path = next(one for one in begun if one.key.startswith("reveal path"))
    assert path.box("end")


def test_the_next_page_is_known_ahead() -> None:
    """As it is once it is turned to; and the one in view stays as it was."""
    reveal = screen()
    for here in pages(screen(), look())[:-2]:
        assert reveal.layout(look()) == here
        ahead = reveal.onward(look())
        assert reveal.layout(look()) == here
        reveal.handle(Command("turn"))
        assert reveal.layout(look()) == ahead
