"""Two at one computer, who agree before they answer: an answer counts when it is picked a second time.

The first press is one person's, the second the other's. Picking another answer, or going back, takes the question back.
"""

from __future__ import annotations

from game.language import _
from game.story.events import Offered
from game.window import commands as c
from game.window.column import Column
from game.window.commands import Command
from game.window.layout import Look
from game.window.moves import Move
from game.window.prose import option_spans, styled
from game.window.screens.play import ANSWER, PlayScreen
from game.window.typeset import Span


class PairScreen(PlayScreen):
    """A run as two people read it. `proposed` is the answer that waits for the other one to agree."""

    proposed = ""

    def handle(self, command: Command) -> Move | None:
        """Take an answer once both have picked it; everything else is as for one."""
        before, self.proposed = self.proposed, ""
        if command.what == ANSWER and command.detail != before:
            self.proposed = command.detail
            return None
        if before and command.what == c.BACK:
            return None
        return super().handle(command)

    def _answer(self, command: Command) -> None:
        """Give the answer; what two have picked is not asked for once more, whatever one of them has set."""
        self._held = command.detail or self._held
        super()._answer(command)

    def _options(self, column: Column, look: Look, choice: Offered) -> None:
        for number, offer in enumerate(choice.options, 1):
            spans = option_spans(offer.text, self.reader.called, spoken=offer.spoken)
            if offer.id == self.proposed:
                spans = (*spans, Span(_("\nBoth of you? Then the other one picks it, too."), "aside"))
            column.target(offer.id, "option", Command(ANSWER, offer.id), *spans, number=str(number))
        for offer in choice.closed if look.settings.show_closed else ():
            column.text(f"closed {offer.id}", "paragraph", *styled(offer.text, self.reader.called, "closed", "closed"))
