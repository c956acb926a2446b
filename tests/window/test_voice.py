"""What the voice says, compared with what is shown; and how it is switched on, stopped and asked to say it again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

import pytest

from game.host import Host, Play
from game.insight.wording import DYNAMIC_WORDS
from game.library import Library
from game.settings import Settings, names_for
from game.story.called import Called
from game.story.events import Offered
from game.story.text import plain
from game.window import commands as c
from game.window.commands import Command, Pointed
from game.window.layout import AT_REST, Layout
from game.window.moves import Begin, Open
from game.window.prose import stretches
from game.window.screens.message import Message
from game.window.screens.settings import SECTIONS
from game.window.screens.settings import told as value_told
from game.window.stack import Stack
from game.window.voice import WAYS_ON, Asked, Heard, page, told
from tests.samples import STORY
from tests.stage import StageHost, look
from tests.watched import made as watched

ENOUGH = 500
READ = {"heading", "paragraph", "speech", "answer", "note"}


class Listener:
    """Somebody who plays by hearing; `said` is all that was said, in order."""

    def __init__(self, host: Host | None = None, play: Play | None = None) -> None:
        self.stack = Stack(host or StageHost(), play)
        self.heard = Heard()
        self.layout: Layout = self.stack.layout(look())
        self.said: list[str] = []
        self.since = AT_REST
        self.after(None)

    def ask(self, what: str, detail: str = "") -> tuple[str, ...]:
        """Ask for something; returns what is said then."""
        command = Command(what, detail)
        self.stack.answer(self.layout, command)
        return self.after(command)

    def after(self, asked: Asked) -> tuple[str, ...]:
        """Lay out what stands now, and return what is said of it."""
        shown = look()._replace(settings=self.stack.host.settings, since=self.since)
        self.layout = self.stack.layout(shown)
        self.stack.settle(self.layout)
        self.heard = told(self.heard, self.layout, asked)
        self.said += self.heard.say
        return self.heard.say


class Year(NamedTuple):
    """A whole story, played by Enter alone: the listener, now on the reveal's first page, and all that came before it.

    `said` is what was said, `choices` what was offered, `layouts` what was shown; `reveal` what was said of that page.
    """

    listener: Listener
    called: dict[str, Called]
    said: tuple[str, ...]
    choices: tuple[Offered, ...]
    layouts: tuple[Layout, ...]
    reveal: tuple[str, ...]


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Year]:
    """The shipped story, from its names to its reveal."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ME_AND_WE_HOME", str(tmp_path_factory.mktemp("home")))
        library = Library()
        library.keep(replace(library.settings, motion="reduced"))
        yield played(library)


def played(library: Library) -> Year:
    """Play the story to its reveal."""
    play = library.start("our-year", seed=1)
    listener = Listener(library, play)
    choices: list[Offered] = []
    layouts = [listener.layout]
    for _step in range(ENOUGH):
        choice, before = play.session.offered, tuple(listener.said)
        listener.ask(c.PICK)
        if type(listener.stack.top).__name__ == "Reveal":
            called = names_for(play.session.story, library.settings)
            return Year(listener, called, before, tuple(choices), tuple(layouts), listener.heard.say)
        layouts.append(listener.layout)
        if choice and len(play.session.picks) > len(choices):
            choices.append(choice)
    raise AssertionError(listener.layout.key)


def test_a_whole_story_is_told_once_and_in_order(year: Year) -> None:
    """Every paragraph that the session tells, from the first to the last."""
    play = year.listener.stack.play
    assert play
    blocks = [block for stretch in stretches(play.session, year.called) for block in stretch.blocks]
    prose = [block.name or "".join(span.words for span in block.spans) for block in blocks]
    known = set(prose)
    assert [words for words in year.said if words in known] == prose


def test_every_answer_is_told_with_its_number(year: Year) -> None:
    """Of each choice that was met: “2 of 4”, and the words."""
    assert len(year.choices) > 20
    for choice in year.choices:
        for number, offer in enumerate(choice.options, 1):
            words = f"{number} of {len(choice.options)}: "
            answer = plain(offer.text, year.called)
            assert any(words in said and answer in said for said in year.said), offer.id


def test_whatever_is_shown_is_said(year: Year) -> None:
    """On each page of a play every box with a name was said by then; the picture's words once for each place."""
    said = "\n".join(year.said)
    for layout in year.layouts:
        for box in layout.boxes:
            assert box.name in said, box.name
    places = {box.name for layout in year.layouts for box in layout.boxes if box.role == "picture"}
    assert len(places) > 3
    for place in places:
        assert [words.endswith(place) for words in year.said].count(True) == 1


