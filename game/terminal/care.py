"""Commands that nobody has to give a reason for: what is in the story, a pause, another story, a copy for the class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.host import Refusal
from game.language import _

if TYPE_CHECKING:
    from game.terminal.read import Reading


def note(reading: Reading, _rest: str) -> None:
    """Tell what the story is about, and what is in it."""
    story = reading.story
    held = _("In it: {note}").format(note=story.content_note) if story.content_note else ""
    reading.console.paragraphs(filter(None, (story.about, held)))


def pause(reading: Reading, _rest: str) -> None:
    """Tell nothing of the story until the reader goes on."""
    reading.console.paragraphs([_("There is time. Nothing here is counted, and “quit” leaves at any moment.")])
    reading.console.ask(_("Enter goes on."))
    reading.console.say()


def other(reading: Reading, _rest: str) -> None:
    """Leave this story, so that another one can be chosen."""
    reading.elsewhere = reading.leaving = True
    reading.console.paragraphs([reading.play.trouble or reading.play.kept or _("This run is not kept.")])


def copy(reading: Reading, _rest: str = "") -> None:
    """Hand the run in to the folder of the class."""
    if reading.play.hand_in is None:
        reading.console.paragraphs([_("This is not class mode. To begin that: me-and-we play --class FOLDER")])
        return
    try:
        said = _("A copy of this run is in the folder of the class, as {name}. It holds answers and no name.")
        reading.console.paragraphs([said.format(name=reading.play.hand_in())])
    except Refusal as refusal:
        reading.console.paragraphs([str(refusal)])


def offer_copy(reading: Reading) -> None:
    """Ask at the end, in class mode, whether the run is to be handed in."""
    if reading.play.hand_in is None:
        return
    answer = reading.console.ask(_("Save a copy for class? [yes/no]"))
    reading.console.say()
    if answer is not None and answer.lower() in {"", "y", "yes", _("yes")}:
        copy(reading)
