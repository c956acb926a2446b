"""What is asked before the first line, and only at a terminal: which story, and how the two are called."""

from __future__ import annotations

from dataclasses import replace

from game.host import Host, Play
from game.language import _, ngettext
from game.naming import clean_name
from game.settings import partner
from game.story.called import Called
from game.story.pronouns import PRONOUNS
from game.terminal.console import Console


def opening(host: Host, console: Console, seed: int | None) -> Play | None:
    """Return the run to play: at a terminal the latest unfinished one, if the reader wants it, else a new one."""
    latest = host.latest() if console.at_terminal and seed is None else None
    if latest:
        question = ngettext(
            "Go on with your run of {count} answer? [yes/no]",
            "Go on with your run of {count} answers? [yes/no]",
            latest.answers,
        )
        answer = console.ask(question.format(count=latest.answers))
        if answer is None:
            return None
        if answer.lower() in {"", "y", "yes", _("yes")}:
            return host.resume(latest.key)
    story = choose_story(host, console)
    return host.start(story, seed=seed) if story else None


def choose_story(host: Host, console: Console, *, ask: bool = False) -> str | None:
    """Return the id of the story to play: the only one, the one asked for, or at no terminal the first.

    With `ask`, the reader is asked there as well.
    """
    cards = host.stories()
    if len(cards) == 1 or not (ask or console.at_terminal):
        return cards[0].id
    for number, card in enumerate(cards, 1):
        console.say(f"{card.title}. {card.about}", first=f"{number:>3}. ", then="     ")
    while (answer := console.ask(_("Which story?"))) is not None:
        if answer.isascii() and answer.isdecimal() and 0 < int(answer[:4]) <= len(cards):
            return cards[int(answer) - 1].id
        console.say(_("Type a number from 1 to {many}.").format(many=len(cards)))
    return None


def introduce(host: Host, play: Play, console: Console) -> None:
    """Ask for names and pronouns of both, once, at a terminal, for a run that begins; in a class nobody is asked."""
    keys = _usual(play)
    if host.classroom or play.way or not console.at_terminal or play.session.picks or len(keys) == 1:
        return
    if not all(key in host.settings.called for key in keys):
        ask_names(host, play, console)


def ask_names(host: Host, play: Play, console: Console) -> None:
    """Ask how the two are called, and keep it. The end of the input keeps what stands."""
    console.say(_("What the two of you are called. Enter keeps what stands in brackets."))
    questions = (_("Your name"), _("The other’s name"))
    called = {
        key: _asked(question, host.settings.called.get(key, usual), console)
        for question, (key, usual) in zip(questions, _usual(play).items(), strict=False)
    }
    trouble = host.keep(replace(host.settings, called={**host.settings.called, **called}))
    if trouble:
        console.say(trouble)
    console.say()


def _usual(play: Play) -> dict[str, Called]:
    """Return how the player, and the other where there is one, are called unless told otherwise, by setting."""
    story, other = play.session.story, partner(play.session.story)
    usual = {"you": Called("Alex", "they")}
    return {**usual, f"{story.id}.{other.id}": Called(other.name, other.pronouns)} if other else usual


def _asked(question: str, usual: Called, console: Console) -> Called:
    name = clean_name(console.ask(f"{question} [{usual.name}]:") or "") or usual.name
    return Called(name, _pronouns(name, usual.pronouns, console))


def _pronouns(name: str, usual: str, console: Console) -> str:
    """Ask until the answer is one of the three, nothing, or the end of the input."""
    while answer := console.ask(_("{name} goes by she, he or they [{usual}]:").format(name=name, usual=usual)):
        given = answer.lower()
        if given in PRONOUNS:
            return given
        console.say(_("The words here know she, he and they. Type one of the three, or Enter."))
    return usual
