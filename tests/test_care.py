"""Pausing, leaving out, leaving, changing the story: one key each, without a reason, and without a price."""

from __future__ import annotations

import io
import random

import pytest

from game.host import Play
from game.insight.dynamics import verdict
from game.insight.reveal import reveal
from game.library import Library
from game.session import Session
from game.settings import Settings
from game.story.names import SKIP
from game.terminal.console import Console
from game.terminal.read import Reading
from game.terminal.vote import Voting
from game.window.commands import Command
from game.window.moves import Home
from game.window.screens.play import ANSWER
from game.window.stack import Stack
from tests.samples import STORY
from tests.stage import KEYS, StageHost, look

SHIPPED = ("our-year", "six-evenings", "flatmates", "standing-by")


OPENS = (
    *(("m", "Pause"), ("p", "Pause"), ("b", "Calm"), (".", "Calm")),
    *(("i", "Before"), ("o", "Stories")),
)
"""Keys that open something above the page that is read."""


class TestLeavingOut:
    """Skipping never changes an ending by itself."""

    @pytest.mark.parametrize("named", SHIPPED)
    def test_the_meters_stay_as_they_are(self, named: str) -> None:
        """In plays of the shipped stories in which every third choice is left out, none of those moves the verdict."""
        story = Library(named).story(named)[0]
        for number in range(25):
            chance, session = random.Random(number), Session(story, number)  # noqa: S311  # plays, not secrets
            while choice := session.offered:
                before = session.state
                if chance.random() < 1 / 3:
                    session.skip()
                    after = session.state
                    assert (after.me, after.we, after.picked) == (before.me, before.we, before.picked)
                    assert verdict(after.me, after.we, story.dead_zone) == verdict(
                        before.me, before.we, story.dead_zone
                    )
                else:
                    session.pick(chance.choice(choice.options).id)
            meant = reveal(story, session.picks)
            assert not any(moment.id.endswith(f".{SKIP}") for moment in meant.moments)
            assert (meant.me, meant.we) == (session.state.me, session.state.we)

    @pytest.mark.parametrize("named", SHIPPED)
    def test_leaving_everything_out_names_no_dynamic(self, named: str) -> None:
        """Nobody is called anything for having kept out of it."""
        session = Session(Library(named).story(named)[0], 1)
        while session.offered:
            session.skip()
        assert reveal(session.story, session.picks).dynamic == "in_between"

    def test_the_key_leaves_what_is_in_view(self) -> None:
        """On the last page of a scene it only turns that page; nothing of the next scene is left out unseen."""
        stack, session = playing()
        press(stack, "answer dinner.noodles")
        press(stack, "s")
        assert [*session.picks] == ["dinner.noodles"]
        assert "Offer" in stack.layout(look()).words
        press(stack, "s")
        assert [*session.picks] == ["dinner.noodles", "offer.skip"]

    def test_the_menu_leaves_out_what_the_key_does(self) -> None:
        """Its line means the page beneath it."""
        stack, session = playing()
        press(stack, "answer dinner.noodles")
        press(stack, "m")
        stack.top.focus = "skip"
        press(stack, "return")
        assert session.picks == ("dinner.noodles",)
        assert "Offer" in stack.layout(look()).words


def playing(way: str = "") -> tuple[Stack, Session]:
    """Return a stack with a play begun."""
    host = StageHost()
    play = host.start(STORY.id)
    play.way = way
    stack = Stack(host, play)
    stack.top.focus = "begin"
    press(stack, "return")
    return stack, play.session


def press(stack: Stack, key: str) -> None:
    """Press a key, or give the command that is written out."""
    layout = stack.layout(look())
    stack.settle(layout)
    what, _space, detail = key.partition(" ")
    stack.answer(stack.layout(look()), KEYS[key] if key in KEYS else KEYS["h"]._replace(what=what, detail=detail))


class TestOneKeyEach:
    """In the window, on every screen of a play and in every way of playing."""

    @pytest.mark.parametrize("way", ["", "pair", "vote"])
    @pytest.mark.parametrize(
        ("key", "screen"),
        [("m", "Pause"), ("p", "Pause"), ("b", "Calm"), (".", "Calm"), ("i", "Before"), ("o", "Stories")],
    )
    def test_each_opens_at_once_and_goes_back(self, key: str, screen: str, way: str) -> None:
        """And what was read is still there."""
        stack, session = playing(way)
        before = stack.top
        press(stack, key)
        assert type(stack.top).__name__ == screen
        press(stack, "escape")
        assert stack.top is before
        assert not session.picks

    def test_the_calm_screen_holds_nothing_of_the_story(self) -> None:
        """The same key takes it away again."""
        stack, session = playing()
        press(stack, "b")
        said = stack.layout(look()).words
        scene = session.story.scenes["dinner"]
        assert all(option.id not in said for option in session.story.options.values())
        assert "Dinner" not in said
        assert scene
        press(stack, "b")
        assert type(stack.top).__name__ == "PlayScreen"

    def test_one_key_leaves(self) -> None:
        """At once: every answer is kept already."""
        stack, _session = playing()
        press(stack, "q")
        assert not stack.screens

    def test_another_story_is_played_in_the_same_way(self) -> None:
        """A class that votes goes on voting; from the title everybody begins alone."""
        stack, _session = playing("vote")
        press(stack, "o")
        stack.top.focus = STORY.id
        press(stack, "return")
        assert stack.play
        assert stack.play.way == "vote"
        assert type(stack.top).__name__ == "Before"
        stack.carry_out(Home())
        stack.top.focus = "new"
        press(stack, "return")
        assert stack.play.way == ""
        assert type(stack.top).__name__ == "Names"


