"""Where things of a loaded story were written, and the order in which an author would list them.

1. Scenes, passages and options have their places from the loading. A condition is looked for from there on, by its
   words; where it cannot be found, the place of what holds it stands in.
2. A story's tables are in the order of compiling; here all is in the order of the files.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from game.authoring.load import Loaded
from game.authoring.written import written
from game.story.conditions import Condition
from game.story.model import Branch, Choose, Enter, Finish, Node, Story

_STORY: Final = "story.yaml"


@dataclass(slots=True)
class Whereabouts:
    """The places of a story that was loaded."""

    loaded: Loaded
    story: Story
    _homes: dict[int, str] = field(default_factory=dict)
    _choices: dict[str, list[int]] = field(default_factory=dict)
    _options: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find for each node the passage that holds it, and for each scene what is in it."""
        for place, node in enumerate(self.story.nodes):
            if isinstance(node, Choose):
                self._choices.setdefault(node.scene, []).append(place)
        for id_ in self.story.options:
            self._options.setdefault(id_.partition(".")[0], []).append(id_)
        for scene in self.story.scenes.values():
            for passage in scene.passages:
                for place in _held(self.story, passage.start):
                    self._homes.setdefault(place, passage.id)

    @property
    def front(self) -> str | None:
        """The name of the file story.yaml, if there is one."""
        return next((name for name in self.loaded.sources if Path(name).name == _STORY), None)

    def home(self, place: int) -> str | None:
        """Return the id of the passage that holds a node; None for what stands in story.yaml."""
        return self._homes.get(place)

    def line(self, id_: str) -> int:
        """Return the line of a scene, passage or option; 0 if it is not known."""
        origin = self.loaded.origins.get(id_)
        return origin.span.line if origin else 0

    def choices(self, scene: str) -> list[int]:
        """Return the choices of a scene, by their nodes, in the order of its file."""
        return sorted(self._choices.get(scene, ()), key=self._first_line)

    def options(self, scene: str) -> Iterator[str]:
        """Yield the options of a scene in the order of its file."""
        yield from sorted(self._options.get(scene, ()), key=self.line)

    def at(self, owner: str | int, condition: Condition | None = None) -> str:
        """Return `file:line` of an option or node, or of a condition in it; "" if nothing is known."""
        id_ = owner if isinstance(owner, str) else self.home(owner)
        origin = self.loaded.origins.get(id_) if id_ else None
        file = origin.file if origin else self.front
        if file is None:
            return ""
        line = origin.span.line if origin else 1
        found = self._found(file, line, condition) if condition else 0
        return f"{file}:{found or line}"

    def _first_line(self, place: int) -> tuple[int, int]:
        node = self.story.nodes[place]
        options = node.options if isinstance(node, Choose) else ()
        return min(map(self.line, options), default=0), place

    def _found(self, file: str, first: int, condition: Condition) -> int:
        """Return the line from `first` on that holds the words of a condition; 0 if none does."""
        words = _closed_up(written(condition))
        source = self.loaded.sources.get(file)
        lines = source.lines[first - 1 :] if source else ()
        return next((number for number, line in enumerate(lines, first) if words in _closed_up(line)), 0)


def _closed_up(text: str) -> str:
    return " ".join(text.split())


def _held(story: Story, start: int) -> Iterator[int]:
    """Yield the nodes of the passage that begins at `start`."""
    gates = {scene.after for scene in story.scenes.values()}
    seen, ahead = {start}, [start]
    while ahead:
        place = ahead.pop()
        yield place
        for each in _next(story, story.nodes[place]):
            if each not in seen and each not in gates and not isinstance(story.nodes[each], Enter | Finish):
                seen.add(each)
                ahead.append(each)


def _next(story: Story, node: Node) -> tuple[int, ...]:
    match node:
        case Finish():
            return ()
        case Branch(arms, otherwise):
            return (*(target for _, target in arms), otherwise)
        case Choose(_, options):
            return (*(story.options[option].target for option in options), node.next)
        case _:
            return (node.next,)
