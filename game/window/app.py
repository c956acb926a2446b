"""The window: one loop that takes events, asks the stack of screens, and draws when something changed. Needs pygame.

1. At rest events are taken `REST` times a second and nothing is drawn; while something moves, `LIVELY` times.
2. The first frame stands before anything is loaded that it does not need: gamepads, runs, pictures, other screens.
3. Closing the window leaves at once: the host keeps a run after every answer.
"""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Final

import pygame

from game.drawing.rect import Rect
from game.host import Host, Play, Refusal
from game.language import _
from game.window import commands as c
from game.window.ahead import Ahead
from game.window.canvas import Canvas
from game.window.commands import Command, Pointed
from game.window.devices import Devices
from game.window.display import fills_screen, open_window, set_icon
from game.window.fonts import Fonts
from game.window.layout import AT_REST, Layout, Look
from game.window.moves import Keep
from game.window.paint import Painter
from game.window.pictures import Pictures
from game.window.rooms import WARM, warm
from game.window.senses import Senses
from game.window.stack import Stack
from game.window.theme import THEMES
from game.window.voice import Asked

REST: Final = 50
"""Times a second that events are taken: this costs about 1 % of a core, and waiting for one would cost 5 %."""

LIVELY: Final = 60

QUIET: Final = 0.4
"""Seconds without an event after which pictures, and pages, are made ahead."""

_FOCUS: Final = frozenset({pygame.WINDOWFOCUSGAINED, pygame.WINDOWFOCUSLOST})
_SIZED: Final = frozenset({pygame.VIDEORESIZE, pygame.WINDOWEXPOSED, pygame.WINDOWSIZECHANGED, pygame.WINDOWRESTORED})


def run(host: Host, play: Play | None = None, stack: Stack | None = None) -> int:
    """Open the window and stay until the player leaves; returns 0. With a `play`, it begins with that one.

    A `stack` of another kind than the usual one may be handed in; then that has the play.

    Raises `display.NoScreenError` where there is no screen, before anything was asked of the host.
    """
    App(host, play, stack).run()
    return 0