class TestTwo:
    """Two at one computer agree before an answer counts."""

    def test_an_answer_counts_when_it_is_picked_twice(self) -> None:
        """Once by each; picking another one asks anew."""
        stack, session = playing("pair")
        press(stack, "1")
        assert not session.picks
        assert "Both of you?" in stack.layout(look()).words
        press(stack, "2")
        assert not session.picks
        press(stack, "2")
        assert len(session.picks) == 1

    def test_two_are_enough_for_somebody_who_confirms(self) -> None:
        """The setting asks one person twice; two have asked each other. Leaving a scene out is still confirmed."""
        stack, session = playing("pair")
        careful = look()._replace(settings=Settings(confirm=True))
        stack.layout(careful)
        stack.top.handle(Command(SKIP))
        assert not session.picks
        for _person in range(2):
            stack.top.handle(Command(ANSWER, "dinner.noodles"))
        assert [*session.picks] == ["dinner.noodles"]

    def test_going_back_takes_the_question_back(self) -> None:
        """And only the question: the page stays."""
        stack, session = playing("pair")
        press(stack, "1")
        press(stack, "escape")
        assert type(stack.top).__name__ == "PairScreen"
        assert "Both of you?" not in stack.layout(look()).words
        press(stack, "1")
        assert not session.picks


class Quiet(Library):
    """A host that keeps nothing."""

    @property
    def settings(self) -> Settings:
        """The usual settings."""
        return Settings()


def typed(play: Play, *lines: str) -> tuple[Reading, str]:
    """Return a reading of a play, and what the prompt wrote when these lines were typed."""
    output = io.StringIO()
    console = Console(io.StringIO("".join(f"{line}\n" for line in lines)), output)
    reading = (
        Voting(Quiet(), play, console, lambda many: many - 1) if play.way == "vote" else Reading(Quiet(), play, console)
    )
    reading.run()
    return reading, " ".join(output.getvalue().split())


class TestAtThePrompt:
    """The same, by a word or a letter."""

    @pytest.mark.parametrize("word", ["note", "i"])
    def test_what_is_in_the_story(self, word: str) -> None:
        """The content note, at any time."""
        library = Library("flatmates")
        story, _loaded = library.story("flatmates")
        _reading, told = typed(Play(Session(story, 1)), word)
        assert told.count(story.content_note) == 2

    @pytest.mark.parametrize("word", ["pause", "p"])
    def test_a_pause(self, word: str) -> None:
        """The choice is told again after it, and nothing was answered."""
        play = Play(Session(STORY, 7))
        _reading, told = typed(play, word, "", "1")
        assert "There is time." in told
        assert told.count("1. Say noodles.") == 2
        assert play.session.picks == ("dinner.noodles",)

    @pytest.mark.parametrize("word", ["other", "o"])
    def test_another_story(self, word: str) -> None:
        """Leaves this one without its reveal, and says how it is kept."""
        reading, told = typed(Play(Session(STORY, 7)), word)
        assert reading.elsewhere
        assert told.endswith("This run is not kept.")

    def test_two_agree(self) -> None:
        """The other one types the same number; anything else asks both again."""
        play = Play(Session(STORY, 7), way="pair")
        _reading, told = typed(play, "1", "2", "1", "1")
        assert "Then talk once more." in told
        assert play.session.picks == ("dinner.noodles",)

    def test_a_copy_outside_class_mode(self) -> None:
        """The prompt says how class mode is begun."""
        assert "--class FOLDER" in typed(Play(Session(STORY, 7)), "copy")[1]


class TestVotingAtThePrompt:
    """Hands on one line."""

    def test_most_hands_decide_after_the_others_were_heard(self) -> None:
        """Seed 7 has noodles, wait, phone; passing may be left out."""
        play = Play(Session(STORY, 7), way="vote")
        _reading, told = typed(play, "9 1 0 2", "")
        assert "A. Say noodles. B. Wait. C. Pass it." in told
        assert "A has the most hands. Before it happens, the others have the floor." in told
        assert play.session.picks == ("dinner.noodles",)

    def test_a_tie_is_voted_again_and_then_left_to_a_coin(self) -> None:
        """The coin of this test falls on the last."""
        play = Play(Session(STORY, 7), way="vote")
        _reading, told = typed(play, "4 4 0", "", "5,5,0", "")
        assert "Talk it over for a minute" in told
        assert "The coin says B." in told
        assert play.session.picks == ("dinner.wait",)

    @pytest.mark.parametrize(
        ("line", "said"),
        [
            ("1 2", "Type 3 numbers, and one more for passing."),
            ("0 0 0", "No hand is counted yet."),
            ("0 0 0 9", "Everybody passed."),
        ],
    )
    def test_what_decides_nothing_asks_again(self, line: str, said: str) -> None:
        """With a sentence about what would."""
        play = Play(Session(STORY, 7), way="vote")
        assert said in typed(play, line)[1]
        assert not play.session.picks

    def test_everything_else_can_be_typed_as_ever(self) -> None:
        """Skipping, too."""
        play = Play(Session(STORY, 7), way="vote")
        typed(play, "skip")
        assert play.session.picks == ("dinner.skip",)
