"""A class that plays by vote at a prompt: the hands for each letter are typed on one line."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from typing import Final

from game.ballot import LETTERS, Ballot, ballot
from game.host import Host, Play
from game.insight.prompts import prompts
from game.language import N_, _
from game.story.events import Ended, Entered, Offered
from game.story.text import plain
from game.terminal import prose
from game.terminal.console import Console
from game.terminal.read import Reading

ASKED: Final = 3
"""Prompts that are told after a scene, at most."""

_NUMBERS: Final = re.compile(r"[0-9]{1,3}(?:[ ,;]+[0-9]{1,3})*")
_ON: Final = N_("Enter goes on.")


class Voting(Reading):
    """One run that a class reads together. `coin` returns a number below the one that it is given."""

    def __init__(
        self, host: Host, play: Play, console: Console, coin: Callable[[int], int] = secrets.randbelow
    ) -> None:
        super().__init__(host, play, console)
        self._coin = coin
        self._again = False

    def tell_reveal(self) -> None:
        """Leave a moment of silence, then tell why the run ended as it did."""
        self._wait(_("In silence: which moment mattered most, and why? Everybody writes one line, for themselves."))
        super().tell_reveal()

    def _offer(self, choice: Offered) -> None:
        for letter, offer in zip(LETTERS, choice.options, strict=False):
            self.console.say(prose.offered(offer, self.called), first=f"  {letter}. ", then="     ")
        letters = ", ".join(LETTERS[: len(choice.options)])
        said = _("Type the hands for {letters}, and last for those who pass, such as {example}.")
        example = " ".join(str(number) for number in (12, 7, 3, 1, 2, 1)[: len(choice.options) + 1])
        self.console.say(said.format(letters=letters, example=example))

    def _answered(self, choice: Offered, answer: str) -> bool:
        if not _NUMBERS.fullmatch(answer):
            return False
        self._counted(choice, tuple(map(int, re.findall("[0-9]+", answer))))
        return True

    def _counted(self, choice: Offered, hands: tuple[int, ...]) -> None:
        """Do what follows from the hands, if there are as many numbers as rows; passing may be left out."""
        many = len(choice.options)
        if len(hands) not in (many, many + 1):
            self.console.paragraphs([_("Type {many} numbers, and one more for passing.").format(many=many)])
            self._asked_again = True
            return
        empty = ballot(tuple(offer.id for offer in choice.options), again=self._again)
        counted = empty._replace(hands=(*hands, 0)[: many + 1])
        self._again = False
        match counted.outcome:
            case "decided":
                self._decided(choice, counted, counted.leading[0], _("{letter} has the most hands."))
            case "tie":
                self._again = True
                self._wait(_("That is a tie. Talk it over for a minute: what speaks for each? Then vote again."))
            case "coin":
                fallen = counted.leading[self._coin(len(counted.leading))]
                self._decided(choice, counted, fallen, _("That is a tie again. The coin says {letter}."))
            case "passed":
                said = _("Everybody passed. That is an answer, too: “skip” leaves the scene out. Or vote again.")
                self.console.paragraphs([said])
            case "uncounted":
                self.console.paragraphs([_("No hand is counted yet.")])

    def _decided(self, choice: Offered, counted: Ballot, chosen: str, said: str) -> None:
        """Hear the others, then let the answer be given."""
        said = said.format(letter=counted.letter(chosen))
        others = [offer for offer in choice.options if offer.id in counted.others(chosen)]
        if others:
            told = _(
                "{said} Before it happens, the others have the floor. What good reason is there for what they chose?"
            )
            self.console.paragraphs([told.format(said=said)])
            for offer in others:
                letter = counted.letter(offer.id)
                self.console.say(prose.offered(offer, self.called), first=f"  {letter}. ", then="     ")
            self._wait(_("Anybody may speak, whatever they held up, and nobody has to."))
        else:
            self.console.paragraphs([said])
        self._pick(chosen)

    def _pick(self, option: str) -> None:
        """Give an answer, and leave room to talk where a scene ends."""
        events = self.session.pick(option)[1:]
        scenes = self.story.scenes
        ends = (
            at
            for at, event in enumerate(events)
            if isinstance(event, Ended) or (isinstance(event, Entered) and event.id in scenes)
        )
        end = next(ends, len(events))
        self._tell(events[:end])
        if end < len(events):
            self._talk(option.partition(".")[0])
        self._tell(events[end:])
        self._say_trouble()

    def _talk(self, scene: str) -> None:
        asked = [plain(each, self.called) for each in prompts(self.story, self.session.state, [scene], ASKED)]
        if asked:
            self.console.paragraphs([_("— To talk about —"), *asked])
            self._wait("")

    def _wait(self, said: str) -> None:
        self.console.paragraphs(filter(None, (said,)))
        self.console.ask(_(_ON))
        self.console.say()
