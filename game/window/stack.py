"""The stack of screens, and what each move does to it. Needs no display: a test plays the whole game with it.

1. The screen on top has every command, after the few that mean the same everywhere.
2. A host's refusal becomes a screen with its sentence; nothing is lost by it.
3. The title lies at the bottom. A play lies on it, and whatever belongs to the play above that.
4. While a class votes, everything is set for the last row of the room.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import reduce
from typing import Final

from game.host import Host, Play, Refusal
from game.language import _
from game.settings import Settings
from game.window import commands as c
from game.window.commands import Command, Pointed
from game.window.focus import Outcome, navigate, pointed
from game.window.heard import Air
from game.window.layout import Layout, Look
from game.window.moves import (
    Begin,
    Below,
    Bring,
    Hand,
    Home,
    Keep,
    Leave,
    Move,
    Open,
    Pop,
    Push,
    Replace,
    Resume,
    Screen,
    Snap,
)
from game.window.projector import projected
from game.window.rooms import WAYS, room
from game.window.scan import Scan, scanned

_PASSING: Final = frozenset({c.LEAVE, c.FULL_SCREEN, c.SOUND, c.VOICE, c.REPEAT, c.GO, c.REVEAL, c.CHOOSE})
"""What hurries no text: it makes the eye miss nothing, or is asked for by a screen reader, which has all of it."""


class Stack:
    """The screens that are open, the top one last; empty once the player has left. `play` is the one being played.

    `snap` is a picture that was asked for, until the app, which alone can make one, has kept it.
    """

    def __init__(self, host: Host, play: Play | None = None) -> None:
        self.host = host
        self.play: Play | None = None
        self.trouble: str | None = " ".join(host.troubles) or None
        self.snap: Snap | None = None
        self._scan = Scan()
        self.screens: list[Screen] = [room("title", host)]
        self.playing = False
        if play:
            self._enter(lambda: play, names=not play.session.picks, way=play.way)

    @property
    def top(self) -> Screen:
        """The screen that is shown. There is none once the player has left."""
        return self.screens[-1]

    @property
    def keys(self) -> Mapping[str, Command]:
        """The keys that mean something here beside those of the tables."""
        return {}

    @property
    def held(self) -> object:
        """What a pointer that only moves can change: another value than before has to be drawn."""
        return self.top, self.top.focus

    @property
    def pictures(self) -> int:
        """How often the pictures of the play have changed."""
        return 0

    @property
    def air(self) -> Air:
        """What is heard here: each screen has its say on what is heard below it."""
        return reduce(lambda air, screen: screen.air(air), self.screens, Air())

    @property
    def way(self) -> str:
        """How the play on the stack is played; "" where there is none."""
        return self.play.way if self.play and self.playing else ""

    def renew(self) -> bool:
        """Take up what came from elsewhere; tells whether anything did."""
        return self.top.renew()

    def layout(self, look: Look) -> Layout:
        """Return the window as a value."""
        done = self.top.layout(projected(look) if self.way == "vote" else look)
        return scanned(done, rests=self._scan.rests(done)) if look.settings.one_switch else done

    def onward(self, look: Look) -> Layout | None:
        """Return the page that is turned to next, if that is known."""
        return self.top.onward(projected(look) if self.way == "vote" else look)

    def scan(self, layout: Layout) -> bool:
        """Let the focus go on by itself, as it does for a single switch; tells whether it did."""
        outcome = None if layout.paced else self._scan.step(layout)
        if outcome:
            self._look(layout, outcome)
        return outcome is not None

    def settle(self, layout: Layout) -> None:
        """Note where the focus and the page have come to rest in a layout."""
        self.top.focus = layout.focus
        if not layout.paced:
            self.top.hurry()
        if self.top.scroll is not None and layout.scroll:
            self.top.scroll = layout.scroll.at

    def answer(self, layout: Layout, asked: Command | Pointed) -> None:
        """Let the screen on top, laid out as `layout`, have what the player asked for."""
        rested, self._scan.steps = layout.scans and self._scan.rests(layout), 0
        if rested and asked == Command(c.PICK):
            return
        if layout.paced and not _passes(asked):
            self.top.hurry()
            return
        outcome = pointed(layout, asked) if isinstance(asked, Pointed) else navigate(layout, asked)
        self._look(layout, outcome)
        if not outcome.command:
            return
        try:
            move = self._everywhere(outcome.command)
            # A move without fields is an empty tuple, and so false.
            self.carry_out(self.top.handle(outcome.command) if move is None else move)
        except Refusal as refusal:
            self.tell(str(refusal))

    def carry_out(self, move: Move | None) -> None:
        """Do what a move says."""
        match move:
            case None:
                pass
            case Push(screen):
                self.screens.append(screen)
            case Replace(screen):
                self.screens[-1] = screen
            case Open(name, detail, instead):
                self.screens[len(self.screens) - instead :] = [room(name, self.host, detail)]
            case Pop() | Home() | Leave():
                self._down_to({Home: 1, Leave: 0}.get(type(move), len(self.screens) - 1))
            case Below(command):
                self._down_to(len(self.screens) - 1)
                self.carry_out(self.top.handle(command))
            case Snap():
                self.snap = move
            case Begin() | Resume() | Bring() | Keep() | Hand():
                self._ask_host(move)

    def _ask_host(self, move: Begin | Resume | Bring | Keep | Hand) -> None:
        match move:
            case Begin(story, picks, way):
                self._enter(lambda: self.host.start(story, picks), names=not picks, way=way)
            case Resume(key, way):
                self._enter(lambda: self.host.resume(key), names=False, way=way)
            case Bring(file):
                self._enter(lambda: self.host.bring(file), names=False)
            case Keep(settings):
                self.trouble = self.host.keep(settings)
            case Hand(play):
                self.tell(self.host.keep_page(play))

    def _look(self, layout: Layout, outcome: Outcome) -> None:
        self.top.focus = outcome.focus
        if layout.scroll and outcome.scroll != layout.scroll.at:
            self.top.scroll = outcome.scroll

    def _down_to(self, height: int) -> None:
        del self.screens[height:]
        while self.screens and self.top.over:
            self.screens.pop()
        if height <= 1:
            self._close()
            self.playing = False
        if self.screens:
            self.top.refresh()

    def _close(self) -> None:
        """Let go of the play, so that its run can be opened elsewhere; its pictures stay."""
        if self.play:
            self.play.close()

    def _enter(self, opened: Callable[[], Play], *, names: bool, way: str | None = None) -> None:
        play = opened()
        self._close()
        play.way = self.way if way is None else way
        self.play, self.playing = play, True
        self.screens[1:] = [self._first(play, names=names)]

    def _first(self, play: Play, *, names: bool) -> Screen:
        """Return the screen on which a play begins. A class is asked for no names."""
        if names:
            return room("before" if play.way or self.host.classroom else "names", self.host, (play, True))
        return room("reveal" if play.session.finished else WAYS[play.way], self.host, play)

    def _everywhere(self, command: Command) -> Move | None:
        """Return what a command means on every screen, if it is one of those."""
        match command.what:
            case c.LEAVE:
                return Leave()
            case c.FULL_SCREEN | c.SOUND | c.VOICE:
                return Keep(_turned(self.host.settings, command.what))
            case c.PICTURE:
                return Snap()
            case c.DROPPED:
                return Bring(command.detail)
            case c.HELP if not _named(self.top, "Help"):
                return Open("help")
            case c.CALM:
                return Pop() if _named(self.top, "Calm") else Open("calm", self.play if self.playing else None)
            case c.NOTE if self.playing and not _named(self.top, "Before"):
                return Open("before", (self.play, False))
            case c.STORIES if not _named(self.top, "Stories"):
                return Open("stories")
            case "unplugged" if not _named(self.top, "Message"):
                self.tell(_("The gamepad is gone. Nothing is lost: the keyboard and the mouse do all that it did."))
        return None

    def tell(self, sentence: str) -> None:
        """Show a sentence on a screen of its own."""
        from game.window.screens.message import Message  # noqa: PLC0415  # only in trouble

        self.screens.append(Message(sentence))


def _turned(settings: Settings, what: str) -> Settings:
    """Return settings with one of the three that have keys of their own turned on, or off."""
    match what:
        case c.VOICE:
            return replace(settings, voice=not settings.voice)
        case c.SOUND:
            return replace(settings, sound=not settings.sound)
    return replace(settings, full_screen=not settings.full_screen)


def _passes(asked: Command | Pointed) -> bool:
    """Tell whether something is done even while text is still to come: moving the pointer, listening, and leaving."""
    return not asked.pressed if isinstance(asked, Pointed) else asked.what in _PASSING


def _named(screen: Screen, name: str) -> bool:
    return type(screen).__name__ == name