class App:
    """The window with all that it needs. `draw` and `tick` are its beats; `run` repeats them."""

    def __init__(self, host: Host, play: Play | None = None, stack: Stack | None = None) -> None:
        self.host = host
        self.full_screen = host.settings.full_screen
        self.surface = open_window(full_screen=self.full_screen)
        self.fonts = Fonts()
        self.stack = stack or Stack(host, play)
        self._hold_to_window()
        self.devices = Devices(host.settings, self.stack.keys)
        self.painter = self._painter()
        self.layout: Layout | None = None
        self._painted: Layout | None = None
        self.dirty = self._stale = True
        self._suits = (host.settings.theme, self.stack.play, self.stack.pictures)
        self.canvas = Canvas()
        self._turns = False
        self._since = self._asked = self._scanned = 0.0
        self.senses = Senses()
        self._last: Asked = None
        self.ahead = Ahead((*(partial(warm, name) for name in WARM), host.stories))

    def run(self) -> None:
        """Show the first frame, then whatever follows from events until the player leaves."""
        self.draw()
        set_icon()
        self.devices.open()
        self.stack.top.refresh()
        self.dirty = self._stale = True
        clock = pygame.time.Clock()
        while self.stack.screens:
            clock.tick(LIVELY if self.tick() else REST)
        self.senses.close()
        pygame.quit()

    def tick(self) -> bool:
        """Take the events that came, draw if something changed; tells whether anything moves."""
        for event in pygame.event.get():
            self.take(event)
        for asked in self.senses.wanted(self._now()) if self.stack.screens else ():
            self._answer(asked)
        if not self.stack.screens:
            return False
        if self.stack.renew():
            self.dirty = self._stale = True
            self._suit_settings()
        if self._due or self._scans():
            self.dirty = self._stale = True
        draws = self.dirty or self.moving
        if draws:
            self.draw()
        self._be_told()
        if self.painter.fetch():
            self.dirty = self._turns = True
        elif not draws and time.monotonic() - self._asked > QUIET and not self.painter.pictures.work():
            self.ahead.work()
        return self.moving or self.dirty

    @property
    def moving(self) -> bool:
        """Whether the next frame differs from this one though nobody asks for anything."""
        return self.canvas.moving or (self.layout is not None and self.layout.moving)

    @property
    def _due(self) -> bool:
        """Whether it is time for what comes by itself, such as the next line of a paced text."""
        due = self.layout.due if self.layout else None
        return due is not None and time.monotonic() - self._since >= due

    def _scans(self) -> bool:
        """Let the focus go on once the switch was waited for, after the voice if it speaks; tells whether it did."""
        now, dwell = time.monotonic(), self.host.settings.dwell / 10
        self._scanned = now if self.senses.speech.speaking else self._scanned
        if self.layout is None or not self.layout.scans or now - max(self._asked, self._scanned, self._since) < dwell:
            return False
        self._scanned = now
        return self.stack.scan(self.layout)

    def take(self, event: pygame.event.Event) -> None:
        """Do what an event asks for."""
        if event.type == pygame.KEYDOWN:
            # Any key stops the voice, also one that means nothing else, such as Control.
            self.senses.hush()
        if event.type == pygame.QUIT:
            self._answer(Command(c.LEAVE))
        elif event.type in _FOCUS:
            self.senses.focus(focused=event.type == pygame.WINDOWFOCUSGAINED)
        elif event.type in _SIZED:
            self._take_window(pygame.display.get_surface())
        else:
            for asked in self.devices.asked(event, self._now()):
                self._answer(asked)

    def draw(self) -> None:
        """Lay the screen out if it has to be, paint it and show it."""
        now = time.monotonic()
        if self.layout and self.layout.moving and self.layout is self._painted:
            self._stale = True
        if self.dirty or self._stale or self.layout is not self._painted:
            self._paint(now)
        self.canvas.show(self.surface, now)
        self.dirty = False

    def look(self, *, begins: bool = False) -> Look:
        """Return what layouts depend on now, or when a page `begins`."""
        settings = self.host.settings
        since = 0.0 if begins else min(AT_REST, time.monotonic() - self._since)
        since = AT_REST if settings.motion == "reduced" else since
        own = filter(None, (self.stack.trouble, self.painter.pictures.trouble))
        troubles = (*self.host.troubles, *self.fonts.troubles.values(), *own, *self.senses.troubles)
        return Look(self.surface.get_size(), self.fonts, settings, troubles, since)

    def _answer(self, asked: Command | Pointed) -> None:
        """Let the stack answer; the screen may be another one, or look different, from here on."""
        if not self.stack.screens:
            return
        self._asked = time.monotonic()
        hovered = isinstance(asked, Pointed) and not asked.pressed
        if not hovered:
            self.senses.hush()
        self._last = asked
        held = self.stack.held
        self.stack.answer(self._now(), asked)
        self._keep_picture()
        if not self.stack.screens:
            return
        self.dirty = self.dirty or not hovered or self.stack.held != held
        self._stale = self._stale or self.dirty
        self._suit_settings()

    def _be_told(self) -> None:
        """Let the voice, screen readers and sounds tell what the last answer brought, if they are on."""
        asked, self._last = self._last, None
        layout, settings = self._now(), self.host.settings
        troubled = self.senses.hear(self.stack.air, layout, asked, settings)
        if self.senses.follow(layout, asked, settings) or troubled:
            self._take_window(pygame.display.get_surface())

    def _take_window(self, surface: pygame.Surface | None) -> None:
        """Draw on this surface of the window from now on; it shows nothing of what was drawn before."""
        self.surface = surface or self.surface
        self.dirty = self._stale = True
        self._turns = False
        self.canvas.forget()

    def _keep_picture(self) -> None:
        """Keep the picture that was asked for, if one was, and say where it is."""
        snap, self.stack.snap = self.stack.snap, None
        if snap is None:
            return
        try:
            self.stack.tell(self.host.keep_picture(self._picture(snap.layout)))
        except Refusal as refusal:
            self.stack.tell(str(refusal))

    def _picture(self, layout: Layout | None) -> bytes:
        """Return a layout, or the window as it stands, as a PNG."""
        surface = self.surface
        if layout:
            surface = pygame.Surface(layout.size)
            self.painter.paint(surface, layout)
        data = io.BytesIO()
        pygame.image.save(surface, data, "picture.png")
        return data.getvalue()

    def _suit_settings(self) -> None:
        """Bring theme, pictures and the window's mode in line with the settings and the play, where they changed."""
        now = (self.host.settings.theme, self.stack.play, self.stack.pictures)
        if now != self._suits:
            self._suits = now
            self.painter = self._painter()
        self.devices.suit(self.host.settings)
        if self.host.settings.full_screen != self.full_screen:
            self.full_screen = self.host.settings.full_screen
            self._take_window(open_window(full_screen=self.full_screen))
            self._hold_to_window()

    def _hold_to_window(self) -> None:
        """Say so, and keep it so, where the window was to fill the screen and cannot."""
        if self.full_screen and not fills_screen():
            self.full_screen = False
            self.stack.carry_out(Keep(replace(self.host.settings, full_screen=False)))
            self.stack.tell(_("This system does not let the window fill the screen; it stays a window."))

    def _painter(self) -> Painter:
        theme = THEMES[self.host.settings.theme]
        own = self.stack.play.pictures if self.stack.play else {}
        return Painter(theme, self.fonts, Pictures(own, theme.ground, veil=(*theme.shade, theme.dim)))

    def _now(self) -> Layout:
        """Return the top screen as a value, laid out anew if anything changed since."""
        if self.layout is None or self._stale:
            self._stale = False
            self.layout = self._laid_out(self.layout)
        return self.layout

    def _laid_out(self, before: Layout | None) -> Layout:
        """Lay the top screen out, and let it know where its focus and its page have come to rest.

        Another page begins at 0 seconds, and whether it is another one shows only in its layout. So time counts from
        the first where it counted before; elsewhere the layout is made as a page begins, and is made again if it is
        none that begins, and time matters on it.
        """
        timed = before is not None and before.timed
        layout = self.stack.layout(self.look(begins=not timed))
        fresh = before is None or (layout.key, layout.size) != (before.key, before.size)
        if fresh:
            self._since = time.monotonic()
            self._turns = self._turns or (before is not None and layout.size == before.size)
        if fresh == timed and (fresh or layout.timed):
            layout = self.stack.layout(self.look())
        if fresh:
            self._look_ahead(layout)
        self.stack.settle(layout)
        return layout

    def _look_ahead(self, layout: Layout) -> None:
        self.ahead.turn(self._onward())
        picture = layout.box("picture")
        views = self.stack.top.ahead()
        if picture and views:
            self.painter.pictures.want(views, (picture.rect.w, picture.rect.h))

    def _onward(self) -> Iterator[None]:
        """Make what the next page needs, piece by piece."""
        layout = self.stack.onward(self.look(begins=True))
        yield
        if layout:
            yield from self.painter.prepare(layout)

    def _paint(self, now: float) -> None:
        layout = self._painted = self._now()
        self.canvas.paint(self.surface, self.painter, layout)
        if self._turns and self.host.settings.motion == "full":
            page = layout.box("page")
            self.canvas.fade(self.surface, page.rect if page else Rect(0, 0, *layout.size), now)
        self._turns = False
