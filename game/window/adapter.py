"""AccessKit: the tree of the screen, handed to the system's screen readers. Needs the extra `screen-reader`.

1. Screen readers ask whenever they like, on Linux on a thread of their own; they are answered with the tree as it was
   shown last. What they ask for is put in a queue, which the loop empties.
2. Nothing that AccessKit calls may raise: it would end the game.
3. On Windows and macOS AccessKit stands between the system and the window, and has to before the window is shown.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from queue import Empty, SimpleQueue
from typing import Any

import accesskit

from game import __version__
from game.window.tree import ROOT, Node, Tree


class AccessKit:
    """The window as screen readers know it. `window` is the system's handle of it; Linux needs none."""

    def __init__(self, tree: Tree, window: object) -> None:
        self._tree = tree
        self._asked: SimpleQueue[tuple[int, str]] = SimpleQueue()
        self._adapter = _of_system(window, self._whole, self._note)

    def show(self, tree: Tree) -> None:
        """Take what is on the screen now; who listens is told what is different."""
        if tree != self._tree:
            self._tree = tree
            _raised(self._adapter.update_if_active(self._whole))

    def focus(self, *, focused: bool) -> None:
        """Note whether the window has the focus. Windows looks itself."""
        if sys.platform == "darwin":
            _raised(self._adapter.update_view_focus_state(focused))
        elif sys.platform != "win32":
            self._adapter.update_window_focus_state(focused)

    def asked(self) -> Iterator[tuple[int, str]]:
        """Yield the nodes and the actions on them that were asked for since the last time, in order."""
        try:
            while True:
                yield self._asked.get_nowait()
        except Empty:
            return

    def _note(self, request: Any) -> None:  # noqa: ANN401  # AccessKit has no types
        self._asked.put((request.target, str(request.action).rpartition(".")[2]))

    def _whole(self) -> Any:  # noqa: ANN401  # the same
        shown = self._tree
        whole = accesskit.Tree(ROOT)
        whole.toolkit_name, whole.toolkit_version = "Me & We", __version__
        update = accesskit.TreeUpdate(shown.focus)
        update.tree = whole
        update.nodes.extend((node.number, _made(node)) for node in shown.nodes)
        return update


def _of_system(window: object, whole: Callable[[], Any], note: Callable[[Any], None]) -> Any:  # noqa: ANN401
    if sys.platform == "darwin":
        # SDL lets the window have the focus, and not what is in it.
        accesskit.macos.add_focus_forwarder_to_window_class("SDLWindow")
        return accesskit.macos.SubclassingAdapter.for_window(window, whole, note)
    if sys.platform == "win32":
        return accesskit.windows.SubclassingAdapter(window, whole, note)
    return accesskit.unix.Adapter(whole, note, lambda: None)


def _raised(events: Any) -> None:  # noqa: ANN401
    """Let the system have the events of an update; on Linux it has them already."""
    if events is not None:
        events.raise_events()


def _made(node: Node) -> Any:  # noqa: ANN401
    made = accesskit.Node(getattr(accesskit.Role, node.role))
    made.set_children([*node.children])
    if node.name:
        made.set_label(node.name)
    if node.bounds:
        x, y, width, height = node.bounds
        made.set_bounds(accesskit.Rect(x, y, x + width, y + height))
    for action in node.actions:
        made.add_action(getattr(accesskit.Action, action))
    if node.place is not None:
        made.set_position_in_set(node.place)
    if node.size is not None:
        made.set_size_of_set(node.size)
    if node.live:
        made.set_live(accesskit.Live.POLITE)
    return made
