"""How a class is split, before anything follows from it.

1. Most hands decide, but those who held up another letter are heard first. What an answer protects is the reveal's to
   tell, so nothing of it stands here: the reasons are the class's own.
2. Nobody is asked which letter was theirs: whoever likes can speak for any of them.
3. A tie is talked over and voted again; a second tie is left to a coin.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection
from typing import Final

from game.ballot import Ballot, ballot
from game.host import Play
from game.language import N_, _
from game.settings import names_for
from game.window import commands as c
from game.window import plates
from game.window.column import Column
from game.window.commands import Command
from game.window.layout import Layout, Look
from game.window.moves import Move, Open, Pop, Screen
from game.window.page import Control, Plate, page
from game.window.prose import option_spans
from game.window.spread import spread, whole
from game.window.tally import tally, told
from game.window.timer import TIMER, Timer
from game.window.typeset import Span

_FIRST: Final = N_("Before it happens, the others have the floor. What good reason is there for this one?")
_FIRST_OF_MANY: Final = N_("Before it happens, the others have the floor. What good reason is there for each of these?")
_ANYBODY: Final = N_("Anybody may speak, whatever they held up, and nobody has to.")
_ALL: Final = N_("No other letter was held up. What could somebody have said for one, all the same?")
_TALK: Final = N_(
    "Talk it over for a minute with whoever sits beside you: what speaks for the one, what for the other? Then vote"
    " again."
)
_TOSS: Final = N_(
    "It has been talked over and voted twice, and there are good reasons on all sides. Let a coin decide."
)
_PASSED: Final = N_(
    "That is an answer, too. The rest of this scene can be left out, and that by itself never changes the ending."
)


class Split(Screen):
    """What a ballot came to. `coin` returns a number below the one that it is given, each as likely as the next."""

    def __init__(self, play: Play, counted: Ballot, coin: Callable[[int], int] = secrets.randbelow) -> None:
        super().__init__()
        self.play = play
        self.ballot = counted
        self.picks = play.session.picks
        self.choice = play.session.offered
        self.timer = Timer()
        self._coin = coin
        self._tossed = counted.outcome == "coin"
        self._chosen = counted.leading[0] if counted.outcome == "decided" else ""

    @property
    def over(self) -> bool:
        """Whether the choice was answered, taken back or left out meanwhile."""
        return self.play.session.picks != self.picks

    def renew(self) -> bool:
        """Follow the timer."""
        return self.timer.ticked

    def layout(self, look: Look) -> Layout:
        """Return the strokes beside what they came to."""
        parts = spread(look)
        drawn = plates.fits(parts.seen)
        parts = parts if drawn else whole(look)
        plate = Plate(tally(look, parts.seen, self.ballot) if drawn else ())
        column = Column(look, parts.column)
        if not drawn:
            column.text("numbers", "note", Span(told(self.ballot), "note"))
            column.space(0.4)
        self._words(column)
        column.lower(0.25)
        back = Control("rewind", _("Count again"), Command(c.REWIND), "left")
        key = f"split {len(self.picks)} {self.ballot.again} {self._chosen}"
        menu = Control("menu", _("Menu"), Command(c.MENU))
        return page(look, self, column, backdrop=plate, foot=(back, menu), key=key, last="on", parts=parts)

    def handle(self, command: Command) -> Move | None:
        """Let the majority act, vote again, toss the coin, or go back to count once more."""
        match command.what:
            case "on" | c.PAGE_DOWN:
                return self._on()
            case "timer":
                self.timer.step(1)
            case c.LEFT | c.RIGHT if self.focus == TIMER:
                self.timer.step(1 if command.what == c.RIGHT else -1)
            case c.SKIP:
                self.play.session.skip()
                return Pop()
            case c.MENU | c.BACK:
                return Open("pause", self.play)
            case c.REWIND | c.PAGE_UP:
                return Open("ballot", (self.play, self.ballot), instead=True)
        return None

    def _on(self) -> Move | None:
        if self._chosen:
            self.play.session.pick(self._chosen)
            return Pop()
        if self._tossed:
            self._chosen = self.ballot.leading[self._coin(len(self.ballot.leading))]
            self.focus, self.scroll = "", None
            return None
        again = self.ballot.outcome == "tie" or self.ballot.again
        return Open("ballot", (self.play, ballot(self.ballot.options, again=again)), instead=True)

    def _words(self, column: Column) -> None:
        if self._chosen:
            self._decided(column)
        elif self.ballot.outcome == "passed":
            _say(column, _("Everybody passed"), _(_PASSED))
            column.target(c.SKIP, "button", Command(c.SKIP), Span(_("Leave the rest of this scene out"), "turn"))
            column.target("on", "button", Command("on"), Span(_("Vote again"), "turn"))
        elif self._tossed:
            _say(column, _("{letters} are level again").format(letters=self._letters()), _(_TOSS))
            self._answers(column, self.ballot.leading)
            column.target("on", "button", Command("on"), Span(_("Toss the coin"), "turn"))
        else:
            _say(column, _("{letters} are level").format(letters=self._letters()), _(_TALK))
            self._answers(column, self.ballot.leading)
            column.target("on", "button", Command("on"), Span(_("Vote again"), "turn"))
            self.timer.set_in(column)

    def _decided(self, column: Column) -> None:
        """Set what will happen, and the answers that are heard before it does."""
        letter, others = self.ballot.letter(self._chosen), self.ballot.others(self._chosen)
        decided = _("The coin says {letter}") if self._tossed else _("{letter} has the most hands")
        heading = (decided if others else _("All are for {letter}")).format(letter=letter)
        asked = (_FIRST_OF_MANY if len(others) > 1 else _FIRST) if others else _ALL
        _say(column, heading, _(asked))
        self._answers(column, others)
        if others:
            column.text("anybody", "note", Span(_(_ANYBODY), "note"))
            column.space(0.4)
        column.target("on", "button", Command("on"), Span(_("Then {letter} it is").format(letter=letter), "turn"))

    def _answers(self, column: Column, wanted: Collection[str]) -> None:
        """Set the answers that are talked about, each with its letter: nobody has to have them by heart."""
        called = names_for(self.play.session.story, column.look.settings)
        for offer in self.choice.options if self.choice else ():
            if offer.id in wanted:
                spans = option_spans(offer.text, called, spoken=offer.spoken)
                column.text(offer.id, "paragraph", Span(f"{self.ballot.letter(offer.id)}  ", "letter"), *spans)
                column.space(0.4)

    def _letters(self) -> str:
        """Return the letters that are level, as they are listed in a sentence."""
        *before, last = map(self.ballot.letter, self.ballot.leading)
        return _("{some} and {last}").format(some=", ".join(before), last=last)


def _say(column: Column, heading: str, words: str) -> None:
    column.text("heading", "heading", Span(heading, "heading"))
    column.space(0.5)
    column.text("words", "paragraph", Span(words, "prose"))
    column.space(0.5)
