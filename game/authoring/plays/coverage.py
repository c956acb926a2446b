"""Coverage: what of a story no kept play meets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.authoring.plays.perform import Performed
from game.story.model import Story
from game.story.names import ENDINGS


@dataclass(frozen=True, slots=True)
class Share:
    """How many of `all` things no play meets: those `missed`, in the order of the story, options by name."""

    all: int
    missed: tuple[str, ...]

    def as_json(self) -> dict[str, object]:
        """Return the share in the shape that `test --json` prints."""
        return {"all": self.all, "missed": list(self.missed)}


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the plays of a story leave out, of its options, its passages and its endings."""

    options: Share
    passages: Share
    endings: Share

    def as_json(self) -> dict[str, object]:
        """Return the coverage in the shape that `test --json` prints."""
        return {name: getattr(self, name).as_json() for name in ("options", "passages", "endings")}


def coverage(story: Story, performed: Iterable[Performed]) -> Coverage:
    """Return what some plays of a story leave out."""
    done = list(performed)
    met = frozenset[str]().union(*(each.met for each in done))
    passages = [passage.id for scene in story.scenes.values() for passage in scene.passages]
    ended = {each.dynamic for each in done}
    return Coverage(_share(sorted(story.options), met), _share(passages, met), _share(ENDINGS, ended))


def _share(things: Iterable[str], met: Iterable[str | None]) -> Share:
    every, known = list(things), set(met)
    return Share(len(every), tuple(each for each in every if each not in known))
