"""A class that plays by vote: counting, what follows from it, and nothing that leaks or tells who."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pygame
import pytest

from game.ballot import Ballot
from game.host import Play
from game.insight.patterns import PATTERNS
from game.insight.wording import PATTERN_WORDS
from game.session import Session
from game.story.model import Story
from game.window import commands as c
from game.window.app import App
from game.window.commands import Command
from game.window.layout import Box, Layout
from game.window.screens.ballot import BallotScreen
from game.window.screens.split import Split
from game.window.stack import Stack
from game.window.timer import Timer
from tests.samples import STORY, words
from tests.stage import KEYS, StageHost, look
from tests.unseen import unseen

PROMPTED: Story = replace(
    STORY,
    scenes={
        "dinner": replace(STORY.scenes["dinner"], prompts=(words("Who was heard?"), words("Who was not?"))),
        "offer": STORY.scenes["offer"],
    },
)


def voting(*picks: str) -> tuple[Stack, Session]:
    """Return a stack on which a class plays by vote, after these answers, with all pages turned."""
    play = Play(Session(PROMPTED, 1), way="vote")
    play.session.replay(picks)
    stack = Stack(StageHost(), play)
    if not picks:
        press(stack, "return")
    return stack, play.session


def shown(stack: Stack) -> Layout:
    """Return what is on the screen, and let its focus come to rest."""
    layout = stack.layout(look())
    stack.settle(layout)
    return layout


def press(stack: Stack, *keys: str) -> None:
    """Press keys, one after the other."""
    for key in keys:
        shown(stack)
        stack.answer(stack.layout(look()), KEYS[key])


def top(stack: Stack) -> str:
    """Return the class of the screen on top."""
    return type(stack.top).__name__


def through(stack: Stack, key: str, to: str, most: int = 40) -> None:
    """Press a key until a screen is on top."""
    for _ in range(most):
        if top(stack) == to:
            return
        press(stack, key)
    pytest.fail(f"{key} does not lead to {to}, but to {top(stack)}")


def hands(stack: Stack) -> tuple[int, ...]:
    """Return what is counted."""
    assert isinstance(stack.top, BallotScreen)
    return stack.top.ballot.hands


class TestCounting:
    """Hands become numbers."""

    def test_numbers_are_typed_and_enter_goes_on(self) -> None:
        """As on a keypad: 1 2 Enter, 7 Enter; what is typed takes the place of what stood there."""
        stack, _session = voting()
        through(stack, "page down", "BallotScreen")
        press(stack, "1", "2", "return", "7", "return", "return", "0", "3", "return")
        assert hands(stack) == (12, 7, 0, 3)
        assert shown(stack).focus == "close"
        press(stack, "up", "5")
        assert hands(stack) == (12, 7, 0, 5)

    def test_numbers_are_stepped_and_shortened(self) -> None:
        """Left and right step, Backspace takes the last digit away, and with none left goes back to the page."""
        stack, _session = voting()
        through(stack, "page down", "BallotScreen")
        press(stack, "right", "right", "right", "left")
        assert hands(stack)[0] == 2
        press(stack, "1", "4", "backspace")
        assert hands(stack)[0] == 1
        press(stack, "backspace", "backspace")
        assert top(stack) == "VoteScreen"

    def test_a_clicker_alone_counts(self) -> None:
        """Page Down goes from row to row and closes the vote, F5 is one hand more, Page Up goes back."""
        stack, session = voting()
        through(stack, "page down", "BallotScreen")
        press(stack, "f5", "f5", "page down", "f5", "page up", "f5", "page down", "page down")
        assert hands(stack) == (3, 1, 0, 0)
        through(stack, "page down", "Split")
        press(stack, "page down")
        assert len(session.picks) == 1

    def test_an_empty_vote_is_not_closed(self) -> None:
        """Nothing follows from no hands; the page says what can be done."""
        stack, session = voting()
        through(stack, "page down", "BallotScreen")
        stack.top.focus = "close"
        press(stack, "return")
        assert top(stack) == "BallotScreen"
        assert "No hand is counted yet." in shown(stack).words
        assert not session.picks

    def test_all_answers_are_in_view_at_once(self) -> None:
        """On the screens that projectors have, without scrolling, and larger than a page is set."""
        for size in ((1024, 768), (1280, 720), (1280, 800), (1920, 1080)):
            stack, _session = voting()
            through(stack, "page down", "BallotScreen")
            layout = stack.layout(look(size))
            assert layout.scroll
            assert layout.scroll.furthest == 0
            row = layout.box("row 0")
            assert row
            assert row.text[-1].font.size >= 1.4 * look(size).base


def split(*counted: int, again: bool = False) -> tuple[Stack, Session, Split]:
    """Return a stack that shows how a class is split at the first choice: noodles, phone, wait."""
    stack, session = voting()
    shown(stack)
    assert stack.play
    assert session.offered
    options = tuple(offer.id for offer in session.offered.options)
    screen = Split(stack.play, Ballot(options, counted, again), coin=lambda many: many - 1)
    stack.screens.append(screen)
    return stack, session, screen


class TestWhatFollows:
    """Most hands decide, after the others were heard."""

    def test_the_others_are_heard_first(self) -> None:
        """What they are for stands there; the answer is given by the next press, and not before."""
        stack, session, _screen = split(9, 3, 1, 2)
        said = shown(stack).words
        assert "A has the most hands" in said
        assert "the others have the floor" in said
        assert not session.picks
        options = session.offered.options if session.offered else ()
        press(stack, "return")
        assert session.picks == (options[0].id,)
        assert top(stack) == "VoteScreen"

    def test_nothing_of_the_reveal_leaks(self) -> None:
        """No pattern, and nothing that an answer protects or costs, stands on any page before the answer is given."""
        stack, _session, _screen = split(9, 3, 1, 2)
        said = shown(stack).words.lower()
        for pattern, worded in PATTERN_WORDS.items():
            for words_ in (PATTERNS[pattern].name, worded.protected, worded.cost_me):
                assert words_.lower() not in said

    def test_nobody_is_asked_which_letter_was_theirs(self) -> None:
        """Whoever likes speaks for any of them."""
        stack, _session, _screen = split(9, 3, 1, 2)
        assert "Anybody may speak, whatever they held up, and nobody has to." in shown(stack).words

    def test_all_for_one(self) -> None:
        """Nobody is left to be heard, so the page asks for what could have been said."""
        stack, session, _screen = split(9, 0, 0, 2)
        assert "All are for A" in shown(stack).words
        press(stack, "page down")
        assert len(session.picks) == 1

    def test_a_tie_is_talked_over_and_voted_again(self) -> None:
        """The second ballot is empty, and says that it is one."""
        stack, session, _screen = split(4, 4, 1, 0)
        assert "A and B are level" in shown(stack).words
        assert shown(stack).box("timer")
        press(stack, "return")
        assert hands(stack) == (0, 0, 0, 0)
        assert "Once more" in shown(stack).words
        press(stack, "3", "return", "3", "return", "return", "return", "return")
        assert "level again" in shown(stack).words
        assert not session.picks

    @pytest.mark.parametrize("again", [False, True])
    def test_answers_that_are_level_stand_beside_their_letters(self, again: bool) -> None:  # noqa: FBT001
        """A class that talks about A and B need not remember them; the others are not talked about."""
        stack, session, screen = split(4, 4, 1, 0, again=again)
        level, rest = screen.ballot.options[:2], screen.ballot.options[2:]
        ids = {box.id for box in shown(stack).boxes}
        assert session.offered
        assert set(level) <= ids
        assert not ids.intersection(rest)

    def test_a_second_tie_is_left_to_a_coin(self) -> None:
        """The page says what it fell on, and those for the other one are still heard."""
        stack, session, _screen = split(4, 4, 1, 0, again=True)
        press(stack, "return")
        assert "The coin says B" in shown(stack).words
        assert "the others have the floor" in shown(stack).words
        assert not session.picks
        press(stack, "return")
        assert len(session.picks) == 1

    def test_everybody_may_pass(self) -> None:
        """Then the scene can be left out, or voted on again."""
        stack, session, _screen = split(0, 0, 0, 12)
        assert "Everybody passed" in shown(stack).words
        press(stack, "s")
        assert session.picks == ("dinner.skip",)
        assert top(stack) == "VoteScreen"

    def test_a_miscount_is_mended(self) -> None:
        """Going back brings the numbers as they were."""
        stack, _session, _screen = split(9, 3, 1, 2)
        press(stack, "page up")
        assert hands(stack) == (9, 3, 1, 2)

    def test_an_answer_that_was_given_elsewhere_closes_the_vote(self) -> None:
        """The scene is left out from the menu, above the ballot: the page of the story comes next."""
        stack, session, _screen = split(9, 3, 1, 2)
        press(stack, "m")
        stack.top.focus = "skip"
        press(stack, "return")
        assert session.picks == ("dinner.skip",)
        assert top(stack) == "VoteScreen"


class TestTalking:
    """After each scene, and before the reveal."""

    def test_the_prompts_follow_the_scene(self) -> None:
        """They come once the scene's last page was read, and the next scene after them."""
        stack, session, screen = split(9, 0, 0, 0)
        screen.ballot = Ballot(("dinner.noodles",), (9, 0))
        stack.screens[-1] = Split(stack.play, screen.ballot) if stack.play else screen
        press(stack, "return")
        assert session.picks == ("dinner.noodles",)
        through(stack, "page down", "Talk")
        assert "Who was heard?\nWho was not?" in shown(stack).words
        press(stack, "page down")
        assert top(stack) == "VoteScreen"
        assert "Offer" in shown(stack).words

    def test_a_scene_that_was_left_out_is_not_talked_about(self) -> None:
        """Whoever passed over it need not explain it."""
        stack, _session = voting()
        press(stack, "s")
        for _ in range(9):
            press(stack, "page down")
            assert top(stack) != "Talk"

    def test_silence_before_the_reveal(self) -> None:
        """And then the reveal, set as large."""
        stack, session = voting("dinner.noodles")
        through(stack, "page down", "BallotScreen")
        press(stack, "4", "return", "return", "return", "return", "page down")
        assert session.finished
        through(stack, "page down", "Talk")
        assert "Which moment mattered most, and why?" in shown(stack).words
        press(stack, "page down")
        assert top(stack) == "Reveal"
        big = stack.layout(look()).box("epilogue") or next(box for box in stack.layout(look()).boxes if box.text)
        small = stack.top.layout(look()).box(big.id)
        assert small
        assert big.text[0].font.size > small.text[0].font.size


