"""A run that was handed in: its name in the folder of the class, and that nothing else of it was kept."""

from __future__ import annotations

from game.host import Play, Refusal
from game.language import _
from game.window.screens.message import Message


class Handed(Message):
    """Hands a run in as soon as it is opened, and says how that went."""

    def __init__(self, play: Play) -> None:
        try:
            name = play.hand_in() if play.hand_in else ""
        except Refusal as refusal:
            super().__init__(str(refusal), _("Not saved"))
        else:
            sentence = _(
                "A copy of this run is in the folder of the class, as {name}. It holds your answers and no name."
                " Nothing else of it is kept on this computer."
            )
            super().__init__(sentence.format(name=name), _("Saved for the class"))
