"""A screen reader of a few lines, on Linux's accessibility bus: a program of its own, for a Python that has `gi`.

`enable` says to all that a screen reader runs · `tree` prints what the game shows, a JSON list a node: depth, role,
name, attributes, whether it has the focus · `click NAME` and `focus NAME` do that to what has this name · `listen`
prints what is announced, a line each, until it is ended.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402  # once the version is chosen

WINDOW = "Me & We"


def enable() -> None:
    """Say that a screen reader runs: before that no program shows anything."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        value = GLib.Variant("(ssv)", ("org.a11y.Status", name, GLib.Variant("b", True)))  # noqa: FBT003  # so it is
        place = ("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set")
        bus.call_sync(*place, value, None, Gio.DBusCallFlags.NONE, -1, None)


def nodes() -> Iterator[tuple[int, Any]]:
    """Yield what stands in the game's window, with how deep."""
    desktop = Atspi.get_desktop(0)
    for program in map(desktop.get_child_at_index, range(desktop.get_child_count())):
        for window in map(program.get_child_at_index, range(program.get_child_count())):
            if window.get_name() == WINDOW:
                yield from below(window, 0)


def below(node: Any, depth: int) -> Iterator[tuple[int, Any]]:  # noqa: ANN401  # gi has no types
    """Yield a node and all that is in it."""
    yield depth, node
    for at in range(node.get_child_count()):
        yield from below(node.get_child_at_index(at), depth + 1)


def told(depth: int, node: Any) -> str:  # noqa: ANN401
    """Return a node as a line."""
    focused = node.get_state_set().contains(Atspi.StateType.FOCUSED)
    return json.dumps([depth, node.get_role_name(), node.get_name(), node.get_attributes() or {}, focused])


def listen() -> None:
    """Print what is announced."""
    listener = Atspi.EventListener.new(lambda event: print(json.dumps(str(event.any_data)), flush=True))
    listener.register("object:announcement")
    Atspi.event_main()


def main(what: str, name: str = "") -> None:
    """Do what was asked for."""
    if what == "enable":
        enable()
    elif what == "listen":
        listen()
    elif what == "tree":
        print(*(told(depth, node) for depth, node in nodes()), sep="\n")
    else:
        node = next(node for _depth, node in nodes() if node.get_name() == name)
        print(node.do_action(0) if what == "click" else node.grab_focus())


main(*sys.argv[1:])
