"""When a change of a story's files is taken up. Pure: the clock is handed in, in seconds.

1. A change is taken up at once, but not sooner than `PAUSE` after the one before: ten saves in a second are a few.
2. A file that has gone, or is empty of a sudden, is most likely being saved: it has `GRACE` to come back.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.authoring.stamp import Stamp

PAUSE = 0.2
GRACE = 0.4


@dataclass(slots=True)
class Rhythm:
    """What was `taken` up last, and `since` when; `lost` is when a file was first seen to be gone, if one is."""

    taken: Stamp
    since: float
    lost: float | None = None

    def wait(self, found: Stamp, now: float) -> float | None:
        """Return in how many seconds the files, which look like `found` now, are to be read; None if they were."""
        if found == self.taken:
            self.lost = None
            return None
        self.lost = (self.lost if self.lost is not None else now) if _gone(self.taken, found) else None
        grace = self.lost + GRACE - now if self.lost is not None else 0.0
        return max(0.0, grace, self.since + PAUSE - now)

    def take(self, found: Stamp, now: float) -> None:
        """Note that the files were read when they looked like `found`."""
        self.taken, self.since, self.lost = found, now, None


def _gone(before: Stamp, found: Stamp) -> bool:
    """Tell whether a file has vanished, or has been emptied."""
    return any(face.size and not (name in found and found[name].size) for name, face in before.items())