def test_nothing_is_said_of_meters_before_the_reveal(year: Year) -> None:
    """Neither a number beside me or we nor the name of any dynamic."""
    for said in year.said:
        assert not re.search(r"\b(me|we)\b\W*\d", said, re.IGNORECASE)
        assert not any(words.title in said for words in DYNAMIC_WORDS.values())


def test_the_whole_why_is_told(year: Year) -> None:
    """The epilogue, each page of the reveal and the roads: each paragraph once, in the order in which pages show them.

    Where the path leads is left out: the drawing says that, too.
    """
    listener = year.listener
    said = [*year.reveal]
    shown = [box for box in listener.layout.boxes if box.role in READ and box.name]
    keys = [listener.layout.key]
    for _step in range(ENOUGH):
        before = {(box.id, box.name) for box in listener.layout.boxes}
        said += listener.ask(c.FORWARD)
        if listener.layout.key == keys[-1]:
            break
        keys.append(listener.layout.key)
        fresh = (box for box in listener.layout.boxes if (box.id, box.name) not in before)
        shown += [box for box in fresh if box.role in READ and box.name]
    assert {key.split()[1] for key in keys} >= {"epilogue", "name", "path", "moment", "roads", "question", "next"}
    names = [box.name for box in shown if box.id != "told"]
    assert [words for words in said if words in set(names)] == names
    assert any(words.startswith("1 of ") and "Walk this road." in words for words in said)


def test_the_title_is_told_with_how_to_go_on() -> None:
    """Whoever switches the voice on hears where they are, what there is, and what Enter would choose."""
    said = Listener().said
    assert said[0] == "The voice is on. F1 tells the keys."
    assert said[1].startswith("Picture: A town house")
    assert said[2:5] == [
        "Me & We",
        "A year, two people, and what you make of it.",
        "You are here: Begin a new year",
    ]


def test_where_the_focus_goes_is_told() -> None:
    """By itself, and with its number among answers."""
    listener = Listener()
    assert listener.ask(c.NEXT) == ("For a class",)
    listener.stack.carry_out(Begin(STORY.id, ("dinner.wait",)))
    said = listener.after(None)
    options = [box for box in listener.layout.boxes if box.role == "option"]
    assert f"2 of {len(options)}: {options[1].name}" in said
    assert listener.ask(c.NEXT) == (f"2 of {len(options)}: {options[1].name}",)


def test_a_pointer_is_followed() -> None:
    """What it points at is told; pointing at it still says nothing."""
    listener = Listener()
    box = listener.layout.targets[1]
    point = Pointed(box.rect.x + 5, box.rect.y + 5, pressed=False)
    for expected in ((box.name,), ()):
        listener.stack.answer(listener.layout, point)
        assert listener.after(point) == expected


def test_settings_tell_their_values() -> None:
    """All when the page opens, and each as it changes."""
    listener = Listener()
    listener.stack.carry_out(Open("settings", "looks"))
    assert "You are here: Theme: light" in listener.after(None)
    assert listener.ask(c.RIGHT) == ("Theme: sepia",)


@pytest.mark.parametrize("name", ["help", "credits", "runs", "settings", "keys", "file"])
def test_pages_are_told_whole(name: str) -> None:
    """Every box that has words, in the order in which they stand."""
    listener = Listener()
    listener.stack.carry_out(Open(name))
    said = "\n".join(listener.after(None))
    at = 0
    for box in listener.layout.boxes:
        if box.name and box.role != "picture":
            at = said.index(box.name, at)


@pytest.mark.parametrize("section", [name for name, section in SECTIONS.items() if section.rows])
def test_sections_tell_all_their_settings(section: str) -> None:
    """Each with its value; of those beside a sample of the page, the sample before them."""
    listener = Listener()
    listener.stack.carry_out(Open("settings", section))
    said = "\n".join(listener.after(None))
    assert "A page of a story as it looks now." in said
    at = 0
    for field, label in SECTIONS[section].rows:
        at = said.index(f"{label}: {value_told(field, getattr(Settings(motion='reduced'), field))}", at)


