"""Screen readers let in or kept out, as the settings ask; what they want comes back as commands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from typing import Final, Protocol

from game.language import N_, _
from game.settings import Settings
from game.window.commands import Command
from game.window.layout import Layout
from game.window.tree import Tree, tree, wanted

_NO_LIBRARY: Final = N_(
    "For screen readers one more part is needed, which is not installed: pip install “me-and-we[screen-reader]”."
)


class Adapter(Protocol):
    """Whatever stands between the window and the system's screen readers."""

    def show(self, tree: Tree) -> None:
        """Take what is on the screen now."""

    def focus(self, *, focused: bool) -> None:
        """Note whether the window has the focus."""

    def asked(self) -> Iterable[tuple[int, str]]:
        """Return the nodes and the actions on them that were asked for since the last time."""


class Access:
    """What screen readers know of a window. Nothing is loaded until the settings let them in.

    `withdrawn` gives the system's handle of the window, hidden meanwhile where that has to be. `made` makes the
    adapter, or raises `ImportError`.
    """

    def __init__(
        self,
        withdrawn: Callable[[], AbstractContextManager[object]],
        made: Callable[[Tree, object], Adapter] | None = None,
    ) -> None:
        self.trouble: str | None = None
        self._withdrawn = withdrawn
        self._made = made or _adapter
        self._adapter: Adapter | None = None
        self._last: Layout | None = None
        self._focused = True

    def follow(self, layout: Layout, settings: Settings) -> bool:
        """Show a layout to whoever was let in; tells whether the window was opened anew or there is other trouble."""
        if not settings.screen_reader:
            changed = self.trouble is not None
            self._adapter = self.trouble = self._last = None
            return changed
        if layout is self._last:
            return False
        self._last = layout
        shown = tree(layout, announced=not settings.voice)
        if self._adapter:
            self._adapter.show(shown)
            return False
        return self.trouble is None and self._let_in(shown)

    def focus(self, *, focused: bool) -> None:
        """Note whether the window has the focus."""
        self._focused = focused
        if self._adapter:
            self._adapter.focus(focused=focused)

    def asked(self, layout: Layout) -> Iterator[Command]:
        """Yield what screen readers asked for since the last time, on the screen that `layout` shows."""
        for number, action in self._adapter.asked() if self._adapter else ():
            command = wanted(layout, number, action)
            if command:
                yield command

    def _let_in(self, shown: Tree) -> bool:
        try:
            with self._withdrawn() as window:
                self._adapter = self._made(shown, window)
        except ImportError:
            self.trouble = _(_NO_LIBRARY)
        else:
            self._adapter.focus(focused=self._focused)
        return True


def _adapter(shown: Tree, window: object) -> Adapter:
    from game.window.adapter import AccessKit  # noqa: PLC0415  # an extra, and not needed before somebody is let in

    return AccessKit(shown, window)
