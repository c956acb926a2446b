"""The prompt as a reader meets it: lines in, lines out."""

from __future__ import annotations

import io

from game.host import Picture, Play
from game.library import Library
from game.session import Session
from game.settings import Settings
from game.story.called import Called
from game.terminal.console import Console
from game.terminal.read import Reading
from tests.samples import STORY
from tests.stage import StageHost


class Quiet(Library):
    """A host that keeps nothing."""

    @property
    def settings(self) -> Settings:
        """The usual settings."""
        return Settings()


def typed(*lines: str, play: Play | None = None, seed: int = 7) -> str:
    """Return what the prompt writes when these lines are typed."""
    play = play or Play(Session(STORY, seed))
    output = io.StringIO()
    assert Reading(Quiet(), play, Console(io.StringIO("".join(f"{line}\n" for line in lines)), output)).run() == 0
    return output.getvalue()


def test_options_are_numbered_in_the_order_of_the_run() -> None:
    """Seed 7 orders them: noodles, wait, phone."""
    assert "  1. Say noodles.\n  2. Wait.\n  3. Pass it.\n" in typed()


def test_a_bad_answer_asks_again() -> None:
    """A number that is not there, a word, nothing: each is told what would do."""
    for answer in ("9", "0", "soup", "", "１"):
        told = typed(answer)
        assert "There are options 1 to 3. Answer with a number, or ? for help." in told
        assert told.count("1. Say noodles.") == 1


def test_help_names_every_command() -> None:
    """`?` lists all that can be typed."""
    told = typed("?")
    for word in ("back", "forward", "history", "look", "closed", "names", "save", "skip", "quit"):
        assert word in told


def test_the_end_of_the_input_leaves_quietly() -> None:
    """Nothing more to read is no error, and says how the run is kept."""
    assert typed().rstrip().endswith("This run is not kept.")


def test_back_and_forward() -> None:
    """Taking an answer back offers it again; forward gives it."""
    told = typed("1", "back", "forward", "back 9", "back")
    assert "You take one answer back." in told
    assert "You give one answer again." in told
    assert told.count("They lean") == 3
    assert "This is the beginning." in told


def test_history_tells_what_was_answered() -> None:
    """The history marks the answers."""
    assert "> Say noodles." in typed("1", "history")


def test_closed_options_are_told_when_asked_for() -> None:
    """What is closed stays hidden until then."""
    assert "Curry" not in typed()
    assert "(“Curry.”)" in typed("closed")


def test_look_tells_what_the_picture_shows() -> None:
    """The text alternatives of place and figures."""
    pictures = {"kitchen": Picture("A kitchen."), "figures/apart": Picture("They stand apart.")}
    assert "A kitchen." in typed("look", play=Play(Session(STORY, 7), pictures))
    told = typed("1", "look", play=Play(Session(STORY, 7), pictures))
    assert "They stand apart." in told


def test_names_can_be_changed_while_playing() -> None:
    """Pronouns are asked for again until they are some; what was asked for holds from the next line on."""
    host, output = StageHost(), io.StringIO()
    lines = io.StringIO("names\nNoor\nher\nShe\n\nhe\n1\n")
    play = host.start(STORY.id, seed=7)
    Reading(host, play, Console(lines, output)).run()
    assert "Noor goes by she, he or they [they]: her\nThe words here know she, he and they." in output.getvalue()
    assert host.settings.called == {"you": Called("Noor", "she"), "sample.sam": Called("Sam", "he")}


def test_skipping_a_scene() -> None:
    """The scene is left, and the next begins."""
    told = typed("skip")
    assert "> You leave the rest of this scene out." not in told
    assert "— Offer —" in told


def test_a_finished_run_ends_in_its_reveal() -> None:
    """The epilogue, then what it meant."""
    told = typed("3")
    assert "An epilogue." in told
    assert "In this story you modelled: Dependence." in told
    assert "At dinner, you chose: “Pass it.”" in told


def test_letters_that_the_terminal_cannot_show_are_replaced() -> None:
    """An old code page gets plainer signs, question marks for the rest, and no traceback."""
    raw = io.BytesIO()
    output = io.TextIOWrapper(raw, encoding="ascii")
    Console(io.StringIO(), output).say("“Soup” — naïve ☃")
    output.flush()
    assert raw.getvalue() == b'"Soup" - naive ?\n'


def test_no_line_is_wider_than_the_prompt_may_be() -> None:
    """Lines fit into 80 columns."""
    assert max(map(len, typed("?", "1", "history").splitlines())) <= 80