class TestTimer:
    """Set by whoever teaches; nothing follows from its end."""

    def test_it_counts_down_and_stops(self) -> None:
        """Off, then seconds that are left, then over."""
        now = [100.0]
        timer = Timer(lambda: now[0])
        assert timer.told() == "off"
        timer.step(1)
        assert timer.ticked
        assert timer.told() == "1:00 of 1 minute"
        now[0] += 0.4
        assert not timer.ticked
        now[0] += 30
        assert timer.ticked
        assert timer.told() == "0:30 of 1 minute"
        now[0] += 300
        assert timer.told().startswith("over")
        timer.step(-1)
        assert timer.told() == "off"

    def test_nothing_happens_when_it_is_over(self) -> None:
        """The page says so and stays: no choice is ever timed."""
        now = [0.0]
        stack, session, screen = split(4, 4, 1, 0)
        screen.timer = Timer(lambda: now[0])
        screen.timer.step(1)
        assert "1:00 of 1 minute" in shown(stack).words
        now[0] += 61
        assert stack.renew()
        assert "over" in shown(stack).words
        assert stack.top is screen
        assert not session.picks
        assert not stack.renew()


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    """A window that nobody sees, in which a class votes."""
    play = Play(Session(PROMPTED, 1), way="vote")
    with unseen(monkeypatch, StageHost(), play) as app:
        yield app


