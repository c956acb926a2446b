"""The ways from passage to passage that need no answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from game.story.model import Branch, Choose, Enter, Finish, Node, Story


@dataclass(slots=True)
class Ways:
    """The ways between the passages that `go` leads to (by their nodes); a choice in `passed` is passed over."""

    story: Story
    targets: frozenset[int]
    passed: frozenset[int] = frozenset()
    _known: dict[int, list[int]] = field(default_factory=dict)

    def name(self, place: int) -> str:
        """Return the id of the passage whose node is `place`."""
        node = self.story.nodes[place]
        return node.id if isinstance(node, Enter) else ""

    def round(self, start: int) -> list[int]:
        """Return the passages of a shortest way from `start` back to it, `start` first; none if there is no way."""
        before: dict[int, int] = {}
        ahead = [start]
        for here in ahead:
            for there in self.nearest(here):
                if there == start:
                    return _trail(before, start, here)
                if there not in before:
                    before[there] = here
                    ahead.append(there)
        return []

    def nearest(self, place: int) -> list[int]:
        """Return the passages that follow the one at `place`, with none in between."""
        if place not in self._known:
            self._known[place] = [each for each in self.walk(place) if each in self.targets]
        return self._known[place]

    def walk(self, place: int) -> Iterator[int]:
        """Yield the places after `place`, as far as the next passage."""
        seen: set[int] = set()
        ahead = list(self.following(place))
        while ahead:
            here = ahead.pop()
            if here in seen:
                continue
            seen.add(here)
            yield here
            if not isinstance(self.story.nodes[here], Enter):
                ahead += self.following(here)

    def following(self, place: int) -> tuple[int, ...]:
        """Return the nodes that may follow without an answer."""
        node = self.story.nodes[place]
        if isinstance(node, Choose) and place not in self.passed:
            return ()
        return follows(node)


def follows(node: Node) -> tuple[int, ...]:
    """Return the nodes that may follow `node`, as far as no option was picked."""
    if isinstance(node, Branch):
        return (*(target for _, target in node.arms), node.next)
    return () if isinstance(node, Finish) else (node.next,)


def _trail(before: dict[int, int], start: int, end: int) -> list[int]:
    trail = [end]
    while trail[-1] != start:
        trail.append(before[trail[-1]])
    return trail[::-1]
