"""Playing at a prompt: prose never waits, options are numbered, one answer is one line.

Every answer is kept at once, so leaving, the end of the input and an interrupt lose nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from game.host import Host, Play
from game.insight.reveal import reveal
from game.insight.what_if import PATIENT, in_time
from game.insight.why import explain
from game.language import N_, _, ngettext
from game.settings import names_for
from game.story import engine
from game.story.events import Entered, Event, Offered, Staged
from game.terminal import care, prose
from game.terminal.console import Console
from game.terminal.opening import ask_names

HELP: Final = (
    ("1 2 3 …", N_("answer with that option")),
    ("back, b", N_("take back the last answer; “back 3” takes back three")),
    ("forward, f", N_("give again what you took back")),
    ("history, h", N_("what was told and answered so far")),
    ("look, l", N_("what the picture of this place shows")),
    ("closed, c", N_("options that are closed here")),
    ("names, n", N_("change what the two of you are called")),
    ("save, w", N_("where this run stands and how it is kept")),
    ("note, i", N_("what is in this story")),
    ("skip, s", N_("leave out the rest of this scene; it never changes the ending by itself")),
    ("pause, p", N_("nothing of the story, until you go on")),
    ("other, o", N_("another story")),
    ("copy", N_("save a copy for class, in class mode")),
    ("quit, q", N_("leave; the run is kept")),
    ("?", N_("this help")),
)


class Reading:
    """One run read at a prompt. `run` returns the exit status; `elsewhere` tells that another story is asked for."""

    def __init__(self, host: Host, play: Play, console: Console) -> None:
        self.host = host
        self.play = play
        self.session = play.session
        self.story = play.session.story
        self.console = console
        self.called = names_for(self.story, host.settings)
        self.leaving = self.elsewhere = False
        self._asked_again = False

    def run(self) -> int:
        """Play from where the run stands to its end, or until the reader leaves."""
        if self.play.notice:
            self.console.say(self.play.notice)
        self._open()
        while not self.leaving and (choice := self.session.offered):
            self._answer(choice)
        if self.session.finished and not self.leaving:
            self.tell_reveal()
            care.offer_copy(self)
        return 0

    def tell_reveal(self) -> None:
        """Write the epilogue and why the run ended as it did."""
        story, picks, trial = self.story, self.session.picks, self.session.trial
        meaning = reveal(story, picks, trial)
        if meaning.finished:
            _state, events = engine.tell(story, self.session.state, story.endings[meaning.dynamic])
            self._tell(events)
        # Of a trial it cannot be said what would have led elsewhere: it has no beginning of its own.
        explanation = explain(story, meaning, self.called, None if trial else in_time(story, picks, PATIENT))
        self.console.paragraphs(prose.explained(explanation, finished=meaning.finished))
        if self.play.support:
            self.console.paragraphs(prose.support(self.play.support))

    def _open(self) -> None:
        """Tell the title and, of a run that goes on, the stretch that leads to its choice."""
        self.console.paragraphs([self.story.title, *filter(None, (self.story.about, self.story.content_note))])
        if self.session.finished:
            return
        if self.session.picks:
            self.console.say(_("You go on where you left. “history” tells what came before."))
            self.console.say()
        else:
            self.console.say(_("Answer with a number. “?” helps."))
            self.console.say()
        self._tell_latest()

    def _tell_latest(self) -> None:
        if not self.session.finished:
            self._tell(self.session.frames[-1].events)

    def _tell(self, events: tuple[Event, ...]) -> None:
        self.console.paragraphs(prose.paragraphs(events, self.story, self.called))

    def _answer(self, choice: Offered) -> None:
        if not self._asked_again:
            self._offer(choice)
        self._asked_again = False
        answer = self.console.ask(">")
        self.console.say()
        if answer is None:
            self._leave()
        elif not self._answered(choice, answer):
            self._command(answer, choice)

    def _answered(self, choice: Offered, answer: str) -> bool:
        """Give the answer that was typed; tells whether it was one."""
        if not (answer.isascii() and answer.isdecimal() and 0 < int(answer[:4]) <= len(choice.options)):
            return False
        if self.play.way != "pair" or self._agreed(answer):
            self._pick(choice.options[int(answer) - 1].id)
        return True

    def _agreed(self, answer: str) -> bool:
        """Tell whether the other one of two gives the same answer."""
        second = self.console.ask(_("Both of you? The other one types {answer}, too:").format(answer=answer))
        self.console.say()
        if second != answer:
            self.console.paragraphs([_("Then talk once more.")])
        return second == answer

    def _offer(self, choice: Offered) -> None:
        for number, offer in enumerate(choice.options, 1):
            lead = f"{number:>3}. "
            self.console.say(prose.offered(offer, self.called), first=lead, then=" " * len(lead))

    def _pick(self, option: str) -> None:
        self._tell(self.session.pick(option)[1:])
        self._say_trouble()

    def _say_trouble(self) -> None:
        if self.play.trouble:
            self.console.say(self.play.trouble)
            self.console.say()

    def _command(self, answer: str, choice: Offered) -> None:
        word, _space, rest = answer.lower().partition(" ")
        command = COMMANDS.get(word)
        if command is None or (rest and not _counts(rest)):
            many = len(choice.options)
            said = ngettext(
                "There is one option here: answer 1, or ? for help.",
                "There are options 1 to {many}. Answer with a number, or ? for help.",
                many,
            )
            self.console.say(said.format(many=many))
            self._asked_again = True
        else:
            command(self, rest)

    def _help(self, _rest: str) -> None:
        for keys, meaning in HELP:
            self.console.say(_(meaning), first=f"  {keys:<12}", then=" " * 14)
        self.console.say()

    def _back(self, rest: str) -> None:
        before = len(self.session.picks)
        self.session.rewind(_count(rest))
        steps = before - len(self.session.picks)
        told = ngettext("You take one answer back.", "You take {steps} answers back.", steps)
        self._moved(told if steps else _("This is the beginning."), steps)

    def _forward(self, rest: str) -> None:
        before = len(self.session.picks)
        self.session.forward(_count(rest))
        steps = len(self.session.picks) - before
        told = ngettext("You give one answer again.", "You give {steps} answers again.", steps)
        self._moved(told if steps else _("Nothing was taken back."), steps)

    def _moved(self, sentence: str, steps: int) -> None:
        self.console.say(sentence.format(steps=steps))
        self.console.say()
        if steps:
            self._tell_latest()

    def _history(self, _rest: str) -> None:
        for frame in self.session.frames:
            self._tell(frame.events)

    def _look(self, _rest: str) -> None:
        places = {"place": "", "figures": ""}
        for frame in self.session.frames:
            places.update(stage(self.play, frame.events))
        shown = [self.play.pictures[key].alternative for key in places.values() if key in self.play.pictures]
        self.console.paragraphs(shown or [_("There is no picture here.")])

    def _closed(self, _rest: str) -> None:
        choice = self.session.offered
        closed = [prose.offered(offer, self.called) for offer in choice.closed] if choice else []
        self.console.paragraphs([f"({words})" for words in closed] or [_("Nothing is closed here.")])

    def _names(self, _rest: str) -> None:
        ask_names(self.host, self.play, self.console)
        self.called = names_for(self.story, self.host.settings)

    def _save(self, _rest: str) -> None:
        self.console.say(self.play.trouble or self.play.kept or _("This run is not kept."))
        self.console.say()

    def _skip(self, _rest: str) -> None:
        self._tell(self.session.skip()[1:])
        self._say_trouble()

    def _quit(self, _rest: str) -> None:
        self._leave()

    def _leave(self) -> None:
        self.console.say(self.play.trouble or self.play.kept or _("This run is not kept."))
        self.leaving = True


def stage(play: Play, events: tuple[Event, ...]) -> Mapping[str, str]:
    """Return the last place and pose that `events` set, as keys of the play's pictures."""
    story, shown = play.session.story, {}
    for event in events:
        match event:
            case Entered(entered) if entered in story.scenes and story.scenes[entered].place:
                shown["place"] = story.scenes[entered].place or ""
            case Staged("place", place):
                shown["place"] = place
            case Staged("figures", pose):
                shown["figures"] = f"figures/{pose}"
            case _:
                pass
    return shown


def _counts(rest: str) -> bool:
    return rest.isascii() and rest.isdecimal()


def _count(rest: str) -> int:
    return int(rest[:4]) if rest else 1


_BY_NAME: Final[Mapping[tuple[str, ...], Callable[[Reading, str], None]]] = {
    ("?", "help"): Reading._help,  # noqa: SLF001  # the table of this class's own commands
    ("back", "b", "rewind"): Reading._back,  # noqa: SLF001
    ("forward", "f"): Reading._forward,  # noqa: SLF001
    ("history", "h"): Reading._history,  # noqa: SLF001
    ("look", "l"): Reading._look,  # noqa: SLF001
    ("closed", "c"): Reading._closed,  # noqa: SLF001
    ("names", "n"): Reading._names,  # noqa: SLF001
    ("save", "w"): Reading._save,  # noqa: SLF001
    ("note", "i", "content"): care.note,
    ("pause", "p", "calm"): care.pause,
    ("other", "o"): care.other,
    ("copy",): care.copy,
    ("skip", "s"): Reading._skip,  # noqa: SLF001
    ("quit", "q", "leave", "exit"): Reading._quit,  # noqa: SLF001
}
COMMANDS: Final = {name: command for names, command in _BY_NAME.items() for name in names}
