"""What could have followed a run, found out beside everything else, so that the page that tells it need not wait."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.insight.what_if import WhatIf
    from game.story.model import Story


class Foresight:
    """What could have followed the answers that were asked about last."""

    def __init__(self) -> None:
        self._search: _Search | None = None

    def begin(self, story: Story, picks: tuple[str, ...]) -> _Search:
        """Search for what could have followed these answers, unless that was begun before; returns the search."""
        search = self._search
        if search is None or search.story is not story or search.picks != picks:
            search = self._search = _Search(story, picks)
            search.start()
        return search

    def of(self, story: Story, picks: tuple[str, ...]) -> WhatIf | None:
        """Return what could have followed these answers, as `in_time` does, once it is found."""
        return self.begin(story, picks).result()


class _Search(Thread):
    """A search for all that could have followed."""

    def __init__(self, story: Story, picks: tuple[str, ...]) -> None:
        super().__init__(name="foresight", daemon=True)
        self.story = story
        self.picks = picks
        self._found: WhatIf | None = None
        self._error: Exception | None = None

    def run(self) -> None:
        """Find it; the title needs nothing of what is imported here."""
        try:
            from game.insight.what_if import in_time  # noqa: PLC0415

            self._found = in_time(self.story, self.picks)
        except Exception as error:  # noqa: BLE001  # whoever asks for the result raises it
            self._error = error

    def result(self) -> WhatIf | None:
        """Wait for the end, and return what was found. Raises what `in_time` raised."""
        self.join()
        if self._error:
            raise self._error
        return self._found