def test_paced_text_is_told_once() -> None:
    """All of it when its page begins; nothing as its lines come, nor once they all stand there."""
    listener = Listener(StageHost(Settings(pace=10)))
    listener.since = 0.0
    listener.stack.carry_out(Begin("sample"))
    listener.after(None)
    listener.ask("begin")
    assert listener.layout.paced
    told_at_first = listener.heard.say
    assert all(box.name in "\n".join(told_at_first) for box in listener.layout.boxes if box.id not in WAYS_ON)
    assert listener.ask(c.REPEAT) == told_at_first
    assert listener.layout.paced
    for listener.since in (1.0, 2.0, 3.0, 60.0):
        assert listener.after(None) == ()
    assert not listener.layout.paced


def test_the_help_key_is_the_players() -> None:
    """Whichever it is."""
    assert "J tells the keys." in told(Heard(), Stack(StageHost()).layout(look()), None, "J").say[0]


def test_a_refusal_is_told() -> None:
    """A page that comes unasked is told like any other."""
    listener = Listener()
    listener.stack.screens.append(Message("The run could not be opened."))
    assert "The run could not be opened." in listener.after(None)


def test_again_and_again() -> None:
    """First what was said last, then all of the page; after anything else, what was said last once more."""
    listener = Listener()
    listener.ask(c.NEXT)
    assert listener.ask(c.REPEAT) == ("For a class",)
    assert listener.ask(c.REPEAT) == page(listener.layout)
    assert "You are here: For a class" in page(listener.layout)
    listener.ask(c.NEXT)
    assert listener.ask(c.REPEAT) == ("Your runs",)


def test_only_what_is_new_of_a_page_is_told() -> None:
    """What was read stays on the page and is not told again; the answers are, for they can be chosen now."""
    listener = Listener()
    listener.stack.carry_out(Begin(STORY.id, ("dinner.wait",)))
    listener.after(None)
    said = listener.ask("answer", "dinner.wait")
    assert said[:2] == ("You: Wait.", "You wait.")
    assert "Dinner" not in said
    assert [words for words in said if " of " in words]


def test_a_place_that_is_come_to_again_is_told_briefly() -> None:
    """In full the first time, and then by how its words begin."""
    listener = Listener()
    picture = listener.layout.box("picture")
    assert picture
    elsewhere = picture._replace(name="A quay. It rains.")
    there = listener.layout._replace(boxes=(elsewhere,), key="elsewhere")
    first = told(listener.heard, there, None)
    assert first.say == ("Picture: A quay. It rains.",)
    again = told(told(first, listener.layout, None), there, None)
    assert again.say == ("Picture: A quay",)


def test_letters_are_told_as_they_are_written() -> None:
    """The letter alone; what is left after erasing; the label only with the line that it names."""
    listener = Listener()
    listener.stack.carry_out(Begin(STORY.id))
    said = listener.after(None)
    assert said.count("Your name in the story: Alex") == 1
    assert "Your name in the story" not in said
    listener.stack.top.focus = "you name"
    assert listener.after(None) == ("Your name in the story: Alex",)
    assert listener.ask(c.TEXT, "N") == ("N",)
    assert listener.ask(c.TEXT, " ") == ("space",)
    assert listener.ask(c.ERASE) == ("Your name in the story: N",)


def test_a_page_that_moves_says_which_way() -> None:
    """A key that only scrolls is not met with silence."""
    listener = Listener()
    listener.stack.carry_out(Open("help"))
    listener.after(None)
    assert listener.ask(c.SCROLL, "-1") == ("Further down the page.",)
    assert listener.ask(c.TOP) == ("Further up the page.",)
    assert listener.ask(c.TOP) == ()


def test_beside_the_page_only_the_focus_is_told() -> None:
    """The panel of a watched story holds meters and ids, which an author looks up and a listener need not hear."""
    bench = watched("play")
    heard = told(Heard(), bench.layout(look()), None)
    bench.settle(bench.layout(look()))
    beside = bench.layout(look()).beside
    assert beside
    assert any(box.name.startswith("Meters") for box in beside.boxes)
    assert not any("Meters" in words for words in heard.say)
    across = Command(c.ACROSS)
    bench.answer(bench.layout(look()), across)
    assert told(heard, bench.layout(look()), across).say == ("Jump · F3",)


def test_a_closed_answer_says_that_it_is_closed() -> None:
    """It is shown in quiet letters, which nobody hears."""
    host = StageHost()
    host.settings = replace(host.settings, show_closed=True)
    listener = Listener(host)
    listener.stack.carry_out(Begin(STORY.id, ("dinner.wait",)))
    assert closed(listener.stack.layout(look()._replace(settings=host.settings))) == ["Closed: Curry."]


def closed(layout: Layout) -> list[str]:
    """Return the names of the answers that are shown as closed."""
    return [box.name for box in layout.boxes if box.id.startswith("closed ")]
