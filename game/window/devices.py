"""From pygame's events to commands: the keyboard, the pointer, and gamepads. Needs pygame.

1. A press of the pointer counts when the button comes up over the target that it went down on.
2. For a single switch a press anywhere counts at once, and so does each key that means nothing else.
3. What the parts of a gamepad mean is told by `pads`; here they are only unwrapped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, TypeAlias

import pygame

from game.keys import FIXED, may_be_chosen
from game.settings import Settings
from game.window import commands as c
from game.window.commands import FIELD_KEYS, Command, Pointed, keys
from game.window.layout import Layout
from game.window.pads import Pads

Asked: TypeAlias = Command | Pointed
Reader: TypeAlias = Callable[[pygame.event.Event, Layout], Iterator[Asked]]

UNPLUGGED: Final = Command("unplugged")
"""The last gamepad is gone."""

_FUNCTION: Final = re.compile(r"f[0-9]+")
_HELD_BACK: Final = pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META


class Devices:
    """The player's hands, with the keys and buttons of these settings. `asked` turns one event into what it asks for.

    `more` are keys beside those of the settings.
    """

    def __init__(self, settings: Settings, more: Mapping[str, Command] | None = None) -> None:
        self.pads = Pads()
        self.suit(settings)
        self._more = more or {}
        self._down: str | None = None
        self._held: dict[int, Any] = {}
        self._readers: Mapping[int, Reader] = {
            pygame.KEYDOWN: self._key,
            pygame.TEXTINPUT: self._text,
            pygame.MOUSEMOTION: self._moved,
            pygame.MOUSEBUTTONDOWN: self._went_down,
            pygame.MOUSEBUTTONUP: self._came_up,
            pygame.MOUSEWHEEL: self._wheel,
            pygame.DROPFILE: self._dropped,
            pygame.JOYDEVICEADDED: self._plugged,
            pygame.JOYDEVICEREMOVED: self._unplugged,
            pygame.CONTROLLERBUTTONDOWN: self._button,
            pygame.CONTROLLERAXISMOTION: self._axis,
            pygame.JOYBUTTONDOWN: self._raw_button,
            pygame.JOYHATMOTION: self._hat,
            pygame.JOYAXISMOTION: self._raw_axis,
        }

    def suit(self, settings: Settings) -> None:
        """Take the keys and buttons that the player has chosen."""
        self.keys = keys(settings.keys)
        self.pads.own = settings.buttons

    def open(self) -> None:
        """Begin to listen to gamepads: those present tell of themselves, like those plugged in later."""
        try:
            pygame.joystick.init()
            _controllers().init()
        except (pygame.error, ImportError):
            pass

    def asked(self, event: pygame.event.Event, layout: Layout) -> Iterator[Asked]:
        """Yield what an event asks for on the screen that `layout` shows."""
        reader = self._readers.get(event.type)
        if reader:
            yield from reader(event, layout)

    def _key(self, event: pygame.event.Event, layout: Layout) -> Iterator[Asked]:
        name = pygame.key.name(event.key)
        if layout.scans and self._is_switch(event, name, layout):
            yield Command(c.PICK)
            return
        if layout.listens == c.KEY and name not in FIXED:
            yield Command(c.KEY, name)
            return
        if event.mod & pygame.KMOD_SHIFT and f"shift {name}" in self.keys:
            name = f"shift {name}"
        if event.mod & _HELD_BACK:
            if name == "v" and writing(layout):
                yield Command(c.TEXT, _pasted())
            return
        if name in self._more:
            command: Command | None = self._more[name]
        elif writing(layout):
            silent = name in FIELD_KEYS or _FUNCTION.fullmatch(name)
            command = Command(c.ERASE) if name == "backspace" else self.keys.get(name) if silent else None
        else:
            command = self.keys.get(name) or self.keys.get(event.unicode.lower())
        if command:
            yield command

    def _is_switch(self, event: pygame.event.Event, name: str, layout: Layout) -> bool:
        """Tell whether a key is somebody's single switch: the one that picks, or one that writes and means nothing."""
        if name in self.keys:
            return self.keys[name].what == c.PICK and name not in FIXED
        silent = not (event.unicode and event.unicode.isprintable()) and not _FUNCTION.fullmatch(name)
        return layout.listens != c.KEY and not silent and may_be_chosen(name)

    def _text(self, event: pygame.event.Event, layout: Layout) -> Iterator[Asked]:
        if writing(layout):
            yield Command(c.TEXT, event.text)

    def _moved(self, event: pygame.event.Event, layout: Layout) -> Iterator[Asked]:
        if not layout.scans:
            yield Pointed(event.pos[0], event.pos[1], pressed=False)

    def _went_down(self, event: pygame.event.Event, layout: Layout) -> Iterator[Asked]:
        if layout.scans:
            yield Command(c.PICK)
            return
        box = layout.hit(*event.pos)
        self._down = box.id if box and event.button == pygame.BUTTON_LEFT else None
        if event.button == pygame.BUTTON_RIGHT:
            yield Command(c.BACK)

    def _came_up(self, event: pygame.event.Event, layout: Layout) -> Iterator[Asked]:
        if layout.scans:
            return
        box = layout.hit(*event.pos)
        if event.button == pygame.BUTTON_LEFT and box and box.id == self._down:
            yield Pointed(event.pos[0], event.pos[1], pressed=True)
        self._down = None

    def _wheel(self, event: pygame.event.Event, _layout: Layout) -> Iterator[Asked]:
        yield Command(c.SCROLL, str(getattr(event, "precise_y", event.y)))

    def _dropped(self, event: pygame.event.Event, _layout: Layout) -> Iterator[Asked]:
        yield Command(c.DROPPED, event.file)

    def _plugged(self, event: pygame.event.Event, _layout: Layout) -> Iterator[Asked]:
        try:
            known = _controllers().is_controller(event.device_index)
            pad: Any = (_controllers().Controller if known else pygame.joystick.Joystick)(event.device_index)
            wire = pad.as_joystick() if known else pad
            number = wire.get_instance_id()
            self.pads.plug(number, pad.get_mapping() if known else None, wire.get_numbuttons())
        except (pygame.error, ImportError, AttributeError):
            return
        self._held[number] = pad
        yield from ()

    def _unplugged(self, event: pygame.event.Event, _layout: Layout) -> Iterator[Asked]:
        self.pads.unplug(event.instance_id)
        if self._held.pop(event.instance_id, None) and not self._held:
            yield UNPLUGGED

    def _button(self, event: pygame.event.Event, layout: Layout) -> Iterator[Asked]:
        yield from self.pads.button(event.instance_id, event.button, layout)

    def _raw_button(self, event: pygame.event.Event, layout: Layout) -> Iterator[Asked]:
        yield from self.pads.raw_button(event.instance_id, event.button, layout)

    def _hat(self, event: pygame.event.Event, layout: Layout) -> Iterator[Asked]:
        yield from self.pads.hat(event.instance_id, event.value, layout)

    def _axis(self, event: pygame.event.Event, layout: Layout) -> Iterator[Asked]:
        yield from self.pads.axis(event.instance_id, event.axis, event.value / 32768, layout)

    def _raw_axis(self, event: pygame.event.Event, layout: Layout) -> Iterator[Asked]:
        yield from self.pads.raw_axis(event.instance_id, event.axis, event.value, layout)


def writing(layout: Layout) -> bool:
    """Tell whether a text field holds the focus."""
    box = layout.box(layout.focus)
    return box is not None and box.role == "field"


def _pasted() -> str:
    """Return the words on the clipboard, "" if there are none or this pygame cannot get them."""
    try:
        return str(pygame.scrap.get_text())
    except (AttributeError, pygame.error):
        return ""


def _controllers() -> Any:  # noqa: ANN401  # pygame's module has no types
    from pygame._sdl2 import controller  # noqa: PLC0415  # only once the first frame stands

    return controller