def click(app: App, box: Box) -> None:
    """Press the left button on a box, and let go."""
    x, y = box.rect.x + box.rect.w // 2, box.rect.y + box.rect.h // 2
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pygame.event.post(pygame.event.Event(kind, pos=(x, y), button=1))
    app.tick()


def test_a_mouse_alone_plays_a_whole_vote(app: App) -> None:
    """The arrows count, and every page has something to click that goes on."""
    going_on = ("begin", "vote", "turn", "on", "reveal", "more")
    for _ in range(120):
        layout = app.layout
        assert layout
        name = type(app.stack.top).__name__
        if name == "Reveal":
            break
        if name == "BallotScreen":
            assert isinstance(app.stack.top, BallotScreen)
            wanted = "close" if app.stack.top.ballot.answered else "more hands 0"
        else:
            wanted = next(each for each in going_on if (box := layout.box(each)) and layout.shown(box))
        box = layout.box(wanted)
        assert box
        click(app, box)
    assert type(app.stack.top).__name__ == "Reveal"
    assert app.stack.play
    assert app.stack.play.session.finished


def test_a_clicker_and_a_keypad_as_they_are(app: App) -> None:
    """The events that they send: F5 and Page Down, a full stop for the black screen, digits of the keypad."""

    def key(code: int, letters: str = "") -> None:
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode=letters))
        app.tick()

    for _ in range(20):
        if isinstance(app.stack.top, BallotScreen):
            break
        key(pygame.K_PAGEDOWN)
    key(pygame.K_F5)
    key(pygame.K_F5)
    key(pygame.K_PAGEDOWN)
    key(pygame.K_KP1, "1")
    key(pygame.K_KP0, "0")
    assert hands(app.stack) == (2, 10, 0, 0)
    key(pygame.K_PERIOD, ".")
    assert top(app.stack) == "Calm"
    key(pygame.K_PERIOD, ".")
    assert hands(app.stack) == (2, 10, 0, 0)
    key(pygame.K_ESCAPE)
    assert top(app.stack) == "Pause"
    key(pygame.K_F5)
    assert hands(app.stack) == (2, 10, 0, 0)


def test_the_pointers_own_arrows_never_hold_the_focus(app: App) -> None:
    """Keys go from row to row; pressing an arrow puts the focus on its row."""
    stack = app.stack
    press(stack, "return")
    through(stack, "page down", "BallotScreen")
    seen = set()
    for _ in range(20):
        seen.add(shown(stack).focus)
        press(stack, "down")
    assert {"row 0", "row 3", "close", "menu"} <= seen
    assert not any(focus.startswith(("fewer", "more hands")) for focus in seen)
    stack.answer(stack.layout(look()), Command("more hands", "2"))
    assert shown(stack).focus == "row 2"


def test_going_back_by_page_up() -> None:
    """From the page after an answer to the page before it; what was answered waits ahead."""
    stack, session = voting("dinner.wait")
    shown(stack)
    for _ in range(6):
        press(stack, "page up")
    assert not session.picks
    assert session.furthest == ("dinner.wait",)


def test_every_command_of_a_clicker_is_a_key() -> None:
    """What the buttons of such things send."""
    assert [KEYS[key].what for key in ("page down", "page up", "f5", "escape", "b", ".")] == [
        *(c.PAGE_DOWN, c.PAGE_UP, c.START, c.BACK),
        *(c.CALM, c.CALM),
    ]
